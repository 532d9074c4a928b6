import Families
import Randomness

/// What a reference model is: how columns are distributed.
///
/// A kind names the law of every column, each fitted by itself; a list of kinds names one for each column. Only
/// a vector takes all columns together.
struct TableModel {
  /// All codings, in the order of the help.
  static let codings: [any RowCoding.Type] = [
    CategoricalCells.self, BernoulliCells.self, PoissonCells.self, GeometricCells.self,
    GaussianCells.self, GaussianVectorCells.self, ExponentialCells.self, GammaCells.self,
  ]

  private let given: [any RowCoding.Type]

  /// Reads the words of `--family`.
  ///
  /// - Parameter kinds: "categorical", or "categorical,gaussian".
  /// - Throws: ``Failure`` naming a word that is none.
  init(_ kinds: String) throws {
    given = try kinds.split(separator: ",", omittingEmptySubsequences: false).map { kind in
      guard let coding = Self.codings.first(where: { $0.kind == kind }) else {
        throw unknownWord("family", String(kind), among: Self.codings.map { $0.kind })
      }
      return coding
    }
    guard given.count == 1 || !given.contains(where: Self.isJoint) else {
      throw Failure(
        code: .badArguments,
        sentence:
          "--family \(kinds) is not allowed: gaussian-vector takes all columns, so use it alone")
    }
  }

  private static func isJoint(_ coding: any RowCoding.Type) -> Bool {
    coding is GaussianVectorCells.Type
  }

  /// Fits the model to a table and draws rows from it.
  ///
  /// - Parameters:
  ///   - table: the training set.
  ///   - count: how many rows are drawn.
  ///   - seed: the same seed gives the same rows.
  /// - Throws: ``ModelError``.
  func rows(
    after table: CellTable, count: Int, seed: UInt64
  ) throws(ModelError) -> [[String]] {
    guard !table.rows.isEmpty else { throw .noRows }
    let parts = try fit(to: table)
    var generator = RandomStream(key: StreamKey(rootSeed: seed).child("model"))
    return (0..<count).map { _ in parts.flatMap { $0.drawCells(using: &generator) } }
  }

  private func fit(to table: CellTable) throws(ModelError) -> [any FittedCells] {
    let columns = table.header
    if Self.isJoint(given[0]) { return [try fitted(given[0], table.rows, columns)] }
    guard given.count == 1 || given.count == columns.count else {
      throw .columns(columns, families: given.map { $0.kind })
    }
    var parts: [any FittedCells] = []
    for (place, name) in columns.enumerated() {
      let coding = given.count == 1 ? given[0] : given[place]
      parts.append(try fitted(coding, table.rows.map { [$0[place]] }, [name]))
    }
    return parts
  }

  private func fitted<Coding: RowCoding>(
    _ coding: Coding.Type, _ rows: [[String]], _ columns: [String]
  ) throws(ModelError) -> any FittedCells {
    try FittedFamily(coding, to: rows, columns: columns)
  }
}

/// Why a model cannot be fitted to a table.
enum ModelError: Error, CustomStringConvertible {
  case noRows
  case cell(String, column: String, row: Int, allowed: String)
  case columns([String], families: [String])
  case noEstimate(columns: [String], reason: String)

  /// One sentence.
  var description: String {
    switch self {
    case .noRows: "the training set has no rows: use at least one"
    case .cell(let cell, let column, let row, let allowed):
      "\"\(cell)\" in row \(row) of column \(column) is not allowed: use \(allowed)"
    case .columns(let columns, let families):
      "\(families.count) families for \(columns.count) columns (\(columns.joined(separator: ", "))) are"
        + " not allowed: use one for all, or one for each"
    case .noEstimate(let columns, let reason):
      "no model fits column\(columns.count == 1 ? "" : "s") \(columns.joined(separator: ", ")): \(reason)"
    }
  }
}
