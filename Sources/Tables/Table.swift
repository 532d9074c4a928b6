/// A named table of results: one CSV file.
public struct Table: Sendable, Equatable {
  /// File name without extension, such as `fig1a`.
  public let name: String
  /// Column names, as in the header row.
  public let columns: [String]
  /// Rows of as many cells as there are columns.
  public private(set) var rows: [[Cell]]

  /// One entry of a table.
  public enum Cell: Sendable, Equatable {
    /// A whole number, written with all its digits.
    case integer(Int)
    /// A real number, written with ten significant digits; `nan` where there is none.
    case number(Double)
    /// Text without line breaks.
    case text(String)
  }

  /// A table with the given rows.
  public init(name: String, columns: [String], rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row of one cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(name) has \(columns.count) cells")
    rows.append(row)
  }

  /// The numbers in the column called `name`, or `nil` if there is no such column.
  ///
  /// Words become NaN.
  public func numbers(in name: String) -> [Double]? {
    guard let index = columns.firstIndex(of: name) else { return nil }
    return rows.map { $0[index].value }
  }
}

extension Table.Cell {
  /// The number in the cell; NaN for a word.
  public var value: Double {
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
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A real number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A word.
  public init(stringLiteral value: String) { self = .text(value) }
}
