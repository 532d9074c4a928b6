import Foundation

/// Numbers as TeX sets them; words are in `TeX+Text.swift`.
public enum TeX {
  /// A number with one digit of uncertainty in brackets, two if the first is a one.
  ///
  /// Without uncertainty: six significant digits. Powers of ten are written as such.
  public static func number(_ value: Double, uncertainty: Double = 0) -> String {
    guard uncertainty > 0, uncertainty.isFinite, value.isFinite else { return number(exact: value) }
    // A common power of ten is taken out where decimals would begin with many zeros.
    let largest = max(abs(value), uncertainty)
    let exponent = largest < 1e-3 || largest >= 1e6 ? Int(log10(largest).rounded(.down)) : 0
    let scale = pow(10, Double(exponent))
    let error = uncertainty / scale
    let leading = Int(log10(error).rounded(.down))
    let isOne = error / pow(10, Double(leading)) < 1.95
    let decimals = max(0, -leading + (isOne ? 1 : 0))
    let digits = Int((error * pow(10, Double(decimals))).rounded())
    let body = String(format: "%.\(decimals)f", value / scale) + "(\(digits))"
    return exponent == 0 ? body : "\(body)\\times10^{\(exponent)}"
  }

  private static func number(exact value: Double) -> String {
    if value == value.rounded(), abs(value) >= 1e4, abs(value) < 1e15 {
      return whole(Int(value))
    }
    let parts = String(format: "%.6g", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(parts[0]) }
    return parts[0] == "1" ? "10^{\(exponent)}" : "\(parts[0])\\times10^{\(exponent)}"
  }

  /// A large whole number: powers of ten as such, others in groups of three.
  private static func whole(_ value: Int) -> String {
    let digits = String(abs(value))
    let sign = value < 0 ? "-" : ""
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    if digits.count - zeros == 1, zeros >= 5 {
      return sign + (digits.first == "1" ? "" : "\(digits.first!)\\times") + "10^{\(zeros)}"
    }
    var groups = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place % 3 == 0 { groups = "\\," + groups }
      groups = String(digit) + groups
    }
    return sign + groups
  }
}
