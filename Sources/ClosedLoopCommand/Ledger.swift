import ArgumentParser
import Report

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

  func run() throws { try Output.print(remedies ? RemedyTable.text : EquationLedger.text) }
}
