/// The shares of all symbols along one loop, with what is known of the truth.
///
/// What a simulated loop and an observed one have in common; every statistic is a function of it.
package struct LoopPath: Sendable {
  /// S.
  package let symbols: Int
  /// Generations between one observation and the next, ≥ 1 each.
  let gaps: [Int]
  /// Rows of the observation that a step leads to.
  let rows: [Double]
  /// Rows behind the truth's shares.
  let truthRows: Double
  /// Whether generation 0 stands in the truth's place.
  let startsAtTruth: Bool
  /// S normal scores, where symbols are intervals of a number.
  let scores: [Double]?
  /// S shares of the truth as it is known; no symbol that occurs anywhere is without a share.
  package var truth: [Double]
  /// (T + 1) × S shares, row by row.
  package var shares: [Double]

  /// T, the number of steps.
  package var steps: Int { gaps.count }

  package init(_ history: SymbolHistory) {
    symbols = history.symbols.count
    gaps = zip(history.generations.dropFirst(), history.generations).map { $0 - $1 }
    rows = history.rows.dropFirst().map(Double.init)
    truthRows = Double(history.truth.reduce(0, +))
    startsAtTruth = history.counts.first == history.truth
    let occurs = (0..<symbols).map { s in history.counts.contains { $0[s] > 0 } }
    truth = Self.shares(of: history.truth, occurs: occurs)
    scores = history.kind == .categories ? nil : normalScores(of: truth)
    shares = history.counts.flatMap { row in
      let total = Double(row.reduce(0, +))
      return row.map { Double($0) / total }
    }
  }

  /// Shares of the truth from counts: a symbol that the real data lack, though it exists, gets half a row.
  static func shares(of counts: [Int], occurs: [Bool]) -> [Double] {
    let weights = zip(counts, occurs).map { $0 == 0 && $1 ? 0.5 : Double($0) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Rows of one observation, typically: the harmonic mean over the steps, since variances add.
  var typicalRows: Double { Double(steps) / rows.reduce(0) { $0 + 1 / $1 } }

  /// Whether the truth's own error can be seen at a pull of `pull`: not if the loop gets far fewer fresh points in all
  /// than there are real rows.
  func seesTruthError(at pull: Double) -> Bool { rows.reduce(0, +) * pull > 0.02 * truthRows }
}
