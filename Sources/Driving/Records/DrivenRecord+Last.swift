import Documents

extension DrivenRecord {
  /// What is left in the last generation, over the replicates that reach it: a row for each column and kind.
  ///
  /// `diversity` is `1 − Σ x²` of the shares x of symbols, `symbols` how many there are, and `kept` the share of the
  /// symbols of the real data that are still there; each a mean with its standard error. `deterministic` tells whether the
  /// model made the same rows when it was asked twice.
  package var lastGenerations: Table {
    var table = Table(
      name: "last",
      columns: [
        "column", "kind", "generation", "replicates", "ended", "diversity_mean", "diversity_se",
        "diversity_of_truth", "symbols_mean", "symbols_se", "symbols_of_truth", "kept_mean",
        "kept_se", "deterministic",
      ])
    let whole = ends.filter { $0.reason == nil }.map(\.counts)
    for (column, place, name, series) in series {
      let truth = series.truth.count { $0 > 0 }
      var (diversities, symbols, kept) = ([Double](), [Double](), [Double]())
      for counts in whole {
        guard let last = counts.last?.columns[column] else { continue }
        let known = last.series[place]
        let new = series.kind == .categories ? Array(last.new.values) : []
        diversities.append(Self.diversity(known + new))
        symbols.append(Double((known + new).count { $0 > 0 }))
        kept.append(
          Double(zip(known, series.truth).count { $0 > 0 && $1 > 0 }) / Double(max(truth, 1)))
      }
      table.append(
        [
          .text(name), .text(series.kind.rawValue), .integer((whole.first?.count ?? 1) - 1),
          .integer(whole.count), .integer(ends.count - whole.count),
        ] + Self.cells(diversities) + [.number(Self.diversity(series.truth))] + Self.cells(symbols)
          + [.integer(truth)] + Self.cells(kept)
          + [.text(repeats.map { $0 ? "yes" : "no" } ?? "")])
    }
    return table
  }

  private static func diversity(_ counts: [Int]) -> Double {
    let total = counts.reduce(0, +)
    guard total > 0 else { return .nan }
    let squares = counts.reduce(0) { $0 + $1 * $1 }
    return 1 - Double(squares) / (Double(total) * Double(total))
  }

  /// The mean and its standard error; NaN where there is none.
  private static func cells(_ values: [Double]) -> [Table.Cell] {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return [.number(mean), .number((squares / (count * (count - 1))).squareRoot())]
  }
}
