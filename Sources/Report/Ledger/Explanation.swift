import Claims
import Foundation

/// All that is known of a claim before anything is measured.
package struct Explanation: Codable {
  let id: String
  let recorded: Claim.Verdict
  let statement: String
  let reference: String
  let conditions: String
  let derivation: String
  let correction: String?
  let factor: Double?
  let factorInGeneral: String?
  let equations: [Entry]
  let quantity: String
  let evidence: [String]
  let test: String

  struct Entry: Codable {
    let place: String
    let formula: String
    let symbol: String
  }

  /// That of one claim.
  package init(_ claim: any ClaimTest.Type) {
    id = claim.id
    recorded = claim.recorded
    statement = claim.statement
    reference = claim.reference
    conditions = claim.conditions
    derivation = claim.derivation
    correction = claim.correction?.text
    factor = claim.correction?.factor
    factorInGeneral = claim.correction?.label
    equations = claim.equations.map {
      Entry(place: $0.place, formula: $0.formula, symbol: $0.symbol)
    }
    quantity = claim.quantity
    evidence = claim.evidence
    test = claim.testFile
  }

  /// Paragraphs for people.
  package var text: String {
    var parts = [
      "\(id), \(reference): on record it \(recorded.rawValue).", statement, "When: \(conditions)",
      "Why: \(derivation)",
    ]
    if let correction, let factorInGeneral {
      parts.append("Correction: \(correction) Correct over printed: \(factorInGeneral).")
    }
    let width = equations.map(\.place.count).max() ?? 0
    let list = equations.map { entry in
      "  \(entry.place.padding(toLength: width, withPad: " ", startingAt: 0))  \(entry.formula)"
        + "  [\(entry.symbol)]"
    }
    parts.append(
      "Measured first: \(quantity).\nFigures and tables: \(evidence.joined(separator: ", "))"
        + "\nTest: \(test)\nCheck it: closedloop verify \(id) --checks")
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
