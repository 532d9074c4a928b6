/// A table as people and spreadsheets write it: cells between commas, semicolons or tabs.
///
/// Empty lines, and lines that begin with #, are passed over. What separates the cells is seen in the header.
package struct DelimitedText {
  /// The cells of the header.
  package let header: [String]
  /// The rows of as many cells, each with the number of its line, from 1.
  package let rows: [(line: Int, cells: [String])]
  /// The line of the header.
  package let headerLine: Int

  /// Reads a table.
  ///
  /// - Throws: ``CSVError`` naming the first line that does not fit.
  package init(name: String, text: String) throws(CSVError) {
    let lines = Table.lines(of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
      .enumerated().map { (line: $0 + 1, text: $1) }
      .filter { !Self.trimmed($0.text).isEmpty && !Self.trimmed($0.text).hasPrefix("#") }
    guard let first = lines.first else {
      throw CSVError(table: name, line: 1, problem: "the header row is missing")
    }
    let separator = Self.separator(of: first.text)
    headerLine = first.line
    header = try Table.cells(of: first.text, separator, table: name, line: first.line)
      .map(Self.trimmed)
    var rows: [(line: Int, cells: [String])] = []
    for (line, text) in lines.dropFirst() {
      let cells = try Table.cells(of: text, separator, table: name, line: line)
      guard cells.count == header.count else {
        let hint =
          separator == "," && cells.count > header.count
          ? ": numbers have no commas, and words with commas are put in double quotes" : ""
        throw CSVError(
          table: name, line: line,
          problem: "\(header.count) cells were expected, \(cells.count) found\(hint)")
      }
      rows.append((line, cells.map(Self.trimmed)))
    }
    self.rows = rows
  }

  /// A comma, unless the header has tabs or semicolons outside quotes, and no comma.
  private static func separator(of header: String) -> Character {
    let plain = header.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    return [",", ";", "\t"].first { plain.contains($0) } ?? ","
  }

  private static func trimmed(_ cell: String) -> String {
    let isSpace = { (c: Character) in c == " " || c == "\t" || c == "\u{A0}" }
    let start = cell.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
  }
}
