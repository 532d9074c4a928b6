import Diagnosis

/// Codes of the cells of rows, column by column; new values get codes as they come.
final class RowCoder {
  /// For each column its coder, where it has symbols.
  let columns: [SymbolCoder?]

  init(_ symbols: [ColumnSymbols?]) { columns = symbols.map { $0.map { SymbolCoder($0) } } }

  /// Gives the new values of an earlier generation their names again: another text may be the same number.
  func know(_ counts: GenerationCounts) {
    for (coder, column) in zip(columns.compactMap(\.self), counts.columns) {
      for name in column.new.keys.sorted() { coder.know(name) }
    }
  }

  /// The counts of the symbols of some rows.
  func counts(of rows: Rows) -> GenerationCounts {
    var counts = GenerationCounts(rows: rows.count, columns: [])
    for (place, coder) in columns.enumerated() {
      guard let coder else { continue }
      let known = coder.symbols.codes
      var tally = Array(repeating: 0, count: known + coder.newValues.count)
      for row in 0..<rows.count {
        let code = rows.code(row, place)
        if code >= 0 { tally[code] += 1 }
      }
      var new: [String: Int] = [:]
      for (name, count) in zip(coder.newValues, tally[known...]) where count > 0 {
        new[name] = count
      }
      let series = coder.symbols.series.indices.map { index -> [Int] in
        var sums = coder.symbols.series[index].symbols.map { _ in 0 }
        for code in 0..<known where tally[code] > 0 {
          sums[coder.symbols.symbol(code, in: index)] += tally[code]
        }
        return sums
      }
      counts.columns.append(.init(series: series, new: new))
    }
    return counts
  }
}
