import Families
import Randomness

/// Independent replicates of one loop, all from one start.
///
/// Replicate i draws from the streams of i under the key, so that it is the same in any number of others.
public struct Ensemble<Policy: DataPolicy, Fit: Estimator>: Sendable
where Fit.Family == Policy.Family {
  /// The loop.
  public let loop: RetrainingLoop<Policy, Fit>
  /// The model of generation 0.
  public let start: Policy.Family.Member
  /// Under which the streams of all replicates are.
  public let key: StreamKey

  @inlinable
  init(loop: RetrainingLoop<Policy, Fit>, start: Policy.Family.Member, key: StreamKey) {
    (self.loop, self.start, self.key) = (loop, start, key)
  }

  /// One replicate.
  @inlinable
  public func chain(_ replicate: Int) -> RetrainingChain<Policy, Fit> {
    loop.chain(from: start, streams: ReplicateStreams(key: key, replicate: replicate))
  }

  /// What `body` makes of each of `count` replicates.
  ///
  /// - Parameters:
  ///   - count: the number of replicates.
  ///   - work: how many generations a replicate is expected to take, for the meter; 0 unless that counts.
  ///   - context: threads, and the meter.
  ///   - body: a function of its chain alone.
  /// - Throws: the error of the lowest replicate that failed.
  @inlinable
  public func replicates<Result: Sendable>(
    _ count: Int, work: Double = 0, _ context: RunContext,
    _ body: @Sendable (inout RetrainingChain<Policy, Fit>) throws -> Result
  ) throws -> [Result] {
    try Replicates(count: count, threads: context.threads)
      .map(progress: { context.meter.complete(Double($0) * work) }) { replicate in
        var chain = chain(replicate)
        return try body(&chain)
      }
  }

  /// What `measure` makes of the models of some generations, in ascending order, of each of `count` replicates.
  ///
  /// - Parameters:
  ///   - generations: ascending, ≥ 0.
  ///   - count: the number of replicates.
  ///   - work: as for ``replicates(_:work:_:_:)``.
  ///   - context: threads, and the meter.
  ///   - measure: a function of one model.
  @inlinable
  public func values<Value: Sendable>(
    at generations: [Int], _ count: Int, work: Double = 0, _ context: RunContext,
    _ measure: @Sendable (Policy.Family.Member) -> Value
  ) throws -> [[Value]] {
    try replicates(count, work: work, context) { chain in
      try generations.map { generation in
        try chain.advance(to: generation)
        return measure(chain.model)
      }
    }
  }
}

extension Ensemble {
  /// What `measure` makes of the model of one generation, in each of `count` replicates.
  @inlinable
  public func models<Value: Sendable>(
    at generation: Int, _ count: Int, work: Double = 0, _ context: RunContext,
    _ measure: @Sendable (Policy.Family.Member) -> Value
  ) throws -> [Value] {
    try replicates(count, work: work, context) { chain in
      try chain.advance(to: generation)
      return measure(chain.model)
    }
  }

  /// What `measure` makes of the first training set and of the estimate from it, in each of `count` replicates.
  @inlinable
  public func firstGenerations<Value: Sendable>(
    _ count: Int, _ context: RunContext,
    _ measure: @Sendable (Policy.Family.Statistics, Policy.Family.Member) -> Value
  ) throws -> [Value] {
    try Replicates(count: count, threads: context.threads).map { replicate in
      var memory = loop.policy.initialMemory(for: loop.family)
      let (data, model) = try loop.generation(
        from: start, memory: &memory,
        streams: ReplicateStreams(key: key, replicate: replicate).generation(1))
      return measure(data, model)
    }
  }
}

extension RetrainingLoop {
  /// Independent replicates from one start, with their streams under a key.
  @inlinable
  public func ensemble(from start: Family.Member, key: StreamKey) -> Ensemble<Policy, Fit> {
    Ensemble(loop: self, start: start, key: key)
  }
}
