import Documents

/// Reads a CSV file record by record (RFC 4180), many records at a time, and never the whole.
///
/// SwiftCSV 0.10.0 is not used: it holds the file as text, reads 8 MB/s where this reads some hundreds, and fills
/// rows that are too short without a word.
package final class RecordScanner {
  /// Names of the columns.
  package let header: [String]

  private let source: SourceFile
  private let settings: Settings
  /// Bytes that are read, and belong to no whole record yet.
  private var carry: [UInt8] = []
  private var isAtEnd = false
  /// The line at which the next record begins.
  private var line = 1
  private var rows = 0

  /// How a file is cut into cells.
  package struct Settings: Sendable {
    /// What separates cells.
    package var delimiter: UInt8
    /// Bytes that are read at a time.
    package var chunk: Int
    /// A record of more bytes is refused.
    package var longestRecord = 1 << 26

    package init(delimiter: UInt8 = UInt8(ascii: ","), chunk: Int = 1 << 18) {
      (self.delimiter, self.chunk) = (delimiter, chunk)
    }
  }

  /// Opens a file and reads its header.
  package init(path: String, settings: Settings) throws(ReadingError) {
    (source, self.settings) = (try SourceFile(path), settings)
    let block = RecordBlock(capacity: settings.chunk)
    var headerEnd: HeaderEnd?
    repeat {
      try Self.refill(block, from: source, isAtEnd: &isAtEnd, settings: settings)
      headerEnd = HeaderEnd(block, isLast: isAtEnd, delimiter: settings.delimiter)
    } while headerEnd == nil && !isAtEnd
    guard let headerEnd, headerEnd.columns > 0 else {
      throw ReadingError(
        file: path, problem: "is empty: a header row with the names of the columns is missing")
    }
    block.beginRows(columns: headerEnd.columns)
    let walk = RecordWalk(
      file: path, delimiter: settings.delimiter, from: headerEnd.start, line: headerEnd.line,
      isLast: isAtEnd, most: 1)
    let end = walk.run(over: block)
    try Self.check(block, upTo: end.offset, path, line: 1)
    if let failure = end.failure { throw failure }
    header = try Header.names(of: block, in: path, delimiter: settings.delimiter)
    line = end.line
    carry = Array(
      UnsafeBufferPointer(start: block.bytes + end.offset, count: block.filled - end.offset))
  }

  /// Reads the next records into `block`; none are left where that has no rows then.
  ///
  /// - Throws: ``ReadingError`` at the first line that does not fit, when its turn comes.
  package func read(into block: RecordBlock) throws(ReadingError) {
    block.grow(to: max(settings.chunk, carry.count))
    block.bytes.update(from: carry, count: carry.count)
    block.filled = carry.count
    block.firstRow = rows
    var end: RecordWalk.End
    var isFirst = true
    repeat {
      // What was carried may hold whole records; where it holds none, more must come.
      if !isFirst || block.filled < settings.chunk {
        try Self.refill(block, from: source, isAtEnd: &isAtEnd, settings: settings, line: line)
      }
      isFirst = false
      block.beginRows(columns: header.count)
      let walk = RecordWalk(
        file: source.path, delimiter: settings.delimiter, from: 0, line: line, isLast: isAtEnd)
      end = walk.run(over: block)
    } while block.rows == 0 && end.failure == nil && !isAtEnd
    try Self.check(block, upTo: end.offset, source.path, line: line)
    if let failure = end.failure { throw failure }
    carry = Array(
      UnsafeBufferPointer(start: block.bytes + end.offset, count: block.filled - end.offset))
    line = end.line
    rows += block.rows
  }

  /// The place of the column called `name`.
  ///
  /// - Throws: ``ReadingError`` where there is none.
  func place(of name: String, in file: String) throws(ReadingError) -> Int {
    if let place = header.firstIndex(of: name) { return place }
    throw ReadingError(
      file: file,
      problem: "there is no column \(shown(name)): use \(Words.choice(of: header, for: name))")
  }

  /// Fills the block, which grows where it is full.
  private static func refill(
    _ block: RecordBlock, from source: SourceFile, isAtEnd: inout Bool, settings: Settings,
    line: Int = 1
  ) throws(ReadingError) {
    guard !isAtEnd else { return }
    if block.filled >= block.capacity {
      guard block.filled < settings.longestRecord else {
        throw ReadingError(
          file: source.path, line: line,
          problem: "a row has more than \(settings.longestRecord) bytes; "
            + "is a quote opened and not closed, or is this no CSV file?")
      }
      block.grow(to: 2 * block.capacity)
    }
    let wanted = block.capacity - block.filled
    let got = try source.read(into: block.bytes + block.filled, count: wanted)
    isAtEnd = got < wanted
    block.filled += got
  }

  /// - Throws: ``ReadingError`` at the first byte that text cannot have.
  private static func check(
    _ block: RecordBlock, upTo end: Int, _ path: String, line: Int
  ) throws(ReadingError) {
    guard let flaw = TextCheck.flaw(in: block.bytes, count: end) else { return }
    let before = UnsafeBufferPointer(start: block.bytes, count: flaw.offset)
    let digits = String(flaw.byte, radix: 16, uppercase: true)
    throw ReadingError(
      file: path, line: line + before.count { $0 == UInt8(ascii: "\n") },
      problem: flaw.byte == 0
        ? "a byte is 0, which text has not: use a CSV file in UTF-8"
        : "the byte 0x\(flaw.byte < 16 ? "0" : "")\(digits) is no UTF-8: use a CSV file in UTF-8")
  }
}

/// Where the header of a file stands.
private struct HeaderEnd {
  /// Offset of its first byte.
  var start: Int
  /// Its line.
  var line: Int
  /// How many cells it has.
  var columns: Int

  /// The first line that is not empty, or `nil` where its end is not read yet.
  ///
  /// - Parameter isLast: whether the block ends with the file.
  init?(_ block: RecordBlock, isLast: Bool, delimiter: UInt8) {
    let bytes = UnsafeBufferPointer(start: block.bytes, count: block.filled)
    if bytes.count < 3, !isLast { return nil }
    start = bytes.prefix(3).elementsEqual([0xef, 0xbb, 0xbf]) ? 3 : 0
    line = 1
    while start < bytes.count,
      bytes[start] == UInt8(ascii: "\n") || bytes[start] == UInt8(ascii: "\r")
    {
      line += bytes[start] == UInt8(ascii: "\n") ? 1 : 0
      start += 1
    }
    columns = start < bytes.count ? 1 : 0
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: "\n") { return }
        if byte == delimiter { columns += 1 }
      }
    }
    if !isLast { return nil }
  }
}
