/// The truth's shares, given the pull: from real rows, and from where the loop is pulled to.
///
/// Minimises `R Σ(x̂* − x*)²/x̂* + Σ_t (N/h) Σ (r − A(x* − x̂*))²/u` under Σx* = 1.
struct TruthFit {
  /// x*.
  let shares: [Double]
  /// What the score of the pull loses of its information, since part of it is that of the shares.
  let lostInformation: Double

  /// - Parameters:
  ///   - pull: a of one generation.
  ///   - moments: of each step at that pull.
  init(_ path: LoopPath, pull: Double, _ moments: [StepMoments]) {
    let known = path.truth
    guard path.seesTruthError(at: pull) else {
      (shares, lostInformation) = (known, 0)
      return
    }
    let symbols = path.symbols
    var (moved, crossed) = (
      [Double](repeating: 0, count: symbols), [Double](repeating: 0, count: symbols)
    )
    var weight = known.map { $0 > 0 ? path.truthRows / $0 : 0 }
    for t in 0..<path.steps {
      let m = moments[t]
      let scale = path.rows[t] / m.noise
      for s in 0..<symbols where known[s] > 0 {
        let x = path.shares[t * symbols + s]
        let d = known[s] - x
        let u = known[s] - m.distance * d
        guard u > 0 else { continue }
        let unit = scale * m.pull / u
        moved[s] += unit * (path.shares[(t + 1) * symbols + s] - x - m.pull * d)
        crossed[s] += unit * m.slope * d
        weight[s] += unit * m.pull
      }
    }
    // Shares add up to 1, which a multiplier sees to.
    var (inverse, movedMean, crossedMean, crossedSquare) = (0.0, 0.0, 0.0, 0.0)
    for s in 0..<symbols where weight[s] > 0 {
      let w = 1 / weight[s]
      inverse += w
      movedMean += moved[s] * w
      crossedMean += crossed[s] * w
      crossedSquare += crossed[s] * crossed[s] * w
    }
    var fitted = known
    for s in 0..<symbols where weight[s] > 0 {
      let change = (moved[s] - movedMean / inverse) / weight[s]
      fitted[s] = max(known[s] + change, 0.1 * known[s])
    }
    let total = fitted.reduce(0, +)
    shares = fitted.map { $0 / total }
    lostInformation = max(0, crossedSquare - crossedMean * crossedMean / inverse)
  }
}
