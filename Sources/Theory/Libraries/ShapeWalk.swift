import NumericalMethods

/// The logarithm of the shape k in a closed loop of Gamma variables whose shape is large: a random walk.
///
/// The deficit ln mean − mean ln of M points is χ²_{M−1}/(2kM) up to terms of order 1/k, and the next shape is ½ over
/// it: `ln k′ = ln k − ξ`, ξ = ln(χ²_{M−1}/M).
public struct ShapeWalk: Sendable {
  /// M ≥ 2.
  public let samples: Int

  /// The walk of M = `samples` points.
  public init(samples: Int) {
    precondition(samples >= 2, "two points at least have a variance")
    self.samples = samples
  }

  /// The law of ξ.
  public var step: LogChiSquared { LogChiSquared(samples: samples) }

  /// The mean growth of ln k in a generation, `ln(M/2) − ψ((M − 1)/2)`: 2/M for large M.
  public var rate: Double { -step.mean }

  /// The probability that ln k has not yet grown by `distance` > 0, after t = 0 … `generations`.
  public func remaining(below distance: Double, generations: Int) -> [Double] {
    let law = step
    let lowest = -10 * law.variance.squareRoot() - 10 / rate * law.variance
    let grid = SimpsonGrid(of: law, from: lowest, to: distance)
    let (points, steps, last) = (grid.points, grid.steps, grid.points.count - 1)
    let reach = steps.indices.filter { steps[$0] > 1e-14 }
    let (below, above) = (reach.first! - last, reach.last! - last)
    var density = points.map { law.density(at: -$0) }
    var remaining = [1.0]
    for t in 1...max(1, generations) {
      if t > 1 {
        density = points.indices.map { i in
          var sum = 0.0
          // ξ is where it came from less where it is.
          for j in max(0, i + below)..<max(max(0, i + below), min(last, i + above) + 1) {
            sum += grid.weights[j] * density[j] * grid.density(j, i)
          }
          return sum
        }
      }
      remaining.append(grid.integral(of: density))
    }
    return Array(remaining.prefix(generations + 1))
  }

  /// The mean number of generations in which ln k grows by `distance` for the first time.
  public func meanTime(to distance: Double) -> Double {
    // After four times Wald's estimate, and 60M generations more, nothing is left.
    let last = Int(4 * distance / rate) + 60 * samples
    return remaining(below: distance, generations: last).reduce(0, +)
  }
}
