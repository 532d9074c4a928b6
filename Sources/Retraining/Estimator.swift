import ExponentialFamilies

/// How a model is fitted to a training set.
public protocol Estimator<Family>: Sendable {
  /// The family the estimator works in.
  associatedtype Family: ExponentialFamily

  /// The estimate: a function of the statistics alone, never of the previous model.
  ///
  /// - Throws: ``EstimationError`` if no estimate exists.
  func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member
}

/// Maximum likelihood (u = 0): `μ(θ̂) = φ̄`, in the closed family.
@frozen
public struct MaximumLikelihood<Family: ExponentialFamily>: Estimator {
  /// The maximum-likelihood estimator.
  @inlinable public init() {}

  /// The member whose mean parameter is the mean statistic.
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(data)
  }
}

/// Maximum a posteriori (u = 1): the mode of likelihood times prior, in the prior's coordinate.
@frozen
public struct MaximumAPosteriori<P: Prior>: Estimator {
  /// The family of the prior.
  public typealias Family = P.Family

  /// The prior p₀.
  public let prior: P

  /// The estimator with the given prior.
  @inlinable
  public init(prior: P) { self.prior = prior }

  /// The posterior mode.
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try prior.posteriorMode(given: data, in: family)
  }
}
