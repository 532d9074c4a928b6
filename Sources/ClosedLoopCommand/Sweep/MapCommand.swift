import ArgumentParser
import Documents
import Figures
import Foundation

/// `closedloop map`.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draws a sweep over two fields as a map: a phase diagram.",
    discussion: """
      Writes <name>.svg, <name>.gp and data/<name>.csv into the output folder; of each \
      cell the last generation counts. A line parts the cells in which a column is at \
      least some number from the others.

      EXAMPLE
        closedloop map scan/sweep.csv --x samples --y policy --value entropy_mean \\
          --boundary absorbed=0.5 --output scan
      """)

  @Argument(help: "The table of a sweep.")
  var table: String

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  @Option(help: "What its files are called, in letters, digits and hyphens.")
  var name = "map"

  @Option(help: "The column along the horizontal axis.")
  var x: String

  @Option(help: "The column along the vertical axis.")
  var y: String

  @Option(help: "The column that has colours.")
  var value: String

  @Option(help: "A column whose values have panels side by side.")
  var panels: String?

  @Option(
    help: ArgumentHelp("Where to draw a line, such as absorbed=0.5.", valueName: "column=number"))
  var boundary: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The numbers at both ends of the colours.", valueName: "low:high"))
  var range: String?

  @Option(
    help: ArgumentHelp("What to write in place of the name of a column.", valueName: "column=text"))
  var label: [String] = []

  func run() throws {
    guard !name.isEmpty,
      name.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      throw Failure(
        code: .badArguments,
        sentence: "--name \(name) is not allowed: use letters, digits and hyphens")
    }
    let content = PhaseMap.Content(
      x: x, y: y, value: value, panels: panels, boundary: try readBoundary(),
      range: try readRange(), labels: try readLabels())
    let stem = URL(fileURLWithPath: table).deletingPathExtension().lastPathComponent
    let sweep = try readTable(stem, at: table, hint: "use the table that closedloop sweep wrote")
    let map: PhaseMap
    do {
      map = try PhaseMap(sweep, name: name, content: content)
    } catch {
      throw Failure(code: .badData, sentence: "\(error)")
    }
    try requireGnuplot()
    let files = try OutputFolder.fill(output) { folder in
      try folder.write(map.table.csv, to: "data/\(name).csv")
      try gnuplot(map.script, in: folder, keptAs: "\(name).gp")
      try checkWhole("\(name).svg", on: .svg, in: folder)
      return ["data/\(name).csv", "\(name).gp", "\(name).svg"]
    }
    Output.wrote(files, into: output)
  }

  private func readBoundary() throws -> (column: String, level: Double)? {
    guard let boundary else { return nil }
    let (column, text) = try split("--boundary", boundary)
    guard let level = Double(text), level.isFinite else {
      throw Failure(
        code: .badArguments,
        sentence: "--boundary \(boundary) is not allowed: use column=number, such as absorbed=0.5")
    }
    return (column, level)
  }

  private func readRange() throws -> ClosedRange<Double>? {
    guard let range else { return nil }
    let ends = range.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low < high,
      max(abs(low), abs(high)) <= 1e15
    else {
      throw Failure(
        code: .badArguments,
        sentence: "--range \(range) is not allowed: use low:high, two numbers, such as 0:1")
    }
    return low...high
  }

  private func readLabels() throws -> [String: String] {
    var labels: [String: String] = [:]
    for text in label {
      let (column, words) = try split("--label", text)
      labels[column] = words
    }
    return labels
  }

  private func split(_ option: String, _ text: String) throws -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw Failure(
        code: .badArguments,
        sentence:
          "\(option) \(text) is not allowed: use the name of a column, = and what belongs to"
          + " it")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
