import Foundation
import NumericalMethods

/// Where points of a closed loop of kernel estimates come from: laws that are exact at every M.
public enum KernelAncestry {
  /// The number of steps to the last common parent of two points of generation t, all points of generation 0 being
  /// one: `P(G = g) = (1/M)(1 − 1/M)^{g−1}`, g < t, and the rest at t.
  ///
  /// - Returns: the probabilities of g = 1 … `generations`.
  public static func commonParent(samples: Int, generations: Int) -> [Double] {
    let survival = 1 - 1 / Double(samples)
    return (1...generations).map { g in
      pow(survival, Double(g - 1)) * (g == generations ? 1 : 1 / Double(samples))
    }
  }

  /// The number of steps from generation 0 to a new point of generation t where points are drawn out of all so far,
  /// equally many in each generation.
  ///
  /// Its mean is `1 + ½ + … + 1/t`: the pool of t generations has a parent of each with the same probability.
  ///
  /// - Returns: the probabilities of 0 … `generations` steps.
  public static func stepsInPool(generations: Int) -> [Double] {
    var pool = [1.0] + [Double](repeating: 0, count: generations)
    var newest = pool
    for t in 1...generations {
      newest = [0] + pool.dropLast()
      pool = zip(pool, newest).map { $0 + ($1 - $0) / Double(t + 1) }
    }
    return newest
  }

  /// `P(X ≤ x)` of a sum of g independent normal variates of variance v, g = 1 … with the given probabilities.
  public static func sumOfSteps(
    at x: Double, variance v: Double, probabilities: some Sequence<Double>
  ) -> Double {
    var sum = 0.0
    for (index, p) in probabilities.enumerated() {
      sum += p * 0.5 * erfc(-x / (2 * v * Double(index + 1)).squareRoot())
    }
    return sum
  }

  /// `P(|X|² ≤ s)` of such a sum in the plane.
  public static func squaredLength(
    at s: Double, variance v: Double, probabilities: some Sequence<Double>
  ) -> Double {
    if s <= 0 { return 0 }
    var sum = 0.0
    for (index, p) in probabilities.enumerated() {
      sum -= p * expm1(-s / (2 * v * Double(index + 1)))
    }
    return sum
  }

  /// `P(|d′/d| ≤ x)` of the difference of two points in one generation with the relative bandwidth h.
  ///
  /// They have one parent with probability ½, and then d′/d = hZ; else ±1 + hZ.
  public static func ratioOfTwo(at x: Double, bandwidth h: Double) -> Double {
    if x <= 0 { return 0 }
    let width = h * 2.0.squareRoot()
    return 0.5 * erf(x / width) + 0.25 * (erf((1 + x) / width) - erf((1 - x) / width))
  }

  /// `E ln (d′/d)²` of two points, by quadrature: how their typical variance grows or falls.
  public static func logGrowthOfTwo(bandwidth h: Double) -> Double {
    // E ln Z² = ψ(½) + ln 2, and E ln (1 + hZ)² = ln h² + E ln χ²₁(1/h²), a Poisson mixture of ψ(½ + k) + ln 2.
    let rate = 0.5 / (h * h)
    let last = Int(rate + 40 * rate.squareRoot() + 60)
    let mixture = (0...last).reduce(0.0) { sum, k in
      sum + PoissonLaw(mean: rate).probability(of: Double(k))
        * SpecialFunction.digamma(0.5 + Double(k))
    }
    return 2 * log(h) + log(2) + 0.5 * (SpecialFunction.digamma(0.5) + mixture)
  }
}
