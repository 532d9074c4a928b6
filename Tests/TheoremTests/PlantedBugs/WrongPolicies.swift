import Families
import Foundation
import Loop
import Randomness

/// A training set that is one sample short.
struct OneSampleShort<Family: ExponentialFamily>: ClosedDataPolicy {
  func initialMemory(for family: Family) {}

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    Replace().trainingSet(
      samples: samples - 1, from: model, in: family, memory: &memory, streams: streams)
  }
}

/// Generations that all use the same random numbers.
struct ReusedStream: ClosedDataPolicy {
  /// The first generation's stream, kept forever.
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

/// Training sets in which every sample counts twice: the noise of half as many.
struct DoubledSamples<Family: ExponentialFamily>: ClosedDataPolicy {
  func initialMemory(for family: Family) {}

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    let half = Replace().trainingSet(
      samples: samples / 2, from: model, in: family, memory: &memory, streams: streams)
    return half + half
  }
}

/// The same beside external points.
struct DoubledSamplesAndExternalData<Family: ExponentialFamily>: DataPolicy {
  let external: ExternalData<Family>

  func initialMemory(for family: Family) {}

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    let one = external.trainingSet(
      samples: samples / 2, from: model, in: family, memory: &memory, streams: streams)
    let other = Replace().trainingSet(
      samples: samples / 2, from: model, in: family, memory: &memory, streams: streams)
    return one + other
  }
}

/// Symbols whose probabilities are raised to the power of nine tenths: a temperature a little higher.
struct HeatedSymbols: ClosedDataPolicy {
  func initialMemory(for family: Categorical) {}

  func trainingSet(
    samples: Int, from model: Categorical.Member, in family: Categorical, memory: inout Void,
    streams: GenerationStreams
  ) -> SufficientStatistics<SparseVector> {
    // A symbol that is left alone stays so.
    if model.isAbsorbed {
      return Replace().trainingSet(
        samples: samples, from: model, in: family, memory: &memory, streams: streams)
    }
    var weights = [Double](repeating: 0, count: family.symbols)
    for (symbol, p) in zip(model.support, model.probabilities) { weights[symbol] = pow(p, 0.9) }
    return Replace().trainingSet(
      samples: samples, from: family.member(probabilities: weights), in: family, memory: &memory,
      streams: streams)
  }
}

/// Symbols of which the first comes back when it is lost.
struct RevivingSymbols: ClosedDataPolicy {
  func initialMemory(for family: Categorical) {}

  func trainingSet(
    samples: Int, from model: Categorical.Member, in family: Categorical, memory: inout Void,
    streams: GenerationStreams
  ) -> SufficientStatistics<SparseVector> {
    var data = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    if model.probability(of: 0) == 0 {
      data.sum[0] = 1
      data.count += 1
    }
    return data
  }
}
