/// Counts the values of a column of categories.
final class ValueCounter: ColumnConsumer {
  /// All values so far.
  let table = ValueTable()
  /// Counts by generation and number of the value; rows end with the last value that was known then.
  private(set) var counts: [[Int]]
  /// Whether there were more values, or longer ones, than are kept.
  private(set) var isDropped = false

  private let most: Int
  private let scratch = Scratch()

  /// - Parameter most: how many distinct values are kept.
  init(generations: Int, most: Int) {
    counts = Array(repeating: [], count: generations)
    self.most = most
  }

  func take(_ block: RecordBlock, column: Int, rows: Range<Int>, generation: Int) {
    if isDropped { return }
    // Moved out, so that it is not copied.
    var row = counts[generation]
    counts[generation] = []
    for number in rows {
      let (bytes, count) = block.cell(number, column, scratch)
      let index = table.index(of: bytes, count)
      if index >= row.count {
        row.append(contentsOf: repeatElement(0, count: table.count - row.count))
      }
      row[index] &+= 1
    }
    counts[generation] = row
    // Sixty-four bytes a value are more than names take.
    if table.count > most || table.longByteCount > max(1 << 20, 64 * most) {
      isDropped = true
      counts = []
    }
  }
}
