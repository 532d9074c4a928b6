/// Whole records of a file, and where their cells begin.
///
/// Sixteen bytes behind the last may be read, whatever they hold, so that words of eight need no care.
package final class RecordBlock {
  /// The bytes of the file from the first record on.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes fit.
  private(set) var capacity: Int
  /// How many bytes there are; those behind the last whole record are the scanner's.
  var filled = 0

  /// Cells a row; a row has one entry more in `starts`.
  private(set) var columns = 0
  /// Offsets at which cells begin, row by row; a cell ends one byte before the next entry.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  private var startCapacity = 0
  /// Line numbers of the rows.
  package private(set) var lines: UnsafeMutablePointer<Int>
  private var lineCapacity = 0

  /// How many rows there are.
  package var rows = 0
  /// How many rows of the file stand before.
  var firstRow = 0
  /// Rows of the same generation that stand together, in order.
  var runs: [Run] = []

  /// Rows that belong to one generation.
  struct Run: Equatable {
    var rows: Range<Int>
    /// Place of the generation among all.
    var generation: Int
  }

  package init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + 16)
    bytes.initialize(repeating: 0, count: capacity + 16)
    starts = .allocate(capacity: 1)
    lines = .allocate(capacity: 1)
  }

  deinit {
    bytes.deallocate()
    starts.deallocate()
    lines.deallocate()
  }

  /// Makes room for more bytes and keeps those that there are.
  func grow(to capacity: Int) {
    guard capacity > self.capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 16)
    larger.update(from: bytes, count: filled)
    (larger + filled).update(repeating: 0, count: capacity + 16 - filled)
    bytes.deallocate()
    (bytes, self.capacity) = (larger, capacity)
  }

  /// Forgets all rows, and makes room for as many as the bytes can hold.
  func beginRows(columns: Int) {
    (rows, self.columns) = (0, columns)
    runs.removeAll(keepingCapacity: true)
    let most = filled / columns + 2
    if most * (columns + 1) > startCapacity {
      starts.deallocate()
      startCapacity = most * (columns + 1)
      starts = .allocate(capacity: startCapacity)
    }
    if most > lineCapacity {
      lines.deallocate()
      lineCapacity = most
      lines = .allocate(capacity: most)
    }
  }

  /// The bytes of a cell, without its quotes.
  ///
  /// - Parameter scratch: where a cell with doubled quotes is written.
  @inline(__always)
  func cell(_ row: Int, _ column: Int, _ scratch: Scratch) -> (UnsafePointer<UInt8>, Int) {
    let place = row &* (columns &+ 1) &+ column
    let start = Int(starts[place])
    let end = Int(starts[place &+ 1]) &- 1
    if end > start, bytes[start] == UInt8(ascii: "\"") {
      return scratch.unquoted(bytes + start + 1, end - start - 2)
    }
    return (UnsafePointer(bytes + start), end &- start)
  }

  /// Calls `body` with the bytes of a cell as they stand in the file, quotes and all.
  package func withBytes<Result>(
    ofCell column: Int, row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let place = row * (columns + 1) + column
    let (start, end) = (Int(starts[place]), Int(starts[place + 1]) - 1)
    return body(UnsafeBufferPointer(start: bytes + start, count: end - start))
  }

  /// The text of a cell.
  package func text(_ row: Int, _ column: Int) -> String {
    let scratch = Scratch()
    let (pointer, count) = cell(row, column, scratch)
    // The scratch holds the bytes.
    return withExtendedLifetime(scratch) {
      String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
    }
  }
}

/// Room for the cell that is being read, where it cannot be read in place.
package final class Scratch {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 64
  /// 10^0 to 10^22, which are exact, and 5^0 to 5^27.
  ///
  /// They stand here since a global costs a check at each use.
  let tens: UnsafeMutablePointer<Double>
  let fives: UnsafeMutablePointer<UInt64>
  /// 10^0 to 10^8.
  let wholeTens: UnsafeMutablePointer<UInt64>

  package init() {
    (tens, fives) = (.allocate(capacity: 23), .allocate(capacity: 28))
    wholeTens = .allocate(capacity: 9)
    (tens[0], fives[0], wholeTens[0]) = (1, 1, 1)
    for power in 1..<23 { tens[power] = 10 * tens[power - 1] }
    for power in 1..<9 { wholeTens[power] = 10 * wholeTens[power - 1] }
    for power in 1..<28 { fives[power] = 5 * fives[power - 1] }
    bytes = .allocate(capacity: capacity + 16)
    bytes.initialize(repeating: 0, count: capacity + 16)
  }

  deinit {
    bytes.deallocate()
    tens.deallocate()
    fives.deallocate()
    wholeTens.deallocate()
  }

  /// What stands between the quotes, with doubled ones made single.
  func unquoted(_ inner: UnsafePointer<UInt8>, _ count: Int) -> (UnsafePointer<UInt8>, Int) {
    let quote = UInt8(ascii: "\"")
    guard UnsafeBufferPointer(start: inner, count: count).contains(quote) else {
      return (inner, count)
    }
    reserve(count)
    var (read, written) = (0, 0)
    while read < count {
      bytes[written] = inner[read]
      read += inner[read] == quote ? 2 : 1
      written += 1
    }
    return (UnsafePointer(bytes), written)
  }

  /// The bytes with a zero behind them, as C wants them.
  func terminated(_ pointer: UnsafePointer<UInt8>, _ count: Int) -> UnsafePointer<UInt8> {
    // The pointer may be into this room; then it is at its begin.
    if pointer != UnsafePointer(bytes) {
      reserve(count + 1)
      bytes.update(from: pointer, count: count)
    } else {
      precondition(count < capacity + 16)
    }
    bytes[count] = 0
    return UnsafePointer(bytes)
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    bytes.deallocate()
    capacity = 2 * count
    bytes = .allocate(capacity: capacity + 16)
    bytes.initialize(repeating: 0, count: capacity + 16)
  }
}
