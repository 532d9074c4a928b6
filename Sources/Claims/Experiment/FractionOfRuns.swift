import Documents
import NumericalMethods

extension Table.Cell {
  /// The fraction of runs in which something happened, and the ends of its exact 95 % interval.
  static func fraction(of successes: Int, in runs: Int) -> [Table.Cell] {
    let interval = BinomialCount(successes: successes, trials: runs)
      .confidenceInterval(falseAlarm: 0.05)
    return [
      .number(Double(successes) / Double(runs)), .number(interval.lowerBound),
      .number(interval.upperBound),
    ]
  }
}
