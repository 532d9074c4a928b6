import Diagnosis
import Documents

/// All that is recorded of a driven loop.
package struct DrivenRecord: Sendable {
  private let definition: DrivenDefinition
  /// What each replicate came to.
  package let ends: [DrivenEnd]
  /// Whether the model gave the same rows when it was asked twice; `nil` where it was not.
  package let repeats: Bool?

  /// What replicates came to that are kept in a folder.
  package init(_ definition: DrivenDefinition, in folder: DrivenFolder, ends: [DrivenEnd]) {
    (self.definition, self.ends) = (definition, ends)
    repeats = RepeatCheck.outcome(in: folder)
  }

  /// The series of all columns that have symbols, and which column and which of its series each is.
  package var series: [(column: Int, series: Int, name: String, symbols: ColumnSymbols.Series)] {
    definition.real.symbols.compactMap(\.self).enumerated().flatMap { place, symbols in
      symbols.series.enumerated().map { (place, $0, symbols.column, $1) }
    }
  }

  // MARK: - Tables

  /// `replicate,generation,column,kind,value,count`: a row for each symbol that a training set has.
  package var generations: String {
    var text = "replicate,generation,column,kind,value,count\n"
    for end in ends {
      for (generation, counts) in end.counts.enumerated() {
        add(counts, prefix: "\(end.replicate),\(generation),", to: &text)
      }
    }
    return text
  }

  /// `column,kind,value,count`: the same of the real data.
  package var truth: String {
    var text = "column,kind,value,count\n"
    let columns = definition.real.symbols.compactMap(\.self).map {
      GenerationCounts.Column(series: $0.series.map(\.truth), new: [:])
    }
    add(
      GenerationCounts(rows: definition.real.rows.count, columns: columns), prefix: "", to: &text)
    return text
  }

  private func add(_ counts: GenerationCounts, prefix: String, to text: inout String) {
    for (column, place, name, series) in series {
      let head = "\(prefix)\(name.csv),\(series.kind.rawValue),"
      let column = counts.columns[column]
      for (symbol, count) in zip(series.symbols, column.series[place]) where count > 0 {
        text += "\(head)\(symbol.csv),\(count)\n"
      }
      guard series.kind == .categories else { continue }
      for (symbol, count) in column.new.sorted(by: { $0.key < $1.key }) {
        text += "\(head)\(symbol.csv),\(count)\n"
      }
    }
  }

  /// How each replicate ended.
  package var endings: Table {
    Table(
      name: "ends", columns: ["replicate", "generations", "end", "reason"],
      rows: ends.map {
        [
          .integer($0.replicate), .integer($0.generations),
          .text($0.reason == nil ? "complete" : "ended"), .text($0.reason ?? ""),
        ]
      })
  }

  /// Seconds that the model took, which are others each time.
  package var times: Table {
    Table(
      name: "times", columns: ["replicate", "generation", "seconds"],
      rows: ends.flatMap { end in
        end.seconds.enumerated().map {
          [.integer(end.replicate), .integer($0 + 1), .number($1)]
        }
      })
  }

  /// What was tried beside the loop.
  package var checks: Table {
    Table(
      name: "checks", columns: ["check", "outcome"],
      rows: repeats.map { [["determinism", .text($0 ? "the same rows" : "other rows")]] } ?? [])
  }

  /// What `closedloop diagnose` would read of a replicate; `nil` where it has fewer than two generations.
  package func data(ofReplicate index: Int) -> GenerationData? {
    let counts = ends[index].counts
    guard counts.count > 1 else { return nil }
    let histories = series.compactMap { column, place, name, series -> SymbolHistory? in
      let columns = counts.map { $0.columns[column] }
      let isWhole = series.kind == .categories
      let new = isWhole ? Set(columns.flatMap(\.new.keys)).sorted() : []
      let rows = columns.map { column in column.series[place] + new.map { column.new[$0] ?? 0 } }
      let truth = series.truth + new.map { _ in 0 }
      let filled = rows.indices.filter { rows[$0].contains { $0 > 0 } }
      let used = truth.indices.filter { s in truth[s] > 0 || rows.contains { $0[s] > 0 } }
      guard filled.count > 1, used.count > 1 else { return nil }
      return SymbolHistory(
        column: name, kind: series.kind, symbols: used.map { (series.symbols + new)[$0] },
        truth: used.map { truth[$0] }, generations: filled,
        counts: filled.map { row in used.map { rows[row][$0] } })
    }
    guard !histories.isEmpty else { return nil }
    return GenerationData(
      histories: histories, notes: [], generations: Array(counts.indices),
      rows: counts.map(\.rows), truthRows: definition.real.rows.count)
  }
}
