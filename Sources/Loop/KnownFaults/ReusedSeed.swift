import Families
import Randomness

/// A policy that is given the same random numbers in every generation, as by a seed set inside the loop.
///
/// Generations that should be independent are all but copies of one another: what should be a random walk
/// goes one way.
@frozen
public struct ReusedSeed<Base: DataPolicy>: DataPolicy {
  /// The policy.
  public let base: Base

  /// `base` with the random numbers of its first generation forever.
  @inlinable
  public init(_ base: Base) { self.base = base }

  /// That of the policy.
  @inlinable
  public func initialMemory(for family: Base.Family) -> Base.Memory {
    base.initialMemory(for: family)
  }

  /// That of the policy: there is one generation 0 only.
  @inlinable
  public func firstTrainingSet(
    of count: Int, from model: Base.Family.Member, in family: Base.Family,
    memory: inout Base.Memory, streams: GenerationStreams
  ) -> Base.Family.Statistics {
    base.firstTrainingSet(of: count, from: model, in: family, memory: &memory, streams: streams)
  }

  /// The training set of the policy, drawn with the random numbers of generation 1.
  @inlinable
  public func trainingSet(
    samples: Int, from model: Base.Family.Member, in family: Base.Family,
    memory: inout Base.Memory, streams: GenerationStreams
  ) -> Base.Family.Statistics {
    base.trainingSet(
      samples: samples, from: model, in: family, memory: &memory,
      streams: streams.replicate.generation(1))
  }
}

extension ReusedSeed: ClosedDataPolicy where Base: ClosedDataPolicy {}
