/// Points of a data set as bytes, each with a line end behind it, and the codes of their cells.
package struct Rows: Sendable, Equatable {
  /// Row after row.
  package private(set) var bytes: [UInt8] = []
  /// Where rows end, behind their line ends.
  package private(set) var ends: [Int] = []
  /// A code for each cell, row after row; −1 where there is no value.
  package private(set) var codes: [Int32] = []
  /// How many cells a row has.
  package let width: Int

  /// No rows.
  package init(width: Int) { self.width = width }

  /// How many rows there are.
  package var count: Int { ends.count }

  /// The bytes of a row, without its line end.
  package subscript(row: Int) -> ArraySlice<UInt8> {
    bytes[(row == 0 ? 0 : ends[row - 1])..<(ends[row] - 1)]
  }

  /// The code of a cell.
  package func code(_ row: Int, _ column: Int) -> Int { Int(codes[row * width + column]) }

  /// Begins, or goes on with, the last row.
  mutating func append(_ part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

  /// Adds the code of the next cell.
  mutating func append(code: Int) { codes.append(Int32(code)) }

  /// Ends the last row.
  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    ends.append(bytes.count)
  }

  /// Adds a row of others of the same width.
  mutating func append(_ row: Int, of others: Rows) {
    bytes.append(contentsOf: others[row])
    endRow()
    codes.append(contentsOf: others.codes[(row * width)..<((row + 1) * width)])
  }

  /// Adds all rows of others.
  mutating func append(_ others: Rows) {
    let start = bytes.count
    bytes.append(contentsOf: others.bytes)
    ends.append(contentsOf: others.ends.lazy.map { $0 + start })
    codes.append(contentsOf: others.codes)
  }

  /// Some of the rows, in a given order.
  func picking(_ rows: some Sequence<Int>) -> Rows {
    var picked = Rows(width: width)
    for row in rows { picked.append(row, of: self) }
    return picked
  }
}
