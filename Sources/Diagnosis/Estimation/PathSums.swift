import PortableMath

/// What one path says about a pull: the generalised least squares sums in the metric of the model's covariance.
package struct PathSums: Sendable {
  /// `Σ_t (N/h) b′ dᵀ C⁻ r`, r = what a step moves beyond the pull: the score of a.
  package var score = 0.0
  /// Its variance where the drift is that of the rows, less what goes into the truth's shares.
  package var information = 0.0
  /// The same with nothing taken off.
  var givenTruth = 0.0
  /// `Σ_t (N/h) Σ_s r²/(u + h/2N)`: weights that lose least information, also where counts are small.
  var squares = 0.0
  /// Its expectation where the drift is that of the rows.
  var expectedSquares = 0.0
  /// A symbol came back at no pull, which no closed loop does.
  var isImpossible = false
  /// Systematic moves beyond the pull; empty where not asked for.
  var directions: [DirectionSum] = []
  /// What each symbol moved beyond the pull, in rows, and the variance of that; likewise.
  var moves: [Double] = []
  var moveVariances: [Double] = []
  /// `Σ_t (N/h) d_s` times the slope of the pull.
  var distances: [Double] = []

  /// N/n_e: how many times the noise of the rows.
  ///
  /// One degree of freedom has gone into the pull.
  package var dispersion: Double {
    guard expectedSquares > 0 else { return 1 }
    let removed = information > 0 ? score * score / information : 0
    let left = max(squares - removed, 0.1 * squares)
    return left / max(expectedSquares - 1, 0.5)
  }

  /// The score over its standard deviation; positive where the pull is larger than the one tried.
  package var deviation: Double {
    if isImpossible { return .infinity }
    let variance = information * dispersion
    return variance > 0 ? score / variance.squareRoot() : 0
  }
}

/// Sums along one direction g of systematic moves: a weighted score, its variance, and the covariance with that of a.
struct DirectionSum: Sendable {
  var score = 0.0
  var information = 0.0
  var covariance = 0.0
}

extension LoopPath {
  /// The sums at pull `a` in [0, 1), with the truth where all rows together put it.
  ///
  /// - Parameter directions: whether systematic moves are summed, too.
  package func sums(at a: Double, directions: Bool = false) -> PathSums {
    let moments = zip(gaps, rows).map { StepMoments(gap: $0, rows: $1, pull: a) }
    if let scores { return sums(ofScores: scores, at: a, moments, directions: directions) }
    let fit = TruthFit(self, pull: a, moments)
    let truth = fit.shares
    var sums = PathSums()
    if directions { sums.prepare(symbols: symbols) }
    shares.withUnsafeBufferPointer { shares in
      truth.withUnsafeBufferPointer { truth in
        for t in 0..<steps {
          let x = shares.baseAddress! + t * symbols
          let step = StepView(
            symbols: symbols, from: x, to: x + symbols, truth: truth.baseAddress!, rows: rows[t],
            moments: moments[t])
          sums.add(step, directions: directions)
        }
      }
    }
    sums.givenTruth = sums.information
    sums.information = max(sums.information - fit.lostInformation, 1e-3 * sums.information)
    return sums
  }
}
