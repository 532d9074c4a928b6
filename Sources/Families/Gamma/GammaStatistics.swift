import PortableMath

/// What a training set tells a Gamma law of unknown shape: its mean, and how far the geometric mean is below.
///
/// In a closed loop the points come to lie ever closer to one another, and the two means with them; their
/// difference, the deficit, is never formed from both. Neither the mean nor the deficit need be a double.
@frozen
public struct GammaStatistics: TrainingStatistics {
  /// Number of points.
  public let count: Double
  /// Their arithmetic mean m, however small.
  public let scaledMean: ScaledNumber
  /// `Σ (ln m − ln s)` ≥ 0, however small.
  public let scaledDeficit: ScaledNumber

  /// m, 0 where no double is so small.
  @inlinable public var arithmeticMean: Double { scaledMean.value }
  /// `Σ (ln m − ln s)`, 0 where no double is so small.
  @inlinable public var deficit: Double { scaledDeficit.value }

  /// The statistics of `count` points with the given arithmetic mean and deficit.
  @inlinable
  public init(count: Double, arithmeticMean: Double, deficit: Double) {
    self.init(
      count: count, mean: ScaledNumber(arithmeticMean), deficit: ScaledNumber(deficit))
  }

  /// The statistics of `count` points with the given arithmetic mean and deficit.
  @inlinable
  public init(count: Double, mean: ScaledNumber, deficit: ScaledNumber) {
    (self.count, scaledMean, scaledDeficit) = (count, mean, deficit)
  }

  /// The statistics with the given sums of s and ln s.
  ///
  /// A deficit below 10⁻¹² of the terms it is the difference of is taken for 0: sums no longer tell it.
  public init(sum: SIMD2<Double>, count: Double) {
    let mean = count > 0 ? sum.x / count : 0
    let logarithm = count > 0 ? count * log(mean) : 0
    let deficit = logarithm - sum.y
    let isNegligible = abs(deficit) <= 1e-12 * (count + abs(logarithm) + abs(sum.y))
    self.init(count: count, arithmeticMean: mean, deficit: isNegligible ? 0 : deficit)
  }

  /// `(Σs, Σ ln s)`.
  public var sum: SIMD2<Double> {
    count == 0
      ? SIMD2() : SIMD2(count * arithmeticMean, count * scaledMean.logarithm - deficit)
  }

  /// The statistics of two training sets taken together.
  ///
  /// The logarithms of their means lie below that of the common mean by as much as
  /// ``ScaledNumber/logDeviation(from:)`` says, since the deviations themselves add up to 0; it keeps ln s of
  /// points that are nothing beside the mean.
  public static func + (a: Self, b: Self) -> Self {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let count = a.count + b.count
    let mean = (a.count / count) * a.scaledMean + (b.count / count) * b.scaledMean
    let between =
      a.count * a.scaledMean.logDeviation(from: mean)
      + b.count * b.scaledMean.logDeviation(from: mean)
    return Self(
      count: count, mean: mean,
      deficit: a.scaledDeficit + b.scaledDeficit + ScaledNumber(between))
  }

  /// The statistics of points that count `weight` times each.
  @inlinable
  public static func * (weight: Double, data: Self) -> Self {
    Self(
      count: weight * data.count, mean: data.scaledMean, deficit: weight * data.scaledDeficit)
  }
}
