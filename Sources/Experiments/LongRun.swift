import ExponentialFamilies
import RandomStreams
import Retraining

/// Many generations of one loop, split over independent chains.
///
/// The split belongs to the definition, not to the machine: threads share chains out, they do not cut
/// them. Errors come from the spread between chains, so no correlation time enters.
struct LongRun: Sendable {
  /// Generations kept, summed over all chains.
  let generations: Int
  /// Number of independent chains, ≥ 2.
  let chains: Int
  /// Generations that each chain runs before the first that is kept.
  let burnIn: Int

  /// Generations in all, for the meter.
  var work: Double { Double(generations) + Double(chains) * Double(burnIn) }

  /// What `record` makes of the models that each chain keeps, starting from `empty`.
  func map<Policy: DataPolicy, Fit: Estimator, Record: Sendable>(
    _ loop: RetrainingLoop<Policy, Fit>, from start: Policy.Family.Member, key: StreamKey,
    _ context: RunContext, empty: Record,
    record: @Sendable (inout Record, Policy.Family.Member) -> Void
  ) throws -> [Record] {
    try Replicates(count: chains, threads: context.threads).map { index in
      var chain = loop.chain(from: start, streams: ReplicateStreams(key: key, replicate: index))
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

/// Mean and standard error of independent values.
struct Estimate: Sendable {
  let mean: Double
  let standardError: Double

  /// The mean of at least two values, with the error that their spread gives.
  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = (squares / (count - 1) / count).squareRoot()
  }
}
