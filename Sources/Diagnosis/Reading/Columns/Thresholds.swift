/// Rising numbers that cut the line into cells: cell k holds what is above k of them, and at most the next.
package struct Thresholds: Sendable, Equatable {
  /// The numbers, each once.
  package let values: [Double]
  /// The same, filled with infinity to 16, or to one less than a larger power of two.
  private let padded: [Double]

  package init(_ values: some Sequence<Double>) {
    // Of the two zeros, -0 less 0 would have a sign.
    self.values = Set(values.map { $0 == 0 ? 0 : $0 }).sorted()
    var size = Search.few
    if self.values.count > size {
      size *= 2
      while size - 1 < self.values.count { size *= 2 }
      size -= 1
    }
    padded = self.values + Array(repeating: .infinity, count: size - self.values.count)
  }

  /// How many cells there are.
  var cells: Int { values.count + 1 }

  /// Calls `body` with what finds cells.
  @inline(__always)
  package func withSearch<Result>(_ body: (Search) -> Result) -> Result {
    padded.withUnsafeBufferPointer { body(Search(values: $0.baseAddress!, count: $0.count)) }
  }

  /// Finds cells without a branch: what a processor guesses wrong costs more than comparing.
  package struct Search {
    fileprivate static let few = 16
    fileprivate let values: UnsafePointer<Double>
    fileprivate let count: Int

    /// How many thresholds a finite number is above.
    @inline(__always)
    package func cell(of value: Double) -> Int {
      var below = 0
      if count == 16 {
        for k in 0..<16 { below &+= isAbove(value, k) }
        return below
      }
      var step = (count &+ 1) &>> 1
      while step > 0 {
        below &+= step &* isAbove(value, below &+ step &- 1)
        step &>>= 1
      }
      return below
    }

    /// 1 where the number is above threshold k, else 0: the sign of their difference, which is 0 for equal ones only.
    @inline(__always)
    private func isAbove(_ value: Double, _ k: Int) -> Int {
      Int(truncatingIfNeeded: (values[k] - value).bitPattern &>> 63)
    }
  }

  /// The only number that a cell can hold, if it can hold only one.
  func onlyValue(of cell: Int) -> Double? {
    guard cell > 0, cell < values.count, values[cell - 1].nextUp == values[cell] else { return nil }
    return values[cell]
  }
}
