import Documents

/// What is counted in one column, from the real data on.
struct ColumnCounter {
  let column: String
  private let scan: KindScan
  /// File of the real data.
  private let file: String
  private let generations: Int
  private let missing: MissingWords
  private let most: Int
  private var values: ValueCounter?
  private var intervals: (counter: IntervalCounter, quantiles: Quantiles)?

  /// - Parameters:
  ///   - scan: what the real data hold.
  ///   - most: how many distinct values are kept.
  init(
    column: String, scan: KindScan, file: String, generations: Int, most: Int, missing: MissingWords
  ) {
    (self.column, self.scan, self.file) = (column, scan, file)
    (self.generations, self.most, self.missing) = (generations, most, missing)
    if scan.kind == .categories {
      values = scan.values ?? ValueCounter(generations: generations + 1, most: most)
    }
  }

  /// Who counts generation g in place g + 1; `nil` where there is nothing to count.
  var consumer: (any ColumnConsumer)? { values ?? intervals?.counter }

  /// Says what the symbols of a column of numbers are.
  mutating func setQuantiles(_ quantiles: Quantiles) {
    let counter = IntervalCounter(
      thresholds: quantiles.thresholds, generations: generations + 1, missing: missing,
      hasDates: scan.hasDates)
    intervals = (counter, quantiles)
  }

  /// What was counted.
  ///
  /// - Parameters:
  ///   - numbers: numbers of the generations.
  ///   - isTruthFirst: whether the real data are the first generation, which was not counted again.
  ///   - files: files of the generations.
  func tallies(
    generations numbers: [Int], isTruthFirst: Bool, files: [String], _ notes: inout [ReadingNote]
  ) -> [Tally] {
    let name = "column \(shown(column))"
    switch scan.kind {
    case .empty:
      note(.empty, &notes, "\(name) has no value in the real data, and is skipped")
      return []
    case .rowNumbers:
      note(.rowNumbers, &notes, "\(name) counts the rows of the real data, and is skipped")
      return []
    case .categories:
      guard let values else { return [] }
      return categories(values, isTruthFirst, &notes).map { [$0] } ?? []
    case .numbers:
      guard let (counter, quantiles) = intervals else { return [] }
      if scan.hasDates {
        note(.dates, &notes, "\(name) has dates, which are read as numbers")
      }
      return IntervalTallies(
        column: column, quantiles: quantiles, counter: counter, truthMissing: scan.missing,
        isTruthFirst: isTruthFirst, hasDates: scan.hasDates
      ).make(generations: numbers, files: files, &notes)
    }
  }

  /// The symbols that the real data make, where they make any.
  func symbols(_ notes: inout [ReadingNote]) -> ColumnSymbols? {
    let hasMissing = scan.missing > 0
    if let (_, quantiles) = intervals, scan.kind == .numbers {
      return ColumnSymbols(
        column: column, quantiles: quantiles, hasDates: scan.hasDates, hasMissing: hasMissing)
    }
    // Nothing is counted here but the real data.
    let tally = tallies(generations: [1], isTruthFirst: false, files: [file], &notes).first
    guard let tally, tally.kind == .categories else { return nil }
    return ColumnSymbols(
      column: column, tally: tally,
      content: !scan.isNumeric ? .words : scan.hasDates ? .dates : .numbers,
      hasMissing: hasMissing)
  }

  private func categories(
    _ values: ValueCounter, _ isTruthFirst: Bool, _ notes: inout [ReadingNote]
  ) -> Tally? {
    let name = "column \(shown(column))"
    if scan.numbers > scan.others, let (line, text) = scan.firstOther {
      let cells = scan.others == 1 ? "one cell is" : "\(scan.others) cells are"
      note(
        .mixed, &notes, count: scan.others,
        "\(name) is read as categories: \(scan.numbers) cells of the real data are "
          + "\(scan.hasDates ? "dates" : "numbers"), and \(cells) none, first \(shown(text)) in \(file), "
          + "line \(line); say which words are missing values")
    }
    if values.isDropped {
      note(
        .tooManyValues, &notes,
        "\(name) has more than \(most) distinct values, or very long ones, and is skipped")
      return nil
    }
    let rows =
      isTruthFirst
      ? [values.counts[0]] + values.counts.dropFirst().dropFirst()
      : Array(values.counts.dropFirst())
    let merged = MergedValues(
      values.table.values, areNumbers: scan.isNumeric && !scan.hasDates, missing: missing)
    let truth = merged.counts(values.counts[0])
    let others = rows.map(merged.counts)
    noteMissing(
      truth: merged.missing(values.counts[0]), all: rows.reduce(0) { $0 + merged.missing($1) },
      isTruthFirst, &notes)
    if !scan.isNumeric, truth.count(where: { $0 > 0 }) > scan.levels, truth.allSatisfy({ $0 < 2 }) {
      note(
        .identifier, &notes,
        "\(name) is all different in the real data, an identifier, and is skipped")
      return nil
    }
    return Tally(
      column: column, kind: .categories, symbols: merged.symbols, truth: truth, counts: others)
  }

  private func noteMissing(
    truth: Int, all: Int, _ isTruthFirst: Bool, _ notes: inout [ReadingNote]
  ) {
    ReadingNote.missing(
      column: column, truth: truth, all: all + (isTruthFirst ? 0 : truth)
    ).map { notes.append($0) }
  }

  private func note(
    _ subject: ReadingNote.Subject, _ notes: inout [ReadingNote], count: Int? = nil,
    _ sentence: String
  ) {
    notes.append(ReadingNote(subject, column: column, count: count, sentence: sentence))
  }
}

extension ReadingNote {
  /// How many cells are missing, if any are.
  static func missing(column: String, truth: Int, all: Int) -> ReadingNote? {
    guard all > 0 else { return nil }
    let cells = all == 1 ? "one missing cell, which is" : "\(all) missing cells, which are"
    let part = truth > 0 ? "; \(truth == all ? "all" : "\(truth)") in the real data" : ""
    return ReadingNote(
      .missing, column: column, count: all,
      sentence: "column \(shown(column)) has \(cells) not counted\(part)")
  }
}
