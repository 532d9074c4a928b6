import ArgumentParser
import Documents
import Figures
import Foundation

/// An answer to a question of a user: words, a table, and a picture.
protocol Answer: Encodable {
  /// The figure that draws it.
  associatedtype Picture: Figure

  /// With all digits.
  var table: Table { get }
  /// What is said on standard error beside the table.
  var notes: [String] { get }
  /// What the picture is drawn from.
  var drawn: [Table] { get }

  /// Words and a table for people, on lines of a width.
  func page(width: Int) -> [String]
}

/// How an answer is given.
struct AnswerOptions: ParsableArguments {
  @Flag(help: "Print CSV on a terminal, too, where else words and a table for people stand.")
  var csv = false

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Folder to write the table into, too, called after the command.", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Draw it: the name of an SVG file.", valueName: "file"))
  var plot: String?

  /// Before any work is done.
  ///
  /// - Throws: ``Failure`` with exit code 64 or 69 where a picture cannot be drawn.
  func check() throws {
    guard let plot else { return }
    guard plot.hasSuffix(".svg") else {
      throw Failure(
        code: .badArguments,
        sentence: "--plot \(plot) is not allowed: use a file name that ends in .svg")
    }
    try requireGnuplot()
  }

  /// Prints an answer, and writes what is asked for.
  func give(_ answer: some Answer) throws {
    try show(answer)
    if let output {
      let file = "\(answer.table.name).csv"
      Output.wrote(
        try OutputFolder.fill(output) { folder in
          try folder.write(answer.table.csv, to: file)
          return [file]
        }, into: output)
    }
    if let plot {
      try draw(answer, at: plot)
      Output.note("wrote \(plot)")
    }
  }

  private func show(_ answer: some Answer) throws {
    if json { return try Output.printJSON(answer) }
    if !csv, let width = Screen.width {
      return try Output.print(answer.page(width: width).joined(separator: "\n"))
    }
    for note in answer.notes { Output.note(note) }
    try Output.print(String(answer.table.csv.dropLast()))
  }

  private func draw<A: Answer>(_ answer: A, at place: String) throws {
    try drawPicture(A.Picture.self, at: place) { folder in
      for table in answer.drawn { try folder.write(table.csv, to: "data/\(table.name).csv") }
      return answer.drawn
    }
  }
}

/// Draws a figure into an SVG file.
///
/// - Parameter tables: writes the tables that it is drawn from into the folder where it is made, and returns them.
func drawPicture<F: Figure>(
  _ figure: F.Type, at place: String, of tables: (OutputFolder) throws -> [Table]
) throws {
  let file = URL(fileURLWithPath: place)
  try OutputFolder.fill(file.deletingLastPathComponent().path) { folder in
    _ = try drawFigure(F.self, tables: try tables(folder), on: .svg, in: folder)
    let (picture, named) = ("\(F.id).svg", file.lastPathComponent)
    if named != picture { try folder.call(picture, by: named) }
    return [named]
  }
}
