extension HTML {
  /// A number in six significant digits.
  static func number(_ value: Double) -> HTML { number(RoundedNumber(value)) }

  /// A number, and its standard error if it has one, in two digits.
  static func number(_ value: Double, error: Double) -> HTML {
    number(RoundedNumber(value, uncertainty: error, digits: 2))
  }

  /// A whole number with its thousands apart.
  static func count(_ value: Int) -> HTML {
    var digits = String(value)
    for place in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert("\u{202f}", at: digits.index(digits.startIndex, offsetBy: place))
    }
    return "\(digits)"
  }

  private static func number(_ number: RoundedNumber) -> HTML {
    let value = typeset(number.value)
    let body: HTML = number.error.map { "\(value) ± \($0)" } ?? "\(value)"
    guard number.exponent != 0 else { return body }
    let factor: HTML = number.error == nil ? body : "(\(body))"
    return "\(factor) × 10<sup>\(typeset(String(number.exponent)))</sup>"
  }

  private static func typeset(_ number: String) -> String {
    number.replacing("-", with: "−").replacing("inf", with: "∞")
  }
}
