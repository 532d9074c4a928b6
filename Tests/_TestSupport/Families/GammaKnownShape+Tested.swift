import Families
import NumericalMethods
import Randomness

extension GammaKnownShape: OneParameterFamily {
  package static var instances: [GammaKnownShape] {
    [.exponential, GammaKnownShape(shape: 0.8), GammaKnownShape(shape: 7)]
  }
  package var name: String { "gamma, k = \(shape)" }

  /// `−k ln(−θ)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { -shape * log(-θ[0]) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    -generator.logUniform(1e-3, 1e3)
  }

  package var searchRange: ClosedRange<Double> { -1e6...(-1e-6) }

  package var hasSymmetry: Bool { true }
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    let near = generator.nextUnit() < 0.5 ? 0x1p-20 : 1
    let m = generator.uniform(0.5, 2)
    let n = m * (1 + near * generator.uniform(0.5, 2))
    return [1, 0x1p200, 0x1p-200].map { (member(mean: $0 * n), member(mean: $0 * m)) }
  }

  package var faces: [[[Double]]] { [[[0]]] }
  package func vertices(of face: Member.Face) -> [[Double]] { [[0]] }
  package var impossibleMeans: [[Double]] { [[-0.001], [.infinity]] }
  package var bounds: [StatisticBound]? { nil }

  /// A sum is Gamma.
  package func exactLaws(ofSumOf count: Int, at θ: Double) -> [ExactLaw<Double>] {
    let shape = shape * Double(count)
    return [
      ExactLaw(
        "sum", value: { $0 },
        below: { ContinuousLaw.gammaCumulative(shape: shape, rate: -θ, at: $0) },
        above: { ContinuousLaw.chiSquaredSurvival(-2 * θ * $0, degreesOfFreedom: 2 * shape) })
    ]
  }
}
