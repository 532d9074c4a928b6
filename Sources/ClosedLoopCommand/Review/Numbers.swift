import ArgumentParser
import Claims
import Foundation
import Report

/// `closedloop numbers`.
struct Numbers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the results as LaTeX macros, so that a draft holds no typed number.",
    discussion: """
      Writes numbers.tex, which defines for every claim \\claim{P3}, \\verdict{P3}, \
      \\quantity{P3}, \\predicted{P3} and \\measured{P3}; for every check behind it \
      \\predicted[name]{P3} and \\measured[name]{P3}; \\claimrows, the rows of a table \
      of all claims; and for a draft what it takes from tables and definitions:

        \\cell[atom_error]{fig3-summary}{truth=0.25,rate=0}{atom}
        \\datarows[case=ii]{fig2-moments}{samples,mean(mean_error)}
        \\setting{fig1}{b.replicates}

      A measurement is rounded by its uncertainty: 0.7025 with 0.0046 becomes \
      0.703(5). What does not exist is an error, here and in LaTeX.

      EXAMPLE
        closedloop numbers --input figures --draft paper/main.tex --output paper/generated
      """)

  @Option(help: "Folder with results.")
  var input: String

  @Option(help: "The draft that the numbers are for.")
  var draft: String?

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  func run() throws {
    let results = try ResultsFolder.open(input)
    let read = try draft.map { try DraftFile.read($0) }
    let text = try Self.text(results: results, draft: read)
    try OutputFolder.fill(output) { folder in
      try folder.write(text, to: "numbers.tex")
      return ["numbers.tex"]
    }
  }

  /// The file for a draft.
  ///
  /// - Throws: ``Failure`` with exit code 65 naming the place in the draft that asks for what is not there.
  static func text(results: Results, draft: ReadDraft?) throws -> String {
    if let problem = draft?.problems.first { throw Failure(code: .badData, sentence: "\(problem)") }
    for use in draft?.uses ?? [] {
      try badData(at: use.place) { _ = try results.value(of: use.reference) }
    }
    return try badData {
      try NumbersFile(results: results, draft: draft, entries: entries(results)).text
    }
  }

  /// The claims that this program knows and the results have.
  private static func entries(_ results: Results) throws -> [NumbersFile.Entry] {
    try claimTests.filter { results.ids.contains($0.id) }.map { claim in
      let verdict = try results.value(of: .verdict(claim.id)).plain
      let factor = claim.words.correction.map { ": \($0.label) of what is printed" } ?? ""
      return NumbersFile.Entry(
        id: claim.id, statement: claim.words.statement, verdict: verdict + factor)
    }
  }
}
