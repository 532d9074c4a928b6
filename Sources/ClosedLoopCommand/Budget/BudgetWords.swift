import Foundation

/// Numbers in sentences.
enum BudgetWords {
  /// Six significant digits, no needless zeros.
  static func plain(_ value: Double) -> String { String(format: "%.6g", value) }

  /// A number of three significant digits.
  static func rounded(_ value: Double) -> String {
    value.isFinite && abs(value) >= 1000
      ? String(format: "%.0f", value) : String(format: "%.3g", value)
  }

  /// A fraction in per cent, with three digits of what parts it from 0 or from 1.
  static func percent(_ fraction: Double) -> String {
    if fraction <= 0 { return "0 %" }
    if fraction < 1e-9 { return "less than 0.0000001 %" }
    let distance = 100 * min(fraction, 1 - fraction)
    let decimals = distance > 0 ? min(7, max(1, 2 - Int(log10(distance).rounded(.down)))) : 1
    return String(format: "%.\(decimals)f %%", 100 * fraction)
  }

  /// A share as it was given, in per cent.
  static func share(_ fraction: Double) -> String { plain(100 * fraction) + " %" }

  /// "two thirds", if it is one of the fractions that have names, or near it.
  static func fraction(_ value: Double) -> String? {
    nearest(
      value,
      [
        (1, 10, "a tenth"), (1, 5, "a fifth"), (1, 4, "a quarter"), (1, 3, "a third"),
        (1, 2, "half"), (2, 3, "two thirds"), (3, 4, "three quarters"), (4, 5, "four fifths"),
        (9, 10, "nine tenths"),
      ])
  }

  /// "four out of five", if it is near such a fraction.
  static func outOf(_ value: Double) -> String? {
    nearest(
      value,
      [
        (1, 20, "one in twenty"), (1, 10, "one in ten"), (1, 5, "one in five"),
        (1, 4, "one in four"), (1, 3, "one in three"), (1, 2, "one in two"),
        (2, 3, "two out of three"), (3, 4, "three out of four"), (4, 5, "four out of five"),
        (9, 10, "nine out of ten"), (19, 20, "nineteen out of twenty"),
      ])
  }

  private static func nearest(_ value: Double, _ names: [(Double, Double, String)]) -> String? {
    let near = names.min { abs($0.0 / $0.1 - value) < abs($1.0 / $1.1 - value) }
    return near.flatMap { name in
      let exact = name.0 / name.1
      return abs(value - exact) <= 0.1 * min(exact, 1 - exact) ? name.2 : nil
    }
  }

  /// "1 fresh real point", "5 fresh real points".
  static func points(_ count: Int) -> String {
    "\(count) fresh real \(count == 1 ? "point" : "points")"
  }
}
