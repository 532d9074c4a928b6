import Families
import Randomness

/// Infinitely many samples: the mean statistic of each generation is its expectation μ(θ).
///
/// The loop without sampling error, a map without chance. What is left is what the fit makes of data that
/// the last model explains perfectly; maximum likelihood finds that model again.
@frozen
public struct ExpectedStatistics<Family: ExponentialFamily>: ClosedDataPolicy {
  /// The policy without sampling error.
  @inlinable public init() {}

  /// Nothing is remembered.
  @inlinable public func initialMemory(for family: Family) {}

  /// M points whose mean statistic is that of the current model; M is their weight, and no more.
  @inlinable
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    let count = Double(samples)
    return Family.Statistics(sum: count * model.meanParameter, count: count)
  }
}
