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
    let deviation = law.variance.squareRoot()
    // Simpson's rule, for the density does not vanish at the end.
    let lowest = -10 * deviation - 10 / rate * law.variance
    let intervals = 2 * Int((3 * (distance - lowest) / deviation).rounded(.up))
    let width = (distance - lowest) / Double(intervals)
    let points = (0...intervals).map { lowest + Double($0) * width }
    let weights = (0...intervals).map { index in
      width / 3 * (index == 0 || index == intervals ? 1 : index % 2 == 1 ? 4 : 2)
    }
    // Steps of whole widths: one row of densities serves all points.
    let steps = (-intervals...intervals).map { law.density(at: Double($0) * width) }
    let reach = steps.indices.filter { steps[$0] > 1e-14 }
    let (first, last) = (reach.first! - intervals, reach.last! - intervals)
    var density = points.map { law.density(at: -$0) }
    var remaining = [1.0]
    for t in 1...max(1, generations) {
      if t > 1 {
        density = (0...intervals).map { i in
          var sum = 0.0
          // ξ is where it came from less where it is.
          for j in max(0, i + first)..<max(max(0, i + first), min(intervals, i + last) + 1) {
            sum += weights[j] * density[j] * steps[j - i + intervals]
          }
          return sum
        }
      }
      remaining.append(zip(weights, density).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return Array(remaining.prefix(generations + 1))
  }

  /// The mean number of generations in which ln k grows by `distance` for the first time.
  public func meanTime(to distance: Double) -> Double {
    // Beyond ten times Wald's estimate nothing is left.
    let last = Int(4 * distance / rate) + 60 * samples
    return remaining(below: distance, generations: last).reduce(0, +)
  }
}
