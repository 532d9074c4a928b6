import Families
import Foundation
import Randomness

extension CoupledSpins: TestedFamily {
  package static var instances: [CoupledSpins] { [2, 3, 10].map(CoupledSpins.init) }
  package var name: String { "coupled spins, N = \(spins)" }

  /// `ln Σ_k C(N, k) exp(θ₁S + θ₂(S² − N)/(2N))`, S = 2k − N.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    var binomial = 1
    return logSumExp(
      (0...spins).map { k in
        if k > 0 { binomial = binomial * (spins - k + 1) / k }
        let φ = vertex(2 * k - spins)
        return Jet(log(Double(binomial))) + φ[0] * θ[0] + φ[1] * θ[1]
      })
  }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> SIMD2<Double>
  {
    SIMD2(generator.signed(0.01, 3), generator.signed(0.01, 4))
  }

  private func vertex(_ s: Int) -> [Double] {
    [Double(s), Double(s * s - spins) / Double(2 * spins)]
  }

  /// The levels, neighbours, and both outermost levels.
  package var faces: [[[Double]]] {
    let levels = (0...spins).map { vertex(2 * $0 - spins) }
    return levels.map { [$0] } + zip(levels, levels.dropFirst()).map { [$0, $1] }
      + [[levels[0], levels[spins]]]
  }

  package func vertices(of face: Member.Face) -> [[Double]] {
    switch face {
    case .level(let s): [vertex(s)]
    case .edge(let a, let b): [vertex(a), vertex(b)]
    }
  }

  /// Beyond either end, above the upper edge, and below two of the lower ones.
  package var impossibleMeans: [[Double]] {
    let n = Double(spins)
    let middle = vertex(spins % 2)
    return [
      [1.001 * n, 0.5 * (n - 1)], [-1.001 * n, 0.5 * (n - 1)], [0, 0.501 * n - 0.5],
      [middle[0], middle[1] - 0.001], [n - 1, 0.5 * (n - 1) * (n - 2) / n - 0.001],
    ]
  }

  /// All up and all down, equally likely, vary most.
  package var bounds: [StatisticBound]? {
    let n = Double(spins)
    return [
      StatisticBound(range: -n...n), StatisticBound(range: vertex(spins % 2)[1]...0.5 * (n - 1)),
    ]
  }
}
