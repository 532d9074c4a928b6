import ArgumentParser
import Claims
import Documents
import Figures
import Foundation

extension Terminal: ExpressibleByArgument {}

/// `closedloop plot`.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws a figure again from its tables, without running anything.",
    discussion: """
      Reads data/<id>*.csv in the folder and writes the script and the picture beside it.

      EXAMPLES
        closedloop plot fig1 --output results
        closedloop plot fig1 --input figures --output draft --terminal tikz
      """)

  @Argument(help: "The figure; see closedloop list.")
  var id: String

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  @Option(help: "Folder whose data/ is read; the output folder unless given.")
  var input: String?

  @Option(help: "svg for screens, tikz for LaTeX, png for a quick look.")
  var terminal: Terminal = .svg

  func run() throws {
    try draw(try figure(id))
  }

  private func draw<F: Figure>(_ figure: F.Type) throws {
    let tables = try F.inputs.map {
      try readTable($0.table, at: "\(input ?? output)/data/\($0.table).csv")
    }
    try requireGnuplot(for: terminal.gnuplotName)
    let files = try OutputFolder.fill(output) { folder in
      for table in tables { try folder.write(table.csv, to: "data/\(table.name).csv") }
      return try drawFigure(figure, tables: tables, on: terminal, in: folder)
    }
    Output.wrote(files, into: output)
  }
}

/// Reads the table `name` from the file at `path`.
///
/// - Throws: ``Failure`` with exit code 65.
func readTable(
  _ name: String, at path: String, hint: String = "run the experiment first"
) throws -> Table {
  let text = try readText(at: path, hint: hint)
  do {
    return try Table(name: name, csv: text)
  } catch {
    throw Failure(code: .badData, sentence: "\(error)")
  }
}
