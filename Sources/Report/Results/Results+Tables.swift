import Documents

// Numbers, rows and fields.

extension Results {
  // MARK: - Tables

  func existing(_ name: String) throws -> Table {
    guard let table = try table(name) else {
      throw ResultsError("\(self.name)/data/\(name).csv is missing: run make figures")
    }
    return table
  }

  func number(
    in table: Table, row: Int, _ column: String, error: String? = nil, unit: String = ""
  ) throws -> ResultValue {
    func value(_ column: String) throws -> Double {
      guard let cell = table.cell(row, column) else {
        throw ResultsError(
          "\(table.name) has no column \(column): use \(table.columns.joined(separator: ", "))")
      }
      let value = cell.value
      guard value == 0 || (1e-100...1e100).contains(abs(value)) else {
        throw ResultsError(
          "\(column) = \(cell.description) in \(table.name) is not allowed: use 0, or a number of a size"
            + " from 1e-100 to 1e100")
      }
      return value
    }
    return .number(
      try value(column), error: try error.map { try value($0) } ?? 0, unit: unit)
  }

  /// The rows that a selector such as `case=ii,samples=50` stands for; all without one.
  ///
  /// - Throws: ``ResultsError`` if it names no column.
  static func rows(of table: Table, where selector: String?) throws -> [Int] {
    var rows = Array(table.rows.indices)
    for part in (selector ?? "").split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard sides.count == 2, let column = table.columns.firstIndex(of: sides[0]) else {
        throw ResultsError(
          "\"\(part)\" names no rows of \(table.name): use column=value with"
            + " \(Words.choice(of: table.columns, for: sides.first ?? ""))")
      }
      rows = rows.filter { row in
        let cell = table.rows[row][column]
        return cell.description == sides[1] || Double(sides[1]).map { $0 == cell.value } == true
      }
    }
    return rows
  }

  func rows(of table: Table, columns: String, where selector: String?) throws -> ResultValue {
    let wanted = columns.split(separator: ",").map { Draft.inOneLine($0) }
    return .rows(
      try Self.rows(of: table, where: selector).map { row in
        try wanted.map { column in
          // `mean(mean_error)`: a number rounded by another.
          let parts = column.split(whereSeparator: { "()".contains($0) }).map(String.init)
          guard !parts.isEmpty else {
            throw ResultsError(
              "\"\(column)\" names no column of \(table.name): use \(table.columns.joined(separator: ", "))"
            )
          }
          if let cell = table.cell(row, parts[0]), case .text(let word) = cell {
            return TeX.escaped(word)
          }
          if let cell = table.cell(row, parts[0]), cell.value.isNaN { return "---" }
          let value = try number(
            in: table, row: row, parts[0], error: parts.count > 1 ? parts[1] : nil)
          return Self.isRounding(value, in: table, parts[0]) ? "$0$" : "$\(value.tex)$"
        }
      })
  }

  /// Whether an exact number is nothing but rounding beside the largest of its column.
  private static func isRounding(_ value: ResultValue, in table: Table, _ column: String) -> Bool {
    guard case .number(let number, error: 0, _) = value else { return false }
    let largest = (table.numbers(in: column) ?? []).filter(\.isFinite).map(abs).max() ?? 0
    return abs(number) < 1e-12 * largest
  }

  // MARK: - Definitions

  func setting(_ field: String, of experiment: String) throws -> ResultValue {
    guard var value = try definition(of: experiment) else {
      throw ResultsError("\(name)/data/\(experiment).json is missing: run make figures")
    }
    for part in field.split(separator: ".") {
      guard case .object(let fields) = value, let inner = fields[String(part)] else {
        var known = "no fields"
        if case .object(let fields) = value { known = fields.keys.sorted().joined(separator: ", ") }
        throw ResultsError("\(experiment) has no field \(field): at \(part) it has \(known)")
      }
      value = inner
    }
    switch value {
    case .string(let text): return .words(text)
    case .array(let values): return .list(values.compactMap(\.double))
    default:
      guard let number = value.double else {
        throw ResultsError("\(field) of \(experiment) is no number: name one inside it")
      }
      return .number(number, error: 0, unit: "")
    }
  }
}
