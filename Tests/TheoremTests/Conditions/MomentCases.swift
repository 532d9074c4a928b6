import Foundation

/// P(φ = 1) = ½ and P(φ = 1 − 1/k) ∝ k^(−3/2) at θ = 0: bounded, with D = 1.
private enum HeavyEnd {
  private static let values = 20_000
  private static let weights = (1...values).map { pow(Double($0), -1.5) }
  private static let norm = 2 * 2.612_375_348_685_488  // Twice ζ(3/2).

  /// The mean of 1 − φ at θ.
  private static func mean(_ θ: Double) -> Double {
    var (sum, moment) = (0.5, 0.0)
    for k in 1...values {
      let weight = weights[k - 1] / norm * exp(-θ / Double(k))
      sum += weight
      moment += weight / Double(k)
    }
    return moment / sum
  }

  /// The estimate from M = 2 points, one of them 1 and the other 1 − 1/k.
  static func estimate(_ k: Double) -> Double {
    var (low, high) = (0.0, 4 * pow(2 * k, 2.0 / 3) + 10)
    for _ in 0..<25 {
      let middle = (low + high) / 2
      if mean(middle) > 1 / (2 * k) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// How the terms `k·P(k)·θ′(k)` of E θ′ grow from k to 2k, as a power of k; a sum of falling terms needs less than 0.
  static func exponent(probability: Double) -> Double {
    1 - probability + log(estimate(8000) / estimate(4000)) / log(2)
  }
}

extension Counterexample {
  static let moments = [
    Counterexample(
      "P7: the estimate has a mean, given that it is finite, for bounded statistics", says: -0.5,
      // −3/2 from the probability, 2/3 from the estimate, 1 from the sum.
      insteadOf: 1.0 / 6, tolerance: 0.02, bug: "the probabilities fall as k⁻²"
    ) {
      HeavyEnd.exponent(probability: 1.5)
    } withBug: {
      HeavyEnd.exponent(probability: 2)
    }
  ]
}
