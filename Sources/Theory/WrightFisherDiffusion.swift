import Foundation

/// The limit n → ∞ of the Wright–Fisher chain at fixed `τ = t/n`: `dp = √(p(1 − p)) dW`.
public enum WrightFisherDiffusion {
  /// The law of the absorption time: `P(T ≤ τn)` from frequency p, as n → ∞.
  ///
  /// `P(T > τn) = Σⱼ [P₂ⱼ(r) − P₂ⱼ₊₂(r)] exp(−(2j + 1)(j + 1)τ)`, `r = 1 − 2p`, with Legendre
  /// polynomials P (Kimura's solution). One curve for all N and M: the collapse of Fig. 1b.
  ///
  /// - Parameters:
  ///   - τ: rescaled time, in generations per population.
  ///   - p: initial frequency in [0, 1].
  /// - Returns: a probability, with an absolute error of about 1e−15/τ; exactly 0 for times so short
  ///   that the probability is below 1e−16.
  public static func absorptionTimeDistribution(at τ: Double, from p: Double) -> Double {
    if p <= 0 || p >= 1 { return 1 }
    return min(1, max(0, 1 - (series(at: τ, from: p) { _, decay in decay } ?? 1)))
  }

  /// The density of T/n at τ, from frequency p, as n → ∞: the derivative of
  /// ``absorptionTimeDistribution(at:from:)``.
  ///
  /// - Parameters:
  ///   - τ: rescaled time, in generations per population.
  ///   - p: initial frequency in (0, 1).
  public static func absorptionTimeDensity(at τ: Double, from p: Double) -> Double {
    max(0, series(at: τ, from: p) { rate, decay in rate * decay } ?? 0)
  }

  /// `Σⱼ [P₂ⱼ(r) − P₂ⱼ₊₂(r)] term(λⱼ, exp(−λⱼτ))`, `λⱼ = (2j + 1)(j + 1)`; `nil` where τ is so short that
  /// absorption has no probability.
  private static func series(
    at τ: Double, from p: Double, term: (_ rate: Double, _ decay: Double) -> Double
  ) -> Double? {
    guard τ > 0 else { return nil }
    // In the angle ψ = 2 arcsin √p the noise is uniform, and P is of order exp(−ψ²/2τ) at short
    // times, ψ the distance to the nearer end; the series would leave rounding errors there.
    let ψ = 2 * asin(min(p, 1 - p).squareRoot())
    guard ψ * ψ < 90 * τ else { return nil }
    let r = 1 - 2 * p
    // (l + 1) P_{l+1} = (2l + 1) r P_l − l P_{l−1}
    var even = 1.0
    var odd = r
    var sum = 0.0
    var l = 0.0
    while true {
      let nextEven = ((2 * l + 3) * r * odd - (l + 1) * even) / (l + 2)
      let nextOdd = ((2 * l + 5) * r * nextEven - (l + 2) * odd) / (l + 3)
      let rate = (l + 1) * (l / 2 + 1)
      let decay = exp(-rate * τ)
      sum += (even - nextEven) * term(rate, decay)
      if decay < 1e-18 { break }
      (even, odd) = (nextEven, nextOdd)
      l += 2
    }
    return sum
  }

  /// The largest distance `max |P(T ≤ t) − limit(t/n)|` between a finite law and the limit.
  ///
  /// - Parameters:
  ///   - law: `P(T ≤ t)` for t = 0, 1, …
  ///   - population: n.
  ///   - p: initial frequency.
  public static func distance(to law: [Double], population: Int, from p: Double) -> Double {
    law.enumerated().reduce(0) { largest, entry in
      let τ = Double(entry.offset) / Double(population)
      return max(largest, abs(entry.element - absorptionTimeDistribution(at: τ, from: p)))
    }
  }

  /// The mean of T/n: `−2[p ln p + (1 − p) ln(1 − p)]`.
  ///
  /// - Parameter p: initial frequency in [0, 1]; 2 ln 2 at p = ½.
  public static func meanAbsorptionTime(from p: Double) -> Double {
    func term(_ x: Double) -> Double { x > 0 ? -2 * x * log(x) : 0 }
    return term(p) + term(1 - p)
  }

  /// How much `n·meanAbsorptionTime − E T` grows when n doubles, from p inside: (ln 2)/3.
  ///
  /// So does the time by which all of the finite law is ahead of the limit: `n[P(T ≤ τn) − limit]` grows by
  /// this times the density at τ.
  ///
  /// The next order of the diffusion approximation is `t₁(x) = −⅓ ln[x(1 − x)] − ⅓ ln n + const`.
  public static var meanDeficitPerDoubling: Double { log(2) / 3 }
}
