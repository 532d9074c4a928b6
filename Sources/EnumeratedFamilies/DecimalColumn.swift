/// A power of ten in whose multiples a statistic comes.
struct DecimalUnit: Sendable, Equatable {
  /// The largest exponent of a power of ten that is a double.
  static let largestExponent = 22
  private static let powers = (0..<largestExponent).reduce([1.0]) { powers, _ in
    powers + [10 * powers[powers.count - 1]]
  }

  /// The exponent.
  let exponent: Int

  /// So many units, rounded once.
  func value(of units: Double) -> Double {
    exponent < 0 ? units / Self.powers[-exponent] : units * Self.powers[exponent]
  }

  /// How many units a value is, rounded once.
  func units(in value: Double) -> Double {
    exponent < 0 ? value * Self.powers[-exponent] : value / Self.powers[exponent]
  }
}

/// Numbers as integers in units of a power of ten, by the shortest decimals that stand for them.
///
/// A table says 0.1, which no double is; what holds between its decimals holds between these integers.
struct DecimalColumn {
  /// The most digits of an integer.
  static let digits = 9

  /// The multiples.
  let integers: [Int]
  /// What they are multiples of.
  let unit: DecimalUnit

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

  func integer(inUnitsOf unit: Int) -> Int {
    digits == 0 ? 0 : (unit..<exponent).reduce(digits) { value, _ in 10 * value }
  }
}
