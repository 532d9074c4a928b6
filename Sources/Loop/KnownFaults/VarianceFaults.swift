import Families

// What some public programs do in place of maximum likelihood. Each looks harmless and changes the
// conclusion; they are here to show it, and to be noticed by the tests.

/// The variance with the divisor n − 1.
///
/// Unbiased, so `E σ²` no longer shrinks at all, and ln σ² falls half as fast; the loop collapses all the
/// same.
@frozen
public struct UnbiasedVariance<Family: VarianceFamily>: DeterministicEstimator {
  /// The estimator.
  @inlinable public init() {}

  /// The estimate with its variance times n/(n − 1).
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    guard data.count > 1 else { throw .noData }
    return family.member(
      try family.maximumLikelihood(data), variancesTimes: data.count / (data.count - 1), plus: 0)
  }
}

/// The variance with a constant added, such as 10⁻⁶, to keep a matrix regular.
///
/// A floor under the collapse: the noise of every generation is made good, and the variance settles near
/// εM.
@frozen
public struct JitteredVariance<Family: VarianceFamily>: DeterministicEstimator {
  /// The constant ε > 0.
  public let jitter: Double

  /// The estimator that adds `jitter` > 0.
  @inlinable
  public init(jitter: Double) {
    precondition(jitter > 0 && jitter < .infinity, "a finite jitter > 0 is needed")
    self.jitter = jitter
  }

  /// The estimate with ε added to its variances.
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    family.member(try family.maximumLikelihood(data), variancesTimes: 1, plus: jitter)
  }
}
