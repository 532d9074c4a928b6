import ArgumentParser
import Foundation
import Report

/// `closedloop report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a page for referees: every figure and every claim with its evidence.",
    discussion: """
      Reads what `closedloop run` and `closedloop verify --output` wrote for all \
      experiments and claims, and writes index.html, one page that needs no network \
      and no other file to be read. Its links lead to the tables, definitions and \
      scripts beside it; into another folder those are copied.

      EXAMPLES
        closedloop report --input figures
        closedloop report --input figures --output review
      """)

  @Option(help: "Folder with the results.")
  var input: String

  @Option(help: "Folder to write into, made if need be; the input folder unless given.")
  var output: String?

  func run() throws {
    let input = input
    let results = try badData {
      try ReportedResults(
        in: ReportedResults.Folder(
          input, read: { try readText(at: "\(input)/\($0)", hint: $1) },
          list: {
            (try? FileManager.default.contentsOfDirectory(atPath: "\(input)/\($0)")) ?? []
          }))
    }
    try OutputFolder.fill(output ?? input) { folder in
      // Files that are there already, with the same bytes, are not touched.
      let files =
        results.files.sorted { $0.key < $1.key } + [
          ("index.html", ReportPage(results).markup)
        ]
      for (path, text) in files { try folder.write(text, to: path) }
      return files.map(\.0)
    }
    Output.note("wrote \(output ?? input)/index.html")
  }
}
