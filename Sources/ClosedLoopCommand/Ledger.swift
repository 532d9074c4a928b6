import ArgumentParser
import Claims
import Foundation

/// `closedloop ledger`.
struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the equation ledger: each equation with its symbol, claim, test and figure.",
    discussion: """
      The table is in Markdown, made of the same values as the claims. The one in \
      docs/ledger.md must be what this prints; a test compares them.

      With --remedies it prints the README's table of what prevents collapse instead, \
      each answer with the claims it rests on and their verdicts on record.

      EXAMPLE
        closedloop ledger > docs/ledger.md
      """)

  @Flag(help: "Print what prevents collapse, and what does not.")
  var remedies = false

  func run() throws { try Output.print(remedies ? RemedyTable.text : Self.text) }

  /// The whole document, without the last line break.
  static var text: String {
    let rows = claimTests.flatMap { claim in
      claim.equations.map { equation in
        (
          place: equation.place,
          cells: [
            equation.place, code(equation.formula), code(equation.symbol), claim.id,
            claim.recorded.rawValue
              + (claim.correction.map { ": \($0.label) of what is printed" } ?? ""),
            "[\(file(claim.testFile))](../\(claim.testFile))",
            claim.evidence.map(link).joined(separator: ", "),
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
    let table = ([header, header.map { _ in "---" }] + sorted)
      .map { "| \($0.joined(separator: " | ")) |" }
    return ([introduction] + [""] + table).joined(separator: "\n")
  }

  private static let introduction = """
    # Equation ledger

    Every equation of the paper that a claim covers, and those beyond it: the symbol that computes it, the
    claim that checks it with the verdict on record, the test, and the figures and tables that show it.
    `closedloop explain P9` tells a claim in full, `closedloop verify P9 --checks` checks it. Where the
    verdict is *differs*, the formula is the correct one, and its factor over the printed one is given.

    Written by `closedloop ledger`; do not edit.
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
  private static func code(_ text: String) -> String { "`\(text.replacing("|", with: "\\|"))`" }

  /// "fig1.svg (b)" becomes a link to the file, and keeps its panel.
  private static func link(_ evidence: String) -> String {
    "[\(evidence)](../figures/\(Evidence(evidence).path))"
  }
}
