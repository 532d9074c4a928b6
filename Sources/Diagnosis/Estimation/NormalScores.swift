import NumericalMethods
import PortableMath

/// Scores of intervals of a number: the mean of a standard normal variable in each, where the intervals have `shares`.
///
/// Models of numbers are smooth: what they do not inherit of the sampling noise of ten deciles is new in every
/// generation and gone in the next, which looks like a pull. A model inherits its sufficient statistics, and the mean
/// score of the rows is almost one: of the noise of a normal variable's mean it has 97 %, with ten intervals.
///
/// `s = (f(z_−) − f(z_+))/share`, with f the normal density and z_∓ the quantiles at the ends.
///
/// - Parameter shares: S shares in the order of the intervals, of sum 1; where one is 0 the score is 0.
func normalScores(of shares: [Double]) -> [Double] {
  func density(_ z: Double) -> Double { exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() }
  var (below, start) = (0.0, 0.0)
  return shares.map { share in
    below = min(1, below + share)
    let end = below >= 1 - 1e-12 ? 0 : density(normalQuantile(below))
    defer { start = end }
    return share > 0 ? (start - end) / share : 0
  }
}

/// z with `P(Z ≤ z) = probability` in (0, 1), by bisection of the tail of Z².
private func normalQuantile(_ probability: Double) -> Double {
  let tail = 2 * min(probability, 1 - probability)
  var (low, high) = (0.0, 40.0)
  for _ in 0..<60 {
    let middle = 0.5 * (low + high)
    if ContinuousLaw.chiSquaredSurvival(middle * middle, degreesOfFreedom: 1) > tail {
      low = middle
    } else {
      high = middle
    }
  }
  return probability < 0.5 ? -low : low
}

extension PathSums {
  /// Adds a step of the mean score of the rows, `y = Σ_s score_s x_s`, whose variance is `(h/N) scoreᵀ (V(u) − c d dᵀ) score`.
  mutating func add(_ step: StepView, scores: [Double]) {
    let m = step.moments
    let scale = step.rows / m.noise
    var (d, r, mean, square) = (0.0, 0.0, 0.0, 0.0)
    for (s, score) in scores.enumerated() {
      let difference = step.truth[s] - step.from[s]
      let u = max(0, step.truth[s] - m.distance * difference)
      d += score * difference
      r += score * (step.to[s] - step.from[s] - m.pull * difference)
      mean += score * u
      square += score * score * u
    }
    let variance = square - mean * mean - m.correction * d * d
    guard variance > 1e-12 else { return }
    score += scale * m.slope * d * r / variance
    information += scale * m.slope * m.slope * d * d / variance
    squares += scale * r * r / variance
    expectedSquares += 1
  }
}
