import Families

/// The biases of the visible units for which the machine's means are those of the data.
///
/// Given w, the law of the visible units is an exponential family in b with the statistic v: the likelihood is
/// concave in b, and its maximum is finite as long as no unit is constant in the data, since the mean then lies
/// inside the cube. At the maximum `E vᵢ = v̄ᵢ`, or with a penalty `E vᵢ + κbᵢ = v̄ᵢ`.
struct VisibleBiases {
  /// `ln w` of each state.
  let logWeights: [Double]
  /// v̄ᵢ, inside (−1, 1) unless there is a penalty.
  let means: [Double]
  /// κ ≥ 0: a penalty of ½κ Σ bᵢ² on the mean log-likelihood of a point.
  let penalty: Double

  /// The largest `|E vᵢ + κbᵢ − v̄ᵢ|` that a solution leaves.
  static let residualAllowed = 1e-11

  /// The biases, by Newton's method, safeguarded after Levenberg and Marquardt.
  ///
  /// Weights may tie units to one another so closely that the likelihood is flat, to rounding, in some
  /// directions of b. Steps are therefore judged by the residual, not by the likelihood, and it is the residual
  /// that says when to stop: in a direction that is flat, there is none.
  ///
  /// - Parameter start: where to begin.
  /// - Throws: ``EstimationError/noConvergence(steps:)`` where the residual stays above ``residualAllowed``.
  func solve(from start: [Double]) throws(EstimationError) -> [Double] {
    let steps = 200
    var b = start
    var here = residual(at: b)
    var damping = 0.0
    for _ in 0..<steps {
      if here.largest <= Self.residualAllowed { return b }
      let curvature = here.law.covariance(means: here.means)
        .addingDiagonal(DenseVector(b.map { _ in penalty + damping }))
      if let step = curvature.solve(DenseVector(here.values)) {
        let candidate = zip(b, step.components).map { $0 - $1 }
        let there = residual(at: candidate)
        if there.size < here.size {
          (b, here) = (candidate, there)
          damping = damping > 1e-12 ? damping / 8 : 0
          continue
        }
      }
      damping = damping == 0 ? 1e-10 : 8 * damping
    }
    throw .noConvergence(steps: steps)
  }

  /// The slope of `ln Z − b·v̄ + ½κb²`, which is convex.
  private struct Residual {
    let law: GibbsLaw
    let means: [Double]
    let values: [Double]

    var largest: Double { values.reduce(0) { max($0, abs($1)) } }
    var size: Double { values.reduce(0) { $0 + $1 * $1 } }
  }

  private func residual(at b: [Double]) -> Residual {
    let law = GibbsLaw(logWeights: logWeights, biases: b)
    let model = law.means
    return Residual(
      law: law, means: model, values: b.indices.map { model[$0] - means[$0] + penalty * b[$0] })
  }
}
