/// What a reference to a result stands for.
package enum ResultValue: Sendable, Equatable {
  /// A number with its standard error, 0 or nothing if it is exact, and its unit, which may be empty.
  case number(Double, error: Double, unit: String)
  /// Whole numbers of a definition.
  case list([Double])
  /// Words.
  case words(String)
  /// Rows of a table, each cell as TeX.
  case rows([[String]])
  /// A picture that is there.
  case picture

  /// The number it is, if it is one.
  package var number: Double? { if case .number(let value, _, _) = self { value } else { nil } }

  /// As TeX sets it in mathematics or, for words, in text.
  package var tex: String {
    switch self {
    case .number(let value, let error, let unit):
      TeX.number(value, uncertainty: error) + (unit.isEmpty ? "" : "\\,\\mathrm{\(unit)}")
    case .list(let values): values.map { TeX.number($0) }.joined(separator: ",\\,")
    case .words(let words): TeX.text(words)
    case .rows(let rows): rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\\n")
    case .picture: ""
    }
  }

  /// As a terminal shows it.
  package var plain: String {
    switch self {
    case .number(let value, let error, let unit):
      TeX.number(value, uncertainty: error).replacing("\\times10^{", with: "e")
        .replacing("10^{", with: "1e").replacing("}", with: "").replacing("\\,", with: "")
        + (unit.isEmpty ? "" : " \(unit)")
    case .list(let values): values.map { TeX.number($0) }.joined(separator: ", ")
    case .words(let words): words
    case .rows(let rows): "\(rows.count) rows"
    case .picture: "a picture"
    }
  }
}
