/// All that a training set tells an exponential family: `Σ φ(s)` and the number of points.
///
/// The sum is kept, not the mean: for lattice statistics it is an exact integer, so that a sample a
/// hair's breadth inside the boundary is never taken for one on it.
public struct SufficientStatistics<Vector: ParameterVector>: Sendable, Equatable {
  /// `Σ φ(s)` over the training set.
  public var sum: Vector
  /// Number of points; a double, since weighted and pseudo-data have fractional ones.
  public var count: Double

  /// Statistics with the given sum over `count` points.
  @inlinable
  public init(sum: Vector, count: Double) {
    self.sum = sum
    self.count = count
  }

  /// The mean statistic φ̄.
  @inlinable
  public var mean: Vector { (1 / count) * sum }

  /// The statistics of two training sets taken together.
  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    Self(sum: a.sum + b.sum, count: a.count + b.count)
  }
}

/// Why no estimate exists.
public enum EstimationError: Error, Equatable, CustomStringConvertible {
  /// The training set is empty.
  case noData
  /// The mean statistic lies outside the convex support of φ.
  case outsideSupport(mean: String, allowed: String)
  /// The points are too close to one another, or too few, for their variance to be known.
  case unresolvedVariance(mean: Double)
  /// The solver did not arrive, because the estimate is beyond double precision.
  case noConvergence(steps: Int)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .noData:
      "an estimate needs at least one data point"
    case .outsideSupport(let mean, let allowed):
      "the mean statistic \(mean) cannot come from this family, whose statistics lie in \(allowed)"
    case .unresolvedVariance(let mean):
      "the points lie so close to \(mean), or are so few, that their variance is lost in rounding"
    case .noConvergence(let steps):
      "the estimate was not found in \(steps) steps: it is beyond double precision"
    }
  }
}
