import Claims
import Foundation

/// A claim explained: its words and its test, as JSON or as paragraphs.
package struct Explanation: Encodable {
  let words: ClaimWords
  let test: String

  /// That of one claim.
  package init(_ claim: any ClaimTest.Type) { (words, test) = (claim.words, claim.testFile) }

  private enum Key: CodingKey {
    case id, recorded, statement, reference, conditions, derivation, correction, factor
    case factorInGeneral, equations, quantity, evidence, test
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(words.id, forKey: .id)
    try fields.encode(words.recorded, forKey: .recorded)
    try fields.encode(words.statement, forKey: .statement)
    try fields.encode(words.reference, forKey: .reference)
    try fields.encode(words.conditions, forKey: .conditions)
    try fields.encode(words.derivation, forKey: .derivation)
    try fields.encodeIfPresent(words.correction?.text, forKey: .correction)
    try fields.encodeIfPresent(words.correction?.factor, forKey: .factor)
    try fields.encodeIfPresent(words.correction?.label, forKey: .factorInGeneral)
    try fields.encode(words.equations, forKey: .equations)
    try fields.encode(words.quantity, forKey: .quantity)
    try fields.encode(words.evidence, forKey: .evidence)
    try fields.encode(test, forKey: .test)
  }

  /// Paragraphs for people.
  package var text: String {
    var parts = [
      "\(words.id), \(words.reference): on record it \(words.recorded.rawValue).",
      words.statement, "When: \(words.conditions)", "Why: \(words.derivation)",
    ]
    if let correction = words.correction {
      parts.append("Correction: \(correction.text) Correct over printed: \(correction.label).")
    }
    let width = words.equations.map(\.place.count).max() ?? 0
    let list = words.equations.map { entry in
      "  \(entry.place.padding(toLength: width, withPad: " ", startingAt: 0))  \(entry.formula)"
        + "  [\(entry.symbol)]"
    }
    parts.append(
      "Measured first: \(words.quantity).\nFigures and tables: \(words.evidence.joined(separator: ", "))"
        + "\nTest: \(test)\nCheck it: closedloop verify \(words.id) --checks")
    let paragraphs = parts.dropLast().map { Self.wrapped($0) }
    return (paragraphs + [list.joined(separator: "\n"), parts.last!]).joined(separator: "\n\n")
  }

  /// The text in lines of at most 90 characters.
  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.count + word.count >= 90 {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
      }
    }
    return lines.joined(separator: "\n")
  }
}
