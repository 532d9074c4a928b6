import Foundation
import Testing
import Theory

/// X9: pools that grow, as exact laws and as closed forms.
@Suite struct AccumulationTests {
  /// The exact law of pool and models has the heterozygosity of the recursion.
  @Test(arguments: Accumulation.Choice.allCases, [1, 2, 3, 10])
  func lawsHaveTheRightHeterozygosity(choice: Accumulation.Choice, samples: Int) {
    let predicted: [Double] = Accumulation.heterozygosity(choice, samples: samples, generations: 12)
    for truth in [0.5, 0.2] {
      var law = PoolLaw<Double>(samples: samples, choice: choice, truth: truth)
      #expect(predicted[0] == 1)
      for t in 1...12 {
        #expect(abs(law.poolMean - truth) < 1e-13)
        let left = law.expectation { $0 * (1 - $0) } / (truth * (1 - truth))
        #expect(abs(left - predicted[t]) < 1e-13, "\(t)")
        if t < 12 { law.advance() }
      }
    }
  }

  /// The products converge to their closed forms, with a rest of c/t.
  @Test(arguments: Accumulation.Choice.allCases, [2, 3, 5, 10, 100, 1000])
  func limitsAreWhatProductsConvergeTo(choice: Accumulation.Choice, samples: Int) {
    let product: [Double] = Accumulation.heterozygosity(
      choice, samples: samples, generations: 40_000)
    let sizes = [product[20_000], product[40_000]]
    let limit = Accumulation.limit(choice, samples: samples)
    #expect(abs(2 * sizes[1] - sizes[0] - limit) < 1e-9)
    #expect(limit < sizes[1])
  }

  @Test func limitsHaveTheirReferenceValues() {
    #expect(abs(Accumulation.limit(.all, samples: 10) - 0.843_435_857_2) < 5e-11)
    #expect(abs(Accumulation.limit(.subsample, samples: 10) - 0.738_990_985_2) < 5e-11)
    #expect(abs(Accumulation.limit(.bootstrap, samples: 10) - 0.715_491_564_2) < 5e-11)
    #expect(Accumulation.Choice.allCases.allSatisfy { Accumulation.limit($0, samples: 1) == 0 })
    let variances = Accumulation.gaussianVariance(generations: 100_000)
    #expect(variances[0] == 0 && variances[1] == 1 && variances[2] == 1.25)
    #expect(abs(variances[100_000] - Double.pi * Double.pi / 6 + 1e-5) < 1e-9)
  }

  /// Proofs and floating point run the same code.
  @Test(arguments: Accumulation.Choice.allCases)
  func fractionsAndDoublesAgree(choice: Accumulation.Choice) {
    var exact = PoolLaw<Rational>(samples: 2, choice: choice, truth: Rational(1, 3))
    var law = PoolLaw<Double>(samples: 2, choice: choice, truth: 1.0 / 3)
    for _ in 0..<4 {
      #expect(exact.pool.reduce(.zero) { $0 + $1 } == .one)
      for (a, b) in zip(exact.models, law.models) {
        #expect(abs(Double(a.probability) - b.probability) < 1e-14)
      }
      exact.advance()
      law.advance()
    }
  }
}
