import Foundation
import NumericalMethods

/// A family that is not steep: h(s) = s⁻⁴ on s ≥ 1, φ = s, with θ ≤ 0.
///
/// A(0) is finite, and so is the mean there, 3/2, the largest of the family.
private enum TiltedPareto {
  static let largestMean = 1.5

  /// μ(θ), with s = 1/v; a factor of both integrals is left out.
  static func mean(_ θ: Double) -> Double {
    func integral(_ power: Double) -> Double {
      integrate(from: 0, to: 1, tolerance: 1e-10) { v in
        v > 0 ? pow(v, power) * exp(θ * (1 / v - 1)) : 0
      }.value
    }
    return integral(1) / integral(2)
  }

  /// The θ ≤ 0 of largest likelihood: the end of the parameters, if the mean of the data is too large for all.
  static func estimate(_ data: Double) -> Double {
    if data >= largestMean { return 0 }
    var (low, high) = (-2000.0, 0.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if mean(middle) < data { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// `E f(s)` of one point at θ = 0.
  static func expectation(of f: (Double) -> Double) -> Double {
    // Nodes of the midpoint rule in the distribution function; the kink at s = 3/2 is a node's end.
    func part(_ low: Double, _ high: Double) -> Double {
      let nodes = 40
      return (0..<nodes).reduce(0) { sum, i in
        let p = low + (Double(i) + 0.5) / Double(nodes) * (high - low)
        return sum + f(pow(1 - p, -1.0 / 3)) * (high - low) / Double(nodes)
      }
    }
    let kink = 1 - pow(largestMean, -3)
    return part(0, kink) + part(kink, 1)
  }
}

/// Inverse Gaussians of shape 1: steep, but not regular, as A(θ) = −√(−2θ) is finite at the end θ = 0.
///
/// Eq. 18 of a single point of mean 1, the truth's, is ∝ exp(2(θ − A)). With v = √(−2θ) = 1/μ it is exp(2v − v²),
/// and dθ = −v dv.
private enum InverseGaussian {
  /// The mean of `f(μ, θ)`.
  static func expectation(of f: (Double, Double) -> Double) -> Double {
    func integral(_ g: (Double) -> Double) -> Double {
      integrate(from: 0, to: 12, tolerance: 1e-12) { v in
        v > 0 ? v * exp(2 * v - v * v) * g(v) : 0
      }.value
    }
    return integral { f(1 / $0, -$0 * $0 / 2) } / integral { _ in 1 }
  }

  /// The density at θ = 0, which a regular family has not.
  static let densityAtTheEnd = 1 / (0.5 + 0.5 * exp(1) * Double.pi.squareRoot() * (1 + erf(1)))
}

extension Counterexample {
  static let steepness = [
    Counterexample(
      "P1: in any family the mean statistic is a martingale", says: 1.5, insteadOf: 23.0 / 18,
      tolerance: 1e-4, bug: "a mean that no model has is kept"
    ) {
      TiltedPareto.expectation { TiltedPareto.mean(TiltedPareto.estimate($0)) }
    } withBug: {
      TiltedPareto.expectation { $0 }
    },
    Counterexample(
      "X13: the mean score of Eq. 18 is zero in every steep family", says: 0,
      insteadOf: InverseGaussian.densityAtTheEnd / 2, tolerance: 1e-9,
      bug: "the density is one with respect to dμ"
    ) {
      InverseGaussian.expectation { μ, _ in 1 - μ }
    } withBug: {
      // dθ = dμ/μ³.
      InverseGaussian.expectation { μ, _ in (1 - μ) / (μ * μ * μ) }
        / InverseGaussian.expectation { μ, _ in 1 / (μ * μ * μ) }
    },
    Counterexample(
      "X13: a point costs D/2 in every steep family", says: 0.5,
      insteadOf: 0.5 - InverseGaussian.densityAtTheEnd / 4, tolerance: 1e-9,
      bug: "the truth has another mean than the points"
    ) {
      InverseGaussian.expectation { μ, θ in (-0.5 - θ) * (1 - μ) }
    } withBug: {
      InverseGaussian.expectation { μ, θ in (-0.125 - θ) * (2 - μ) }
    },
  ]
}
