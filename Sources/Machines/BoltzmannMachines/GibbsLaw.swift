import Families
import PortableMath

/// Probabilities `exp(x)/Z` of finitely many states.
struct GibbsLaw {
  /// `ln Z`.
  let logPartition: Double
  /// The probabilities.
  let probabilities: [Double]

  /// The law with the given exponents x, of any size.
  init(exponents: [Double]) {
    let largest = exponents.max() ?? 0
    var weights = exponents
    var total = 0.0
    for state in weights.indices {
      weights[state] = exp(weights[state] - largest)
      total += weights[state]
    }
    for state in weights.indices { weights[state] /= total }
    logPartition = largest + log(total)
    probabilities = weights
  }

  /// The law of visible units with the weights w(v) and biases b.
  init(logWeights: [Double], biases: [Double]) {
    var exponents = [Double](repeating: 0, count: logWeights.count)
    SpinStates.linear(0, biases[...], into: &exponents)
    for state in exponents.indices { exponents[state] += logWeights[state] }
    self.init(exponents: exponents)
  }

  /// `E vᵢ` of each unit.
  var means: [Double] { SpinStates.moments(probabilities).first }

  /// `Cov(vᵢ, vⱼ)`.
  func covariance(means: [Double]) -> DenseSymmetricMatrix {
    let second = means.indices.map { unit in
      var signed = probabilities
      for state in signed.indices where state >> unit & 1 == 0 { signed[state] = -signed[state] }
      return SpinStates.moments(signed).first
    }
    return DenseSymmetricMatrix(dimension: means.count) { i, j in
      second[i][j] - means[i] * means[j]
    }
  }
}
