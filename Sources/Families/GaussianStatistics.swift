/// What a training set tells a Gaussian: its mean, and how it scatters about it.
///
/// Squared deviations from the mean keep their digits where `Σs²` would lose them: in a loop of maximum
/// likelihood the variance soon is too small a part of the squared mean for any double.
@frozen
public struct GaussianStatistics: TrainingStatistics {
  /// Number of points.
  public let count: Double
  /// Their mean.
  public let centre: Double
  /// The sum of their squared deviations from it.
  public let scatter: ScaledNumber

  /// The statistics of `count` points about their mean.
  @inlinable
  public init(count: Double, centre: Double, scatter: ScaledNumber) {
    self.count = count
    self.centre = centre
    self.scatter = scatter
  }

  /// The statistics with the given sums of s and s².
  ///
  /// A scatter below 10⁻¹² of the sum of squares is taken for 0: a sum no longer tells it.
  @inlinable
  public init(sum: SIMD2<Double>, count: Double) {
    let centre = count > 0 ? sum.x / count : 0
    let scatter = sum.y - sum.x * centre
    self.init(
      count: count, centre: centre,
      scatter: ScaledNumber(abs(scatter) <= 1e-12 * sum.y ? 0 : scatter))
  }

  /// `(Σs, Σs²)`.
  @inlinable
  public var sum: SIMD2<Double> {
    SIMD2(count * centre, count * centre * centre + scatter.value)
  }

  /// `(φ̄₁, φ̄₂)`.
  @inlinable
  public var mean: SIMD2<Double> { (1 / count) * sum }

  /// The statistics of two training sets taken together.
  @inlinable @inline(__always)
  public static func + (a: Self, b: Self) -> Self {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let count = a.count + b.count
    let distance = b.centre - a.centre
    let share = b.count / count
    let between = a.count * share * distance * distance
    let centre = a.centre + share * distance
    if a.scatter.exponent == 0, b.scatter.exponent == 0 {
      return Self(
        count: count, centre: centre,
        scatter: ScaledNumber(a.scatter.significand + b.scatter.significand + between))
    }
    return Self(
      count: count, centre: centre, scatter: a.scatter + b.scatter + ScaledNumber(between))
  }

  /// The statistics of points that count `weight` times each.
  @inlinable
  public static func * (weight: Double, data: Self) -> Self {
    Self(count: weight * data.count, centre: data.centre, scatter: weight * data.scatter)
  }
}
