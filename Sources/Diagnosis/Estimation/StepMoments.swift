/// Mean and covariance of the shares g generations on, in the anchored loop.
///
/// One generation replaces x by `(Bin(M, x) + Bin(K, x*))/N`, so that with `a = K/N`, `b = 1 − a`, `d = x* − x`
///
///     E x_g = x* − b^g d
///     Cov x_g = (h/N) [V(u) − c d dᵀ],   u = x* − ē d,   V(u) = diag u − u uᵀ
///
/// exactly at every N: `C_{k+1} = b(b − 1/N) C_k + [b V(x_k) + a V(x*)]/N` with `x_k` for `E x_k`, and
/// `bV(x) + aV(x*) = V(bx + ax*) − ab d dᵀ`. For one generation h = 1, ē = b, c = ab.
package struct StepMoments {
  /// `1 − b^g`: the share of the distance to the truth that is gone on average.
  package let pull: Double
  /// Its derivative by a, `g b^(g−1)`.
  let slope: Double
  /// h: how many times the noise of one generation.
  package let noise: Double
  /// ē: where the noise is made, between the truth (0) and the start (1).
  package let distance: Double
  /// c.
  package let correction: Double

  /// The moments of `gap` ≥ 1 generations of `rows` rows each at pull `a` in [0, 1).
  package init(gap: Int, rows: Double, pull a: Double) {
    let b = 1 - a
    if gap == 1 {
      (pull, slope, noise, distance, correction) = (a, 1, 1, b, a * b)
      return
    }
    let decay = b * (b - 1 / rows)
    var (weights, first, second, fresh, power) = (0.0, 0.0, 0.0, 0.0, 1.0)
    for _ in 0..<gap {
      // The newest generation has weight 1, older ones decay.
      let e = power * b
      weights = weights * decay + 1
      first = first * decay + e
      second = second * decay + e * e
      fresh = fresh * decay + a * b * power * power
      power = e
    }
    pull = 1 - power
    slope = b > 0 ? Double(gap) * power / b : 0
    noise = weights
    distance = first / weights
    correction = max(0, second / weights - distance * distance) + fresh / weights
  }
}
