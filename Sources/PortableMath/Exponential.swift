/// The exponential function from IEEE additions and multiplications only.
///
/// The C library chooses its code by processor, and its results then differ in the last bit for
/// about one argument in a thousand. Everything a trajectory depends on uses this function instead,
/// so that the same seed gives the same bytes on every processor.
///
/// - Parameter x: any double.
/// - Returns: `eˣ` with an error below 0.9 ulp for normal results (measured against
///   high-precision values) and below 1.4 ulp for subnormal ones; `+∞` on overflow, `0` on
///   underflow, NaN for NaN.
@inlinable
public func exp(_ x: Double) -> Double {
  // Outside, 2ᵏ is not a normal double (or x is not a number): scale in two steps.
  guard abs(x) < 708 else { return _exponential.outOfRange(x) }
  let (k, r, c) = _exponential.reduce(x)
  return (1 + (r + (c + r * r * _exponential.tail(r)))) * _exponential.powerOfTwo(k)
}

/// `eˣ − 1` without the cancellation near zero, from IEEE operations only.
///
/// - Parameter x: any double.
/// - Returns: `eˣ − 1`, with an error below 2 ulp; `−1` at `−∞`, `+∞` on overflow, NaN for NaN.
@inlinable
public func expm1(_ x: Double) -> Double {
  if abs(x) < 0.34 { return x + x * x * _exponential.tail(x) }
  guard abs(x) < 38 else { return exp(x) - 1 }
  // 2ᵏ(eʳ − 1) + (2ᵏ − 1): the second bracket is exact.
  let (k, r, c) = _exponential.reduce(x)
  let scale = _exponential.powerOfTwo(k)
  return scale * (r + (c + r * r * _exponential.tail(r))) + (scale - 1)
}

/// Argument reduction and the series shared by ``exp(_:)`` and ``expm1(_:)``.
@usableFromInline
enum _exponential {
  /// `x = k ln 2 + r + c` with `|r| ≤ ½ ln 2` and `c` the rounding error of `r`.
  @inlinable @inline(__always)
  static func reduce(_ x: Double) -> (k: Int, r: Double, c: Double) {
    // Adding 1.5·2⁵² rounds to the nearest integer without a library call.
    let shifter = 0x1.8p52
    let k = (x * 0x1.71547652b82fep0 + shifter) - shifter
    // ln 2 in two parts; the high one has 32 bits, so that k times it is exact.
    let high = x - k * 0x1.62e42feep-1
    let low = k * 0x1.a39ef35793c76p-33
    let r = high - low
    return (Int(k), r, (high - r) - low)
  }

  /// `(eʳ − 1 − r)/r²` by its Taylor series to `r¹³`; the remainder is below 2⁻⁵⁷ on `|r| ≤ 0.35`.
  @inlinable @inline(__always)
  static func tail(_ r: Double) -> Double {
    let r2 = r * r
    let r4 = r2 * r2
    let a: Double = (1.0 / 2.0) + r * (1.0 / 6.0)
    let b: Double = (1.0 / 24.0) + r * (1.0 / 120.0)
    let c: Double = (1.0 / 720.0) + r * (1.0 / 5040.0)
    let d: Double = (1.0 / 40320.0) + r * (1.0 / 362880.0)
    let e: Double = (1.0 / 3628800.0) + r * (1.0 / 39916800.0)
    let f: Double = (1.0 / 479001600.0) + r * (1.0 / 6227020800.0)
    let ab = a + r2 * b
    let cd = c + r2 * d
    let ef = e + r2 * f
    return ab + r4 * (cd + r4 * ef)
  }

  /// `2ᵏ` for a normal result, `−1022 ≤ k ≤ 1023`.
  @inlinable @inline(__always)
  static func powerOfTwo(_ k: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: k &+ 1023) << 52)
  }

  @usableFromInline
  static func outOfRange(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.8 { return .infinity }
    if x < -745.2 { return 0 }
    let (k, r, c) = reduce(x)
    let mantissa = 1 + (r + (c + r * r * tail(r)))
    let half = k / 2
    return mantissa * powerOfTwo(half) * powerOfTwo(k - half)
  }
}
