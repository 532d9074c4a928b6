import Foundation
import NumericalMethods
import Testing
import _TestSupport

/// The instruments themselves.
@Suite struct StatisticalCheckTests {
  @Test func theBudgetIsKept() {
    #expect(FalseAlarmBudget.shares.values.reduce(0, +) <= FalseAlarmBudget.total)
  }

  /// The interval covers p exactly when the test accepts p.
  @Test(arguments: [(0, 20), (1, 20), (7, 20), (19, 20), (20, 20), (130, 200)])
  func intervalAndTestAreDual(successes: Int, trials: Int) {
    let count = BinomialCount(successes: successes, trials: trials)
    let interval = count.confidenceInterval(falseAlarm: 0.01)
    for p in stride(from: 0.001, to: 1, by: 0.001) {
      let isClear = min(abs(p - interval.lowerBound), abs(p - interval.upperBound)) > 1e-9
      if isClear { #expect(interval.contains(p) == count.agrees(with: p, falseAlarm: 0.01)) }
    }
  }

  /// The level of the exact test, by summation over all outcomes.
  @Test(arguments: [0.01, 0.3, 0.5, 0.9])
  func exactTestKeepsItsLevel(p: Double) {
    let law = BinomialLaw(trials: 60, probability: p)
    let level = (0...60).filter {
      !BinomialCount(successes: $0, trials: 60).agrees(with: p, falseAlarm: 0.02)
    }.reduce(0) { $0 + law.probability(of: Double($1)) }
    #expect(level <= 0.02)
    #expect(level > 0.0005)
  }

  /// Bernstein's bound holds for the exact tails of a binomial mean, and is not idle.
  @Test(arguments: [0.02, 0.3, 0.5])
  func bernsteinBoundsTheTails(p: Double) {
    let n = 200
    let law = BinomialLaw(trials: Double(n), probability: p)
    for falseAlarm in [0.1, 1e-3, 1e-8] {
      let bound = DeviationBound.bernstein(
        variance: p * (1 - p), deviation: max(p, 1 - p), count: n, falseAlarm: falseAlarm)
      func outside(_ bound: Double) -> Double {
        law.survival((Double(n) * (p + bound)).rounded(.up) - 1)
          + law.cumulative((Double(n) * (p - bound)).rounded(.down))
      }
      #expect(outside(bound) <= falseAlarm)
      #expect(outside(bound / 3) > falseAlarm)
    }
  }

  /// The bound of a Gamma variate holds for its exact tails, and is not idle.
  @Test(arguments: [0.5, 3, 200])
  func gammaBoundsTheTails(shape: Double) {
    for falseAlarm in [0.1, 1e-3, 1e-8] {
      let bound = DeviationBound.gamma(shape: shape, falseAlarm: falseAlarm)
      func outside(_ factor: Double) -> Double {
        let (low, high) = (1 - factor * bound.below, 1 + factor * bound.above)
        return ContinuousLaw.gammaCumulative(shape: shape, rate: shape, at: low)
          + ContinuousLaw.chiSquaredSurvival(2 * shape * high, degreesOfFreedom: 2 * shape)
      }
      #expect(outside(1) <= falseAlarm)
      #expect(outside(0.5) > falseAlarm)
    }
  }

  /// That of the logarithm of a single variate, which is Gamma by its exponential; and a sum of several is
  /// bounded more tightly than each on its own.
  @Test(arguments: [1.0, 4, 49.5])
  func logGammaBoundsTheTails(shape: Double) {
    let centre = SpecialFunction.digamma(shape)
    for falseAlarm in [0.1, 1e-3, 1e-8] {
      let bound = DeviationBound.logGamma(shapes: [shape], count: 1, falseAlarm: falseAlarm)
      func outside(_ factor: Double) -> Double {
        let (low, high) = (centre - factor * bound.below, centre + factor * bound.above)
        return ContinuousLaw.gammaCumulative(shape: shape, rate: 1, at: exp(low))
          + ContinuousLaw.chiSquaredSurvival(2 * exp(high), degreesOfFreedom: 2 * shape)
      }
      #expect(outside(1) <= falseAlarm)
      #expect(outside(0.5) > falseAlarm)
      let two = DeviationBound.logGamma(shapes: [shape, shape], count: 1, falseAlarm: falseAlarm)
      let pair = DeviationBound.logGamma(shapes: [shape], count: 2, falseAlarm: falseAlarm)
      #expect(abs(two.above - 2 * pair.above) < 1e-3 * two.above)
      #expect(two.above > bound.above && two.above < 2 * bound.above)
    }
  }

  @Test func chiSquaredPoolsAndCounts() {
    let test = ChiSquaredTest(
      observed: [110, 90, 3, 2, 195], probabilities: [0.25, 0.25, 0.005, 0.005, 0.49],
      minimumExpected: 10)
    // The two rare cells join the last.
    #expect(test.degreesOfFreedom == 2)
    #expect(abs(test.statistic - (100.0 / 100 + 100.0 / 100 + 0)) < 1e-12)
    let single = ChiSquaredTest(observed: [5], probabilities: [1])
    #expect(single.pValue == 1)
    // Observations where the law has no mass are not forgotten.
    let impossible = ChiSquaredTest(
      observed: [1000, 1000, 1], probabilities: [0.5, 0.5, 0], minimumExpected: 10)
    #expect(impossible.pValue == 0)
  }
}
