import Foundation
import Testing
import Theory

/// X1: numbers printed in the theory notes, to all their digits.
@Suite struct WrightFisherChainTests {
  static func rounded(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  @Test(arguments: [
    (100, 0.5, "136.602278"), (100, 0.25, "110.579667"), (100, 0.1, "63.454463"),
    (1000, 0.5, "1383.500977"),
  ])
  func meanAbsorptionTimes(population: Int, p: Double, printed: String) throws {
    let time = try WrightFisherChain(population: population).meanAbsorptionTime(from: p)
    #expect(Self.rounded(time, 6) == printed)
  }

  /// The mean from a start off the lattice interpolates its neighbours smoothly.
  @Test func startsOffTheLattice() throws {
    let chain = WrightFisherChain(population: 100)
    let times = try chain.meanAbsorptionTimes()
    #expect(abs(try chain.meanAbsorptionTime(from: 0.3) - times[30]) < 1e-10)
    let between = try chain.meanAbsorptionTime(from: 0.305)
    #expect(times[30] < between && between < times[31])
    #expect(try chain.meanAbsorptionTime(from: 0) == 0)
    #expect(try chain.meanAbsorptionTime(from: 1) == 0)
  }

  @Test(arguments: [1, 2, 3, 10, 57, 1000])
  func transitionsAreStochasticWithTheRightMoments(population: Int) {
    let chain = WrightFisherChain(population: population)
    let n = Double(population)
    for k in [0, 1, population / 3, population / 2, population - 1, population] where k >= 0 {
      let row = chain.countProbabilities(after: k)
      let p = Double(k) / n
      let total = row.reduce(0, +)
      let mean = row.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
      let square = row.enumerated().reduce(0) { $0 + pow(Double($1.offset), 2) * $1.element }
      #expect(abs(total - 1) < 1e-12)
      #expect(abs(mean - n * p) < 1e-11 * n)
      #expect(abs(square - mean * mean - n * p * (1 - p)) < 1e-10 * n * n)
    }
  }

  /// Heterozygosity shrinks by exactly 1 − 1/n a generation, in the exact chain.
  @Test func heterozygosityDecay() {
    let chain = WrightFisherChain(population: 30)
    for k in 0...30 {
      let x = Double(k) / 30
      let next = chain.countProbabilities(after: k).enumerated().reduce(0.0) {
        let y = Double($1.offset) / 30
        return $0 + $1.element * y * (1 - y)
      }
      #expect(abs(next - x * (1 - x) * (1 - 1 / 30.0)) < 1e-14)
    }
    let decay = IndependentSpinsTheory.heterozygosityDecay(population: 30, generations: 12)
    #expect(abs(decay - pow(29.0 / 30, 12)) < 1e-15)
  }

  @Test func fixationIsLinear() throws {
    let probabilities = try WrightFisherChain(population: 200).fixationProbabilities()
    for (k, probability) in probabilities.enumerated() {
      #expect(abs(probability - Double(k) / 200) < 1e-11)
      let mean = 5 * (2 * Double(k) / 200 - 1)
      let theory = IndependentSpinsTheory.probabilityAllUp(meanStatistic: mean, spins: 5)
      #expect(abs(theory - Double(k) / 200) < 1e-15)
    }
  }

  /// The law of T sums to the mean of T, and is a distribution function.
  @Test(arguments: [0.5, 0.21])
  func absorptionTimeLawHasTheRightMean(p: Double) throws {
    let chain = WrightFisherChain(population: 60)
    let law = chain.absorptionTimeDistribution(from: p, generations: 3000)
    #expect(law[0] == 0)
    #expect(zip(law, law.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 })
    let mean = law.reduce(0) { $0 + (1 - $1) }
    #expect(abs(mean - (try chain.meanAbsorptionTime(from: p))) < 1e-8)
  }

  @Test func smallestPopulations() throws {
    #expect(try WrightFisherChain(population: 1).meanAbsorptionTimes() == [0, 0])
    #expect(try WrightFisherChain(population: 1).fixationProbabilities() == [0, 1])
    let pair = try WrightFisherChain(population: 2).meanAbsorptionTimes()
    #expect(pair.count == 3 && pair[0] == 0 && pair[2] == 0 && abs(pair[1] - 2) < 1e-14)
  }

  /// P(T > t) never exceeds its promised probability at the horizon.
  @Test(arguments: [(10, 0.5), (50, 0.1), (100, 0.5)])
  func horizonIsRigorous(population: Int, p: Double) {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: population, from: p, exceptWith: 1e-6)
    let law = WrightFisherChain(population: population).absorptionTimeDistribution(
      from: p, generations: horizon)
    #expect(1 - law[horizon] <= 1e-6)
  }
}

@Suite struct RationalWrightFisherChainTests {
  /// The same chain as the floating-point one.
  @Test(arguments: [2, 5, 9])
  func agreesWithTheDoubleChain(population: Int) {
    let exact = RationalWrightFisherChain(population: population)
    let chain = WrightFisherChain(population: population)
    for k in 0...population {
      let row = chain.countProbabilities(after: k)
      for (a, b) in zip(exact.transitionProbabilities(from: k), row) {
        #expect(abs(Double(a) - b) < 1e-14)
      }
    }
  }

  @Test func absorptionIsExactlyLinear() {
    let (up, down) = RationalWrightFisherChain(population: 7).absorptionProbabilities()
    for k in 0...7 {
      #expect(up[k] == Rational(.init(k), 7))
      #expect(down[k] == Rational(.init(7 - k), 7))
    }
  }
}
