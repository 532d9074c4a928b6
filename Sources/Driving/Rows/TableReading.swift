import Diagnosis
import Documents
import Foundation

/// Reads CSV as rows in the order of the columns of the real data, each cell with the bytes that it came with.
struct TableReading {
  /// Names of the columns of the real data.
  let header: [String]
  let coder: RowCoder
  /// No more rows than these are read.
  let most: Int
  /// Whether these are the real data, and are as they are.
  var isReal = false

  /// All rows of a file.
  ///
  /// - Throws: `ReadingError`, or ``WrongOutput`` where they are not like the real data.
  func read(_ file: String) throws -> Rows {
    let scanner = try RecordScanner(path: file, settings: .init())
    let places = try places(in: scanner.header)
    var rows = Rows(width: header.count)
    let block = RecordBlock(capacity: 1 << 16)
    repeat {
      try scanner.read(into: block)
      for row in 0..<block.rows {
        guard rows.count < most else { return rows }
        for (column, place) in places.enumerated() {
          if column > 0 { rows.append(CollectionOfOne(UInt8(ascii: ","))) }
          block.withBytes(ofCell: place, row: row) { bytes in
            // A row of one empty cell would be an empty line, which is no row.
            if bytes.isEmpty, places.count == 1 {
              rows.append("\"\"".utf8)
            } else {
              rows.append(bytes)
            }
          }
          rows.append(code: try code(of: block, row, place, column))
        }
        rows.endRow()
      }
    } while block.rows > 0
    return rows
  }

  private func places(in columns: [String]) throws(WrongOutput) -> [Int] {
    let index = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    let found = header.map { index[$0] }
    guard columns.count == header.count, found.allSatisfy({ $0 != nil }) else {
      throw WrongOutput(
        "the columns of its output are \(Self.list(columns)): use those of the real data,"
          + " \(Self.list(header)), in any order")
    }
    return found.compactMap(\.self)
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map(WrongOutput.short).joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }

  private func code(
    of block: RecordBlock, _ row: Int, _ place: Int, _ column: Int
  ) throws(WrongOutput) -> Int {
    guard let coder = coder.columns[column] else { return -1 }
    let symbols = coder.symbols
    switch coder.code(of: block, row, place) {
    case .symbol(let code): return code
    case .missing:
      guard isReal || symbols.hasMissing || symbols.content == .words else {
        throw WrongOutput(
          "\(symbols.column) in line \(block.lines[row]) of its output is empty: use a"
            + " \(symbols.content.rawValue), since no cell of the real data is empty there")
      }
      return -1
    case .other:
      if isReal { return -1 }
      throw WrongOutput(
        "\(symbols.column) = \(WrongOutput.short(block.text(row, place))) in line"
          + " \(block.lines[row]) of its output is not allowed: use a finite"
          + " \(symbols.content.rawValue), as the real data have")
    }
  }
}

/// Output of a model that cannot be the next generation.
struct WrongOutput: Error, CustomStringConvertible {
  /// What is wrong, and what is allowed.
  let description: String

  init(_ description: String) { self.description = description }

  /// A text as sentences have it: on one line, and not long.
  static func short(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.isEmpty ? "\"\"" : line.count > 60 ? "\(line.prefix(57))..." : line
  }
}
