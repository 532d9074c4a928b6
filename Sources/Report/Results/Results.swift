import Documents
import Foundation

/// A folder of results as `make figures` leaves it: claims, checks, tables, definitions, pictures.
package final class Results {
  /// What messages call it: `figures`.
  package let name: String
  /// One row a claim.
  package let claims: Table
  /// One row a check, if they were written.
  package let checks: Table?
  private let read: (String) throws -> String?
  private var tables: [String: Table?] = [:]
  private var definitions: [String: JSONValue?] = [:]

  /// Results whose files `read` gives by their path inside the folder, or `nil` where there is none.
  ///
  /// - Throws: ``ResultsError`` without claims; errors of `read` and of tables.
  package init(name: String, read: @escaping (String) throws -> String?) throws {
    self.name = name
    self.read = read
    guard let claims = try read("claims.csv") else {
      throw ResultsError("\(name)/claims.csv is missing: run make figures")
    }
    self.claims = try Table(name: "claims", csv: claims)
    for column in ["id", "verdict", "quantity", "prediction", "measurement", "uncertainty"]
    where !self.claims.columns.contains(column) {
      throw ResultsError("\(name)/claims.csv: the column \(column) is missing")
    }
    checks = try read("checks.csv").map { try Table(name: "checks", csv: $0) }
  }

  /// The table called `name`, `nil` if there is none.
  package func table(_ name: String) throws -> Table? {
    if let known = tables[name] { return known }
    let table = try Self.folders.lazy.compactMap { try self.read("\($0)data/\(name).csv") }.first
      .map { try Table(name: name, csv: $0) }
    tables[name] = .some(table)
    return table
  }

  /// The definition that the experiment `id` was run with, `nil` if there is none.
  package func definition(of id: String) throws -> JSONValue? {
    if let known = definitions[id] { return known }
    let value = try Self.folders.lazy.compactMap { try self.read("\($0)data/\(id).json") }.first
      .map { try JSONValue(json: $0) }
    definitions[id] = .some(value)
    return value
  }

  /// Whether there is a picture called `id`.
  package func hasPicture(_ id: String) throws -> Bool {
    try Self.folders.contains { try read("\($0)\(id).svg") != nil }
  }

  /// The results themselves, and those beyond the default set.
  private static let folders = ["", "beyond/"]

  /// The identifiers of all claims.
  package var ids: [String] { claims.texts(in: "id") }
}

/// A reference that results do not answer, in one sentence.
package struct ResultsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence.
  package let description: String

  /// An error with its sentence.
  package init(_ description: String) { self.description = description }
}

extension Table {
  /// The cells of a column as text; none if there is no such column.
  func texts(in name: String) -> [String] {
    guard let index = columns.firstIndex(of: name) else { return [] }
    return rows.map { $0[index].description }
  }

  /// One cell; `nil` if there is no such column.
  func cell(_ row: Int, _ column: String) -> Cell? {
    columns.firstIndex(of: column).map { rows[row][$0] }
  }
}

extension Results {
  /// For each check of a claim, whether it came out as it should: a printed value must be refuted.
  package func checkOutcomes(of id: String) -> [Bool] {
    guard let checks else { return [] }
    return checks.rows.indices.filter { checks.cell($0, "id")?.description == id }.map { row in
      let isPrinted = checks.cell(row, "role")?.description == "printed"
      return checks.cell(row, "outcome")?.description == (isPrinted ? "refuted" : "agrees")
    }
  }
}
