import Documents

/// Counts of a column of numbers, by its deciles and by its tails.
struct IntervalTallies {
  let column: String
  let quantiles: Quantiles
  let counter: IntervalCounter
  let truthMissing: Int
  /// Whether the real data are the first generation, which was not counted again.
  let isTruthFirst: Bool
  let hasDates: Bool

  /// What cells that are no numbers are called.
  private var otherName: String { hasDates ? "no date" : "no number" }

  func make(
    generations: [Int], files: [String], _ notes: inout [ReadingNote]
  ) -> [Tally] {
    let name = "column \(shown(column))"
    let missing = truthMissing + counter.missing.reduce(0, +)
    ReadingNote.missing(column: column, truth: truthMissing, all: missing).map { notes.append($0) }
    let others = counter.others.reduce(0, +)
    if others > 0, let (generation, line, text) = counter.firstOther {
      note(
        .notNumbers, &notes, count: others,
        "\(name) has \(others == 1 ? "one cell" : "\(others) cells") in the generations that \(others == 1 ? "is" : "are") "
          + "\(otherName), first \(shown(text)) in \(files[generation - 1]), line \(line); the symbol `\(otherName)` counts them"
      )
    }
    let used = quantiles.truthByDecile.count { $0 > 0 }
    if used < 10 {
      note(
        .ties, &notes, count: used,
        "\(name) has equal deciles, which leave \(used == 1 ? "one interval" : "\(used) intervals")"
      )
    }
    var tallies = [
      tally(
        .deciles, quantiles.decileNames(hasDates: hasDates), quantiles.truthByDecile,
        generations.count
      ) {
        quantiles.decile(ofCell: $0, counter.thresholds)
      }
    ]
    if let truth = quantiles.truthByTail {
      tallies.append(
        tally(.tails, quantiles.tailNames(hasDates: hasDates), truth, generations.count) {
          quantiles.tail(ofCell: $0, counter.thresholds)
        })
    } else {
      note(
        .fewValues, &notes, count: quantiles.count,
        "\(name) has \(quantiles.count) numbers in the real data, too few for tails of 1 %: use 100 or more"
      )
    }
    return tallies
  }

  private func tally(
    _ kind: SymbolHistory.Kind, _ names: [String], _ truth: [Int], _ generations: Int,
    _ symbol: (Int) -> Int
  ) -> Tally {
    let rows = (1...generations).map { place in
      if place == 1, isTruthFirst { return truth + [0] }
      var row = Array(repeating: 0, count: names.count + 1)
      for (cell, count) in counter.counts(of: place).enumerated() { row[symbol(cell)] += count }
      row[names.count] = counter.others[place]
      return row
    }
    return Tally(
      column: column, kind: kind, symbols: names + [otherName], truth: truth + [0], counts: rows)
  }

  private func note(
    _ subject: ReadingNote.Subject, _ notes: inout [ReadingNote], count: Int? = nil,
    _ sentence: String
  ) {
    notes.append(ReadingNote(subject, column: column, count: count, sentence: sentence))
  }
}
