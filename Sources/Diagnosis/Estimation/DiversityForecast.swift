import PortableMath

/// The expected diversity `E Σ x(1 − x)` of an anchored loop, generation by generation, exactly.
///
/// With `b = 1 − a`, `E x_t = x* − b^t d`, and the variance v of one share obeys
/// `v′ = b² v + [b (m(1 − m) − v) + a x*(1 − x*)]/n`; summed over symbols it needs three sums only.
package struct DiversityForecast {
  let pull: Double
  let size: Double
  /// `Σ x*(1 − x*)`, `Σ d (1 − 2x*)`, `Σ d²`.
  private let (truth, slope, square): (Double, Double, Double)

  package init(shares: [Double], truth: [Double], pull: Double, size: Double) {
    (self.pull, self.size) = (pull, max(1, size))
    let pairs = zip(shares, truth)
    self.truth = truth.reduce(0) { $0 + $1 * (1 - $1) }
    slope = pairs.reduce(0) { $0 + ($1.1 - $1.0) * (1 - 2 * $1.1) }
    square = pairs.reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
  }

  /// `Σ m(1 − m)` where `e = b^t` of the distance is left.
  private func ofMean(_ e: Double) -> Double { truth - e * slope - e * e * square }

  /// Where the diversity settles: 0 in a closed loop.
  package var settled: Double {
    guard pull > 0 else { return 0 }
    let b = 1 - pull
    return truth * (1 - (1 / size) / (1 - b * (b - 1 / size)))
  }

  /// Generations until half of the present diversity is gone; `nil` if it never is.
  package var half: Double? {
    let now = ofMean(1)
    guard now > 0 else { return nil }
    if pull == 0 { return size > 1 ? -log(2) / log1p(-1 / size) : 1 }
    guard settled < 0.5 * now else { return nil }
    let b = 1 - pull
    var (variance, e) = (0.0, 1.0)
    for t in 1...10_000_000 {
      variance = b * (b - 1 / size) * variance + (b * ofMean(e) + pull * truth) / size
      e *= b
      if ofMean(e) - variance <= 0.5 * now { return Double(t) }
    }
    return nil
  }
}
