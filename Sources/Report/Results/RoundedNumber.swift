import Foundation

/// A number in as many digits as its uncertainty leaves it, with a power of ten apart where there is one.
package struct RoundedNumber: Sendable {
  /// The number over the power of ten: "0.703".
  package let value: String
  /// The uncertainty in units of the last digit, 5 in 0.703(5); none for an exact number.
  package let lastDigits: Int?
  /// How many decimals ``value`` has.
  package let decimals: Int
  /// The power of ten that was taken out; 0 if none.
  package let exponent: Int

  /// A number with one digit of uncertainty, two if the first is a one, or as many as `digits`; without
  /// uncertainty, or with one that the ten digits of a table do not show, in six significant digits.
  package init(_ value: Double, uncertainty: Double = 0, digits: Int? = nil) {
    guard uncertainty > 1e-10 * abs(value), uncertainty.isFinite, value.isFinite else {
      let parts = String(format: "%.6g", value).split(separator: "e")
      self.value = String(parts[0])
      lastDigits = nil
      decimals = 0
      exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
      return
    }
    // A common power of ten is taken out where decimals would begin with many zeros.
    let largest = max(abs(value), uncertainty)
    exponent = largest < 1e-3 || largest >= 1e6 ? Int(log10(largest).rounded(.down)) : 0
    let scale = pow(10, Double(exponent))
    let error = uncertainty / scale
    let leading = Int(log10(error).rounded(.down))
    let isOne = error / pow(10, Double(leading)) < 1.95
    decimals = max(0, -leading + (digits ?? (isOne ? 2 : 1)) - 1)
    lastDigits = Int((error * pow(10, Double(decimals))).rounded())
    let text = String(format: "%.\(decimals)f", value / scale)
    // A number that is rounded to nothing has no sign.
    self.value = text.contains { ("1"..."9").contains($0) } ? text : text.replacing("-", with: "")
  }

  /// The uncertainty over the power of ten: "0.005".
  package var error: String? {
    lastDigits.map { String(format: "%.\(decimals)f", Double($0) / pow(10, Double(decimals))) }
  }
}
