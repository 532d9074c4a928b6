/// The sum of one statistic φ ≥ 0, which may be far smaller than any double, and the number of points.
@frozen
public struct ScaledStatistics: TrainingStatistics {
  /// `Σ φ(s)` over the training set.
  public let scaledSum: ScaledNumber
  /// Number of points.
  public let count: Double

  /// Statistics with the given sum over `count` points.
  @inlinable
  public init(scaledSum: ScaledNumber, count: Double) {
    (self.scaledSum, self.count) = (scaledSum, count)
  }

  /// Statistics with the given sum over `count` points.
  @inlinable
  public init(sum: Double, count: Double) {
    self.init(scaledSum: ScaledNumber(sum), count: count)
  }

  /// `Σ φ(s)`, 0 where no double is so small.
  @inlinable public var sum: Double { scaledSum.value }

  /// The statistics of two training sets taken together.
  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    Self(scaledSum: a.scaledSum + b.scaledSum, count: a.count + b.count)
  }

  /// The statistics of points that count `weight` times each.
  @inlinable
  public static func * (weight: Double, data: Self) -> Self {
    Self(scaledSum: weight * data.scaledSum, count: weight * data.count)
  }
}
