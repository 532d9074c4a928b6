/// Finds where the cells of a block begin.
struct RecordWalk {
  /// Where a walk ended.
  struct End {
    /// Offset behind the last whole record, or behind what is wrong.
    var offset: Int
    /// Line of the next record.
    var line: Int
    /// What does not fit.
    var failure: ReadingError?
  }

  let file: String
  let delimiter: UInt8
  let start: Int
  let line: Int
  /// Whether the block ends with the file.
  let isLast: Bool
  /// How many records to find.
  let most: Int

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(file: String, delimiter: UInt8, from start: Int, line: Int, isLast: Bool, most: Int = .max) {
    (self.file, self.delimiter, self.start) = (file, delimiter, start)
    (self.line, self.isLast, self.most) = (line, isLast, most)
  }

  /// Fills the rows of the block, up to what is wrong or not whole.
  func run(over block: RecordBlock) -> End {
    let (bytes, filled, columns) = (block.bytes, block.filled, block.columns)
    let patterns = (Self.pattern(delimiter), Self.pattern(Self.newline), Self.pattern(Self.quote))
    var position = start
    var record = Record(start: start, line: line, row: block.starts)
    record.row[0] = UInt32(start)

    scan: while position < filled {
      let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self).littleEndian
      var hits =
        Self.zeros(word ^ patterns.0) | Self.zeros(word ^ patterns.1)
        | Self.zeros(word ^ patterns.2)
      if filled &- position < 8 { hits &= (1 << UInt64(8 &* (filled &- position))) &- 1 }
      while hits != 0 {
        let place = position &+ hits.trailingZeroBitCount >> 3
        hits &= hits &- 1
        let byte = bytes[place]
        if byte == delimiter {
          record.begin(at: place &+ 1, columns)
        } else if byte == Self.newline {
          if let failure = finish(&record, at: place, block) {
            return End(offset: place, line: record.line, failure: failure)
          }
          if block.rows == most { return End(offset: place + 1, line: record.line) }
        } else {
          switch closing(place, of: &record, block) {
          case .at(let next):
            position = next
            continue scan
          case .notYet:
            return End(offset: record.start, line: record.line)
          case .wrong(let failure):
            return End(offset: place, line: record.line, failure: failure)
          }
        }
      }
      position &+= 8
    }
    if isLast, record.start < filled {
      if let failure = finish(&record, at: filled, block) {
        return End(offset: filled, line: record.line, failure: failure)
      }
      return End(offset: filled, line: record.line)
    }
    return End(offset: record.start, line: record.line)
  }

  /// The record that is being read.
  private struct Record {
    /// Where it begins.
    var start: Int
    /// Its line.
    var line: Int
    /// Where the starts of its cells are written.
    var row: UnsafeMutablePointer<UInt32>
    /// How many cells have ended.
    var ended = 0
    /// Where the last cell that began does.
    var cell: Int
    /// Line ends in quotes so far.
    var breaks = 0

    init(start: Int, line: Int, row: UnsafeMutablePointer<UInt32>) {
      (self.start, self.line, self.row, cell) = (start, line, row, start)
    }

    @inline(__always)
    mutating func begin(at place: Int, _ columns: Int) {
      ended &+= 1
      cell = place
      // A row may have any number of cells too many.
      if ended < columns { row[ended] = UInt32(truncatingIfNeeded: place) }
    }
  }

  /// Ends the record at a line end, or at the end of the file.
  @inline(__always)
  private func finish(
    _ record: inout Record, at place: Int, _ block: RecordBlock
  ) -> ReadingError? {
    let columns = block.columns
    var end = place
    if end > record.cell, block.bytes[end &- 1] == Self.carriageReturn { end &-= 1 }
    // An empty line is no row.
    if end > record.start {
      guard record.ended == columns &- 1 else {
        let (found, cells) = (record.ended + 1, columns == 1 ? "cell was" : "cells were")
        return ReadingError(
          file: file, line: record.line,
          problem:
            "\(columns) \(cells) expected, as in the header, and \(found) found\(hint(found, columns))"
        )
      }
      record.row[columns] = UInt32(truncatingIfNeeded: end &+ 1)
      block.lines[block.rows] = record.line
      block.rows &+= 1
      record.row += columns &+ 1
    }
    record.line &+= 1 &+ record.breaks
    (record.start, record.cell, record.ended, record.breaks) = (place &+ 1, place &+ 1, 0, 0)
    record.row[0] = UInt32(truncatingIfNeeded: place &+ 1)
    return nil
  }

  private func hint(_ found: Int, _ columns: Int) -> String {
    guard delimiter == UInt8(ascii: ","), found > columns else { return "" }
    return "; numbers have no commas, and words with commas are put in double quotes"
  }

  private enum Closing {
    /// The cell ends at this offset, where its delimiter or line end is.
    case at(Int)
    /// The quote is not closed in what is read so far.
    case notYet
    case wrong(ReadingError)
  }

  /// Finds the end of the cell whose quote stands at `place`.
  private func closing(_ place: Int, of record: inout Record, _ block: RecordBlock) -> Closing {
    let (bytes, filled) = (block.bytes, block.filled)
    func wrong(_ problem: String) -> Closing {
      .wrong(ReadingError(file: file, line: record.line + record.breaks, problem: problem))
    }
    guard place == record.cell else {
      return wrong("a quote stands inside a cell: put the cell in quotes and double those in it")
    }
    var (end, breaks) = (place + 1, 0)
    while end < filled {
      if bytes[end] == Self.newline {
        breaks += 1
      } else if bytes[end] == Self.quote {
        if end + 1 < filled, bytes[end + 1] == Self.quote {
          end += 1
        } else {
          break
        }
      }
      end += 1
    }
    if end >= filled {
      return isLast ? wrong("a quote is opened and not closed") : .notYet
    }
    // What follows may be the other half of a doubled quote, or of a line end.
    let next = end + 1
    if next == filled { return isLast ? accept(next) : .notYet }
    if bytes[next] == Self.carriageReturn {
      if next + 1 == filled { return isLast ? accept(next) : .notYet }
      if bytes[next + 1] == Self.newline { return accept(next) }
    } else if bytes[next] == delimiter || bytes[next] == Self.newline {
      return accept(next)
    }
    record.breaks += breaks
    return wrong("a cell goes on behind its closing quote: double the quotes in it")

    func accept(_ place: Int) -> Closing {
      record.breaks += breaks
      return .at(place)
    }
  }

  @inline(__always)
  private static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is 0, and no other.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low = 0x7f7f_7f7f_7f7f_7f7f as UInt64
    return ~(((word & low) &+ low) | word | low)
  }
}
