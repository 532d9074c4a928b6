import Families

/// What the recursions of mean and variance need to know of a policy.
public struct PolicyMoments<Family: ExponentialFamily>: Sendable {
  /// The expected `Σφ` of the external points, and their number m.
  public var external: SufficientStatistics<Family.Vector>
  /// Whether they are drawn anew in every generation.
  public var isFresh: Bool
  /// The probability of an external point to be the loop's own output.
  public var impurity: Double
  /// Whether training sets add up.
  public var accumulates: Bool
  /// Whether the recursion of the variance holds, too.
  public var hasVariance: Bool

  /// A policy without external points that replaces all data, unless something else is said.
  public init(
    external: SufficientStatistics<Family.Vector> = SufficientStatistics(sum: .zero, count: 0),
    isFresh: Bool = false, impurity: Double = 0, accumulates: Bool = false,
    hasVariance: Bool = true
  ) {
    (self.external, self.isFresh, self.impurity) = (external, isFresh, impurity)
    (self.accumulates, self.hasVariance) = (accumulates, hasVariance)
  }
}

/// The exact mean and variance of one mean parameter, generation by generation.
///
/// The estimate is a linear function of what was drawn, and the mean of what is drawn is the parameter
/// itself, so that means close in every family. Variances close where the variance of φ is a quadratic
/// function of its mean, `E V(μ) = V(E μ) + v₂ Var μ`.
public struct MomentRecursion {
  /// M.
  private let samples: Double
  /// m, and the mean statistic of the external points.
  private let external: (count: Double, mean: Double)
  private let isFresh: Bool
  private let impurity: Double
  private let accumulates: Bool
  /// κ and κφ_p.
  private let pseudo: (count: Double, sum: Double)
  /// Whether the model is drawn from the posterior.
  private let isDrawn: Bool
  /// V; `nil` where it is not a function of this mean alone.
  private let varianceFunction: VarianceFunction?

  /// E μ of the current model.
  public private(set) var mean: Double
  /// Var μ; NaN where it is not known.
  public private(set) var variance: Double

  // The training set so far: how many points count on, the mean and variance of their mean statistic T,
  // and μ as a function of it, aT + b + ζ.
  private var kept = 0.0
  private var dataMean: Double
  private var dataVariance: Double
  private var slope = 1.0
  private var noise = 0.0

  /// - Parameters:
  ///   - samples: M.
  ///   - policy: what the loop is trained on.
  ///   - pseudoData: what a conjugate prior adds: κφ_p and κ.
  ///   - isDrawn: whether the model is drawn from the posterior, rather than its mode.
  ///   - variance: V, a function of this mean; `nil` if it is not.
  ///   - startPoints: how many points the first model is the mean of and the policy keeps.
  ///   - start: mean and variance of the first model's parameter.
  ///   - value: the mean parameter, or a linear function of all of them.
  public init<F: ExponentialFamily>(
    samples: Int, policy: PolicyMoments<F>,
    pseudoData: SufficientStatistics<F.Vector> = SufficientStatistics(sum: .zero, count: 0),
    isDrawn: Bool = false, variance: VarianceFunction?, startPoints: Double = 0,
    start: (mean: Double, variance: Double), of value: (F.Vector) -> Double
  ) {
    self.samples = Double(samples)
    let m = policy.external.count
    external = (m, m > 0 ? value(policy.external.sum) / m : 0)
    isFresh = policy.isFresh
    impurity = policy.impurity
    accumulates = policy.accumulates
    pseudo = (pseudoData.count, pseudoData.count > 0 ? value(pseudoData.sum) : 0)
    self.isDrawn = isDrawn
    varianceFunction = policy.hasVariance ? variance : nil
    (mean, self.variance) = start
    (dataMean, dataVariance) = start
    kept = accumulates ? startPoints : 0
  }

  /// `E V(μ)`.
  private func expectedVariance(_ mean: Double, _ variance: Double) -> Double {
    guard let varianceFunction else { return .nan }
    return varianceFunction(mean) + varianceFunction.quadratic * variance
  }

  /// The expected variance of a draw from the posterior of so many points, infinite where they are too few.
  private func posteriorVariance(_ size: Double) -> Double {
    let excess = size - (varianceFunction?.quadratic ?? 0)
    return excess > 0 ? expectedVariance(mean, slope * slope * dataVariance) / excess : .infinity
  }

  /// Goes on by one generation.
  public mutating func advance() {
    let m = external.count
    // Expected numbers of the loop's own points, and of others.
    let own = samples + impurity * m
    let others = (1 - impurity) * m
    let total = kept + samples + m
    let distance = mean - external.mean
    let drawn =
      own * expectedVariance(mean, variance)
      + (isFresh && m > 0 ? others * (varianceFunction?(external.mean) ?? .nan) : 0)
      + impurity * others * (distance * distance + variance)
    let carried = (kept + own * slope) * (kept + own * slope) * dataVariance + own * own * noise
    dataMean = (kept * dataMean + own * mean + others * external.mean) / total
    dataVariance = (carried + drawn) / (total * total)
    let size = total + pseudo.count
    slope = total / size
    mean = slope * dataMean + pseudo.sum / size
    noise = isDrawn ? posteriorVariance(size) : 0
    variance = slope * slope * dataVariance + noise
    kept = accumulates ? total : 0
  }
}
