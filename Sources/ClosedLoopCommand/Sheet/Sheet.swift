import Documents
import Foundation

/// Columns of text for people: aligned, and where they are wider than the terminal, part below part, each with
/// the first columns again.
struct Sheet {
  /// One column.
  struct Column {
    let header: String
    let cells: [String]
    var isText = false

    var width: Int { max(header.count, cells.map(\.count).max() ?? 0) }
  }

  /// Those that stand in every part.
  let first: [Column]
  /// Columns that stay together.
  let groups: [[Column]]

  /// The lines of all parts, with an empty line between two.
  func lines(width: Int) -> [String] {
    parts(width: width).map { columns in
      (-1..<(first[0].cells.count)).map { row in
        columns.map { column in
          Self.padded(row < 0 ? column.header : column.cells[row], column)
        }.joined(separator: "  ").trimmingSuffix(" ")
      }
    }.reduce(into: []) { $0 += $0.isEmpty ? $1 : [""] + $1 }
  }

  private func parts(width: Int) -> [[Column]] {
    var parts: [[Column]] = [first]
    for group in groups {
      let whole = parts[parts.count - 1] + group
      if Self.width(whole) > width, parts[parts.count - 1].count > first.count {
        parts.append(first + group)
      } else {
        parts[parts.count - 1] = whole
      }
    }
    return parts
  }

  private static func width(_ columns: [Column]) -> Int {
    columns.reduce(-2) { $0 + $1.width + 2 }
  }

  private static func padded(_ text: String, _ column: Column) -> String {
    let space = String(repeating: " ", count: column.width - text.count)
    return column.isText ? text + space : space + text
  }
}

/// The words of a text on lines of a width.
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(separator: " ").reduce(into: []) { lines, word in
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = "\(last) \(word)"
    } else {
      lines.append(String(word))
    }
  }
}

extension Sheet {
  /// Any table: numbers in five digits, words as they are, and columns without any left out.
  ///
  /// - Parameter count: how many columns stand in every part.
  init(_ table: Table, repeating count: Int) {
    let columns = table.columns.indices.map { place in
      let cells = table.rows.map { $0[place] }
      return Column(
        header: table.columns[place], cells: cells.map(Self.text),
        isText: cells.contains { if case .text = $0 { true } else { false } })
    }
    first = Array(columns[..<count])
    groups = columns[count...].filter { !$0.cells.allSatisfy(\.isEmpty) }.map { [$0] }
  }

  private static func text(_ cell: Table.Cell) -> String {
    guard case .number(let value) = cell, value.isFinite else { return "\(cell)" }
    return String(format: "%.5g", value == 0 ? 0 : value)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}

/// The terminal that standard output goes to.
enum Screen {
  /// How many columns it has; `nil` where standard output is no terminal.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) : 80
  }
}
