import ClosedLoop

extension Job {
  /// A Gaussian (μ, σ²) refitted to M = 100 samples of itself, all data replaced.
  public static let a = Job(name: "a", replicates: 1000, generations: 2000) { size in
    { try gaussians(samples: 100, policy: Replace(), size) }
  }

  /// The same with M = 10⁶.
  public static let c = Job(name: "c", replicates: 10, generations: 100) { size in
    { try gaussians(samples: 1_000_000, policy: Replace(), size) }
  }

  /// As `a`, but fitted to all data so far.
  public static let e = Job(name: "e", replicates: 1000, generations: 2000) { size in
    { try gaussians(samples: 100, policy: Accumulate(Replace()), size) }
  }

  /// What the last models of all replicates say, the first ones standard normal.
  private static func gaussians<Policy: DataPolicy>(
    samples: Int, policy: Policy, _ size: Size
  ) throws -> JobResult where Policy.Family == GaussianFamily {
    let family = GaussianFamily()
    let loop = RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: MaximumLikelihood())
    let start = family.member(mean: 0, variance: 1)
    let ends = try size.replicates.map { replicate in
      var chain = loop.chain(
        from: start, streams: ReplicateStreams(key: size.key, replicate: replicate))
      try chain.advance(to: size.generations)
      return chain.model
    }
    return JobResult(
      generations: ends.count * size.generations,
      checks: [
        ("log_variance", ends.lazy.map(\.logVariance).mean),
        ("variance", ends.lazy.map(\.variance).mean),
        ("square_mean", ends.lazy.map { $0.mean * $0.mean }.mean),
        ("far", ends.lazy.map { abs($0.mean) > 0.5 ? 1 : 0 }.mean),
      ])
  }
}
