import Claims
import Foundation

/// Every equation with its symbol, claim, verdict, test and figures, in Markdown.
package enum EquationLedger {
  /// The whole document, without the last line break.
  package static var text: String {
    let rows = claimTests.flatMap { claim in
      claim.words.equations.map { equation in
        (
          place: equation.place,
          cells: [
            equation.place, code(equation.formula), code(equation.symbol), claim.id,
            verdict(of: claim),
            "[\(file(claim.testFile))](../\(claim.testFile))",
            claim.words.evidence.map(link).joined(separator: ", "),
          ]
        )
      }
    }
    let sorted = rows.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element.place), rank(b.element.place))
      return x == y ? a.offset < b.offset : x.lexicographicallyPrecedes(y)
    }.map(\.element.cells)
    let header = [
      "equation", "what it says", "computed by", "claim", "verdict", "test", "shown in",
    ]
    let claims = ClaimGroup.allCases.map { group in
      let rows = claimTests.filter { ClaimGroup(of: $0.id) == group }.map {
        [$0.id, escaped($0.words.statement), $0.words.reference, verdict(of: $0)]
      }
      return "### \(group.title)\n\n"
        + table([["claim", "statement", "where", "verdict on record"]] + rows)
    }
    return
      ([introduction, "", table([header] + sorted), "", "## Claims"]
      + claims.map { "\n\($0)" }).joined(separator: "\n")
  }

  /// Rows as a table, the first of them its head.
  private static func table(_ rows: [[String]]) -> String {
    ([rows[0], rows[0].map { _ in "---" }] + rows.dropFirst())
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private static func verdict(of claim: any ClaimTest.Type) -> String {
    claim.words.recorded.rawValue
      + (claim.words.correction.map { ": \($0.label) of what is printed" } ?? "")
  }

  private static let introduction = """
    # Ledger of equations and claims

    First every equation of the paper that a claim covers, and those beyond it: the symbol that computes it, the
    claim that checks it with the verdict on record, the test, and the figures and tables that show it. Then every
    claim.
    `closedloop explain P9` tells a claim in full, `closedloop verify P9 --checks` checks it. Where the
    verdict is *differs*, the formula is the correct one, and its factor over the printed one is given.

    Written by `closedloop ledger`; do not edit.

    ## Equations
    """

  /// Numbered equations first, then those of the appendices, figures, and the rest.
  private static func rank(_ place: String) -> [Int] {
    if let match = place.prefixMatch(of: /Eqs?\. (\d+)/) { return [0, Int(match.1)!] }
    if let match = place.prefixMatch(of: /Eqs?\. ([A-Z])(\d+)/) {
      return [1, Int(match.1.unicodeScalars.first!.value), Int(match.2)!]
    }
    return [place.hasPrefix("Fig") ? 2 : 3]
  }

  private static func file(_ path: String) -> String { (path as NSString).lastPathComponent }

  /// A bar would end the cell.
  private static func code(_ text: String) -> String { "`\(escaped(text))`" }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// "fig1.svg (b)" becomes a link to the file, and keeps its panel.
  private static func link(_ evidence: String) -> String {
    "[\(evidence)](../figures/\(Evidence(evidence).path))"
  }
}
