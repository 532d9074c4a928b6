/// A product of two doubles without rounding, as an unevaluated sum of two doubles.
///
/// Dekker's algorithm on Veltkamp's splitting (Numerische Mathematik 18, 224, 1971). It needs no
/// fused multiply–add, which is a library call on portable x86-64.
@frozen
@usableFromInline
struct ExactProduct {
  /// The rounded product.
  @usableFromInline let high: Double
  /// What rounding took away.
  @usableFromInline let low: Double

  /// `a·b`, exact if neither factor nor the product overflows or underflows.
  @inlinable
  init(_ a: Double, _ b: Double) {
    let (a1, a2) = Self.halves(a)
    let (b1, b2) = Self.halves(b)
    high = a * b
    low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
  }

  /// `x` as a sum of two numbers of at most 26 significant bits.
  @inlinable
  static func halves(_ x: Double) -> (Double, Double) {
    let scaled = x * 134_217_729.0  // 2²⁷ + 1
    let upper = scaled - (scaled - x)
    return (upper, x - upper)
  }
}
