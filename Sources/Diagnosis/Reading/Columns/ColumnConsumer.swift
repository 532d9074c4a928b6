/// What reads one column.
protocol ColumnConsumer: AnyObject {
  /// Takes some rows of a block, all of one generation.
  func take(_ block: RecordBlock, column: Int, rows: Range<Int>, generation: Int)
}
