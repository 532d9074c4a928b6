import NumericalMethods
import PortableMath

/// Scores of intervals of a number: the mean of a standard normal variable in each, where the intervals have `shares`.
///
/// Models of numbers are smooth: what they do not inherit of the sampling noise of ten deciles is new in every
/// generation and gone in the next, which looks like a pull. A model inherits its sufficient statistics, and the mean
/// score of the rows is almost one: of the noise of a normal variable's mean it has 96 %, with ten intervals.
///
/// `s = (f(z_−) − f(z_+))/share`, with f the normal density and z_∓ the quantiles at the ends.
///
/// - Parameter shares: S shares in the order of the intervals, of sum 1; where one is 0 the score is 0.
package func normalScores(of shares: [Double]) -> [Double] {
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

/// One step of the mean score of the rows, `y = Σ_s score_s x_s`.
private struct ScoreStep {
  /// Distance to the truth, and what the step moves beyond the pull.
  var (distance, rest) = (0.0, 0.0)
  /// `scoreᵀ (V(u) − c d dᵀ) score`, N/h times the variance of the step.
  let variance: Double
  /// N/h.
  let scale: Double

  init(_ path: LoopPath, step t: Int, scores: [Double], _ m: StepMoments) {
    var (mean, square) = (0.0, 0.0)
    for (s, score) in scores.enumerated() {
      let x = path.shares[t * path.symbols + s]
      let difference = path.truth[s] - x
      let u = max(0, path.truth[s] - m.distance * difference)
      distance += score * difference
      rest += score * (path.shares[(t + 1) * path.symbols + s] - x - m.pull * difference)
      mean += score * u
      square += score * score * u
    }
    variance = square - mean * mean - m.correction * distance * distance
    scale = path.rows[t] / m.noise
  }
}

extension LoopPath {
  /// The sums of the mean score at pull `a`, with the truth's mean score where all rows together put it.
  ///
  /// That minimises `R δ²/v* + Σ_t (N/h)(r − Aδ)²/v`, δ the difference to that of the real rows. Systematic moves have
  /// no direction here.
  func sums(
    ofScores scores: [Double], at a: Double, _ moments: [StepMoments], directions: Bool
  ) -> PathSums {
    var sums = PathSums()
    if directions { sums.prepare(symbols: symbols) }
    let steps = moments.indices.map { ScoreStep(self, step: $0, scores: scores, moments[$0]) }
    let used = steps.indices.filter { steps[$0].variance > 1e-12 }
    var (difference, weight) = (0.0, 0.0)
    if seesTruthError(at: a) {
      // Scores have the mean 0 in the truth.
      let variance = zip(scores, truth).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
      weight = truthRows / max(variance, 1e-12)
      for t in used {
        let unit = steps[t].scale * moments[t].pull / steps[t].variance
        difference += unit * steps[t].rest
        weight += unit * moments[t].pull
      }
      difference /= weight
    }
    var crossed = 0.0
    for t in used {
      let (step, m) = (steps[t], moments[t])
      let (d, r) = (step.distance + difference, step.rest - m.pull * difference)
      let unit = step.scale / step.variance
      sums.score += unit * m.slope * d * r
      sums.information += unit * m.slope * m.slope * d * d
      sums.squares += unit * r * r
      sums.expectedSquares += 1
      crossed += unit * m.pull * m.slope * d
    }
    if weight > 0 {
      sums.information = max(
        sums.information - crossed * crossed / weight, 1e-3 * sums.information)
    }
    return sums
  }
}
