import Documents

/// A table of results in a file, read line by line.
struct ResultRows {
  private let table: Table
  private let path: String

  /// The table `name`, read from the text of the file at `path`.
  ///
  /// - Throws: ``ResultsError`` if that is no table.
  init(_ name: String, text: String, at path: String) throws {
    self.path = path
    do {
      table = try Table(name: name, csv: text)
    } catch {
      throw ResultsError("\(error)")
    }
  }

  /// All lines.
  ///
  /// - Throws: ``ResultsError`` if one of these columns is missing.
  func rows(with columns: [String]) throws(ResultsError) -> [ResultRow] {
    for column in columns where !table.columns.contains(column) {
      throw ResultsError("\(path): the column \(column) is missing")
    }
    return table.rows.enumerated().map { line, row in
      ResultRow(
        cells: Dictionary(uniqueKeysWithValues: zip(table.columns, row)), path: path,
        line: line + 2)
    }
  }
}

/// One line of a table of results, with its place for messages.
struct ResultRow {
  fileprivate let cells: [String: Table.Cell]
  fileprivate let path: String
  fileprivate let line: Int

  private func cell(_ column: String) throws(ResultsError) -> Table.Cell {
    guard let cell = cells[column] else {
      throw ResultsError("\(path): the column \(column) is missing")
    }
    return cell
  }

  /// The text in a column.
  func text(_ column: String) throws(ResultsError) -> String { try cell(column).description }

  /// The number in a column.
  func number(_ column: String) throws(ResultsError) -> Double {
    let cell = try cell(column)
    if case .text(let word) = cell { throw notAllowed(column, word, "a number") }
    return cell.value
  }

  /// The word in a column, one of a few.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, _: Word.Type
  ) throws(ResultsError) -> Word where Word.RawValue == String {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      throw notAllowed(column, text, Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  private func notAllowed(_ column: String, _ value: String, _ allowed: String) -> ResultsError {
    ResultsError("\(path), line \(line): \(column) = \(value) is not allowed: use \(allowed)")
  }
}
