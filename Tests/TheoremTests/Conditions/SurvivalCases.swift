import Families
import Theory

extension Counterexample {
  /// The probability that one spin is up with a frequency from 0.1 to 0.9 after 5M generations from ½; M = 200.
  private static func probabilityInside(_ points: Int) -> Double {
    let samples = 200
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: points, frequency: 0.5))
    let transitions = FiniteChain(states: chain.size + 1) {
      chain.countProbabilities(from: chain.frequency($0))
    }
    let law = transitions.law(
      after: 5 * samples - 1, from: chain.countProbabilities(from: 0.5))
    return law.indices.reduce(0) {
      (0.1...0.9).contains(chain.frequency($1)) ? $0 + law[$1] : $0
    }
  }

  static let survival = [
    Counterexample(
      "P17: synthetic points without number drown an external one", says: 0,
      // That of the uniform law, which is approached as 1/M.
      insteadOf: 0.8, tolerance: 0.015, bug: "the external point is left out"
    ) {
      probabilityInside(1)
    } withBug: {
      probabilityInside(0)
    }
  ]
}
