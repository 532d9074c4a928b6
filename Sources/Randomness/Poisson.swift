import PortableMath

/// The Poisson distribution: exact variates and accurate log-probabilities for any mean up to 2⁵².
///
/// `P(k) = λᵏ e^(−λ)/k!`.
///
/// Below λ = 10 a variate is found by inversion, searching upward from zero; above, by transformed
/// rejection with the deviance form of the probability, which stays exact up to rounding where
/// `k ln λ − ln k!` has lost every digit.
@frozen
public struct Poisson: Sendable {
  /// The mean λ.
  public let mean: Double

  /// The largest mean, 2⁵²: counts around it are still doubles.
  public static let maximumMean = 0x1p52

  /// The law with mean λ.
  ///
  /// - Parameter mean: `0 ≤ λ ≤ 2⁵²`; anything else stops the program.
  @inlinable
  public init(mean: Double) {
    precondition(mean >= 0 && mean <= 0x1p52, "the mean must lie in [0, 2⁵²]")
    self.mean = mean
  }

  /// A variate.
  ///
  /// - Parameter generator: uses one 64-bit word by inversion and two per attempt (1.2 attempts on
  ///   average) by rejection.
  /// - Returns: an integer ≥ 0.
  @inlinable
  public func draw<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    if mean == 0 { return 0 }
    return mean < 10
      ? drawByInversion(using: &generator) : drawByRejection(using: &generator)
  }

  @inlinable
  func drawByInversion<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    let atZero = exp(-mean)
    // With λ < 10, a count beyond 150 has probability below 1e−100: only rounding leads there.
    while true {
      var u = generator.nextUnit()
      var probability = atZero
      var k = 0
      while u >= probability, k <= 150 {
        u -= probability
        k += 1
        probability *= mean / Double(k)
      }
      if k <= 150 { return k }
    }
  }

  @inlinable
  func drawByRejection<G: RandomNumberGenerator>(using generator: inout G) -> Int {
    let mode = Double(Int(mean))
    let offset = TransformedRejection(poissonMean: mean).draw(
      centre: mean - mode, lowest: -mode, highest: .infinity, using: &generator
    ) { height, offset in
      let k = mode + offset
      // All that is not an exponent in one logarithm: ½ ln(h² · 2πk) ≤ ln(P √(2πk)).
      let squared = k > 0 ? height * height * (2 * .pi * k) : height * height
      return 0.5 * log(squared) <= exponent(k)
    }
    return Int(mode) + offset
  }

  /// `ln P(k) + ½ ln(2πk)`, without the square root at k = 0.
  @inlinable
  func exponent(_ k: Double) -> Double {
    -(LogFactorial.stirlingCorrection(k) + LogFactorial.deviance(k, mean, difference: k - mean))
  }

  /// `ln P(k)`.
  ///
  /// - Parameter k: any integer.
  /// - Returns: the log-probability, with an absolute error below 1e−8 at λ = 2⁵² and about
  ///   `1e−15 (1 + |ln P|)` at moderate λ; `−∞` where the probability is zero.
  public func logProbability(of k: Int) -> Double {
    guard k >= 0 else { return -.infinity }
    if mean == 0 { return k == 0 ? 0 : -.infinity }
    let count = Double(k)
    return exponent(count) - (k > 0 ? 0.5 * log(2 * .pi * count) : 0)
  }
}
