import Definitions
import Tables

extension Results {
  /// What a reference stands for.
  ///
  /// - Throws: ``ResultsError`` saying what is missing and what there is; errors of reading tables.
  public func value(of reference: ResultReference) throws -> ResultValue {
    switch reference {
    case .claim(let id): return .words(claims.texts(in: "id")[try row(ofClaim: id)])
    case .verdict(let id): return .words(claims.texts(in: "verdict")[try row(ofClaim: id)])
    case .quantity(let id): return .words(claims.texts(in: "quantity")[try row(ofClaim: id)])
    case .predicted(let id, nil):
      return try number(in: claims, row: row(ofClaim: id), "prediction", unit: unit(ofClaim: id))
    case .measured(let id, nil):
      return try number(
        in: claims, row: row(ofClaim: id), "measurement", error: "uncertainty",
        unit: unit(ofClaim: id))
    case .predicted(let id, let check?):
      let (checks, row) = try self.row(ofCheck: check, of: id)
      return try number(in: checks, row: row, "prediction", unit: unit(ofCheck: row, of: id))
    case .measured(let id, let check?):
      let (checks, row) = try self.row(ofCheck: check, of: id)
      return try number(
        in: checks, row: row, "measurement", error: "standard_error",
        unit: unit(ofCheck: row, of: id))
    case .cell(let name, let selector, let column, let error):
      let table = try existing(name)
      let rows = try Self.rows(of: table, where: selector)
      guard rows.count == 1 else {
        throw ResultsError(
          "\(selector) stands for \(rows.count) rows of \(name): name columns so that it is one")
      }
      if let cell = table.cell(rows[0], column), case .text(let word) = cell, cell.value.isNaN {
        return .words(word)
      }
      return try number(in: table, row: rows[0], column, error: error)
    case .setting(let experiment, let field): return try setting(field, of: experiment)
    case .rows(let name, let columns, let selector):
      return try rows(of: existing(name), columns: columns, where: selector)
    case .figure(let id):
      guard try hasPicture(id) else {
        throw ResultsError("\(name)/\(id).svg is missing: run make figures")
      }
      return .picture
    }
  }

  // MARK: - Claims

  /// The row of a claim.
  func row(ofClaim id: String) throws -> Int {
    guard let row = ids.firstIndex(of: id) else {
      throw ResultsError(
        ids.isEmpty
          ? "\(name)/claims.csv has no claims: run make figures"
          : "there is no claim \(id): use \(ids.joined(separator: ", "))")
    }
    return row
  }

  private func unit(ofClaim id: String) throws -> String {
    claims.cell(try row(ofClaim: id), "unit")?.description ?? ""
  }

  /// Where the check called `name` stands.
  func row(ofCheck name: String, of id: String) throws -> (Table, Int) {
    _ = try row(ofClaim: id)
    guard let checks else {
      throw ResultsError("\(self.name)/checks.csv is missing: run make figures")
    }
    let own = checks.rows.indices.filter { checks.cell($0, "id")?.description == id }
    let names = checks.texts(in: "check")
    if let row = own.first(where: { names[$0] == name }) { return (checks, row) }
    // The names that share most words with what was asked for.
    let words = Set(name.split(separator: " "))
    let near = own.map { names[$0] }
      .sorted {
        words.intersection($0.split(separator: " ")).count
          > words.intersection($1.split(separator: " ")).count
      }
    throw ResultsError(
      "\(id) has no check \"\(name)\": use "
        + near.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        + (near.count > 3 ? ", or another of closedloop verify \(id) --checks" : ""))
  }

  /// Only a claim's first check has its unit.
  private func unit(ofCheck row: Int, of id: String) throws -> String {
    checks?.texts(in: "id").firstIndex(of: id) == row ? try unit(ofClaim: id) : ""
  }

  // MARK: - Tables

  private func existing(_ name: String) throws -> Table {
    guard let table = try table(name) else {
      throw ResultsError("\(self.name)/data/\(name).csv is missing: run make figures")
    }
    return table
  }

  private func number(
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
          "\"\(part)\" names no rows of \(table.name): use column=value with one of"
            + " \(table.columns.joined(separator: ", "))")
      }
      rows = rows.filter { row in
        let cell = table.rows[row][column]
        return cell.description == sides[1] || Double(sides[1]).map { $0 == cell.value } == true
      }
    }
    return rows
  }

  private func rows(of table: Table, columns: String, where selector: String?) throws -> ResultValue
  {
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

  private func setting(_ field: String, of experiment: String) throws -> ResultValue {
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
    case .array(let values): return .list(values.compactMap(\.asDouble))
    default:
      guard let number = value.asDouble else {
        throw ResultsError("\(field) of \(experiment) is no number: name one inside it")
      }
      return .number(number, error: 0, unit: "")
    }
  }
}

extension JSONValue {
  /// The number it is, if it is one.
  var asDouble: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
