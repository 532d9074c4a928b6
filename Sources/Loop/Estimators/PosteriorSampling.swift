import Families
import Randomness

/// The next model is drawn from the posterior, not its mode.
///
/// A closed loop then draws data from a model and a model from the data, in turn: a Gibbs sampler, which
/// keeps the prior itself, exactly and at every M.
@frozen
public struct PosteriorSampling<Family: ConjugateFamily>: Estimator {
  /// The conjugate prior's pseudo-data.
  public let prior: ConjugatePrior<Family>

  /// The estimator with the given prior.
  @inlinable
  public init(prior: ConjugatePrior<Family>) { self.prior = prior }

  /// A member drawn from the posterior of data and pseudo-data.
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    var stream = streams.stream(for: .estimation)
    return try family.drawPosterior(given: data + prior.pseudoData, using: &stream)
  }
}
