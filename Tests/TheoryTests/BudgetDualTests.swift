import Foundation
import Testing
import _TestSupport

import Theory

/// The ancestors of points against the chain of shares itself.
@Suite(.inTurn(.other)) struct BudgetDualTests {
  /// M, K, w and p at random, at both ends of what a dense chain can carry.
  static func share(seed: UInt64) -> (AnchoredShare, SplitMix) {
    var random = SplitMix(state: seed)
    let samples = random.whole(1, 24)
    let points = random.whole(1, max(1, min(8, 120 / (samples + 1) - 1)))
    let weight = seed.isMultiple(of: 3) ? 1 : random.logUniform(0.05, 20)
    let share = AnchoredShare(
      samples: samples, points: points, weight: weight, truth: random.logUniform(0.01, 0.9))
    return (share, random)
  }

  @Test(arguments: UInt64(0)..<60)
  func stationaryLaw(seed: UInt64) throws {
    let (share, _) = Self.share(seed: seed)
    let chain = BudgetChain(share)
    let law = try chain.stationaryLaw()
    let p = share.truth
    #expect(abs(share.absence.probability - law[0]) < 1e-12, "\(share)")
    #expect(share.absence.isExact)
    let diversity = chain.mean(law) { $0 * (1 - $0) } / (p * (1 - p))
    let variance = chain.mean(law) { ($0 - p) * ($0 - p) }
    #expect(abs(share.diversity - diversity) < 1e-12 && abs(share.variance - variance) < 1e-13)
    var dual = AncestralDual(share)
    let moments = dual.stationaryAbsences()
    for n in 0...share.samples where moments[n] != 0 {
      #expect(abs(moments[n] - chain.mean(law) { pow(1 - min(1, $0), Double(n)) }) < 1e-12)
    }
  }

  @Test(arguments: UInt64(100)..<150)
  func generations(seed: UInt64) {
    var (share, random) = Self.share(seed: seed)
    if seed.isMultiple(of: 5) {
      share = AnchoredShare(samples: share.samples, points: 0, truth: share.truth)
    }
    let chain = BudgetChain(share)
    let start = seed.isMultiple(of: 4) ? share.truth : random.uniform(0, 1)
    let scale = share.truth * (1 - share.truth)
    for generations in [1, 2, 3, 10, random.whole(11, 200)] {
      let law = chain.law(after: generations, from: start)
      let absence = share.absence(after: generations, from: start)
      #expect(abs((absence?.probability ?? -1) - law[0]) < 1e-12, "\(share) \(generations)")
      let diversity = chain.mean(law) { $0 * (1 - $0) } / scale
      #expect(abs(share.diversity(after: generations, from: start) - diversity) < 1e-11)
    }
    #expect(share.absence(after: 0, from: 0)?.probability == 1)
    #expect(share.absence(after: 0)?.probability == 0)
    #expect(abs(share.diversity(after: 0, from: start) - start * (1 - start) / scale) < 1e-11)
  }

  /// The library's chain with more points than the dense one above carries.
  @Test(arguments: [(60, 1, 0.02), (300, 3, 0.01), (150, 40, 0.03), (20, 200, 0.02)])
  func largerChains(samples: Int, points: Int, truth: Double) throws {
    let share = AnchoredShare(samples: samples, points: points, truth: truth)
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: points, frequency: truth))
    let law = try chain.stationaryProbabilities()
    #expect(abs(share.absence.probability - law[0]) < 1e-11)
    #expect(abs(share.variance - chain.stationaryVariance) < 1e-15)
    let divergence = law.enumerated().reduce(0.0) { sum, entry in
      let x = chain.frequency(entry.offset)
      return sum + entry.element
        * ((x > 0 ? x * log(x / truth) : 0) + (x < 1 ? (1 - x) * log((1 - x) / (1 - truth)) : 0))
    }
    #expect(abs((share.meanDivergence ?? .nan) - divergence) < 1e-12)
    #expect(
      abs(
        (share.absence(after: 40, from: 0.5)?.probability ?? -1)
          - chain.law(from: 0.5, generations: 40)[0]) < 1e-11)
  }

  /// Numbers from an independent program.
  @Test(arguments: [
    (200, 1, 0.02, 0.817721, 0.665557), (200, 10, 0.02, 0.344448, 0.951163),
    (200, 50, 0.02, 0.051403, 0.988987), (100, 5, 0.1, 0.063122, 0.906667),
  ])
  func references(samples: Int, points: Int, truth: Double, absence: Double, diversity: Double) {
    let share = AnchoredShare(samples: samples, points: points, truth: truth)
    #expect(abs(share.absence.probability - absence) < 5.1e-7)
    #expect(abs(share.diversity - diversity) < 5.1e-7)
  }

  /// What lies outside the bands of ancestors that are looked at, and rounding.
  @Test(arguments: UInt64(200)..<220)
  func littleIsNeglected(seed: UInt64) {
    var random = SplitMix(state: seed)
    let samples = Int(random.logUniform(1, 20_000))
    let share = AnchoredShare(
      samples: samples, points: Int(random.logUniform(1, 1000)),
      weight: random.logUniform(0.1, 10), truth: 0.5)
    var stationary = AncestralDual.neglected(share)
    #expect(abs(stationary.stationaryAbsences()[samples] - 1) < 2e-12, "\(share)")
    var later = AncestralDual.neglected(share)
    let generations = random.whole(1, 300)
    #expect(abs(later.absence(after: generations, from: 0) - 1) < 2e-12, "\(share) \(generations)")
  }

  /// Where the mean number of ancestors takes the place of their law, and is all but that.
  @Test(arguments: [(30_000, 1, 1.0, 0.02), (40_000, 20, 1.0, 0.05), (30_000, 3, 30.0, 0.1)])
  func approximationForManySamples(samples: Int, points: Int, weight: Double, truth: Double) {
    let share = AnchoredShare(samples: samples, points: points, weight: weight, truth: truth)
    let (exact, approximate) = (share.absence.probability, share.approximateAbsence)
    #expect(exact != approximate && abs(exact - approximate) < 1e-5, "\(exact) \(approximate)")
    let most = AnchoredShare(
      samples: 1_000_000_000, points: points, weight: weight, truth: truth)
    #expect(!most.absence.isExact && most.absence.probability > 0)
    #expect(most.absence(after: 3) == nil)
  }
}
