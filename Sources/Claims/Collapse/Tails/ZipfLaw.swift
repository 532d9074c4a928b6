import Families
import Foundation

/// Symbols whose probability is inverse to a power of their rank: a few common ones, and a long tail.
struct ZipfLaw: Sendable {
  /// From the most frequent symbol to the rarest.
  let probabilities: [Double]

  /// `p_r ∝ r^−exponent`.
  init(symbols: Int, exponent: Double = 1) {
    let weights = (1...symbols).map { pow(Double($0), -exponent) }
    let sum = weights.reduce(0, +)
    probabilities = weights.map { $0 / sum }
  }

  /// The rarest symbols, as many as hold at most a given share together, one at least.
  func rarest(holding share: Double) -> Range<Int> {
    var sum = 0.0
    var first = probabilities.count
    while first > 1, sum + probabilities[first - 1] <= share {
      first -= 1
      sum += probabilities[first]
    }
    return min(first, probabilities.count - 1)..<probabilities.count
  }

  /// `−Σ p ln p*`, in nats: how surprising the truth finds what a model writes.
  func crossEntropy(of model: Categorical.Member) -> Double {
    -zip(model.support, model.probabilities).reduce(0) { $0 + $1.1 * log(probabilities[$1.0]) }
  }

  /// The least value of −ln p*, its mean (the entropy), and the largest.
  var logarithms: (least: Double, mean: Double, most: Double) {
    (
      -log(probabilities[0]), -probabilities.reduce(0) { $0 + $1 * log($1) },
      -log(probabilities.last!)
    )
  }
}
