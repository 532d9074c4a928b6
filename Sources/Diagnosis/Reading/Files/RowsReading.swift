/// Reads files whose rows are points.
struct RowsReading {
  let options: GenerationFiles.Options
  /// Files of the generations in order; one, where a column tells them apart.
  private let files: [String]
  private let generationColumn: GenerationColumn?
  private let truth: String?
  /// Numbers of the generations.
  private var numbers: [Int]
  private var notes: [ReadingNote] = []

  /// Finds the generations.
  init(_ input: GenerationFiles) throws(ReadingError) {
    (options, truth) = (input.options, input.truth)
    switch input.source {
    case .files(let paths):
      let numbered = GenerationNumbers.number(paths, from: input.truth == nil ? 0 : 1, &notes)
      (files, numbers) = (numbered.map(\.file), numbered.map(\.number))
      generationColumn = nil
      guard files.count > 1 else {
        throw ReadingError(
          file: files.first ?? "generations",
          problem: "is the only generation: use two or more files")
      }
      guard files.count <= GenerationFiles.mostGenerations else {
        throw ReadingError(
          file: files[GenerationFiles.mostGenerations],
          problem: "there are more than \(GenerationFiles.mostGenerations) files: "
            + "use fewer, for example every tenth")
      }
    case .column(let file, let name):
      (files, numbers) = ([file], [])
      let scanner = try RecordScanner(path: file, settings: input.options.settings)
      let column = try scanner.place(of: name, in: file)
      let generations = GenerationColumn(file: file, name: name, column: column)
      let sweep = FileSweep(scanner: scanner, readers: [], threads: 1, chunk: input.options.chunk)
      let rows = try sweep.run(generations.assign)
      try Self.require(rows, in: file)
      generations.sort()
      (generationColumn, numbers) = (generations, generations.numbers)
      guard numbers.count > 1 else {
        throw ReadingError(
          file: file, problem: "\(name) is \(numbers[0]) in all rows: use two or more generations")
      }
    case .counts: preconditionFailure("counts are no points")
    }
    GenerationNumbers.note(gapsIn: numbers, &notes)
    if truth == nil {
      notes.append(
        ReadingNote(.noTruth, sentence: "generation \(numbers[0]) stands in for the real data"))
    }
  }

  /// Reads the real data, then the generations.
  mutating func read() throws(ReadingError) -> GenerationData {
    let columns = try commonColumns()
    let realData = TruthReading(
      file: truth ?? files[0], first: truth == nil ? generationColumn : nil, columns: columns,
      generations: numbers.count, options: options)
    let (truthRows, counters) = try realData.read()

    var rows: [Int] = []
    if let generationColumn {
      _ = try sweep(files[0], columns, counters) { (block) throws(ReadingError) in
        try generationColumn.assign(block)
        for k in block.runs.indices { block.runs[k].generation += 1 }
      }
      rows = generationColumn.rows
    } else {
      for (place, file) in files.enumerated() {
        // The real data were counted already.
        if place == 0, truth == nil {
          rows.append(truthRows)
          continue
        }
        rows.append(
          try sweep(file, columns, counters) { block in
            block.runs = [RecordBlock.Run(rows: 0..<block.rows, generation: place + 1)]
          })
      }
    }
    let isTruthFirst = truth == nil && generationColumn == nil
    var histories: [SymbolHistory] = []
    for counter in counters {
      let tallies = counter.tallies(
        generations: numbers, isTruthFirst: isTruthFirst,
        files: generationColumn == nil ? files : numbers.map { _ in files[0] }, &notes)
      histories += tallies.compactMap { $0.history(generations: numbers, &notes) }
    }
    return GenerationData(
      histories: histories, notes: notes, generations: numbers, rows: rows, truthRows: truthRows)
  }

  /// The columns that all files have.
  private mutating func commonColumns() throws(ReadingError) -> [String] {
    var settings = options.settings
    settings.chunk = min(settings.chunk, 1 << 12)
    var first: (file: String, columns: [String])?
    for file in files {
      let header = try RecordScanner(path: file, settings: settings).header
      let columns = header.filter { $0 != generationColumn?.name }
      if let first {
        try CommonColumns.compare(file, columns, with: first)
      } else {
        first = (file, columns)
      }
    }
    guard let first else { return [] }
    let real =
      try truth.map { path throws(ReadingError) in
        (file: path, columns: try RecordScanner(path: path, settings: settings).header)
      } ?? first
    return try CommonColumns.find(
      truth: real, generations: first, selected: options.columns, &notes)
  }

  /// Reads a file once.
  private func sweep(
    _ file: String, _ columns: [String], _ counters: [ColumnCounter],
    _ assign: (RecordBlock) throws(ReadingError) -> Void
  ) throws(ReadingError) -> Int {
    let scanner = try RecordScanner(path: file, settings: options.settings)
    var readers: [FileSweep.Reader] = []
    for (name, counter) in zip(columns, counters) {
      guard let consumer = counter.consumer else { continue }
      readers.append(
        FileSweep.Reader(column: try scanner.place(of: name, in: file), consumer: consumer))
    }
    let rows = try FileSweep(
      scanner: scanner, readers: readers, threads: max(1, options.threads), chunk: options.chunk
    ).run(assign)
    try Self.require(rows, in: file)
    return rows
  }

  static func require(_ rows: Int, in file: String) throws(ReadingError) {
    if rows == 0 { throw ReadingError(file: file, problem: "has a header and no rows") }
  }
}
