import Claims
import Families
import Loop
import Randomness

/// A loop that takes a sample all at one level for its end, also at a level that mixes spins up and down.
struct EndsWhenAlike<Base: ClosedDataPolicy>: ClosedDataPolicy
where Base.Family == IndependentSpins {
  let base: Base

  init(_ base: Base) { self.base = base }

  func initialMemory(for family: IndependentSpins) -> Base.Memory {
    base.initialMemory(for: family)
  }

  func trainingSet(
    samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
    memory: inout Base.Memory, streams: GenerationStreams
  ) -> SufficientStatistics<Double> {
    let data = base.trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    var stream = streams.stream(for: .synthetic)
    let level = family.statistic(of: family.drawPoint(from: model, using: &stream))
    for _ in 1..<samples {
      let other = family.statistic(of: family.drawPoint(from: model, using: &stream))
      guard other == level else { return data }
    }
    let end = Double(family.spins) * (level < 0 ? -data.count : data.count)
    return SufficientStatistics(sum: end, count: data.count)
  }
}

/// External points in the first generation alone, and in place of the loop's own: a closed loop that keeps
/// their mean on average, and collapses.
struct PointsOnce<Family: ExponentialFamily>: DataPolicy {
  let external: ExternalData<Family>

  func initialMemory(for family: Family) -> Bool { true }

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory isFirst: inout Bool,
    streams: GenerationStreams
  ) -> Family.Statistics {
    defer { isFirst = false }
    var nothing: Void = ()
    guard isFirst else {
      return Replace().trainingSet(
        samples: samples, from: model, in: family, memory: &nothing, streams: streams)
    }
    return external.trainingSet(
      samples: 0, from: model, in: family, memory: &nothing, streams: streams)
  }
}

/// The loop with external points in its first generation alone.
struct PointsOnceProgram<P: Prior>: AnchoredProgram {
  func loop(
    family: P.Family, samples: Int, external: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<PointsOnce<P.Family>, MaximumAPosteriori<P>> {
    RetrainingLoop(
      family: family, samples: samples, policy: PointsOnce(external: ExternalData(external)),
      estimator: MaximumAPosteriori(prior: prior))
  }
}
