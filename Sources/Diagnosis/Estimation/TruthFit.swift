/// The truth's shares, given the pull: from real rows, and from where the loop is pulled to.
///
/// Minimises `R Σ(x̂* − x*)²/x̂* + Σ_t (N/h) Σ (r − A(x* − x̂*))²/u` under Σx* = 1.
package struct TruthFit {
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
    // The second step starts where the first one led, and has the information there.
    let first = Self.step(path, moments, from: known)
    (shares, lostInformation) = Self.step(path, moments, from: first.shares)
  }

  /// A step of the minimisation, in which u stays as it is.
  private static func step(
    _ path: LoopPath, _ moments: [StepMoments], from start: [Double]
  ) -> (shares: [Double], lostInformation: Double) {
    let (symbols, known) = (path.symbols, path.truth)
    var crossed = [Double](repeating: 0, count: symbols)
    var weight = known.map { $0 > 0 ? path.truthRows / $0 : 0 }
    var moved = (0..<symbols).map { weight[$0] * (known[$0] - start[$0]) }
    for t in 0..<path.steps {
      let m = moments[t]
      let scale = path.rows[t] / m.noise
      for s in 0..<symbols where known[s] > 0 {
        let x = path.shares[t * symbols + s]
        let d = start[s] - x
        let u = start[s] - m.distance * d
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
    var fitted = start
    for s in 0..<symbols where weight[s] > 0 {
      let change = (moved[s] - movedMean / inverse) / weight[s]
      fitted[s] = max(start[s] + change, 0.1 * start[s])
    }
    let total = fitted.reduce(0, +)
    return (
      fitted.map { $0 / total }, max(0, crossedSquare - crossedMean * crossedMean / inverse)
    )
  }
}
