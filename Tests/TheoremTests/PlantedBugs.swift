import Experiments
import ExponentialFamilies
import RandomStreams
import Retraining

/// Deliberately wrong programs. A check that passes on one of these proves nothing.

/// An estimator that pulls towards one half: `(k + ½)/(n + 1)` in place of `k/n`.
struct ShrinkingEstimatorProgram: SpinProgram {
  struct Shrinking: Estimator {
    func estimate(
      from data: SufficientStatistics<Double>, in family: IndependentSpins
    ) throws(EstimationError) -> IndependentSpins.Member {
      let n = Double(family.spins) * data.count
      return family.member(magnetisation: data.sum / (n + 1))
    }
  }

  func loop(spins: Int, samples: Int) -> RetrainingLoop<Replace<IndependentSpins>, Shrinking> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: Replace(),
      estimator: Shrinking())
  }
}

/// An estimator that pushes away from one half, as a divisor of n − 1 would.
struct OvershootingEstimatorProgram: SpinProgram {
  struct Overshooting: Estimator {
    func estimate(
      from data: SufficientStatistics<Double>, in family: IndependentSpins
    ) throws(EstimationError) -> IndependentSpins.Member {
      let n = Double(family.spins) * data.count
      return family.member(magnetisation: min(1, max(-1, data.sum / (n - 1))))
    }
  }

  func loop(spins: Int, samples: Int) -> RetrainingLoop<Replace<IndependentSpins>, Overshooting> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: Replace(),
      estimator: Overshooting())
  }
}

/// A fit that keeps probabilities away from 0 and 1, like jitter on a covariance.
struct FlooringEstimatorProgram: SpinProgram {
  struct Flooring: Estimator {
    func estimate(
      from data: SufficientStatistics<Double>, in family: IndependentSpins
    ) throws(EstimationError) -> IndependentSpins.Member {
      let magnetisation = try family.maximumLikelihood(data).magnetisation
      return family.member(magnetisation: min(1 - 1e-6, max(-1 + 1e-6, magnetisation)))
    }
  }

  func loop(spins: Int, samples: Int) -> RetrainingLoop<Replace<IndependentSpins>, Flooring> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: Replace(),
      estimator: Flooring())
  }
}

/// A training set that is one sample short.
struct OffByOneProgram: SpinProgram {
  struct OneShort: ClosedDataPolicy {
    func initialMemory(for family: IndependentSpins) {}

    func trainingSet(
      samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
      memory: inout Void, streams: GenerationStreams
    ) -> SufficientStatistics<Double> {
      Replace().trainingSet(
        samples: samples - 1, from: model, in: family, memory: &memory, streams: streams)
    }
  }

  func loop(
    spins: Int, samples: Int
  ) -> RetrainingLoop<OneShort, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: OneShort(),
      estimator: MaximumLikelihood())
  }
}

/// Generations that all use the same random numbers.
struct ReusedSeedProgram: SpinProgram {
  struct SameStream: ClosedDataPolicy {
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

  func loop(
    spins: Int, samples: Int
  ) -> RetrainingLoop<SameStream, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: SameStream(),
      estimator: MaximumLikelihood())
  }
}

/// Spins that lean upward by five parts in a thousand.
struct BiasedSamplerProgram: SpinProgram {
  struct Biased: ClosedDataPolicy {
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

  func loop(
    spins: Int, samples: Int
  ) -> RetrainingLoop<Biased, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: Biased(),
      estimator: MaximumLikelihood())
  }
}

/// A loop that calls itself closed and lets one spin flip once all are alike.
struct RevivingProgram: SpinProgram {
  struct Reviving: ClosedDataPolicy {
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

  func loop(
    spins: Int, samples: Int
  ) -> RetrainingLoop<Reviving, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: Reviving(),
      estimator: MaximumLikelihood())
  }
}
