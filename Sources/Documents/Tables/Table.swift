/// A named table of results: one CSV file.
package struct Table: Sendable, Equatable {
  /// File name without extension, such as `fig1a`.
  package let name: String
  /// Column names, as in the header row.
  package let columns: [String]
  /// Rows of as many cells as there are columns.
  package private(set) var rows: [[Cell]]

  /// One entry of a table.
  package enum Cell: Sendable, Equatable {
    /// A whole number, written with all its digits.
    case integer(Int)
    /// A real number, written with ten significant digits; `nan` where there is none.
    case number(Double)
    /// Text without line breaks.
    case text(String)
  }

  /// A table with the given rows.
  package init(name: String, columns: [String], rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row of one cell a column.
  package mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(name) has \(columns.count) cells")
    rows.append(row)
  }

  /// The numbers in the column called `name`, or `nil` if there is no such column.
  ///
  /// Words become NaN.
  package func numbers(in name: String) -> [Double]? {
    guard let index = columns.firstIndex(of: name) else { return nil }
    return rows.map { $0[index].value }
  }
}

extension Table.Cell {
  /// The number in the cell; NaN for a word.
  package var value: Double {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .text: .nan
    }
  }
}

extension Table.Cell: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral
{
  /// A whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// A real number.
  package init(floatLiteral value: Double) { self = .number(value) }
  /// A word.
  package init(stringLiteral value: String) { self = .text(value) }
}
