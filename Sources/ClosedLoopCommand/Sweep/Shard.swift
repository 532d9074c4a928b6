/// A part of the cells of a sweep: `3/8` is the third of eight.
struct Shard {
  let index: Int
  let count: Int

  /// All cells.
  static let whole = Shard(index: 1, count: 1)

  private init(index: Int, count: Int) { (self.index, self.count) = (index, count) }

  /// Reads `i/n`.
  ///
  /// - Throws: ``Failure`` with exit code 64.
  init(_ text: String) throws {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else {
      throw Failure(
        code: .badArguments,
        sentence: "--shard \(text) is not allowed: use i/n with i from 1 to n, such as 3/8")
    }
    (self.index, self.count) = (index, count)
  }

  /// Its cells out of `total`: every n-th, so that each shard has cheap ones and dear ones.
  func cells(of total: Int) -> StrideTo<Int> { stride(from: index, to: total + 1, by: count) }
}
