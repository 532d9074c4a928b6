import Families
import Foundation
import NumericalMethods
import Randomness

extension BinomialFamily: OneParameterFamily {
  package static var instances: [BinomialFamily] { [.bernoulli, BinomialFamily(trials: 7)] }
  package var name: String { "binomial, n = \(trials)" }

  /// `n ln(1 + e^θ)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    Double(trials) * logSumExp([Jet(0), θ[0]])
  }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    generator.signed(0.01, 12)
  }

  package var searchRange: ClosedRange<Double> { -25...25 }

  package var faces: [[[Double]]] { [[[0]], [[Double(trials)]]] }
  package func vertices(of face: Member.Face) -> [[Double]] {
    [[face == .allUp ? Double(trials) : 0]]
  }
  package var impossibleMeans: [[Double]] { [[-0.001], [1.001 * Double(trials)]] }
  package var bounds: [StatisticBound]? {
    [StatisticBound(range: 0...Double(trials), variance: Double(trials) / 4)]
  }

  /// Binomial.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let law = BinomialLaw(trials: Double(trials * count), probability: 1 / (1 + exp(-θ)))
    return [
      ExactLaw(
        "successes", value: { $0 }, below: law.cumulative, above: { law.survival($0 - 1) })
    ]
  }
}
