/// The natural logarithm from IEEE additions, multiplications and one division.
///
/// See ``exp(_:)`` for why the C library's function is not used where trajectories depend on it.
///
/// - Parameter x: any double.
/// - Returns: `ln x` with an error below 1 ulp (measured against high-precision values);
///   `−∞` at zero, `+∞` at `+∞`, NaN for negative arguments and NaN.
@inlinable
public func log(_ x: Double) -> Double {
  guard x >= Double.leastNormalMagnitude, x < .infinity else { return _logarithm.special(x) }
  return _logarithm.normal(x)
}

/// `ln(1 + x)` without the cancellation near zero, from IEEE operations only.
///
/// - Parameter x: any double.
/// - Returns: `ln(1 + x)` with an error below 2 ulp; `−∞` at `−1`, NaN below it.
@inlinable
public func log1p(_ x: Double) -> Double {
  guard abs(x) > 0x1p-54 else { return x }
  let u = 1 + x
  guard u > 0, u < .infinity else { return log(u) }
  // The bits of x lost in u enter to first order.
  let lost = abs(x) < 1 ? x - (u - 1) : 1 - (u - x)
  return log(u) + lost / u
}

/// Reduction and series behind ``log(_:)``.
@usableFromInline
enum _logarithm {
  /// `ln x` of a positive normal number.
  ///
  /// With `x = 2ᵏ(1 + f)`, `√½ ≤ 1 + f < √2` and `s = f/(2 + f)`, `ln(1 + f) = 2 artanh s`, and
  /// `2s = f − s f` lets the exact `f` carry the leading digits.
  @inlinable @inline(__always)
  static func normal(_ x: Double) -> Double {
    let bits = x.bitPattern
    let k = Int64(bitPattern: bits &- 0x3fe6_a09e_667f_3bcd) >> 52
    let f = Double(bitPattern: bits &- UInt64(bitPattern: k << 52)) - 1
    let s = f / (2 + f)
    let logarithm = s * (f - tail(s * s))
    let exponent = Double(k)
    return exponent * 0x1.62e42feep-1 - ((logarithm - exponent * 0x1.a39ef35793c76p-33) - f)
  }

  /// `2(artanh s − s)/s` as a series in `z = s²` to `z¹⁰`; the remainder is below 2⁻⁶⁰.
  @inlinable @inline(__always)
  static func tail(_ z: Double) -> Double {
    let z2 = z * z
    let z4 = z2 * z2
    let a: Double = (2.0 / 3.0) + z * (2.0 / 5.0)
    let b: Double = (2.0 / 7.0) + z * (2.0 / 9.0)
    let c: Double = (2.0 / 11.0) + z * (2.0 / 13.0)
    let d: Double = (2.0 / 15.0) + z * (2.0 / 17.0)
    let e: Double = (2.0 / 19.0) + z * (2.0 / 21.0)
    let ab = a + z2 * b
    let cd = c + z2 * d
    return z * (ab + z4 * (cd + z4 * e))
  }

  @usableFromInline
  static func special(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    // Subnormal: scale by 2⁵⁴ first.
    return normal(x * 0x1p54) - 54 * 0x1.62e42fefa39efp-1
  }
}
