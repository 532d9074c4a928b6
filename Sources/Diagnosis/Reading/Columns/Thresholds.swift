/// Rising numbers that cut the line into cells: cell k holds what is above k of them, and at most the next.
struct Thresholds: Sendable, Equatable {
  /// The numbers, each once.
  let values: [Double]
  /// The same, filled with infinity to one less than a power of two.
  private let padded: [Double]

  init(_ values: some Sequence<Double>) {
    self.values = Set(values).sorted()
    var size = 1
    while size - 1 < self.values.count { size *= 2 }
    padded = self.values + Array(repeating: .infinity, count: size - 1 - self.values.count)
  }

  /// How many cells there are.
  var cells: Int { values.count + 1 }

  /// Calls `body` with a function that finds cells.
  @inline(__always)
  func withSearch<Result>(_ body: (Search) -> Result) -> Result {
    padded.withUnsafeBufferPointer {
      body(Search(values: $0.baseAddress, half: ($0.count + 1) / 2))
    }
  }

  /// Finds cells.
  struct Search {
    fileprivate let values: UnsafePointer<Double>?
    fileprivate let half: Int

    /// How many thresholds `value` is above.
    @inline(__always)
    func cell(of value: Double) -> Int {
      var (below, step) = (0, half)
      while step > 0 {
        // No branch: the next place hangs on a comparison.
        below &+= value > values.unsafelyUnwrapped[below &+ step &- 1] ? step : 0
        step &>>= 1
      }
      return below
    }
  }

  /// The only number that a cell can hold, if it can hold only one.
  func onlyValue(of cell: Int) -> Double? {
    guard cell > 0, cell < values.count, values[cell - 1].nextUp == values[cell] else { return nil }
    return values[cell]
  }
}
