import Families
import Randomness

/// How a model is fitted to a training set.
public protocol Estimator<Family>: Sendable {
  /// The family the estimator works in.
  associatedtype Family: GenerativeFamily

  /// A model: a function of the statistics, and of this generation's random numbers if the fit is itself a
  /// random one.
  ///
  /// - Throws: ``/Families/EstimationError`` if no estimate exists.
  func estimate(
    from data: Family.Statistics, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member

  /// The next model of a loop whose last one is `last`.
  ///
  /// There is a default that does not look at `last`: only a fit that is not finished, and continues from
  /// there, is a function of it; see ``EarlyStopping``.
  ///
  /// - Throws: ``/Families/EstimationError`` if no estimate exists.
  func estimate(
    from data: Family.Statistics, after last: Family.Member, in family: Family,
    streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member
}

extension Estimator {
  /// The estimate, whatever the last model.
  @inlinable @inline(__always)
  public func estimate(
    from data: Family.Statistics, after last: Family.Member, in family: Family,
    streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    try estimate(from: data, in: family, streams: streams)
  }
}

/// An estimator that makes no use of random numbers.
public protocol DeterministicEstimator<Family>: Estimator {
  /// The estimate: a function of the statistics alone.
  ///
  /// - Throws: ``/Families/EstimationError`` if no estimate exists.
  func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member
}

extension DeterministicEstimator {
  /// The estimate from the statistics alone.
  @inlinable @inline(__always)
  public func estimate(
    from data: Family.Statistics, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    try estimate(from: data, in: family)
  }
}

/// Maximum likelihood (u = 0): `μ(θ̂) = φ̄`, in the closed family.
@frozen
public struct MaximumLikelihood<Family: ExponentialFamily>: DeterministicEstimator {
  /// The maximum-likelihood estimator.
  @inlinable public init() {}

  /// The member whose mean parameter is the mean statistic.
  @inlinable @inline(__always)
  public func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(data)
  }

  /// The same, straight away.
  @inlinable @inline(__always)
  public func estimate(
    from data: Family.Statistics, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(data)
  }
}

/// Maximum a posteriori (u = 1): the mode of likelihood times prior, in the prior's coordinate.
@frozen
public struct MaximumAPosteriori<P: Prior>: DeterministicEstimator {
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
