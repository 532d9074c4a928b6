import Documents

/// A table with the columns `value` and `count`, and perhaps `generation`, `column` and `kind`.
struct CountsTable {
  /// Counts of one column.
  struct Series {
    var column: String
    var kind: SymbolHistory.Kind
    /// Values as they came.
    var symbols: [String] = []
    var entries: [Entry] = []
    /// Sum of the counts of missing values.
    var missing = 0
    fileprivate var places: [String: Int] = [:]
  }

  /// One count.
  struct Entry {
    var generation: Int
    var symbol: Int
    var count: Int
    var line: Int
  }

  private struct Key: Hashable {
    var column: String
    var kind: SymbolHistory.Kind
  }

  private(set) var series: [Series] = []
  private(set) var generations: Set<Int> = []
  private var places: [Key: Int] = [:]
  private let file: String

  /// The place of the series of the same column and kind.
  func place(of other: Series) -> Int? { places[Key(column: other.column, kind: other.kind)] }

  /// The series of the same column and kind.
  func series(like other: Series) -> Series? { place(of: other).map { series[$0] } }

  /// Reads a table.
  init(file: String, hasGenerations: Bool, options: GenerationFiles.Options) throws(ReadingError) {
    self.file = file
    let scanner = try RecordScanner(path: file, settings: options.settings)
    let columns = Columns(
      generation: hasGenerations ? try scanner.place(of: "generation", in: file) : nil,
      value: try scanner.place(of: "value", in: file),
      count: try scanner.place(of: "count", in: file),
      column: scanner.header.firstIndex(of: "column"), kind: scanner.header.firstIndex(of: "kind"))
    let missing = MissingWords(options.missing)
    let (block, scratch) = (RecordBlock(capacity: options.chunk), Scratch())
    var rows = 0
    repeat {
      try scanner.read(into: block)
      for row in 0..<block.rows { try add(row, of: block, columns, missing, scratch) }
      rows += block.rows
    } while block.rows > 0
    try RowsReading.require(rows, in: file)
    try refuseDoubles()
  }

  private struct Columns {
    var generation: Int?
    var value: Int
    var count: Int
    var column: Int?
    var kind: Int?
  }

  private mutating func add(
    _ row: Int, of block: RecordBlock, _ columns: Columns, _ missing: MissingWords,
    _ scratch: Scratch
  ) throws(ReadingError) {
    let line = block.lines[row]
    var generation = 0
    if let column = columns.generation {
      let (bytes, count) = block.cell(row, column, scratch)
      generation = try GenerationNumbers.parse(
        bytes, count, scratch, column: "generation", file: file, line: line)
      generations.insert(generation)
      guard generations.count <= GenerationFiles.mostGenerations else {
        throw ReadingError(
          file: file, line: line,
          problem: "there are more than \(GenerationFiles.mostGenerations) generations: use fewer")
      }
    }
    let (bytes, length) = block.cell(row, columns.count, scratch)
    guard let number = DecimalNumber.parse(bytes, length, scratch), number >= 0, number < 1e15,
      number == number.rounded()
    else {
      throw ReadingError(
        file: file, line: line,
        problem: "count = \(shown(block.text(row, columns.count))) is not allowed: "
          + "use a whole number, 0 or more")
    }
    let value = block.text(row, columns.value)
    let place = try place(
      column: columns.column.map { block.text(row, $0) } ?? "value",
      kind: columns.kind.map { block.text(row, $0) } ?? "categories", line: line)
    if missing.contains(value) {
      series[place].missing += Int(number)
    } else {
      series[place].add(value, Int(number), generation, line)
    }
  }

  private mutating func place(
    column: String, kind: String, line: Int
  ) throws(ReadingError) -> Int {
    guard let kind = SymbolHistory.Kind(rawValue: kind) else {
      let words = ["categories", "deciles", "tails"]
      throw ReadingError(
        file: file, line: line,
        problem: "kind = \(shown(kind)) is not allowed: use \(Words.choice(of: words, for: kind))")
    }
    let key = Key(column: column, kind: kind)
    if let place = places[key] { return place }
    places[key] = series.count
    series.append(Series(column: column, kind: kind))
    return series.count - 1
  }

  /// - Throws: ``ReadingError`` where a value stands twice in a generation.
  private func refuseDoubles() throws(ReadingError) {
    var first: (line: Int, text: String)?
    for series in series {
      let entries = series.entries.sorted {
        ($0.generation, $0.symbol, $0.line) < ($1.generation, $1.symbol, $1.line)
      }
      for (a, b) in zip(entries, entries.dropFirst())
      where (a.generation, a.symbol) == (b.generation, b.symbol) && b.line < first?.line ?? .max {
        first = (
          b.line, "\(shown(series.symbols[b.symbol])) has a count already, in line \(a.line)"
        )
      }
    }
    if let first { throw ReadingError(file: file, line: first.line, problem: first.text) }
  }
}

extension CountsTable.Series {
  fileprivate mutating func add(_ value: String, _ count: Int, _ generation: Int, _ line: Int) {
    let symbol = places[value] ?? symbols.count
    if symbol == symbols.count {
      places[value] = symbol
      symbols.append(value)
    }
    entries.append(
      CountsTable.Entry(generation: generation, symbol: symbol, count: count, line: line))
  }
}
