import Foundation
import NumericalMethods

/// A closed loop of a Gaussian whose variance has a least value f: `v′ = max(v χ²_{M−1}/M, f)`.
///
/// In units of f. ln v is a random walk that is stopped at 0 whenever it would go below (Lindley), with the steps of
/// maximum likelihood, −2/M on average. There is an atom at f, and a tail of the same index as if f were added.
public struct LeastVariance: Sendable {
  /// M ≥ 2.
  public let samples: Int

  /// The loop of M = `samples` ≥ 2 points.
  public init(samples: Int) {
    precondition(samples >= 2, "two points at least have a variance")
    self.samples = samples
  }

  /// The law of a step of ln v.
  public var step: LogChiSquared { LogChiSquared(samples: samples) }

  /// A law of v: an atom at 1, and a density of ln v on a grid.
  public struct Law: Sendable {
    /// Of v = 1.
    public let atom: Double
    fileprivate let points: [Double]
    fileprivate let weights: [Double]
    fileprivate let step: LogChiSquared

    /// `P(v ≤ value)` one generation later, which for a stationary law is the same.
    public func nextCumulative(_ value: Double) -> Double {
      if value < 1 { return 0 }
      let x = log(value)
      var sum = atom * step.cumulative(x)
      for (y, weight) in zip(points, weights) where weight > 0 {
        sum += weight * step.cumulative(x - y)
      }
      return sum
    }

    /// `E v`.
    public var mean: Double { zip(points, weights).reduce(atom) { $0 + exp($1.0) * $1.1 } }
  }

  /// The stationary law.
  ///
  /// - Throws: `SingularMatrixError` if the grid does not determine it.
  public func stationaryLaw() throws -> Law {
    let grid = grid
    let n = grid.points.count
    let system = DenseMatrix(rows: n, columns: n) { (i: Int, j: Int) -> Double in
      (i == j ? 1 : 0) - grid.weights[j] * grid.density(i, j)
    }
    let right = DenseMatrix(rows: n, columns: 1) { i, _ in grid.density(i, 0) }
    let density = try solve(system, right).entries
    let whole = 1 + grid.integral(of: density)
    return law(on: grid, atom: 1 / whole, density: density.map { $0 / whole })
  }

  /// The law after `generations` ≥ 0 generations from v = 1.
  public func law(after generations: Int) -> Law {
    let grid = grid
    var (atom, density) = (1.0, [Double](repeating: 0, count: grid.points.count))
    for _ in 0..<generations {
      let now = law(on: grid, atom: atom, density: density)
      density = grid.points.indices.map { i in
        var sum = atom * grid.density(i, 0)
        for j in density.indices { sum += now.weights[j] * grid.density(i, j) }
        return sum
      }
      atom = now.nextCumulative(1)
    }
    return law(on: grid, atom: atom, density: density)
  }

  /// `P(v > x) → x^−2` for large M, x ≥ 1: mean 2 and median √2, whatever M.
  public static func limitSurvival(_ x: Double) -> Double { x <= 1 ? 1 : 1 / (x * x) }

  /// ln v from 0 to 14, beyond which lies e⁻²⁸ of the law, and e⁻¹⁴ of the mean.
  private var grid: SimpsonGrid { SimpsonGrid(of: step, from: 0, to: 14) }

  private func law(on grid: SimpsonGrid, atom: Double, density: [Double]) -> Law {
    Law(
      atom: atom, points: grid.points, weights: zip(grid.weights, density).map { $0 * $1 },
      step: step)
  }
}
