import Families
import Loop
import Machines
import Randomness
import Theory

/// The loop of a small machine as an exact finite chain: its states are all training sets of a few points.
///
/// Each training set is fitted once, with one start for all, and the law of the next one is multinomial.
struct BoltzmannChain {
  /// All training sets.
  let sets: [VisibleCounts]
  /// The law of the first.
  private let first: [Double]
  private let chain: FiniteChain

  /// The chain of `machine` from the model `start`.
  ///
  /// - Parameters:
  ///   - samples: M, points drawn from the last model.
  ///   - fresh: points from `start` that are added to them.
  init<M: BoltzmannMachine>(
    _ machine: M, fit: MachineFit<M>, samples: Int, fresh: Int, from start: BoltzmannMember
  ) throws {
    let family = BoltzmannFamily(machine)
    let own = Self.trainingSets(visible: machine.visible, points: samples)
    let outside = Self.trainingSets(visible: machine.visible, points: fresh)
    sets = Self.trainingSets(visible: machine.visible, points: samples + fresh)
    let index = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1.counts, $0) })
    let states = sets.count
    let weights = outside.map { Self.probability(of: $0, under: start) }
    func next(_ model: BoltzmannMember) -> [Double] {
      var row = [Double](repeating: 0, count: states)
      for set in own {
        let p = Self.probability(of: set, under: model)
        if p == 0 { continue }
        for (other, weight) in zip(outside, weights) {
          row[index[(set + other).counts]!] += p * weight
        }
      }
      return row
    }
    let streams = ReplicateStreams(key: StreamKey(rootSeed: 0), replicate: 0).generation(1)
    let models = try sets.map { try fit.estimate(from: $0, in: family, streams: streams) }
    first = next(start)
    chain = FiniteChain(states: states) { next(models[$0]) }
  }

  /// The largest difference between the law of the count of any one unit and `expected(unit, t)`, in
  /// generations t = 1 … `generations`.
  func largestDifference(
    generations: Int, expected: (_ unit: Int, _ generation: Int) -> [Double]
  ) -> Double {
    var (law, largest) = (first, 0.0)
    for t in 1...generations {
      for unit in 0..<sets[0].visible {
        var counts = [Double](repeating: 0, count: sets[0].count + 1)
        for (set, p) in zip(sets, law) { counts[set.ups[unit]] += p }
        for (p, q) in zip(counts, expected(unit, t)) { largest = max(largest, abs(p - q)) }
      }
      law = chain.next(law)
    }
    return largest
  }

  /// All training sets of so many points.
  private static func trainingSets(visible: Int, points: Int) -> [VisibleCounts] {
    func counts(_ states: Int, _ points: Int) -> [[Int]] {
      if states == 1 { return [[points]] }
      return (0...points).flatMap { first in
        counts(states - 1, points - first).map { [first] + $0 }
      }
    }
    return counts(1 << visible, points).map { VisibleCounts(visible: visible, counts: $0) }
  }

  /// The multinomial probability of a training set.
  private static func probability(of set: VisibleCounts, under model: BoltzmannMember) -> Double {
    var (probability, drawn) = (1.0, 0)
    for (count, p) in zip(set.counts, model.probabilities) {
      for k in stride(from: 1, through: count, by: 1) {
        drawn += 1
        probability *= p * Double(drawn) / Double(k)
      }
    }
    return probability
  }
}
