import ClosedLoop

/// The loops of Figure 2, with N = 10 spins, as chains from θ = 0.
public enum Figure2Cases {
  /// Case i: maximum likelihood without a coupling, and an external point at S = −6.
  public typealias Anchored = RetrainingChain<
    ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>
  >
  /// Cases ii and iii: priors of variance 2 on field and coupling.
  public typealias Penalised = RetrainingChain<
    ExternalData<CoupledSpins>, MaximumAPosteriori<GaussianPrior<CoupledSpins>>
  >

  /// Generations before the first that counts.
  public static let burnIn = 20_000

  /// Case i with M = `samples`.
  public static func i(samples: Int, streams: ReplicateStreams) -> Anchored {
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 10), samples: samples,
      policy: ExternalData(.fixed(SufficientStatistics(sum: -6, count: 1))),
      estimator: MaximumLikelihood())
    return loop.chain(from: loop.family.member(magnetisation: 0), streams: streams)
  }

  /// Case ii with M = `samples`: the priors alone.
  public static func ii(samples: Int, streams: ReplicateStreams) -> Penalised {
    penalised(samples: samples, external: 0, streams: streams)
  }

  /// Case iii with M = `samples`: the priors, and an external point at S = 0.
  public static func iii(samples: Int, streams: ReplicateStreams) -> Penalised {
    penalised(samples: samples, external: 1, streams: streams)
  }

  private static func penalised(samples: Int, external: Double, streams: ReplicateStreams)
    -> Penalised
  {
    let family = CoupledSpins(spins: 10)
    let data = SufficientStatistics(
      sum: external * family.statistic(ofLevel: 0), count: external)
    let prior = GaussianPrior<CoupledSpins>(mean: SIMD2(0, 0), variance: SIMD2(2, 2))
    let loop = RetrainingLoop(
      family: family, samples: samples, policy: ExternalData(.fixed(data)),
      estimator: MaximumAPosteriori(prior: prior))
    return loop.chain(from: family.member(at: SIMD2(0, 0)), streams: streams)
  }
}
