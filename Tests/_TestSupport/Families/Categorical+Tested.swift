import Families
import Foundation
import NumericalMethods
import Randomness

extension Categorical: TestedFamily {
  package static var instances: [Categorical] { [2, 3, 6].map(Categorical.init) }
  package var name: String { "categorical, K = \(symbols)" }

  /// `ln(Σ exp θ_a + 1)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet { logSumExp(θ + [Jet(0)]) }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> SparseVector {
    SparseVector((0..<dimension).map { _ in generator.signed(0.01, 6) })
  }

  private func vertex(_ symbol: Int) -> [Double] {
    (0..<dimension).map { $0 == symbol ? 1 : 0 }
  }

  /// All sets of symbols but the empty and the full one.
  package var faces: [[[Double]]] {
    (1..<(1 << symbols) - 1).map { subset in
      (0..<symbols).filter { subset >> $0 & 1 == 1 }.map(vertex)
    }
  }

  package func vertices(of face: Member.Face) -> [[Double]] { face.symbols.map(vertex) }

  /// A negative frequency, and more than one in all.
  package var impossibleMeans: [[Double]] {
    [-0.001, 1.001].map { first in (0..<dimension).map { $0 == 0 ? first : 0 } }
  }

  package var bounds: [StatisticBound]? {
    (0..<dimension).map { _ in StatisticBound(range: 0...1) }
  }

  /// The count of each symbol, and of each two together, is binomial.
  package func exactLaws(ofSumOf count: Int, at θ: SparseVector) -> [ExactLaw<SparseVector>] {
    let A = Derivatives(at: components(θ), of: automaticLogPartition)
    // The last symbol has the weight 1 beside exp A in all.
    let p = A.gradient + [exp(-A.value)]
    return (0..<symbols).flatMap { a in
      // Two of two symbols are all.
      (a..<(symbols == 2 ? a + 1 : symbols)).map { b in
        let law = BinomialLaw(
          trials: Double(count), probability: min(1, max(0, a == b ? p[a] : p[a] + p[b])))
        return ExactLaw(
          "symbols \(a), \(b)",
          value: { sum in
            let counts = self.components(sum) + [Double(count) - self.components(sum).reduce(0, +)]
            return a == b ? counts[a] : counts[a] + counts[b]
          }, below: law.cumulative, above: { law.survival($0 - 1) })
      }
    }
  }
}
