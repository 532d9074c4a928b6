import Dispatch
import Synchronization

/// One reading of a file from its begin to its end.
///
/// While some threads take the columns of a block, one of them prepares the next block. A column is taken by one
/// thread at a time, block after block, so that results do not depend on how many there are.
struct FileSweep {
  /// Which column goes where.
  struct Reader {
    var column: Int
    var consumer: any ColumnConsumer
  }

  let scanner: RecordScanner
  let readers: [Reader]
  let threads: Int
  let chunk: Int

  /// Reads all blocks.
  ///
  /// - Parameter assign: tells which rows of a block belong to which generation.
  /// - Returns: the number of rows.
  /// - Throws: the ``ReadingError`` of the first line that does not fit.
  func run(_ assign: (RecordBlock) throws(ReadingError) -> Void) throws(ReadingError) -> Int {
    var (block, next) = (RecordBlock(capacity: chunk), RecordBlock(capacity: chunk))
    var rows = 0
    func prepare(_ block: RecordBlock) throws(ReadingError) {
      try scanner.read(into: block)
      if block.rows > 0 { try assign(block) }
    }
    try prepare(block)
    while block.rows > 0 {
      rows += block.rows
      if threads == 1 {
        for reader in readers { take(block, reader) }
        try prepare(next)
      } else {
        try inParallel(block) { () throws(ReadingError) in try prepare(next) }
      }
      swap(&block, &next)
    }
    return rows
  }

  private func take(_ block: RecordBlock, _ reader: Reader) {
    for run in block.runs {
      reader.consumer.take(
        block, column: reader.column, rows: run.rows, generation: run.generation)
    }
  }

  private func inParallel(
    _ block: RecordBlock, _ prepare: () throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let next = Atomic<Int>(0)
    let failure = Mutex<ReadingError?>(nil)
    let last = readers.count
    withoutActuallyEscaping(prepare) { prepare in
      // Each piece of work is done by one thread: the next block by whoever comes first, then column by column.
      nonisolated(unsafe) let work = { (piece: Int) in
        if piece > 0 { return take(block, readers[piece - 1]) }
        do throws(ReadingError) {
          try prepare()
        } catch {
          failure.withLock { $0 = error }
        }
      }
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
          let piece = next.add(1, ordering: .relaxed).oldValue
          if piece > last { return }
          work(piece)
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
