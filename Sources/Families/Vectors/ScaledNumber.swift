import PortableMath

/// A number that may be far smaller than any double: a double times a power of two.
///
/// A variance that shrinks by the same factor in every generation leaves the range of doubles within some
/// 700 M generations. The double is brought back to a sane size now and then, which is cheaper than to
/// carry a logarithm along.
@frozen
public struct ScaledNumber: Sendable, Equatable {
  /// The double.
  public let significand: Double
  /// The power of two, a multiple of 400, at most 0.
  public let exponent: Int

  @inlinable static var stride: Int { 400 }

  /// A number as it is.
  @inlinable
  public init(_ value: Double) {
    self.init(significand: value, exponent: 0)
  }

  /// `eˣ`, however small.
  @inlinable
  init(exponential x: Double) {
    let strides = x < -277 ? (x / Self.logStride).rounded(.up) : 0
    self.init(
      unchecked: exp(x - strides * Self.logStride), exponent: Int(strides) * Self.stride)
  }

  @inlinable static var logStride: Double { 277.2588722239781 }

  /// `significand · 2^exponent`, brought to a sane size.
  @inlinable
  init(significand: Double, exponent: Int) {
    let size = abs(significand)
    if size < 0x1p-400, size > 0 {
      self.significand = significand * 0x1p400
      self.exponent = exponent - Self.stride
    } else if exponent < 0, size > 0x1p200 {
      self.significand = significand * 0x1p-400
      self.exponent = exponent + Self.stride
    } else {
      self.significand = significand
      self.exponent = exponent
    }
  }

  /// The product with a double of moderate size, which leaves the size of the significand to the next.
  @inlinable
  func times(_ factor: Double) -> Self {
    Self(unchecked: factor * significand, exponent: exponent)
  }

  @inlinable
  init(unchecked significand: Double, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The nearest double; 0 where there is none.
  @inlinable public var value: Double {
    exponent == 0 ? significand : Self.scaled(significand, exponent)
  }

  /// The square root as a double; 0 where it is smaller than any.
  @inlinable public var squareRoot: Double {
    let root = PortableMath.squareRoot(significand)
    return exponent == 0 ? root : Self.scaled(root, exponent / 2)
  }

  /// The natural logarithm.
  public var logarithm: Double { log(significand) + Double(exponent) * 0.6931471805599453 }

  /// `significand · 2^exponent`, rounded once.
  @inlinable
  static func scaled(_ significand: Double, _ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: significand)
  }

  /// The quotient as a double; 0 or ∞ where there is none.
  @inlinable
  public static func / (a: Self, b: Self) -> Double {
    scaled(a.significand / b.significand, a.exponent - b.exponent)
  }

  /// `x − ln(1 + x)` of the relative distance x of this number from another, both > 0; also where no double holds
  /// their quotient.
  public func logDeviation(from other: Self) -> Double {
    // Exact, unless one of them is all but nothing beside the other.
    let same = Self.scaled(significand, exponent - other.exponent)
    let distance = (same - other.significand) / other.significand
    return distance > -0.5
      ? PortableMath.logDeviation(distance) : distance - (logarithm - other.logarithm)
  }

  /// The product of both.
  @inlinable
  static func * (a: Self, b: Self) -> Self {
    Self(significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
  }

  /// The product with a double.
  @inlinable
  public static func * (factor: Double, number: Self) -> Self {
    Self(significand: factor * number.significand, exponent: number.exponent)
  }

  /// The sum; the smaller number may vanish beside the larger.
  @inlinable @inline(__always)
  public static func + (a: Self, b: Self) -> Self {
    if a.exponent == b.exponent {
      return Self(significand: a.significand + b.significand, exponent: a.exponent)
    }
    let (large, small) = a.exponent > b.exponent ? (a, b) : (b, a)
    if large.significand == 0 { return small }
    return Self(
      significand: large.significand
        + scaled(small.significand, small.exponent - large.exponent), exponent: large.exponent)
  }
}
