import Families
import Foundation
import NumericalMethods
import Randomness

extension GammaFamily: TestedFamily {
  package static var instances: [GammaFamily] { [GammaFamily()] }
  package var name: String { "gamma, shape unknown" }

  /// `ln Γ(θ₂) − θ₂ ln(−θ₁)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { logGamma(θ[1]) - θ[1] * log(-θ[0]) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> SIMD2<Double>
  {
    SIMD2(-generator.logUniform(1e-2, 1e2), generator.logUniform(0.3, 100))
  }

  package var hasSymmetry: Bool { true }
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    let near = generator.nextUnit() < 0.5 ? 0x1p-20 : 1
    let (m, k) = (generator.uniform(0.5, 2), generator.logUniform(0.3, 30))
    let (n, l) = (m * (1 + near), k * (1 - near * generator.uniform(0.1, 0.9)))
    return [1, 0x1p200, 0x1p-200].map {
      (member(mean: $0 * n, shape: l), member(mean: $0 * m, shape: k))
    }
  }

  package var faces: [[[Double]]] { [] }
  package func vertices(of face: Member.Face) -> [[Double]] {}

  /// A geometric mean above the arithmetic one, no difference of them, and no positive mean.
  package var impossibleMeans: [[Double]] {
    [
      [1, 0.001], [1, 0], [Foundation.exp(1), 1], [0, -1], [-1, 0], [.infinity, 0],
      [1, -.infinity],
    ]
  }
  package var bounds: [StatisticBound]? { nil }

  /// Fewer may by chance be too close to one another for their shape.
  package var safeSampleCount: Int { 4 }

  /// The sum of the points is Gamma, and for two points the share of one in it is Beta(k, k).
  package func exactLaws(ofSumOf count: Int, at θ: SIMD2<Double>) -> [ExactLaw<SIMD2<Double>>] {
    let shape = θ.y * Double(count)
    let sum = ExactLaw<SIMD2<Double>>(
      "sum", value: { $0.x },
      below: { ContinuousLaw.gammaCumulative(shape: shape, rate: -θ.x, at: $0) },
      above: { ContinuousLaw.chiSquaredSurvival(-2 * θ.x * $0, degreesOfFreedom: 2 * shape) })
    if count != 2 { return [sum] }
    return [
      sum,
      ExactLaw(
        // (2b − 1)² = 1 − 4b(1 − b), b the share.
        "squared contrast", value: { max(0, 1 - 4 * Foundation.exp($0.y) / ($0.x * $0.x)) },
        below: { ContinuousLaw.betaCumulative(0.5, θ.y, at: $0) },
        above: { ContinuousLaw.betaCumulative(θ.y, 0.5, at: 1 - $0) }),
    ]
  }
}
