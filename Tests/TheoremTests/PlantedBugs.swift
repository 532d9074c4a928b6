import Experiments
import ExponentialFamilies
import RandomStreams
import Retraining

/// A closed loop with one part replaced by a deliberately wrong one.
///
/// A check that passes on such programs proves nothing.
struct WrongProgram<Policy: ClosedDataPolicy, Fit: Estimator>: ClosedProgram
where Fit.Family == Policy.Family {
  let policy: Policy
  let estimator: Fit

  func loop(family: Policy.Family, samples: Int) -> RetrainingLoop<Policy, Fit> {
    RetrainingLoop(family: family, samples: samples, policy: policy, estimator: estimator)
  }
}

extension WrongProgram where Policy == Replace<Fit.Family> {
  init(_ estimator: Fit) { self.init(policy: Replace(), estimator: estimator) }
}

extension WrongProgram where Fit == MaximumLikelihood<Policy.Family> {
  init(_ policy: Policy) { self.init(policy: policy, estimator: MaximumLikelihood()) }
}

/// An anchored loop with its external points or its fit replaced by wrong ones.
struct WrongAnchoredProgram<P: Prior, Fit: Estimator>: AnchoredProgram
where Fit.Family == P.Family {
  /// What is made of the external points.
  let external: @Sendable (ExternalData<P.Family>.Source) -> ExternalData<P.Family>.Source
  /// What is made of the prior.
  let fit: @Sendable (P) -> Fit

  func loop(
    family: P.Family, samples: Int, external source: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<ExternalData<P.Family>, Fit> {
    RetrainingLoop(
      family: family, samples: samples, policy: ExternalData(external(source)),
      estimator: fit(prior))
  }
}

extension WrongAnchoredProgram where Fit == MaximumAPosteriori<P> {
  /// The external points are left out.
  static var withoutExternalData: Self {
    Self(
      external: { _ in .fixed(SufficientStatistics(sum: P.Family.Vector.zero, count: 0)) },
      fit: { MaximumAPosteriori(prior: $0) })
  }
}

extension WrongAnchoredProgram where P == GaussianPrior<CoupledSpins> {
  /// A prior twenty times too narrow.
  static var narrowPrior: WrongAnchoredProgram<P, MaximumAPosteriori<P>> {
    WrongAnchoredProgram<P, MaximumAPosteriori<P>>(
      external: { $0 },
      fit: { MaximumAPosteriori(prior: P(mean: $0.mean, variance: 0.05 * $0.variance)) })
  }

  /// No prior at all.
  static var withoutPrior: WrongAnchoredProgram<P, MaximumLikelihood<CoupledSpins>> {
    WrongAnchoredProgram<P, MaximumLikelihood<CoupledSpins>>(
      external: { $0 }, fit: { _ in MaximumLikelihood() })
  }
}

/// Maximum a posteriori of a Poisson rate in the wrong coordinate.
///
/// As a density in ln ϑ the prior λ exp(−λϑ) has the Jacobian ϑ, one pseudo-count.
struct LogarithmicCoordinate: Estimator {
  let prior: ExponentialPrior

  func estimate(
    from data: SufficientStatistics<Double>, in family: PoissonFamily
  ) throws(EstimationError) -> PoissonFamily.Member {
    try prior.posteriorMode(
      given: SufficientStatistics(sum: data.sum + 1, count: data.count), in: family)
  }
}

/// Coupled spins kept off the boundary by a thousandth of a point from the base measure.
struct JitteredFit: Estimator {
  func estimate(
    from data: SufficientStatistics<SIMD2<Double>>, in family: CoupledSpins
  ) throws(EstimationError) -> CoupledSpins.Member {
    let mean = family.meanParameter(at: [0, 0])
    return try family.maximumLikelihood(data + SufficientStatistics(sum: 1e-3 * mean, count: 1e-3))
  }
}

/// Coupled spins whose field is tilted upward by five hundredths in every generation.
struct TiltedLevels: ClosedDataPolicy {
  func initialMemory(for family: CoupledSpins) {}

  func trainingSet(
    samples: Int, from model: CoupledSpins.Member, in family: CoupledSpins, memory: inout Void,
    streams: GenerationStreams
  ) -> SufficientStatistics<SIMD2<Double>> {
    let tilted = model.naturalParameter.map { family.member(at: $0 + [0.05, 0]) } ?? model
    return Replace().trainingSet(
      samples: samples, from: tilted, in: family, memory: &memory, streams: streams)
  }
}

/// Coupled spins of which one sample changes its level once all are alike.
struct RevivingLevels: ClosedDataPolicy {
  func initialMemory(for family: CoupledSpins) {}

  func trainingSet(
    samples: Int, from model: CoupledSpins.Member, in family: CoupledSpins, memory: inout Void,
    streams: GenerationStreams
  ) -> SufficientStatistics<SIMD2<Double>> {
    var data = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    if case .level(let level) = model.face {
      let other = level > 0 ? level - 2 : level + 2
      data.sum += family.statistic(ofLevel: other) - family.statistic(ofLevel: level)
    }
    return data
  }
}

/// An estimator that pulls towards one half: `(k + ½)/(n + 1)` in place of `k/n`.
struct ShrinkingEstimator: Estimator {
  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let n = Double(family.spins) * data.count
    return family.member(magnetisation: data.sum / (n + 1))
  }
}

