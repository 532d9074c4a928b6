import Documents
import Foundation

/// Finds the result that a typed number may stand for.
struct Suggestion {
  let results: Results
  let draft: ReadDraft
  let sentence: Sentence

  /// The macro for a number, sought first among the claims and figures of its sentence; `nil` if no
  /// result has that value to the decimals typed.
  func macro(for number: LiteralNumber) throws -> String? {
    try setting(number) ?? headline(number) ?? check(number)
  }

  private func matches(_ value: Double, _ number: LiteralNumber) -> Bool {
    let scale = number.text.hasSuffix("%") ? 0.01 : 1
    return abs(value - scale * number.value)
      <= scale * 0.500001 * pow(10, -Double(number.decimals))
      && (number.decimals > 0 || value == scale * number.value)
  }

  /// The claims of the sentence, then all others.
  private var claims: [String] {
    let near = draft.uses(in: sentence).compactMap(\.reference.claim)
    return near + results.ids.filter { !near.contains($0) }
  }

  private func headline(_ number: LiteralNumber) throws -> String? {
    for id in claims {
      for macro in ["measured", "predicted"] {
        let reference: ResultReference =
          macro == "measured" ? .measured(id, check: nil) : .predicted(id, check: nil)
        guard let value = (try? results.value(of: reference))?.number else { continue }
        if value != 0, value != 1, matches(value, number) { return "\\\(macro){\(id)}" }
      }
    }
    return nil
  }

  private func check(_ number: LiteralNumber) throws -> String? {
    // A whole number is too likely to be met by chance.
    guard number.decimals > 1, let checks = results.checks else { return nil }
    let ids = checks.texts(in: "id")
    let names = checks.texts(in: "check")
    for id in claims {
      for row in checks.rows.indices where ids[row] == id {
        for (column, macro) in [("measurement", "measured"), ("prediction", "predicted")] {
          guard let value = checks.cell(row, column)?.value, matches(value, number) else {
            continue
          }
          return "\\\(macro)[\(names[row])]{\(id)}"
        }
      }
    }
    return nil
  }

  /// A field of the definition behind a figure of the sentence.
  private func setting(_ number: LiteralNumber) throws -> String? {
    for picture in draft.pictures(in: sentence) {
      guard let definition = try results.definition(of: picture) else { continue }
      if let field = Self.field(of: definition, path: [], where: { matches($0, number) }) {
        return "\\setting{\(picture)}{\(field)}"
      }
    }
    return nil
  }

  private static func field(
    of value: JSONValue, path: [String], where isWanted: (Double) -> Bool
  ) -> String? {
    if case .object(let fields) = value {
      for (name, inner) in fields.sorted(by: { $0.key < $1.key }) {
        if let found = field(of: inner, path: path + [name], where: isWanted) { return found }
      }
      return nil
    }
    guard let number = value.double, isWanted(number) else { return nil }
    return path.joined(separator: ".")
  }
}
