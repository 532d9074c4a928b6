import ClosedLoop

extension Job {
  /// Twenty spins that share one field, refitted to M = 50 samples of themselves until all are alike.
  public static let b = Job(name: "b", replicates: 200, generations: 0) { size in
    {
      let loop = RetrainingLoop(closedLoopOf: IndependentSpins(spins: 20), samples: 50)
      let start = loop.family.member(magnetisation: 0)
      let ends = try size.replicates.map { replicate in
        var chain = loop.chain(
          from: start, streams: ReplicateStreams(key: size.key, replicate: replicate))
        // Longer than 10⁶ generations it takes with a probability of some e⁻¹⁰⁰⁰.
        _ = try chain.runUntilAbsorbed(horizon: 1_000_000)
        return (time: chain.generation, up: chain.model.up)
      }
      return JobResult(
        generations: ends.reduce(0) { $0 + $1.time },
        checks: [
          ("time", ends.lazy.map { Double($0.time) }.mean), ("up", ends.lazy.map(\.up).mean),
        ])
    }
  }
}
