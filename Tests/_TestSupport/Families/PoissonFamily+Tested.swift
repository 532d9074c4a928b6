import Families
import Foundation
import NumericalMethods
import Randomness

extension PoissonFamily: OneParameterFamily {
  package static var instances: [PoissonFamily] { [PoissonFamily()] }
  package var name: String { "Poisson" }

  /// `e^θ`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { exp(θ[0]) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    generator.uniform(-6, 6)
  }

  package var searchRange: ClosedRange<Double> { -25...15 }

  package var faces: [[[Double]]] { [[[0]]] }
  package func vertices(of face: Member.Face) -> [[Double]] { [[0]] }
  package var impossibleMeans: [[Double]] { [[-0.001], [.infinity]] }
  package var bounds: [StatisticBound]? { nil }

  /// A sum of counts is a count.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let law = PoissonLaw(mean: Double(count) * exp(θ))
    return [
      ExactLaw(
        "sum", value: { $0.rounded() }, below: law.cumulative, above: { 1 - law.cumulative($0 - 1) }
      )
    ]
  }
}
