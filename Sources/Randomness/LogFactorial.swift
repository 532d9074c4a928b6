import PortableMath

/// Pieces of log-probabilities of counts that stay accurate where log-gamma differences cancel.
///
/// After C. Loader, *Fast and accurate computation of binomial probabilities* (2000): a probability
/// is written with Stirling's correction and a deviance, both small numbers, in place of differences
/// of huge ones.
@usableFromInline
enum LogFactorial {
  /// `ln n! − [½ ln(2πn) + n ln n − n]`, Stirling's correction, for an integer `n ≥ 1`.
  ///
  /// Absolute error below 2e−16. By convention 0 at `n = 0`, where callers leave out the bracket.
  @inlinable
  static func stirlingCorrection(_ n: Double) -> Double {
    if n < 16 { return table[Int(n)] }
    let z = 1 / (n * n)
    // B₂ₖ/(2k(2k−1)n²ᵏ⁻¹), k = 1…5; the next term is below 2e−16.
    let inner: Double = (1.0 / 1260.0) - z * ((1.0 / 1680.0) - z * (1.0 / 1188.0))
    return ((1.0 / 12.0) - z * ((1.0 / 360.0) - z * inner)) / n
  }

  /// `x ln(x/μ) + μ − x`, half the Poisson deviance, from `δ = x − μ` given to full accuracy.
  ///
  /// - Parameters:
  ///   - x: a count, ≥ 0.
  ///   - μ: its expectation, > 0.
  ///   - δ: `x − μ`, more accurate than the difference of the rounded arguments.
  /// - Returns: a number ≥ 0, with relative error of a few ulp.
  @inlinable
  static func deviance(_ x: Double, _ μ: Double, difference δ: Double) -> Double {
    if x == 0 { return μ }
    let v = δ / (x + μ)
    guard abs(v) < 0.1 else { return x * log(x / μ) - δ }
    // x/μ = (1 + v)/(1 − v), so the logarithm is 2 artanh v; its first term and −δ make δ·v.
    let z = v * v
    return δ * v + 2 * x * v * artanhTail(z)
  }

  /// `(artanh v − v)/v` as a series in `z = v² < 0.01`, to `z⁸`; the remainder is below 1e−19.
  @inlinable
  static func artanhTail(_ z: Double) -> Double {
    let z2 = z * z
    let z4 = z2 * z2
    let a: Double = (1.0 / 3.0) + z * (1.0 / 5.0)
    let b: Double = (1.0 / 7.0) + z * (1.0 / 9.0)
    let c: Double = (1.0 / 11.0) + z * (1.0 / 13.0)
    let d: Double = (1.0 / 15.0) + z * (1.0 / 17.0)
    return z * ((a + z2 * b) + z4 * (c + z2 * d))
  }

  @usableFromInline
  static let table: [Double] = [
    0x0p0, 0x1.4c071bcda0a5bp-4, 0x1.52a9b923ea649p-5, 0x1.c579a268d80b3p-6,
    0x1.54a2662fd78a9p-6, 0x1.10b4e513fcbedp-6, 0x1.c6b167bebdf36p-7, 0x1.85d4d612e4a86p-7,
    0x1.552805e7b3076p-7, 0x1.2f4871b12ab64p-7, 0x1.10f9d4c0743a7p-7, 0x1.f0593088014f8p-8,
    0x1.c7018733aa9c6p-8, 0x1.a40514700f36cp-8, 0x1.86076c002d4a7p-8, 0x1.6c08f6f194a10p-8,
  ]
}
