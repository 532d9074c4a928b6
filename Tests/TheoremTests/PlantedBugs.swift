import Experiments
import ExponentialFamilies
import RandomStreams
import Retraining

/// A program with one part replaced by a deliberately wrong one.
///
/// A check that passes on such programs proves nothing.
struct WrongProgram<Policy: ClosedDataPolicy, Fit: Estimator>: SpinProgram
where Policy.Family == IndependentSpins, Fit.Family == IndependentSpins {
  let policy: Policy
  let estimator: Fit

  func loop(spins: Int, samples: Int) -> RetrainingLoop<Policy, Fit> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: policy,
      estimator: estimator)
  }
}

extension WrongProgram where Policy == Replace<IndependentSpins> {
  init(_ estimator: Fit) { self.init(policy: Replace(), estimator: estimator) }
}

extension WrongProgram where Fit == MaximumLikelihood<IndependentSpins> {
  init(_ policy: Policy) { self.init(policy: policy, estimator: MaximumLikelihood()) }
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
struct OneSampleShort: ClosedDataPolicy {
  func initialMemory(for family: IndependentSpins) {}

  func trainingSet(
    samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
    memory: inout Void, streams: GenerationStreams
  ) -> SufficientStatistics<Double> {
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
