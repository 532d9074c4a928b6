import Foundation
import NumericalMethods
import Testing
import Theory

/// λ_j = (n)_j/(n + b)ʲ, for all sizes up to 200, and as a proof for small ones.
@Suite struct AnchoredSpectrumTests {
  @Test func allSizesUpTo200() {
    for samples in 1...200 {
      let cases: [AnchoredSpinsChain.External] = [
        .fresh(points: 0, frequency: 0.5), .fresh(points: 1, frequency: 0.5),
        .fresh(points: 3, frequency: 0.2), .fixed(points: 2, up: 1),
      ]
      for external in cases {
        let chain = AnchoredSpinsChain(spins: 1, samples: samples, external: external)
        #expect(AnchoredSpectrum.largestDeviation(chain) < 1e-11, "\(samples) \(external)")
      }
    }
  }

  /// A chain that is one sample short has another spectrum, and is seen to.
  @Test func anotherChainIsNoticed() {
    let eigenvalues = AnchoredSpectrum.eigenvalues(own: 20, outside: 1)
    #expect(eigenvalues.count == 22 && eigenvalues[0] == 1 && eigenvalues[21] == 0)
    #expect(abs(eigenvalues[1] - 20.0 / 21) < 1e-15)
    #expect(abs(eigenvalues[2] - 20.0 * 19 / (21 * 21)) < 1e-15)
    let short = AnchoredSpectrum.eigenvalues(own: 19, outside: 2)
    #expect(abs(eigenvalues[2] - short[2]) > 0.01)
  }

  @Test(arguments: [(1, 0), (1, 1), (2, 1), (3, 0), (3, 2), (5, 1), (6, 0)])
  func smallOnesAreProved(own: Int, outside: Int) {
    #expect(AnchoredSpectrum.isProved(own: own, outside: outside, truth: Rational(1, 2)))
    #expect(AnchoredSpectrum.isProved(own: own, outside: outside, truth: Rational(2, 7)))
  }

  /// The law of t generations relaxes like the second eigenvalue, the mean like the first.
  @Test func meansAndVariancesRelaxLikeTheFirstTwo() throws {
    let chain = AnchoredSpinsChain(
      spins: 1, samples: 30, external: .fresh(points: 2, frequency: 0.4))
    let λ = AnchoredSpectrum.eigenvalues(own: 30, outside: 2)
    let transitions = chain.transitions
    let start = [Double](repeating: 0, count: 5) + [1] + [Double](repeating: 0, count: 27)
    let laws = [0, 9].map { transitions.law(after: $0, from: start) }
    let means = laws.map { law in
      law.enumerated().reduce(0.0) { $0 + $1.element * chain.frequency($1.offset) }
    }
    #expect(abs((means[1] - 0.4) / (means[0] - 0.4) - pow(λ[1], 9)) < 1e-12)
  }
}
