import Families
import Foundation
import NumericalMethods
import Randomness

extension IndependentSpins: OneParameterFamily {
  package static var instances: [IndependentSpins] { [1, 4, 10].map(IndependentSpins.init) }
  package var name: String { "independent spins, N = \(spins)" }

  /// `N ln(e^θ + e^−θ)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    Double(spins) * logSumExp([θ[0], -θ[0]])
  }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    generator.signed(0.01, 12)
  }

  package var searchRange: ClosedRange<Double> { -15...15 }

  package var faces: [[[Double]]] { [[[Double(-spins)]], [[Double(spins)]]] }
  package func vertices(of face: Member.Face) -> [[Double]] {
    [[Double(face == .allUp ? spins : -spins)]]
  }
  package var impossibleMeans: [[Double]] { [[1.001 * Double(spins)], [-1.001 * Double(spins)]] }

  /// The variance is N times that of one spin.
  package var bounds: [StatisticBound]? {
    [StatisticBound(range: Double(-spins)...Double(spins), variance: Double(spins))]
  }

  /// The number of spins up is binomial.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let total = Double(spins * count)
    let law = BinomialLaw(trials: total, probability: 1 / (1 + exp(-2 * θ)))
    return [
      ExactLaw(
        "spins up", value: { ((total + $0) / 2).rounded() }, below: law.cumulative,
        above: { law.survival($0 - 1) })
    ]
  }
}
