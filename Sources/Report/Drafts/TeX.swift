/// Numbers as TeX sets them; words are in `TeX+Text.swift`.
package enum TeX {
  /// A number with its uncertainty in brackets, if it has one; see ``RoundedNumber``.
  package static func number(_ value: Double, uncertainty: Double = 0) -> String {
    let number = RoundedNumber(value, uncertainty: uncertainty)
    guard let digits = number.lastDigits else {
      return value == value.rounded() && (1e4..<1e15).contains(abs(value))
        ? whole(Int(value))
        : number.value == "1" && number.exponent != 0
          ? "10^{\(number.exponent)}" : number.value + power(number.exponent)
    }
    return "\(number.value)(\(digits))" + power(number.exponent)
  }

  private static func power(_ exponent: Int) -> String {
    exponent == 0 ? "" : "\\times10^{\(exponent)}"
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
