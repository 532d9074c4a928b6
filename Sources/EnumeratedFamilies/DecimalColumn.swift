import BigInt

/// A power of ten in whose multiples a statistic comes.
struct DecimalUnit: Sendable, Equatable {
  /// The largest magnitude of an exponent.
  static let largestExponent = 40
  /// The largest exponent of a power of ten that is a double.
  static let exactExponent = 22
  private static let powers = (0...largestExponent).map { Double("1e\($0)") ?? .nan }

  /// The exponent.
  let exponent: Int

  /// So many units, rounded.
  func value(of units: Double) -> Double {
    exponent < 0 ? units / Self.powers[-exponent] : units * Self.powers[exponent]
  }

  /// How many units a value is, rounded.
  func units(in value: Double) -> Double {
    exponent < 0 ? value * Self.powers[-exponent] : value / Self.powers[exponent]
  }

  // MARK: - More digits than a double has

  /// So many units as a double and what is left of them, of which the sum has a hundred bits.
  func parts(of units: Int128) -> (value: Double, rest: Double) {
    let value = value(of: Double(units))
    guard value != 0 else { return (0, 0) }
    // value = significand · 2^power, and units · 10^exponent − value over a common denominator.
    let (significand, power) = Self.whole(value)
    let decimal = BigInt(10).power(abs(exponent))
    let (over, under) = (BigInt(1) << max(0, power), BigInt(1) << max(0, -power))
    let rest =
      exponent < 0
      ? BigInt(units) * under - significand * over * decimal
      : BigInt(units) * under * decimal - significand * over
    let denominator = exponent < 0 ? decimal * under : under
    return (value, Self.quotient(rest, denominator))
  }

  /// The whole number of units in a sum of two doubles, `nil` if they are too far from any.
  func whole(value: Double, rest: Double) -> Int128? {
    guard value.isFinite, rest.isFinite else { return nil }
    let (a, b) = (Self.whole(value), Self.whole(rest))
    let power = min(a.power, b.power, 0)
    let sum = a.significand << (a.power - power) + b.significand << (b.power - power)
    let decimal = BigInt(10).power(abs(exponent))
    let numerator = exponent < 0 ? sum * decimal : sum
    let denominator = (exponent < 0 ? 1 : decimal) << -power
    let (quotient, remainder) = (2 * numerator + denominator).quotientAndRemainder(
      dividingBy: 2 * denominator)
    let nearest = remainder < 0 ? quotient - 1 : quotient
    let distance = numerator - nearest * denominator
    guard distance.magnitude << 10 <= denominator.magnitude else { return nil }
    return Int128(exactly: nearest)
  }

  /// An integer and a power of two whose product is a number.
  private static func whole(_ value: Double) -> (significand: BigInt, power: Int) {
    guard value != 0 else { return (0, 0) }
    let power = Int(value.exponent) - 52
    let significand = value / Double(sign: .plus, exponent: power, significand: 1)
    return (BigInt(significand), power)
  }

  private static func quotient(_ numerator: BigInt, _ denominator: BigInt) -> Double {
    let shift = denominator.bitWidth - numerator.bitWidth + 64
    let scaled =
      shift > 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift)
    return Double(scaled) * Double(sign: .plus, exponent: -shift, significand: 1)
  }
}

/// Numbers as integers in units of a power of ten, by the shortest decimals that stand for them.
///
/// A table says 0.1, which no double is; what holds between its decimals holds between these integers.
struct DecimalColumn {
  /// The most digits of an integer.
  static let digits = 22
  /// The most digits of an integer of which sums are exact in doubles.
  static let shortDigits = 9

  /// The multiples.
  let integers: [Int128]
  /// What they are multiples of.
  let unit: DecimalUnit
  /// Whether sums of the integers are exact in doubles.
  let isShort: Bool

  /// The column of some finite numbers, called `name` in errors.
  init(_ values: [Double], name: String) throws(TableError) {
    let decimals = values.map(Decimal.init)
    let exponent = decimals.filter { $0.digits != 0 }.map(\.exponent).min() ?? 0
    guard abs(exponent) <= DecimalUnit.largestExponent else {
      throw .unit(statistic: name, exponent: exponent)
    }
    let longest = decimals.map { $0.length(inUnitsOf: exponent) }.max() ?? 0
    guard longest <= Self.digits else { throw .tooManyDigits(statistic: name, digits: longest) }
    integers = decimals.map { $0.integer(inUnitsOf: exponent) }
    unit = DecimalUnit(exponent: exponent)
    isShort = longest <= Self.shortDigits && abs(exponent) <= DecimalUnit.exactExponent
  }
}

/// `digits · 10^exponent`, with a last digit that is not 0 unless all are.
private struct Decimal {
  let digits: Int
  let exponent: Int

  /// The shortest decimal that is read as the given number.
  init(_ value: Double) {
    let parts = "\(value)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    // A shortest decimal has 17 digits at most, of which an integer may have more than one zero at
    // the end.
    var digits = Int(mantissa[0] + fraction) ?? 0
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      exponent += 1
    }
    (self.digits, self.exponent) = (digits, exponent)
  }

  /// The number of digits of the integer.
  func length(inUnitsOf unit: Int) -> Int {
    digits == 0 ? 1 : "\(digits.magnitude)".count + exponent - unit
  }

  func integer(inUnitsOf unit: Int) -> Int128 {
    digits == 0 ? 0 : (unit..<exponent).reduce(Int128(digits)) { value, _ in 10 * value }
  }
}
