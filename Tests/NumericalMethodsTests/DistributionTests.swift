import Foundation
import NumericalMethods
import Testing
import _TestSupport

/// Against sums, quadratures and root finding at 40 digits.
@Suite struct DistributionTests {
  static func agree(_ found: Double, _ expected: Double, _ relative: Double) -> Bool {
    abs(found - expected) <= relative * abs(expected)
  }

  @Test func binomial() throws {
    for row in try Golden("binomial", in: .module).rows {
      let law = BinomialLaw(trials: row.number("trials"), probability: row.number("probability"))
      let k = row.number("k")
      #expect(Self.agree(law.probability(of: k), row.number("pmf"), 1e-11), "\(row)")
      #expect(Self.agree(law.cumulative(k), row.number("cdf"), 1e-11), "\(row)")
      #expect(Self.agree(law.survival(k), row.number("survival"), 1e-11), "\(row)")
    }
  }

  @Test func chiSquared() throws {
    for row in try Golden("chi-squared", in: .module).rows {
      let found = ContinuousLaw.chiSquaredSurvival(
        row.number("x"), degreesOfFreedom: row.number("degrees"))
      #expect(Self.agree(found, row.number("survival"), 1e-11), "\(row)")
    }
  }

  @Test func betaQuantile() throws {
    for row in try Golden("beta-quantile", in: .module).rows {
      let found = ContinuousLaw.betaQuantile(
        row.number("a"), row.number("b"), at: row.number("probability"))
      #expect(Self.agree(found, row.number("quantile"), 1e-10), "\(row)")
    }
  }

  @Test func outsideTheDomainIsNaN() {
    #expect(BinomialLaw(trials: 10, probability: 1.5).probability(of: 3).isNaN)
    #expect(BinomialLaw(trials: 10, probability: 0.5).probability(of: 11).isNaN)
    #expect(ContinuousLaw.betaQuantile(-1, 2, at: 0.5).isNaN)
    #expect(ContinuousLaw.chiSquaredSurvival(1, degreesOfFreedom: -2).isNaN)
  }
}
