import Foundation

/// A table whose cells are text: CSV (RFC 4180), or lines.
struct CellTable {
  /// Names of the columns; "line" alone for lines.
  let header: [String]
  /// The cells of each row.
  let rows: [[String]]
  /// The header as it stands in the file, with its end; empty for lines.
  private let headerText: String
  private let isLines: Bool

  /// Reads CSV with a header, in which cells in quotes may hold commas, quotes and line breaks.
  ///
  /// - Throws: ``Failure`` with exit code 65.
  init(csv text: String, name: String) throws {
    var rows: [[String]] = []
    var (cells, cell): ([String], String.UnicodeScalarView) = ([], .init())
    var (isQuoted, mayOpen, headerEnd): (Bool, Bool, String.Index?) = (false, true, nil)
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    func endCell() {
      cells.append(String(cell))
      (cell, mayOpen) = (.init(), true)
    }
    func endRow() {
      endCell()
      // An empty line is a row of a table of one column, and of no other.
      if !(cells == [""] && (rows.first?.count ?? 2) > 1) { rows.append(cells) }
      cells = []
      if headerEnd == nil { headerEnd = place }
    }
    if scalars.first == "\u{FEFF}" { place = scalars.index(after: place) }
    while place < scalars.endIndex {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      let next = place < scalars.endIndex ? scalars[place] : "\0"
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append("\"")
        place = scalars.index(after: place)
      case "\"" where isQuoted: isQuoted = false
      case "\"" where mayOpen: (isQuoted, mayOpen) = (true, false)
      case "," where !isQuoted: endCell()
      case "\n" where !isQuoted: endRow()
      case "\r" where !isQuoted && next == "\n": break
      default:
        cell.append(scalar)
        mayOpen = false
      }
    }
    if isQuoted { throw Self.failure("\(name): a quote is not closed") }
    // The last line need not have an end.
    if !cells.isEmpty || !cell.isEmpty || !mayOpen { endRow() }
    guard let header = rows.first else { throw Self.failure("\(name): the header row is missing") }
    if let place = rows.firstIndex(where: { $0.count != header.count }) {
      throw Self.failure(
        "\(name), row \(place): \(header.count) cells were expected, \(rows[place].count) found")
    }
    let head = String(text[..<(headerEnd ?? text.endIndex)])
    (self.header, self.rows, isLines) = (header, Array(rows.dropFirst()), false)
    headerText = head.unicodeScalars.last == "\n" ? head : head + "\n"
  }

  /// Reads lines, each one a row of one cell.
  init(lines text: String) {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    (header, headerText, isLines) = (["line"], "", true)
    rows = lines.map { [String($0.last == "\r" ? $0.dropLast() : $0)] }
  }

  private static func failure(_ sentence: String) -> Failure {
    Failure(code: .badData, sentence: sentence)
  }

  /// The text of a file with the same header and other rows.
  func text(of rows: [[String]]) -> String {
    var text = headerText
    for row in rows {
      text += isLines ? row[0] : row.map(Self.quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
