import Families
import Randomness

/// Maximum likelihood by gradient ascent that stops before it arrives.
///
/// `θ ← θ + η(φ̄ − μ(θ))`, a fixed number of times: the gradient of the log-likelihood of one point, on
/// average over the training set. Steps are finite, so that no model lies on a face, whatever the data. In a
/// small neighbourhood of a model with Fisher information J, k steps cover the fraction `1 − (1 − ηJ)ᵏ` of the
/// way; a rate above 2/J overshoots ever more. At a rate between 1/J and 2/J an odd number of steps covers more than
/// the way, so that a loop that restarts every fit runs away from its start.
///
/// Where the ascent starts decides what it does to a closed loop. From the same θ in every generation, it
/// is a pull towards that θ, as a prior is; from the last model, it is inertia and pulls nowhere.
@frozen
public struct EarlyStopping<Family: ExponentialFamily>: Estimator {
  /// Where the ascent starts.
  public enum Start: Sendable {
    /// At this θ in every generation.
    case fixed(Family.Vector)
    /// At the last model; at the θ given where there is none yet.
    case lastModel(first: Family.Vector)
  }

  /// Number of steps k ≥ 1.
  public let steps: Int
  /// The learning rate η > 0, for the mean log-likelihood of one point.
  public let rate: Double
  /// Where the ascent starts.
  public let start: Start

  /// The estimator that takes `steps` ≥ 1 steps at a finite `rate` > 0; other numbers stop the program.
  @inlinable
  public init(steps: Int, rate: Double, from start: Start) {
    precondition(steps >= 1, "at least one step is needed")
    precondition(rate > 0 && rate < .infinity, "a finite rate > 0 is needed")
    self.steps = steps
    self.rate = rate
    self.start = start
  }

  /// The member so many steps from the start, without a last model to continue from.
  ///
  /// - Throws: ``/Families/EstimationError/noData``, or ``/Families/EstimationError/beyondDoublePrecision`` where the rate is
  ///   so large that the steps run away.
  @inlinable
  public func estimate(
    from data: Family.Statistics, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    switch start {
    case .fixed(let θ), .lastModel(let θ): try ascent(from: θ, on: data, in: family)
    }
  }

  /// The member so many steps from the start, or from the last model.
  ///
  /// - Throws: the same, or ``/Families/EstimationError/noFiniteStart`` if it is to continue from a face.
  @inlinable
  public func estimate(
    from data: Family.Statistics, after last: Family.Member, in family: Family,
    streams: GenerationStreams
  ) throws(EstimationError) -> Family.Member {
    switch start {
    case .fixed(let θ): return try ascent(from: θ, on: data, in: family)
    case .lastModel:
      guard let θ = last.naturalParameter else { throw .noFiniteStart }
      return try ascent(from: θ, on: data, in: family)
    }
  }

  @inlinable
  func ascent(
    from start: Family.Vector, on data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    guard data.count > 0 else { throw .noData }
    let mean = data.mean
    var θ = start
    for _ in 0..<steps {
      θ = θ + rate * (mean - family.meanParameter(at: θ))
      guard family.admits(θ) else { throw .beyondDoublePrecision }
    }
    return family.member(at: θ)
  }
}
