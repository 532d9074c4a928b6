import BigInt

/// An exact fraction of arbitrary integers, in lowest terms.
public struct Rational: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Numerator.
  public let numerator: BigInt
  /// Denominator, > 0.
  public let denominator: BigInt

  /// `numerator/denominator`; a zero denominator stops the program.
  public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
    precondition(denominator != 0, "a fraction needs a denominator other than zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// The fraction that equals `value` exactly; `value` must be finite.
  public init(exactly value: Double) {
    precondition(value.isFinite, "only a finite number is a fraction")
    guard value != 0 else {
      self = .zero
      return
    }
    let exponent = Int(value.exponent) - 52
    let significand = BigInt(Double(sign: value.sign, exponent: 52, significand: value.significand))
    let power = BigInt(1) << abs(exponent)
    self = exponent >= 0 ? Rational(significand * power) : Rational(significand, power)
  }

  /// 0.
  public static let zero = Rational(0)
  /// 1.
  public static let one = Rational(1)

  /// `numerator/denominator`, or the numerator alone for an integer.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  /// The sum.
  public static func + (a: Self, b: Self) -> Self {
    Self(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The difference.
  public static func - (a: Self, b: Self) -> Self {
    Self(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The product.
  public static func * (a: Self, b: Self) -> Self {
    Self(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// The quotient; a zero divisor stops the program.
  public static func / (a: Self, b: Self) -> Self {
    Self(a.numerator * b.denominator, a.denominator * b.numerator)
  }

  /// The order of the rationals.
  public static func < (a: Self, b: Self) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// The power with exponent ≥ 0; `0⁰ = 1`.
  public func power(_ exponent: Int) -> Self {
    Self(numerator.power(exponent), denominator.power(exponent))
  }
}

extension Double {
  /// The double next to an exact fraction whose parts fit into doubles.
  public init(_ value: Rational) {
    self = Double(value.numerator) / Double(value.denominator)
  }
}
