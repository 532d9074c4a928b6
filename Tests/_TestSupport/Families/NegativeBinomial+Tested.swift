import Families
import Foundation
import NumericalMethods
import Randomness

extension NegativeBinomial: OneParameterFamily {
  package static var instances: [NegativeBinomial] {
    [.geometric, NegativeBinomial(size: 0.3), NegativeBinomial(size: 6)]
  }
  package var name: String { "negative binomial, r = \(size)" }

  /// `−r ln(1 − e^θ)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { -size * log(Jet(1) - exp(θ[0])) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    -generator.logUniform(0.01, 8)
  }

  package var searchRange: ClosedRange<Double> { -60...(-1e-6) }

  package var faces: [[[Double]]] { [[[0]]] }
  package func vertices(of face: Member.Face) -> [[Double]] { [[0]] }
  package var impossibleMeans: [[Double]] { [[-0.001], [.infinity]] }
  package var bounds: [StatisticBound]? { nil }

  /// A sum is negative binomial, with probabilities that are incomplete Beta functions.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let (total, odds) = (size * Double(count), exp(θ))
    return [
      ExactLaw(
        "sum", value: { $0.rounded() },
        below: { $0 < 0 ? 0 : ContinuousLaw.betaCumulative(total, $0 + 1, at: 1 - odds) },
        above: { $0 <= 0 ? 1 : ContinuousLaw.betaCumulative($0, total, at: odds) })
    ]
  }
}
