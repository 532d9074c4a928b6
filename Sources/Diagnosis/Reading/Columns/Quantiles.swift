/// The deciles of the real data, and the ends of its tails.
package struct Quantiles {
  /// How many numbers there are.
  let count: Int
  /// The deciles, each once, and how many numbers are less or equal.
  package let deciles: [QuantileSearch.Found]
  /// The numbers below which, and above which, a hundredth of all are; `nil` if there are fewer than 100.
  package let ends: (low: QuantileSearch.Found, high: QuantileSearch.Found)?

  /// Ranks of the quantiles among `count` numbers; `nil` if there is none.
  package static func ranks(of count: Int) -> [Int]? {
    count > 0
      ? decileRanks(of: count) + (endRanks(of: count).map { [$0.low, $0.high] } ?? []) : nil
  }

  /// Decile k is the smallest number that k tenths of all are less than or equal to.
  private static func decileRanks(of count: Int) -> [Int] {
    (1...9).map { k in count / 10 * k + (count % 10 * k + 9) / 10 }
  }

  private static func endRanks(of count: Int) -> (low: Int, high: Int)? {
    count >= 100 ? (count / 100 + 1, count - count / 100) : nil
  }

  /// The quantiles, once all ranks are found.
  package init?(_ found: [Int: QuantileSearch.Found], of count: Int) {
    guard count > 0 else { return nil }
    var deciles: [QuantileSearch.Found] = []
    for rank in Self.decileRanks(of: count) {
      guard let next = found[rank] else { return nil }
      if next.value != deciles.last?.value { deciles.append(next) }
    }
    (self.count, self.deciles) = (count, deciles)
    if let ranks = Self.endRanks(of: count) {
      guard let low = found[ranks.low], let high = found[ranks.high] else { return nil }
      ends = (low, high)
    } else {
      ends = nil
    }
  }

  /// All that must be told apart: what is above a decile, below the lower end, or above the higher one.
  var thresholds: Thresholds {
    Thresholds(deciles.map(\.value) + (ends.map { [$0.low.value.nextDown, $0.high.value] } ?? []))
  }

  /// Counts of the real data between deciles: up to the first, up to the second, and above the last.
  var truthByDecile: [Int] {
    let through = deciles.map(\.through) + [count]
    return zip(through, [0] + through).map { $0 - $1 }
  }

  /// Counts of the real data below the ends, between, and above.
  package var truthByTail: [Int]? {
    ends.map { [$0.low.below, $0.high.through - $0.low.below, count - $0.high.through] }
  }

  /// The interval between deciles in which the numbers of a cell of ``thresholds`` are.
  func decile(ofCell cell: Int, _ thresholds: Thresholds) -> Int {
    guard cell < thresholds.values.count else { return deciles.count }
    // The cell's upper end is its largest number.
    return deciles.count { $0.value < thresholds.values[cell] }
  }

  /// Which tail the numbers of a cell of ``thresholds`` are in: 0 below, 1 between, 2 above.
  func tail(ofCell cell: Int, _ thresholds: Thresholds) -> Int {
    guard let ends, cell < thresholds.values.count else { return 2 }
    let largest = thresholds.values[cell]
    return largest < ends.low.value ? 0 : largest <= ends.high.value ? 1 : 2
  }
}
