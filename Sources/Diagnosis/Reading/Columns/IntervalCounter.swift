/// Counts the numbers of a column between thresholds.
final class IntervalCounter: ColumnConsumer {
  let thresholds: Thresholds
  /// Cells that are missing, by generation.
  private(set) var missing: [Int]
  /// Cells that are no numbers, by generation.
  private(set) var others: [Int]
  /// The first of these: which generation, line, and what it holds.
  private(set) var firstOther: (generation: Int, line: Int, text: String)?

  private var counts: [Int]
  private let reader: CellReader

  init(thresholds: Thresholds, generations: Int, missing: MissingWords, hasDates: Bool) {
    self.thresholds = thresholds
    self.missing = Array(repeating: 0, count: generations)
    others = Array(repeating: 0, count: generations)
    counts = Array(repeating: 0, count: generations * thresholds.cells)
    reader = CellReader(missing: missing, hasDates: hasDates)
  }

  /// Counts of a generation by cell.
  func counts(of generation: Int) -> ArraySlice<Int> {
    counts[(generation * thresholds.cells)..<((generation + 1) * thresholds.cells)]
  }

  func take(_ block: RecordBlock, column: Int, rows: Range<Int>, generation: Int) {
    let start = generation * thresholds.cells
    thresholds.withSearch { search in
      counts.withUnsafeMutableBufferPointer { counts in
        for row in rows {
          let (bytes, count) = block.cell(row, column, reader.scratch)
          switch reader.read(bytes, count) {
          case .number(let value): counts[start &+ search.cell(of: value)] &+= 1
          case .missing: missing[generation] += 1
          case .other: addOther(bytes, count, block.lines[row], generation)
          }
        }
      }
    }
  }

  private func addOther(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ line: Int, _ generation: Int
  ) {
    others[generation] += 1
    guard firstOther == nil else { return }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    firstOther = (generation, line, text)
  }
}
