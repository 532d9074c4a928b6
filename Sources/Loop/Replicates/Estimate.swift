/// A number that was measured, and its standard error; NaN where it has none.
public struct Estimate: Sendable, Equatable {
  /// The number: of independent values, their mean.
  public let mean: Double
  /// Its standard error.
  public let standardError: Double

  /// A number and its error.
  public init(mean: Double, standardError: Double) {
    (self.mean, self.standardError) = (mean, standardError)
  }

  /// The mean of at least two values, with the error that their spread gives.
  public init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(mean: mean, standardError: (squares / (count - 1) / count).squareRoot())
  }

  /// The fraction of replicates that are of some kind.
  public init(count: Int, of replicates: Int) {
    let (fraction, n) = (Double(count) / Double(replicates), Double(replicates))
    self.init(
      mean: fraction, standardError: n < 2 ? .nan : (fraction * (1 - fraction) / n).squareRoot())
  }
}
