/// Counts of the symbols of a column in all data, before it is known whether they make a history.
struct Tally {
  var column: String
  var kind: SymbolHistory.Kind
  var symbols: [String]
  var truth: [Int]
  /// A row for each generation.
  var counts: [[Int]]

  /// The history, where there is one to be told.
  ///
  /// - Parameter generations: numbers of all generations.
  func history(generations: [Int], _ notes: inout [ReadingNote]) -> SymbolHistory? {
    let name = "column \(shown(column))"
    guard truth.contains(where: { $0 > 0 }) else {
      note(.empty, &notes, "\(name) has no value in the real data, and is skipped")
      return nil
    }
    let used = symbols.indices.filter { s in truth[s] > 0 || counts.contains { $0[s] > 0 } }
    guard used.count > 1 else {
      if kind == .categories {
        note(
          .constant, &notes,
          "\(name) has one value in all data, \(shown(symbols[used[0]])), and is skipped")
      } else {
        note(.ties, &notes, "\(name) has no \(kind.rawValue): equal numbers leave one interval")
      }
      return nil
    }
    let filled = counts.indices.filter { g in used.contains { counts[g][$0] > 0 } }
    if filled.count < counts.count, kind != .tails {
      let empty = counts.indices.filter { !filled.contains($0) }.map { "\(generations[$0])" }
      let isOne = empty.count == 1
      note(
        .empty, &notes, count: empty.count,
        "\(name) has no value in \(isOne ? "generation" : "\(empty.count) generations:") "
          + CommonColumns.list(empty) + (filled.count < 2 ? ", and is skipped" : ""))
    }
    if filled.count < 2 { return nil }
    if kind == .categories { noteNewValues(generations, &notes) }
    return SymbolHistory(
      column: column, kind: kind, symbols: used.map { symbols[$0] }, truth: used.map { truth[$0] },
      generations: filled.map { generations[$0] },
      counts: filled.map { g in used.map { counts[g][$0] } })
  }

  private func noteNewValues(_ generations: [Int], _ notes: inout [ReadingNote]) {
    let new = symbols.indices.filter { s in truth[s] == 0 && counts.contains { $0[s] > 0 } }
    guard let first = counts.indices.first(where: { g in new.contains { counts[g][$0] > 0 } }),
      let symbol = new.first(where: { counts[first][$0] > 0 })
    else { return }
    let cells = counts.reduce(0) { total, row in new.reduce(total) { $0 + row[$1] } }
    note(
      .newValues, &notes, count: new.count,
      "column \(shown(column)) has \(new.count == 1 ? "a value" : "\(new.count) values") that the real data lack, "
        + "in \(cells == 1 ? "one cell" : "\(cells) cells"): "
        + "\(shown(symbols[symbol])) stands in generation \(generations[first])")
  }

  private func note(
    _ subject: ReadingNote.Subject, _ notes: inout [ReadingNote], count: Int? = nil,
    _ sentence: String
  ) {
    notes.append(ReadingNote(subject, column: column, count: count, sentence: sentence))
  }
}
