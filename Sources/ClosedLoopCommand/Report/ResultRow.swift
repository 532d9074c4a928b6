import Documents

/// One line of a table of results, with its place for messages.
struct ResultRow {
  private let cells: [String: Table.Cell]
  private let place: String

  /// The lines of the table `name` at `path`.
  ///
  /// - Throws: ``Failure`` with exit code 65 if a needed column is missing or the file is no table.
  static func all(
    of name: String, text: String, at path: String, columns: [String]
  ) throws -> [ResultRow] {
    let table: Table
    do {
      table = try Table(name: name, csv: text)
    } catch {
      throw Failure(code: .badData, sentence: "\(error)")
    }
    for column in columns where !table.columns.contains(column) {
      throw Failure(code: .badData, sentence: "\(path): the column \(column) is missing")
    }
    return table.rows.enumerated().map { line, row in
      ResultRow(
        cells: Dictionary(uniqueKeysWithValues: zip(table.columns, row)),
        place: "\(path), line \(line + 2)")
    }
  }

  /// The text in one of the needed columns.
  func text(_ column: String) -> String { cells[column]!.description }

  /// The number in one of the needed columns.
  func number(_ column: String) throws -> Double {
    if case .text(let word) = cells[column]! {
      throw notAllowed(column, word, "a number")
    }
    return cells[column]!.value
  }

  /// The word in one of the needed columns, one of a few.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, _: Word.Type
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text(column)) else {
      throw notAllowed(
        column, text(column), Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  private func notAllowed(_ column: String, _ value: String, _ allowed: String) -> Failure {
    Failure(
      code: .badData,
      sentence: "\(place): \(column) = \(value) is not allowed: use \(allowed)")
  }
}
