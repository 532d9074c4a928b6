import Families
import Randomness

/// Many generations of one loop, split over independent chains.
///
/// The split belongs to the definition, not to the machine: threads share chains out, they do not cut
/// them. Errors come from the spread between chains, so no correlation time enters.
public struct LongRun: Sendable {
  /// Generations kept, summed over all chains.
  public let generations: Int
  /// Number of independent chains, ≥ 2.
  public let chains: Int
  /// Generations that each chain runs before the first that is kept.
  public let burnIn: Int

  /// So many generations in all over independent chains, each after a burn-in.
  public init(generations: Int, chains: Int, burnIn: Int) {
    (self.generations, self.chains, self.burnIn) = (generations, chains, burnIn)
  }

  /// Generations in all, for the meter.
  public var work: Double { Double(generations) + Double(chains) * Double(burnIn) }

  /// What `record` makes of the models that each chain keeps, starting from `empty`.
  @inlinable
  public func map<Policy: DataPolicy, Fit: Estimator, Record: Sendable>(
    _ loop: RetrainingLoop<Policy, Fit>, from start: Policy.Family.Member, key: StreamKey,
    _ context: RunContext, empty: Record,
    record: @Sendable (inout Record, Policy.Family.Member) -> Void
  ) throws -> [Record] {
    let ensemble = loop.ensemble(from: start, key: key)
    return try Replicates(count: chains, threads: context.threads).map { index in
      var chain = ensemble.chain(index)
      for _ in 0..<burnIn { try chain.advance() }
      var result = empty
      // The first chains keep one generation more where the number does not divide.
      let kept = generations / chains + (index < generations % chains ? 1 : 0)
      for _ in 0..<kept {
        try chain.advance()
        record(&result, chain.model)
      }
      context.meter.complete(Double(burnIn + kept))
      return result
    }
  }
}
