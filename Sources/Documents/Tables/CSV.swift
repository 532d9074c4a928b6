import Foundation

extension Table {
  /// The table as CSV: one header row, `.` decimals, ten significant digits, a final line break.
  package var csv: String {
    var text = columns.map(Table.Cell.quoted).joined(separator: ",") + "\n"
    for row in rows {
      let line = row.map(\.csv).joined(separator: ",")
      // An empty line would be no row.
      text += line.isEmpty ? "\"\"\n" : "\(line)\n"
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
  package init(name: String, csv: String) throws {
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

  /// The lines of a text.
  static func lines(of text: String) -> [String] {
    // By scalars, since "\r\n" hides a line break in one character.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line)) }
  }

  /// The cells of CSV as text, the header row first, and as many in each line.
  ///
  /// - Throws: ``CSVError`` naming the first line that does not fit.
  package static func cells(name: String, csv: String) throws(CSVError) -> [[String]] {
    var lines = lines(of: csv)
    while lines.last == "" { lines.removeLast() }
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

  /// The cells of one line; inside double quotes a separator is text and a doubled quote is a quote.
  static func cells(
    of text: String, _ separator: Character = ",", table: String, line: Int
  ) throws(CSVError) -> [String] {
    guard text.contains("\"") else {
      return text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
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
      case (.start, separator), (.plain, separator), (.closed, separator):
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

extension String {
  /// The text as a cell of a file: in quotes if it has commas, quotes or line ends in it (RFC 4180).
  package var csv: String {
    // Scalar by scalar: CR and LF are one character together, and so are a comma and an accent over it.
    guard unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return self
    }
    let doubled = unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(UnicodeScalarView(doubled)) + "\""
  }
}

extension Table.Cell: CustomStringConvertible {
  /// The number in ten significant digits, or the text.
  package var description: String {
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

  /// The cell as it stands in the file.
  var csv: String {
    guard case .text(let value) = self else { return description }
    return Self.quoted(value)
  }

  /// Text as it stands in a file: on one line, and in quotes if it has commas or quotes in it (RFC 4180).
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
    return String(String.UnicodeScalarView(scalars)).csv
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
package struct CSVError: Error, Equatable, CustomStringConvertible {
  /// Name of the table.
  package let table: String
  /// Line number, from 1.
  package let line: Int
  /// What is wrong there.
  package let problem: String

  /// An error at `line` of the file of `table`.
  package init(table: String, line: Int, problem: String) {
    self.table = table
    self.line = line
    self.problem = problem
  }

  /// One sentence for people.
  package var description: String { "\(table).csv, line \(line): \(problem)" }
}
