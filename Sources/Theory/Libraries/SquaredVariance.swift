import Foundation
import NumericalMethods

/// A closed loop of a Gaussian whose samples take the variance for the standard deviation: `v′ = v² χ²_{M−1}/M`.
///
/// `ln v_t = 2^t (ln v₀ + Y_t)` with `Y_t = Σ_k 2^−k ξ_k` over k = 1 … t, ξ = ln(χ²_{M−1}/M): the loop ends at 0 if
/// ln v₀ + Y < 0, and explodes otherwise.
public struct SquaredVariance: Sendable {
  /// M ≥ 2.
  public let samples: Int
  /// The law of ξ.
  public var step: LogChiSquared { LogChiSquared(samples: samples) }
  /// Points for Y of one generation less, and their probabilities.
  private let points: [Double]
  private let weights: [Double]

  /// The law of `Y_t` for t = `generations` ≥ 2; after sixty, that of the limit.
  public init(samples: Int, generations: Int = 60) {
    precondition(samples >= 2 && generations >= 2, "M ≥ 2 and two generations are needed")
    self.samples = samples
    let law = LogChiSquared(samples: samples)
    // Y is a weighted mean of independent ξ, and half as wide after the first.
    let points = law.grid(from: 0, to: 0, refinement: 2)
    let width = points[1] - points[0]
    var density = points.map { 2 * law.density(at: 2 * $0) }
    let kernel = DenseMatrix(rows: points.count, columns: points.count) { i, j in
      2 * width * law.density(at: 2 * points[i] - points[j])
    }
    for _ in 2..<generations {
      density = points.indices.map { i in
        var sum = 0.0
        for j in density.indices { sum += kernel[i, j] * density[j] }
        return sum
      }
    }
    self.points = points
    weights = density.map { width * $0 }
  }

  /// `P(Y_t ≤ y)`; with y = −ln v₀ and many generations the probability that the loop ends at 0.
  public func cumulative(_ y: Double) -> Double {
    var sum = 0.0
    for (x, weight) in zip(points, weights) where weight > 0 {
      sum += weight * step.cumulative(2 * y - x)
    }
    return sum
  }

  /// `E f(Y_{t−1})`.
  func expectation(_ f: (Double) -> Double) -> Double {
    zip(points, weights).reduce(0) { $0 + $1.1 * f($1.0) }
  }

  /// Mean, variance and third cumulant of Y, by quadrature.
  public var cumulants: (mean: Double, variance: Double, third: Double) {
    let mean = expectation { $0 }
    func central(_ order: Int) -> Double {
      expectation { y in (0..<order).reduce(1) { power, _ in power * (y - mean) } }
    }
    return (mean, central(2), central(3))
  }

  /// The same in closed form, `κ_n = ψ^(n−1)((M − 1)/2)/(2ⁿ − 1)`, with ln(2/M) added to the mean.
  public var exactCumulants: (mean: Double, variance: Double, third: Double) {
    (step.mean, step.variance / 3, SpecialFunction.tetragamma(step.shape) / 7)
  }
}
