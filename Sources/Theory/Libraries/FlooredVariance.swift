import Foundation
import NumericalMethods

/// A closed loop of a Gaussian whose fit adds a constant ε to the variance: `v′ = v χ²_{M−1}/D + ε`.
///
/// All values are in units of ε, so that ε = 1. D is M, or M − 1 if the variance is unbiased.
public struct FlooredVariance: Sendable {
  /// M ≥ 2.
  public let samples: Int
  /// Whether the divisor is M − 1.
  public let unbiased: Bool

  /// The loop of M = `samples` ≥ 2 points.
  public init(samples: Int, unbiased: Bool = false) {
    precondition(samples >= 2, "two points at least have a variance")
    (self.samples, self.unbiased) = (samples, unbiased)
  }

  /// The law of the logarithm of `χ²_{M−1}/D`.
  public var factor: LogChiSquared { LogChiSquared(samples: samples, unbiased: unbiased) }

  /// `E v = M` of the stationary law; infinite with the divisor M − 1.
  public var mean: Double { unbiased ? .infinity : Double(samples) }

  /// `E v² = M²(2M − 1)` of the stationary law; infinite with the divisor M − 1.
  public var meanSquare: Double {
    let m = Double(samples)
    return unbiased ? .infinity : m * m * (2 * m - 1)
  }

  /// κ > 0 with `E (χ²_{M−1}/D)^κ = 1`: the stationary law has exactly the moments of order below κ, and the tail
  /// `P(v > x) ∝ x^−κ` (Kesten 1973, Goldie 1991).
  ///
  /// Between 2 and 3 with the divisor M, about 2 + 1/(2M); 1 with M − 1.
  public var tailIndex: Double {
    if unbiased { return 1 }
    // Convex in s, with zeros at 0 and κ.
    return bisection(2, 3) { factor.logMoment($0) < 0 }
  }

  // MARK: - The law

  /// The law of v as a mixture: v is `1 + u χ²/D` with u from a grid.
  public struct Law: Sendable {
    let logarithms: [Double]
    let weights: [Double]
    let factor: LogChiSquared

    /// `P(v ≤ value)`.
    public func cumulative(_ value: Double) -> Double {
      if value <= 1 { return 0 }
      let x = log(value - 1)
      var sum = 0.0
      for (u, weight) in zip(logarithms, weights) where weight > 0 {
        sum += weight * factor.cumulative(x - u)
      }
      return sum
    }

    /// The value that v exceeds with probability ½.
    public var median: Double {
      bisection(1, exp(logarithms.last!), until: 1e-12) { cumulative($0) < 0.5 }
    }
  }

  /// The law after `generations` ≥ 1 generations from the variance `start` > 0.
  public func law(after generations: Int, from start: Double) -> Law {
    precondition(generations >= 1 && start > 0, "a generation and a variance > 0 are needed")
    if generations == 1 { return Law(logarithms: [log(start)], weights: [1], factor: factor) }
    let grid = Grid(self, start: start)
    var weights = grid.first(from: log(start))
    for _ in 2..<generations { weights = grid.next(weights) }
    return Law(logarithms: grid.sums, weights: weights, factor: factor)
  }

  /// The stationary law.
  ///
  /// - Throws: `SingularMatrixError` if the grid does not determine it.
  public func stationaryLaw() throws -> Law {
    let grid = Grid(self, start: 1)
    let n = grid.points.count
    // What does not leave the grid: p = K p with Σ p = 1 in place of the last row.
    let system = DenseMatrix(rows: n, columns: n) { i, j in
      i == n - 1 ? 1 : (i == j ? 1 : 0) - grid.kernel[i, j]
    }
    let right = DenseMatrix(rows: n, columns: 1) { i, _ in i == n - 1 ? 1 : 0 }
    return Law(logarithms: grid.sums, weights: try solve(system, right).entries, factor: factor)
  }

  /// Points for `ln(v − 1)`, and the probabilities to go from one to another.
  private struct Grid {
    let points: [Double]
    /// ln v at each.
    let sums: [Double]
    let kernel: DenseMatrix
    private let factor: LogChiSquared
    private let step: Double

    init(_ loop: FlooredVariance, start: Double) {
      let factor = loop.factor
      // The tail is a power: beyond e^28/κ times the size of v lies 10⁻¹² of the law.
      let highest = max(log(start), log(Double(loop.samples)) + 28 / loop.tailIndex)
      let points = factor.grid(from: min(0, log(start)), to: highest)
      let sums = points.map { log1p(exp($0)) }
      let step = points[1] - points[0]
      kernel = DenseMatrix(rows: points.count, columns: points.count) { i, j in
        step * factor.density(at: points[i] - sums[j])
      }
      (self.points, self.sums, self.factor, self.step) = (points, sums, factor, step)
    }

    func first(from logarithm: Double) -> [Double] {
      points.map { step * factor.density(at: $0 - logarithm) }
    }

    func next(_ weights: [Double]) -> [Double] {
      points.indices.map { i in
        var sum = 0.0
        for j in weights.indices { sum += kernel[i, j] * weights[j] }
        return sum
      }
    }
  }

  // MARK: - Large M

  /// `P(v/M ≤ x)` for large M: the inverse Gamma law of shape 2 and scale 1, or of shape 1 with the divisor M − 1.
  public func limitDistribution(_ x: Double) -> Double {
    x > 0 ? (unbiased ? 1 : 1 + 1 / x) * exp(-1 / x) : 0
  }

  /// The median of that law.
  public var limitMedian: Double { bisection(0.1, 10) { limitDistribution($0) < 0.5 } }
}

/// Where `isBelow` ends between `low` and `high`, up to a relative `error` or to the last digit.
private func bisection(
  _ low: Double, _ high: Double, until error: Double = 0, isBelow: (Double) -> Bool
) -> Double {
  var (low, high) = (low, high)
  while high - low > error * high {
    let middle = 0.5 * (low + high)
    if middle == low || middle == high { break }
    if isBelow(middle) { low = middle } else { high = middle }
  }
  return high
}
