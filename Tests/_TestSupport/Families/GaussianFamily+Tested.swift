import Families
import Foundation
import NumericalMethods
import Randomness

extension GaussianFamily: TestedFamily {
  package static var instances: [GaussianFamily] { [GaussianFamily()] }
  package var name: String { "Gaussian" }

  /// `½m²/v + ½ ln(2πv)`, with `m²/v = −θ₁²/(2θ₂)` and `v = −1/(2θ₂)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    let v = Jet(-0.5) / θ[1]
    return 0.5 * (θ[0] * θ[0] * v) + 0.5 * log(2 * .pi * v)
  }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> SIMD2<Double>
  {
    let width = generator.logUniform(0.01, 100)
    let mean = width * generator.signed(0.01, 5)
    return SIMD2(mean / (width * width), -0.5 / (width * width))
  }

  package var hasSymmetry: Bool { true }
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    let near = generator.nextUnit() < 0.5 ? 0x1p-12 : 1
    let (m, v) = (generator.coarse(-2, 2), generator.uniform(0.5, 2))
    let n = m + generator.coarse(-2 * near, 2 * near)
    let w = v * (1 + near * generator.uniform(-0.4, 1))
    let distance = generator.nextUnit() < 0.5 ? -0x1p30 : 0x1p30
    return [(0, 1), (distance, 1), (distance, 0x1p100), (0, 0x1p-100)].map { origin, unit in
      (
        member(mean: unit * (origin + n), variance: unit * unit * w),
        member(mean: unit * (origin + m), variance: unit * unit * v)
      )
    }
  }

  package var faces: [[[Double]]] { [] }
  package func vertices(of face: Member.Face) -> [[Double]] {}

  /// Less than no variance, and none.
  package var impossibleMeans: [[Double]] {
    [[1, 0.999], [-2, 3.9], [1, 1], [3, 9], [0, .infinity]]
  }
  package var bounds: [StatisticBound]? { nil }

  /// Fewer may by chance be too close to one another for their variance.
  package var safeSampleCount: Int { 4 }

  /// The mean is normal and the scatter χ²; that they are independent shows in the sum of their
  /// probability transforms.
  package func exactLaws(ofSumOf count: Int, at θ: SIMD2<Double>) -> [ExactLaw<SIMD2<Double>>] {
    let (mean, variance, n) = (-0.5 * θ.x / θ.y, -0.5 / θ.y, Double(count))
    func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
    func deviation(_ sum: SIMD2<Double>) -> Double {
      (sum.x - n * mean) / (n * variance).squareRoot()
    }
    func scatter(_ sum: SIMD2<Double>) -> Double { (sum.y - sum.x * sum.x / n) / variance }
    func tail(_ x: Double) -> Double {
      ContinuousLaw.chiSquaredSurvival(max(0, x), degreesOfFreedom: n - 1)
    }
    let first = ExactLaw("mean", value: deviation, below: normal, above: { normal(-$0) })
    if count == 1 { return [first] }
    func triangle(_ u: Double) -> Double { u < 1 ? 0.5 * u * u : 1 - 0.5 * (2 - u) * (2 - u) }
    return [
      first,
      ExactLaw(
        "scatter", value: scatter,
        below: { ContinuousLaw.gammaCumulative(shape: 0.5 * (n - 1), rate: 0.5, at: $0) },
        above: tail),
      ExactLaw(
        "mean and scatter", value: { normal(deviation($0)) + 1 - tail(scatter($0)) },
        below: triangle, above: { triangle(2 - $0) }),
    ]
  }
}
