import Documents
import Foundation

/// What changed between two folders of results.
package struct Comparison: Sendable, Codable {
  /// Verdicts that changed, by claim.
  package let verdicts: [VerdictChange]
  /// Numbers that changed: the headlines of claims, and all others that the draft uses.
  package let numbers: [NumberChange]
  /// Tables that changed, with the picture they are drawn in.
  package let tables: [TableChange]

  /// Another verdict, or a claim that is new or gone.
  package struct VerdictChange: Sendable, Codable {
    /// The claim.
    package let claim: String
    /// What it was; `nil` if the claim is new.
    package let old: String?
    /// What it is; `nil` if the claim is gone.
    package let new: String?
    /// Where the draft relies on it.
    package let places: [Place]
  }

  /// Another number.
  package struct NumberChange: Sendable, Codable {
    /// How a draft refers to it: `\measured{P3}`.
    package let source: String
    /// What it was, with its uncertainty; `nil` if it was not there.
    package let old: String?
    /// What it is; `nil` if it is gone.
    package let new: String?
    /// The new value less the old one, if both are numbers.
    package let difference: Double?
    /// The same in units of both standard errors together; `nil` for exact numbers.
    package let standardErrors: Double?
    /// Where the draft uses it.
    package let places: [Place]
  }

  /// Another table.
  package struct TableChange: Sendable, Codable {
    /// The table.
    package let table: String
    /// The picture it is drawn in.
    package let picture: String
    /// What is different, in words.
    package let change: String
  }

  /// Compares results.
  ///
  /// - Parameters:
  ///   - draft: whose uses of results are looked at beside the headlines.
  ///   - tables: the tables to compare, with the pictures they are drawn in.
  package init(
    from old: Results, to new: Results, draft: ReadDraft,
    tables: [(table: String, picture: String)]
  ) {
    verdicts = Self.verdicts(old, new, draft)
    numbers = Self.numbers(old, new, draft)
    self.tables = tables.compactMap { name, picture in
      let change: String?
      do {
        change = try Self.change(from: old.table(name), to: new.table(name))
      } catch {
        change = "cannot be read: \(error)"
      }
      return change.map { TableChange(table: name, picture: picture, change: $0) }
    }
  }

  /// Whether nothing is different.
  package var isEmpty: Bool { verdicts.isEmpty && numbers.isEmpty && tables.isEmpty }

  private static func verdicts(
    _ old: Results, _ new: Results, _ draft: ReadDraft
  ) -> [VerdictChange] {
    func verdicts(_ results: Results) -> [String: String] {
      Dictionary(
        zip(results.ids, results.claims.texts(in: "verdict")), uniquingKeysWith: { $1 })
    }
    let (before, after) = (verdicts(old), verdicts(new))
    let ids = new.ids + old.ids.filter { after[$0] == nil }
    return ids.filter { before[$0] != after[$0] }.map { id in
      VerdictChange(
        claim: id, old: before[id], new: after[id],
        places: draft.uses.filter { $0.reference.claim == id }.map(\.place))
    }
  }

  private static func numbers(
    _ old: Results, _ new: Results, _ draft: ReadDraft
  ) -> [NumberChange] {
    var sources: [(reference: ResultReference, source: String)] = new.ids.flatMap { id in
      [
        (.predicted(id, check: nil), "\\predicted{\(id)}"),
        (.measured(id, check: nil), "\\measured{\(id)}"),
      ]
    }
    sources += draft.uses.map { ($0.reference, $0.source) }
    var seen = Set<ResultReference>()
    return sources.filter { isNumber($0.reference) && seen.insert($0.reference).inserted }
      .compactMap { reference, source in
        let before = try? old.value(of: reference)
        let after = try? new.value(of: reference)
        guard before != after else { return nil }
        // A claim that is new or gone is listed among the verdicts.
        if let id = reference.claim, !old.ids.contains(id) || !new.ids.contains(id) { return nil }
        return NumberChange(
          source: source, from: before, to: after,
          places: draft.uses.filter { $0.reference == reference }.map(\.place))
      }
  }

  private static func isNumber(_ reference: ResultReference) -> Bool {
    switch reference {
    case .predicted, .measured, .cell, .setting, .rows: true
    default: false
    }
  }

  /// What is different between two tables; `nil` if nothing is.
  private static func change(from old: Table?, to new: Table?) throws -> String? {
    guard let old, let new else {
      return old == nil && new == nil ? nil : old == nil ? "is new" : "is gone"
    }
    // As written: there a NaN is one.
    guard old.csv != new.csv else { return nil }
    guard old.columns == new.columns else {
      return "has the columns \(new.columns.joined(separator: ", ")), it had"
        + " \(old.columns.joined(separator: ", "))"
    }
    guard old.rows.count == new.rows.count else {
      return "has \(new.rows.count) rows, it had \(old.rows.count)"
    }
    var cells = 0
    var columns: [String] = []
    var largest = 0.0
    for (column, name) in new.columns.enumerated() {
      let changed = new.rows.indices.filter {
        old.rows[$0][column].description != new.rows[$0][column].description
      }
      guard !changed.isEmpty else { continue }
      cells += changed.count
      columns.append(name)
      for row in changed {
        let (a, b) = (old.rows[row][column].value, new.rows[row][column].value)
        if a.isFinite, b.isFinite { largest = max(largest, abs(b - a) / max(abs(a), abs(b))) }
      }
    }
    return "\(cells) cells of \(columns.joined(separator: ", ")), by at most"
      + " \(String(format: "%.2g", 100 * largest)) %"
  }
}

extension Comparison.NumberChange {
  init(source: String, from old: ResultValue?, to new: ResultValue?, places: [Place]) {
    var difference: Double?
    var standardErrors: Double?
    if case .number(let a, let u, _)? = old, case .number(let b, let v, _)? = new {
      difference = b - a
      let error = (u * u + v * v).squareRoot()
      if error > 0 { standardErrors = (b - a) / error }
    }
    self.init(
      source: source, old: old?.plain, new: new?.plain, difference: difference,
      standardErrors: standardErrors, places: places)
  }
}
