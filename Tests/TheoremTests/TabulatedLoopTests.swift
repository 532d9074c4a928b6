import Families
import Loop
import NumericalMethods
import Randomness
import Testing
import Theory
import _TestSupport

/// The closed loop of spins with and without tables against its exact chain.
@Suite(.inTurn(.other)) struct TabulatedLoopTests {
  static let share = FalseAlarmBudget.share(of: "loops with and without tables", cases: 4)

  /// The distance of simulated absorption times from the exact law, in units of what chance allows.
  static func distance<Policy: ClosedDataPolicy<IndependentSpins>>(
    _ policy: Policy, _ family: IndependentSpins, samples: Int, from p: Double
  ) throws -> Double {
    let population = family.spins * samples
    let law = WrightFisherChain(population: population)
      .absorptionTimeDistribution(from: p, generations: 12 * population)
    let loop = RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: MaximumLikelihood())
    let key = StreamKey(rootSeed: 31).child("with and without tables")
    let replicates = 20_000
    let times = try Replicates(count: replicates, threads: 2).map { replicate in
      var chain = loop.chain(
        from: family.member(probability: p),
        streams: ReplicateStreams(key: key, replicate: replicate))
      _ = try chain.runUntilAbsorbed(horizon: 12 * population)
      return chain.generation
    }
    var counts = [Int](repeating: 0, count: law.count)
    for time in times { counts[time] += 1 }
    var (sum, largest) = (0, 0.0)
    // At the horizon, all that is left has come.
    for (count, probability) in zip(counts, law).dropLast() {
      sum += count
      largest = max(largest, abs(Double(sum) / Double(replicates) - probability))
    }
    return largest / DeviationBound.dvoretzkyKieferWolfowitz(count: replicates, falseAlarm: share)
  }

  @Test(arguments: [(2, 5, 0.5), (5, 20, 0.3)])
  func loopsFollowTheExactChain(spins: Int, samples: Int, p: Double) throws {
    let family = IndependentSpins(spins: spins)
    #expect(try Self.distance(Replace(), family, samples: samples, from: p) < 1)
    #expect(
      try Self.distance(
        TabulatedReplace(family: family, samples: samples), family, samples: samples, from: p) < 1)
  }

  /// The planted bug: half of a sample is drawn, from tables, and counted twice.
  @Test func aWrongPopulationIsCaught() throws {
    struct Doubled: ClosedDataPolicy {
      let half: TabulatedReplace<IndependentSpins>

      func initialMemory(for family: IndependentSpins) {}

      func trainingSet(
        samples: Int, from model: IndependentSpins.Member, in family: IndependentSpins,
        memory: inout Void, streams: GenerationStreams
      ) -> SufficientStatistics<Double> {
        2
          * half.trainingSet(
            samples: samples / 2, from: model, in: family, memory: &memory, streams: streams)
      }
    }
    let family = IndependentSpins(spins: 5)
    let doubled = Doubled(half: TabulatedReplace(family: family, samples: 10))
    #expect(try Self.distance(doubled, family, samples: 20, from: 0.3) > 1)
  }
}
