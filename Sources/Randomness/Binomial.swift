import PortableMath

/// The binomial distribution: exact variates and accurate log-probabilities for any `n ≤ 2⁵³`.
///
/// `P(k) = C(n, k) pᵏ qⁿ⁻ᵏ`.
///
/// Below `n min(p, q) = 10` a variate is found by inversion, searching upward from zero; above, by
/// Hörmann's transformed rejection with squeeze (BTRS; J. Stat. Comput. Simul. 46, 101, 1993). The
/// accept–reject decision uses the deviance form of the probability, so the law stays exact up to
/// rounding where a difference of log-gammas has lost every digit; and candidates are built around
/// an integer mode, so no value of `k` is out of reach at `n = 2⁵³`.
@frozen
public struct Binomial: Sendable {
  /// Number of trials `n`.
  public let trials: Int
  @usableFromInline let n: Double
  /// The smaller of `p` and `q`; counts are reflected back at the end.
  @usableFromInline let p: Double
  @usableFromInline let q: Double
  @usableFromInline let isReflected: Bool

  /// The largest number of trials, 2⁵³: beyond it a count is no longer a double.
  public static let maximumTrials = 1 << 53

  /// The law of the number of successes in `trials` independent trials.
  ///
  /// - Parameters:
  ///   - trials: `0 ≤ n ≤ 2⁵³`.
  ///   - probability: `0 ≤ p ≤ 1`.
  ///
  /// Arguments outside these ranges stop the program.
  @inlinable
  public init(trials: Int, probability: Double) {
    self.init(trials: trials, probability: probability, complement: 1 - probability)
  }

  /// The same from both probabilities, so that neither loses digits to `1 − p`.
  ///
  /// - Parameters:
  ///   - trials: `0 ≤ n ≤ 2⁵³`.
  ///   - probability: `0 ≤ p ≤ 1`.
  ///   - complement: `1 − p`, to the accuracy the caller has.
  @inlinable
  public init(trials: Int, probability: Double, complement: Double) {
    precondition(
      trials >= 0 && trials <= Self.maximumTrials, "the number of trials must be 0…2⁵³")
    precondition(
      probability >= 0 && probability <= 1 && complement >= 0 && complement <= 1,
      "a probability must lie in [0, 1]")
    self.trials = trials
    n = Double(trials)
    isReflected = probability > complement
    p = isReflected ? complement : probability
    q = 1 - p
  }

  // MARK: - Variates

  /// A variate.
  ///
  /// - Parameter generator: uses one 64-bit word by inversion and two per attempt (1.15 attempts
  ///   on average) by rejection.
  /// - Returns: an integer in `0…trials`.
  @inlinable
  public func draw<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    let count: Int
    if p == 0 || trials == 0 {
      count = 0
    } else if n * p < 10 {
      count = drawByInversion(using: &generator)
    } else {
      count = drawByRejection(using: &generator)
    }
    return isReflected ? trials - count : count
  }

  @inlinable
  func drawByInversion<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    let odds = p / q
    let atZero = exp(n * log1p(-p))
    // With np < 10, a count beyond 110 has probability below 1e−70: only rounding leads there.
    let limit = min(trials, 110)
    while true {
      var u = generator.nextUnit()
      var probability = atZero
      var k = 0
      while u >= probability {
        u -= probability
        k += 1
        if k > limit { break }
        probability *= odds * (Double(trials - k + 1) / Double(k))
      }
      if k <= limit { return k }
    }
  }

  @inlinable
  func drawByRejection<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    let mean = ExactProduct(n, p)
    let mode = Double(Int((n + 1) * p))
    let offset = TransformedRejection(n: n, p: p, q: q).draw(
      centre: (mean.high - mode) + mean.low, lowest: -mode, highest: n - mode, using: &generator
    ) { height, offset in
      accepts(height, mode + offset, mode, mean)
    }
    return Int(mode) + offset
  }

  /// Whether `height ≤ P(k)/P(mode)`, with a single logarithm for all that is not an exponent.
  @inlinable
  func accepts(_ height: Double, _ k: Double, _ mode: Double, _ mean: ExactProduct) -> Bool {
    let squared = height * height * (spread(k) / spread(mode))
    return 0.5 * log(squared) <= exponent(k, mean) - exponent(mode, mean)
  }

  /// `ln P(k) + ½ ln spread(k)` up to a constant of the distribution, all of it small near the mode.
  @inlinable
  func exponent(_ k: Double, _ mean: ExactProduct) -> Double {
    let l = n - k
    let δ = (k - mean.high) - mean.low
    let corrections = LogFactorial.stirlingCorrection(k) + LogFactorial.stirlingCorrection(l)
    let deviances =
      LogFactorial.deviance(k, mean.high, difference: δ)
      + LogFactorial.deviance(l, n - mean.high, difference: -δ)
    return -(corrections + deviances)
  }

  /// `k(n − k)`, where an end point's zero is 1/(2π): there Stirling's formula has no √(2πk).
  @inlinable
  func spread(_ k: Double) -> Double {
    let l = n - k
    return (k > 0 ? k : Self.reciprocal2π) * (l > 0 ? l : Self.reciprocal2π)
  }

  @inlinable static var reciprocal2π: Double { 0x1.45f306dc9c883p-3 }

  // MARK: - Probabilities

  /// `ln P(k)`.
  ///
  /// - Parameter k: any integer.
  /// - Returns: the log-probability, with an absolute error below 1e−8 at `n = 2⁵³` and about
  ///   `1e−15 (1 + |ln P|)` at moderate `n`; `−∞` where the probability is zero.
  public func logProbability(of k: Int) -> Double {
    guard k >= 0, k <= trials else { return -.infinity }
    let count = isReflected ? trials - k : k
    if p == 0 || trials == 0 { return count == 0 ? 0 : -.infinity }
    let k = Double(count)
    return exponent(k, ExactProduct(n, p)) + LogFactorial.stirlingCorrection(n)
      + 0.5 * log(n / spread(k) * Self.reciprocal2π)
  }
}
