import Foundation
import Testing
import Theory

/// Two classes of binary features, against numbers worked out by hand.
@Suite struct TwoClassesTests {
  @Test func oneFeature() {
    let classes = TwoClasses(zero: [0.2], one: [0.7])
    #expect(abs(classes.bayesError - 0.25) < 1e-15)
    #expect(abs(classes.probabilityOfOnePoint - 0.38) < 1e-15)
    #expect(abs(classes.finalError - (0.5 - 0.25 * 2 * 0.25)) < 1e-15)
  }

  @Test func classesThatAreAlikeOrApart() {
    for features in 1...4 {
      let alike = TwoClasses(features: features, difference: 0)
      #expect(alike.probabilityOfOnePoint == pow(0.5, Double(features)))
      #expect(abs(alike.finalError - 0.5) < 1e-15 && abs(alike.bayesError - 0.5) < 1e-15)
      let apart = TwoClasses(features: features, difference: 1)
      #expect(apart.probabilityOfOnePoint == 0 && apart.finalError == 0 && apart.bayesError == 0)
    }
  }

  @Test func lawsAreProducts() {
    let laws = TwoClasses(zero: [0.1, 0.6], one: [0.5, 0.5]).laws
    let expected = [0.9 * 0.4, 0.1 * 0.4, 0.9 * 0.6, 0.1 * 0.6]
    for x in 0..<4 { #expect(abs(laws.zero[x] - expected[x]) < 1e-15 && laws.one[x] == 0.25) }
  }

  /// Counts in a closed loop: their mean stays, their heterozygosity decays as it should.
  @Test func countsOfAClosedLoop() {
    let times = [1, 2, 7]
    let laws = TwoClasses.countLaws(of: 0.3, samples: 12, fresh: 0, at: times)
    for (t, law) in zip(times, laws) {
      let mean = law.enumerated().reduce(0) { $0 + Double($1.offset) / 12 * $1.element }
      let variety = law.enumerated().reduce(0) {
        $0 + Double($1.offset * (12 - $1.offset)) / 144 * $1.element
      }
      let decay = IndependentSpinsTheory.heterozygosityDecay(population: 12, generations: t)
      #expect(abs(mean - 0.3) < 1e-13 && abs(variety - 0.21 * decay) < 1e-13)
    }
  }

  /// Means with fresh points stay at the truth, where they start.
  @Test func expectationsAreSums() {
    let law = TwoClasses.countLaws(of: 0.3, samples: 6, fresh: 2, at: [5])[0]
    let sum = TwoClasses.expectations(over: [law, law]) { counts in
      SIMD2(Double(counts[0]) / 8, Double(counts[0] * counts[1]) / 64)
    }
    #expect(abs(sum.x - 0.3) < 1e-13 && abs(sum.y - 0.09) < 1e-13)
  }
}
