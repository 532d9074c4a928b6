import Families
import Foundation
import Randomness

extension GaussianKnownVariance: OneParameterFamily {
  package static var instances: [GaussianKnownVariance] {
    [0.2, 1, 30].map(GaussianKnownVariance.init)
  }
  package var name: String { "Gaussian, variance \(variance)" }

  /// `½σ²θ²`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { 0.5 * variance * (θ[0] * θ[0]) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    generator.signed(0.01, 5) / variance.squareRoot()
  }

  package var searchRange: ClosedRange<Double> { -100...100 }

  package var hasSymmetry: Bool { true }
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    let near = generator.nextUnit() < 0.5 ? 0x1p-12 : 1
    let m = generator.coarse(-2, 2)
    let n = m + generator.coarse(0.5 * near, 2 * near)
    let distance = 0x1p30 * variance.squareRoot().rounded(.up)
    return [0, distance, -distance].map { (member(mean: $0 + n), member(mean: $0 + m)) }
  }

  package var faces: [[[Double]]] { [] }
  package func vertices(of face: Member.Face) -> [[Double]] {}
  package var impossibleMeans: [[Double]] { [[.infinity], [-.infinity]] }
  package var bounds: [StatisticBound]? { nil }

  /// Normal.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let n = Double(count)
    func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
    return [
      ExactLaw(
        "sum", value: { ($0 - n * variance * θ) / (n * variance).squareRoot() }, below: normal,
        above: { normal(-$0) })
    ]
  }
}
