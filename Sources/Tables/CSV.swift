import Foundation

extension Table {
  /// The table as CSV: one header row, `.` decimals, ten significant digits, a final line break.
  public var csv: String {
    var text = columns.joined(separator: ",") + "\n"
    for row in rows {
      text += row.map(\.csv).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// Cells as one line of CSV, without its end.
  package static func line(_ cells: [Cell]) -> String {
    cells.map(\.csv).joined(separator: ",")
  }

  /// Reads a table from CSV as this package writes it.
  ///
  /// - Parameters:
  ///   - name: the table's name, for messages.
  ///   - csv: a header row and rows of as many cells; a cell in double quotes may hold commas.
  /// - Throws: ``CSVError`` naming the first line that does not fit.
  public init(name: String, csv: String) throws {
    let lines = try Self.cells(name: name, csv: csv)
    let columns = lines[0]
    if columns.contains("") || Set(columns).count != columns.count {
      let header = columns.joined(separator: ",")
      throw CSVError(
        table: name, line: 1, problem: "column names must be distinct and not empty: \(header)")
    }
    self.init(
      name: name, columns: columns, rows: lines.dropFirst().map { $0.map(Cell.init(csv:)) })
  }

  /// The cells of CSV as text, the header row first, and as many in each line.
  ///
  /// - Throws: ``CSVError`` naming the first line that does not fit.
  package static func cells(name: String, csv: String) throws(CSVError) -> [[String]] {
    // Foundation-free splitting keeps "\r\n" from hiding a line break in one character.
    var lines = csv.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line)) }
    if lines.last == "" { lines.removeLast() }
    guard let header = lines.first, !header.isEmpty else {
      throw CSVError(table: name, line: 1, problem: "the header row is missing")
    }
    var all: [[String]] = []
    all.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let cells = try Self.cells(of: line, table: name, line: index + 1)
      guard cells.count == all.first?.count ?? cells.count else {
        throw CSVError(
          table: name, line: index + 1,
          problem: "\(all[0].count) cells were expected, \(cells.count) found")
      }
      all.append(cells)
    }
    return all
  }

  /// The cells of one line; inside double quotes a comma is text and a doubled quote is a quote.
  private static func cells(
    of text: String, table: String, line: Int
  ) throws(CSVError) -> [String] {
    guard text.contains("\"") else {
      return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    enum State { case start, plain, quoted, closed }
    var cells = [""]
    var state = State.start
    for character in text {
      switch (state, character) {
      case (.start, "\""): state = .quoted
      case (.quoted, "\""): state = .closed
      case (.closed, "\""):
        cells[cells.count - 1].append(character)
        state = .quoted
      case (.start, ","), (.plain, ","), (.closed, ","):
        cells.append("")
        state = .start
      case (.closed, _), (.plain, "\""):
        throw CSVError(table: table, line: line, problem: "a quote stands inside a cell")
      case (.quoted, _): cells[cells.count - 1].append(character)
      default:
        cells[cells.count - 1].append(character)
        state = .plain
      }
    }
    guard state != .quoted else {
      throw CSVError(table: table, line: line, problem: "a quote is not closed")
    }
    return cells
  }
}

extension Table.Cell: CustomStringConvertible {
  /// The number in ten significant digits, or the text.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value):
      if value.isNaN {
        "nan"
      } else if value.isInfinite {
        value < 0 ? "-inf" : "inf"
      } else {
        String(format: "%.10g", value == 0 ? 0 : value)
      }
    case .text(let value): value
    }
  }

  /// The cell as it stands in the file: text with commas or quotes is put in quotes.
  var csv: String {
    guard case .text(let value) = self, value.contains(where: { ",\"".contains($0) }) else {
      return description
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  init(csv: some StringProtocol) {
    if let value = Int(csv) {
      self = .integer(value)
    } else if let value = Double(csv) {
      self = .number(value)
    } else {
      self = .text(String(csv))
    }
  }
}

/// A CSV file that is not a table.
public struct CSVError: Error, Equatable, CustomStringConvertible {
  /// Name of the table.
  public let table: String
  /// Line number, from 1.
  public let line: Int
  /// What is wrong there.
  public let problem: String

  /// An error at `line` of the file of `table`.
  public init(table: String, line: Int, problem: String) {
    self.table = table
    self.line = line
    self.problem = problem
  }

  /// One sentence for people.
  public var description: String { "\(table).csv, line \(line): \(problem)" }
}
