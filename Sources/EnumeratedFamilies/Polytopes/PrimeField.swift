/// Arithmetic modulo a prime 2⁶⁰ < p < 2⁶¹ on Montgomery's representatives `x 2⁶⁴ mod p`.
package struct PrimeField: Sendable {
  /// The prime.
  package let p: UInt64
  /// `−1/p mod 2⁶⁴`.
  private let negativeInverse: UInt64
  /// `2¹²⁸ mod p`.
  private let square: UInt64

  package init(prime p: UInt64) {
    self.p = p
    // Newton's iteration doubles the number of right bits; p itself has three.
    var inverse = p
    for _ in 0..<5 { inverse = inverse &* (2 &- p &* inverse) }
    negativeInverse = 0 &- inverse
    let power = UInt64((UInt128(1) << 64) % UInt128(p))
    square = UInt64(UInt128(power) * UInt128(power) % UInt128(p))
  }

  /// `x/2⁶⁴ mod p` for `x < 2⁶⁴ p`.
  package func reduce(_ x: UInt128) -> UInt64 {
    let low = UInt64(truncatingIfNeeded: x)
    let multiple = low &* negativeInverse
    let sum = x &+ UInt128(multiple) &* UInt128(p)
    let high = UInt64(truncatingIfNeeded: sum >> 64)
    return high >= p ? high - p : high
  }

  /// The representative of any integer.
  package func representative(of x: Int128) -> UInt64 {
    let rest = multiply(UInt64(x.magnitude % UInt128(p)), square)
    return x < 0 && rest != 0 ? p - rest : rest
  }

  /// A small integer modulo p, as it is.
  package func residue(_ x: Int) -> UInt64 { x < 0 ? p - UInt64(x.magnitude) : UInt64(x) }

  package func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 { reduce(UInt128(a) &* UInt128(b)) }

  package func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a - b : a + (p - b) }

  /// `1/a` by Fermat's little theorem; a ≠ 0.
  package func inverse(of a: UInt64) -> UInt64 {
    var result = representative(of: 1)
    var base = a
    var exponent = p - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = multiply(result, base) }
      base = multiply(base, base)
      exponent >>= 1
    }
    return result
  }
}

extension PrimeField {
  /// Bits which each prime adds to a product of them, rounded down.
  package static let bits = 60.9

  /// The largest fields, enough for determinants of 81 rows of 2³⁵.
  package static let all: [PrimeField] = {
    var found: [PrimeField] = []
    var candidate: UInt64 = (1 << 61) - 1
    while found.count < 64 {
      let field = PrimeField(prime: candidate)
      if field.isPrime { found.append(field) }
      candidate -= 2
    }
    return found
  }()

  /// Miller and Rabin's test with the bases that leave no exception below 2⁶⁴.
  private var isPrime: Bool {
    let one = representative(of: 1)
    let minusOne = p - one
    let twos = (p - 1).trailingZeroBitCount
    return [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].allSatisfy { (base: Int128) in
      var x = one
      let power = representative(of: base)
      for bit in stride(from: 63, through: twos, by: -1) {
        x = multiply(x, x)
        if (p - 1) >> UInt64(bit) & 1 == 1 { x = multiply(x, power) }
      }
      if x == one || x == minusOne { return true }
      for _ in 1..<twos {
        x = multiply(x, x)
        if x == minusOne { return true }
      }
      return false
    }
  }
}
