/// Finds out what a column of the real data holds, counts its values, and looks for the quantiles of its numbers.
final class KindScan: ColumnConsumer {
  /// Cells that are missing.
  private(set) var missing = 0
  /// Cells that are numbers, or dates.
  private(set) var numbers = 0
  /// Cells that are neither, as far as they were counted.
  private(set) var others = 0
  /// The first of these.
  private(set) var firstOther: (line: Int, text: String)?
  /// Whether the numbers are dates.
  var hasDates: Bool { reader.hasDates }
  /// The search for the quantiles.
  var search: QuantileSearch
  /// Counts of the values, as long as the column may be one of categories.
  private(set) var values: ValueCounter?

  private var reader: CellReader
  let levels: Int
  private var distinct: [Double] = []
  private var last = 0.0
  private var isCounting = true
  private var isFocused = false

  /// What a column is.
  enum Kind {
    /// Nothing but missing cells.
    case empty
    /// Words, or a few numbers.
    case categories
    case numbers
    /// 0, 1, 2 … or 1, 2, 3 … from the first row to the last.
    case rowNumbers
  }

  /// - Parameter levels: columns of at most so many distinct numbers are categories.
  init(levels: Int, missing: MissingWords, search: QuantileSearch, values: ValueCounter) {
    (self.levels, self.search, self.values) = (levels, search, values)
    reader = CellReader(missing: missing)
  }

  var kind: Kind {
    if numbers + others == 0 { return .empty }
    guard others == 0, distinct.count > levels else { return .categories }
    return isCounting && missing == 0 && !hasDates ? .rowNumbers : .numbers
  }

  /// Whether all cells are numbers, or dates.
  var isNumeric: Bool { others == 0 && numbers > 0 }

  func take(_ block: RecordBlock, column: Int, rows: Range<Int>, generation: Int) {
    if others == 0, distinct.count > levels { values = nil }
    values?.take(block, column: column, rows: rows, generation: generation)
    // That it is a column of words is certain by now.
    if others > 100, others > numbers { return }
    search.cells.fill { cells in
      for row in rows {
        let (bytes, count) = block.cell(row, column, reader.scratch)
        switch reader.read(bytes, count) {
        case .missing: missing += 1
        case .number(let value): add(value, row: block.firstRow + row, cells)
        case .other:
          if numbers == 0, others == 0, !hasDates, let seconds = ISODate.parse(bytes, count) {
            reader.hasDates = true
            add(seconds, row: block.firstRow + row, cells)
          } else {
            addOther(bytes, count, line: block.lines[row])
          }
        }
      }
    }
    if !isFocused, numbers >= search.enough, let ranks = Quantiles.ranks(of: numbers) {
      isFocused = true
      search.focus(on: ranks)
    }
  }

  @inline(__always)
  private func add(_ value: Double, row: Int, _ cells: NumberCells.Adder) {
    if distinct.count <= levels, !distinct.contains(value) { distinct.append(value) }
    if isCounting { isCounting = numbers == 0 ? value == 0 || value == 1 : value == last + 1 }
    last = value
    numbers += 1
    cells.add(value, row: row)
  }

  private func addOther(_ bytes: UnsafePointer<UInt8>, _ count: Int, line: Int) {
    if others == 0 {
      let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
      firstOther = (line, text)
    }
    others += 1
  }
}

/// Counts the numbers of a column of the real data about its quantiles.
final class QuantileScan: ColumnConsumer {
  var search: QuantileSearch
  private let reader: CellReader

  init(search: QuantileSearch, missing: MissingWords, hasDates: Bool) {
    self.search = search
    reader = CellReader(missing: missing, hasDates: hasDates)
  }

  func take(_ block: RecordBlock, column: Int, rows: Range<Int>, generation: Int) {
    let (reader, firstRow) = (reader, block.firstRow)
    search.cells.fill { cells in
      for row in rows {
        let (bytes, count) = block.cell(row, column, reader.scratch)
        if case .number(let value) = reader.read(bytes, count) {
          cells.add(value, row: firstRow + row)
        }
      }
    }
  }
}