/// An estimator that pushes away from one half, as a divisor of n − 1 would.
struct OvershootingEstimator: Estimator {
  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let n = Double(family.spins) * data.count
    return family.member(magnetisation: min(1, max(-1, data.sum / (n - 1))))
  }
}

/// A fit that keeps probabilities away from 0 and 1, like jitter on a covariance.
struct FlooringEstimator: Estimator {
  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let magnetisation = try family.maximumLikelihood(data).magnetisation
    return family.member(magnetisation: min(1 - 1e-6, max(-1 + 1e-6, magnetisation)))
  }
}

/// A training set that is one sample short.
struct OneSampleShort<Family: ExponentialFamily>: ClosedDataPolicy {
  func initialMemory(for family: Family) {}

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> SufficientStatistics<Family.Vector> {
    Replace().trainingSet(
      samples: samples - 1, from: model, in: family, memory: &memory, streams: streams)
  }
}

/// Generations that all use the same random numbers.
struct ReusedStream: ClosedDataPolicy {
  /// The first generation's stream, kept for ever.
  func initialMemory(for family: IndependentSpins) -> RandomStream? { nil }

  func trainingSet(
    samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
    memory: inout RandomStream?, streams: GenerationStreams
  ) -> SufficientStatistics<Double> {
    var stream = memory ?? streams.stream(for: .synthetic)
    memory = stream
    let sum = family.drawSum(of: samples, from: model, using: &stream)
    return SufficientStatistics(sum: sum, count: Double(samples))
  }
}

/// Spins that lean upward by five parts in a thousand.
struct TiltedSpins: ClosedDataPolicy {
  func initialMemory(for family: IndependentSpins) {}

  func trainingSet(
    samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
    memory: inout Void, streams: GenerationStreams
  ) -> SufficientStatistics<Double> {
    let tilted = family.member(magnetisation: model.magnetisation + 0.04 * model.up * model.down)
    return Replace().trainingSet(
      samples: samples, from: tilted, in: family, memory: &memory, streams: streams)
  }
}

/// A loop that calls itself closed and lets one spin flip once all are alike.
struct RevivingSpins: ClosedDataPolicy {
  func initialMemory(for family: IndependentSpins) {}

  func trainingSet(
    samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
    memory: inout Void, streams: GenerationStreams
  ) -> SufficientStatistics<Double> {
    var data = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    if model.isAbsorbed { data.sum += data.sum > 0 ? -2 : 2 }
    return data
  }
}
