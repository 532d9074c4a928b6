/// Hörmann's transformed rejection: candidates from a hat that one uniform number inverts.
///
/// A candidate is the integer nearest to `c + G(u)` with `G(u) = (2a/(½ − |u|) + b) u`, u uniform
/// on (−½, ½), and it is kept with probability `f(k) G′(u)/α`, where f is proportional to the law and
/// α bounds what stands in front of it. Below a squeeze, and away from the ends of u, it is kept at
/// once. The constants are those of the binomial law (J. Stat. Comput. Simul. 46, 101, 1993) and of
/// the Poisson law (Insurance Math. Econom. 12, 39, 1993).
@frozen
@usableFromInline
package struct TransformedRejection {
  @usableFromInline let a: Double
  @usableFromInline let b: Double
  @usableFromInline let α: Double
  /// How far c lies from the mean of the law.
  @usableFromInline package let shift: Double
  /// Below this height, and away from the ends, every candidate is accepted.
  @usableFromInline package let squeezeHeight: Double

  /// The least `½ − |u|` at which the squeeze holds.
  @inlinable package static var squeezeWidth: Double { 0.07 }

  /// The hat of the binomial law with `np ≥ 10`, `p ≤ ½`; f is the law over its value at the mode.
  @inlinable
  package init(n: Double, p: Double, q: Double) {
    let σ = (n * p * q).squareRoot()
    b = 1.15 + 2.53 * σ
    a = -0.0873 + 0.0248 * b + 0.01 * p
    α = (2.83 + 5.1 / b) * σ
    shift = 0
    squeezeHeight = 0.92 - 4.2 / b
  }

  /// The hat of the Poisson law with mean ≥ 10; f is the law itself.
  ///
  /// With the published α and squeeze the law stands out of its hat by up to 0.6 %, at the edges of
  /// some cells, and the squeeze out of the law by 0.3 %. Both are widened here by more than that:
  /// exactness costs one candidate in a hundred.
  @inlinable
  package init(poissonMean mean: Double) {
    b = 0.931 + 2.53 * mean.squareRoot()
    a = -0.059 + 0.02483 * b
    α = 1.01 * (1.1239 + 1.1328 / (b - 3.4))
    shift = -0.07
    squeezeHeight = 0.98 * (0.9277 - 3.6224 / (b - 2))
  }

  /// `G(u)`, with `us = ½ − |u|`.
  @inlinable
  package func candidate(u: Double, us: Double) -> Double { (2 * a / us + b) * u }

  /// `α/G′(u)`: a candidate is kept if a uniform number times this is at most `f(k)`.
  @inlinable
  package func weight(us: Double) -> Double { α / (a / (us * us) + b) }

  /// A variate, as its distance from an integer near the mode.
  ///
  /// Candidates are built around that integer, so that none is out of reach where consecutive
  /// doubles are whole numbers apart.
  ///
  /// - Parameters:
  ///   - centre: the mean of the law minus the integer.
  ///   - lowest: the least value minus the integer.
  ///   - highest: the greatest value minus the integer.
  ///   - generator: uses two 64-bit words per attempt.
  ///   - accepts: whether a height is at most `f` at a distance.
  @inlinable
  func draw<G: RandomNumberGenerator>(
    centre: Double, lowest: Double, highest: Double, using generator: inout G,
    accepts: (_ height: Double, _ offset: Double) -> Bool
  ) -> Int {
    while true {
      let u = generator.nextCentredUnit()
      let v = generator.nextUnit()
      let us = 0.5 - abs(u)
      let x = candidate(u: u, us: us) + (centre + shift)
      // To the nearest integer, without a branch on the sign; farther than 2⁵¹ from the mode, where
      // this may miss by one, no candidate is ever accepted.
      let offset = (x + 0x1.8p52) - 0x1.8p52
      guard offset >= lowest, offset <= highest else { continue }
      if us >= Self.squeezeWidth && v <= squeezeHeight { return Int(offset) }
      if accepts(v * weight(us: us), offset) { return Int(offset) }
    }
  }
}
