/// All that a training set tells a model, in a form that two training sets add up in.
///
/// Most families keep `Σ φ(s)` as it is: ``SufficientStatistics``. One whose points come to lie ever closer
/// to one another keeps it about their own mean instead, or the differences would be lost in rounding.
public protocol TrainingStatistics<Vector>: AdditiveStatistics {
  /// The type of φ.
  associatedtype Vector: ParameterVector

  /// Number of points; a double, since weighted and pseudo-data have fractional ones.
  var count: Double { get }
  /// `Σ φ(s)` over the training set.
  var sum: Vector { get }
  /// The statistics with the given sum over `count` points.
  init(sum: Vector, count: Double)
  /// The statistics of points that count `weight` ≥ 0 times each.
  static func * (weight: Double, data: Self) -> Self
}

extension TrainingStatistics {
  /// The mean statistic φ̄.
  @inlinable
  public var mean: Vector { (1 / count) * sum }
}

/// The sum of the statistics, and the number of points.
///
/// The sum is kept, not the mean: for lattice statistics it is an exact integer, so that a sample a
/// hair's breadth inside the boundary is never taken for one on it.
public struct SufficientStatistics<Vector: ParameterVector>: TrainingStatistics {
  /// `Σ φ(s)` over the training set.
  public var sum: Vector
  /// Number of points.
  public var count: Double

  /// Statistics with the given sum over `count` points.
  @inlinable
  public init(sum: Vector, count: Double) {
    self.sum = sum
    self.count = count
  }

  /// The statistics of two training sets taken together.
  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    Self(sum: a.sum + b.sum, count: a.count + b.count)
  }

  /// The statistics of points that count `weight` times each.
  @inlinable
  public static func * (weight: Double, data: Self) -> Self {
    Self(sum: weight * data.sum, count: weight * data.count)
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
  /// The points are fewer than a covariance needs.
  case tooFewPoints(count: Double, needed: Int)
  /// The estimate has probabilities or moments that no double can hold.
  case beyondDoublePrecision
  /// The solver did not arrive, because the estimate is beyond double precision.
  case noConvergence(steps: Int)
  /// A fit by steps was to continue from a model on the boundary.
  case noFiniteStart
  /// Whether the mean statistic lies on a face could not be proved.
  case undecided(reason: String)

  /// The posterior of very few data has no single highest point.
  @usableFromInline static var severalModes: EstimationError {
    .undecided(reason: "of so few data with this prior no single model is the most probable one")
  }

  /// One sentence for people.
  public var description: String {
    switch self {
    case .noData:
      "an estimate needs at least one data point"
    case .outsideSupport(let mean, let allowed):
      "the mean statistic \(mean) cannot come from this family, whose statistics lie in \(allowed)"
    case .unresolvedVariance(let mean):
      "the points lie so close to \(mean), or are so few, that their variance is lost in rounding"
    case .tooFewPoints(let count, let needed):
      "the number of points, \(count), is too small for a covariance, which needs at least \(needed)"
    case .beyondDoublePrecision:
      "the estimate is beyond double precision: its prior or its data are too extreme"
    case .noConvergence(let steps):
      "the estimate was not found in \(steps) steps: it is beyond double precision"
    case .noFiniteStart:
      "gradient steps cannot continue from a model on the boundary, where no parameter is finite"
    case .undecided(let reason):
      "the estimate could not be decided: \(reason)"
    }
  }
}
