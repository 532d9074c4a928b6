import Families
import Loop
import Randomness

/// A pool that holds the last few generations only.
struct ForgettingPool<Family: ExponentialFamily>: ClosedDataPolicy {
  let generations: Int

  func initialMemory(for family: Family) -> [Family.Statistics] { [] }

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family,
    memory pool: inout [Family.Statistics], streams: GenerationStreams
  ) -> Family.Statistics {
    var nothing: Void = ()
    pool.append(
      Replace().trainingSet(
        samples: samples, from: model, in: family, memory: &nothing, streams: streams))
    if pool.count > generations { pool.removeFirst() }
    return pool.dropFirst().reduce(pool[0], +)
  }
}

/// A pool in which the newest generation is trained on twice.
struct NewestTwice<Family: ExponentialFamily>: ClosedDataPolicy {
  func initialMemory(for family: Family) -> Family.Statistics {
    Family.Statistics(sum: .zero, count: 0)
  }

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family,
    memory pool: inout Family.Statistics, streams: GenerationStreams
  ) -> Family.Statistics {
    var nothing: Void = ()
    let new = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &nothing, streams: streams)
    pool = pool + new
    return pool + new
  }
}

/// Weights beside which every kind of point counts for a hundredth: a prior in disguise.
struct SmoothedWeights<Family: ExponentialFamily>: ClosedDataPolicy {
  let weights: ImportanceWeights<Family>
  let kinds: @Sendable (Family) -> [Family.DataPoint]

  init(
    _ weights: ImportanceWeights<Family>,
    kinds: @escaping @Sendable (Family) -> [Family.DataPoint]
  ) {
    (self.weights, self.kinds) = (weights, kinds)
  }

  func initialMemory(for family: Family) {}

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    let data = weights.trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    return kinds(family).reduce(data) { $0 + 0.01 * family.statistics(of: $1) }
  }
}
