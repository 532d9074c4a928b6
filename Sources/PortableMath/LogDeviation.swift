/// `x − ln(1 + x)` without the cancellation near zero, from IEEE operations only.
///
/// What separates an arithmetic from a geometric mean, and two Gamma laws of one shape from one another.
///
/// - Parameter x: any double.
/// - Returns: a number ≥ 0 with an error below 3 ulp (measured against high-precision values); `+∞` at −1 and
///   `+∞`, NaN below −1.
@inlinable
public func logDeviation(_ x: Double) -> Double {
  guard x > -0.5, x < 1 else { return x < .infinity ? x - log1p(x) : x }
  // With s = x/(2 + x), ln(1 + x) = 2 artanh s, and x − 2s = x s.
  let s = x / (2 + x)
  return s * (x - _logDeviation.tail(s * s))
}

/// The series behind ``logDeviation(_:)``.
@usableFromInline
enum _logDeviation {
  /// `2(artanh s − s)/s` as a series in `z = s²` to `z¹⁶`, those of the logarithm and more; the remainder is below 2⁻⁵⁷ on `z ≤ 1/9`.
  @inlinable @inline(__always)
  static func tail(_ z: Double) -> Double {
    let z2 = z * z
    let z4 = z2 * z2
    let z8 = z4 * z4
    let f: Double = (2.0 / 23.0) + z * (2.0 / 25.0)
    let g: Double = (2.0 / 27.0) + z * (2.0 / 29.0)
    let h: Double = (2.0 / 31.0) + z * (2.0 / 33.0)
    return _logarithm.tail(z) + z * z2 * z8 * (f + z2 * g + z4 * h)
  }
}
