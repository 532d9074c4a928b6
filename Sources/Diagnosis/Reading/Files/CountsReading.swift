/// Reads tables of counts.
struct CountsReading {
  let file: String
  let truth: String?
  let options: GenerationFiles.Options

  func read() throws(ReadingError) -> GenerationData {
    let table = try CountsTable(file: file, hasGenerations: true, options: options)
    let numbers = table.generations.sorted()
    guard numbers.count > 1 else {
      throw ReadingError(
        file: file, problem: "generation is \(numbers[0]) in all rows: use two or more generations")
    }
    var notes: [ReadingNote] = []
    GenerationNumbers.note(gapsIn: numbers, &notes)
    var real: CountsTable?
    if let truth {
      real = try CountsTable(file: truth, hasGenerations: false, options: options)
    } else {
      notes.append(
        ReadingNote(.noTruth, sentence: "generation \(numbers[0]) stands in for the real data"))
    }
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    var (histories, rows, truthRows) = ([SymbolHistory](), numbers.map { _ in 0 }, 0)
    noteOtherColumns(table, real, &notes)
    for series in table.series where options.columns?.contains(series.column) ?? true {
      if real != nil, real?.place(of: series) == nil { continue }
      let missing = series.missing + (real?.series(like: series)?.missing ?? 0)
      ReadingNote.missing(
        column: series.column, truth: real?.series(like: series)?.missing ?? 0, all: missing
      ).map { notes.append($0) }
      let symbols = Self.symbols(real?.series(like: series), series)
      let index = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1, $0) })
      guard symbols.count * numbers.count <= 50_000_000 else {
        throw ReadingError(
          file: file,
          problem: "column \(shown(series.column)) has \(symbols.count) values in "
            + "\(numbers.count) generations: use fewer, 50 million counts at most")
      }
      var counts = numbers.map { _ in symbols.map { _ in 0 } }
      for entry in series.entries {
        if let g = places[entry.generation], let s = index[series.symbols[entry.symbol]] {
          counts[g][s] = entry.count
        }
      }
      var truthCounts = counts[0]
      if let real = real?.series(like: series) {
        truthCounts = symbols.map { _ in 0 }
        for entry in real.entries {
          if let s = index[real.symbols[entry.symbol]] { truthCounts[s] = entry.count }
        }
      }
      for g in numbers.indices { rows[g] = max(rows[g], counts[g].reduce(0, +)) }
      truthRows = max(truthRows, truthCounts.reduce(0, +))
      let tally = Tally(
        column: series.column, kind: series.kind, symbols: symbols, truth: truthCounts,
        counts: counts)
      tally.history(generations: numbers, &notes).map { histories.append($0) }
    }
    return GenerationData(
      histories: histories, notes: notes, generations: numbers, rows: rows, truthRows: truthRows)
  }

  /// Symbols in the order in which they stand, those of the real data first.
  private static func symbols(_ real: CountsTable.Series?, _ series: CountsTable.Series) -> [String]
  {
    guard let real else { return series.symbols }
    let known = Set(real.symbols)
    return real.symbols + series.symbols.filter { !known.contains($0) }
  }

  private func noteOtherColumns(
    _ table: CountsTable, _ real: CountsTable?, _ notes: inout [ReadingNote]
  ) {
    guard let real else { return }
    for (here, there, place) in [
      (real, table, "in the real data"), (table, real, "in the generations"),
    ] {
      let names = here.series.filter { there.place(of: $0) == nil }.map(\.column)
      guard !names.isEmpty else { continue }
      notes.append(
        ReadingNote(
          .otherColumns, count: names.count,
          sentence:
            "\(names.count == 1 ? "one column stands" : "\(names.count) columns stand") only \(place) "
            + "and \(names.count == 1 ? "is" : "are") skipped: \(CommonColumns.list(names))"))
    }
  }
}
