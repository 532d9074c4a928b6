import Diagnosis
import Foundation

/// Reads lines of text, each of which is one point.
struct LineReading {
  let coder: RowCoder
  /// How many are wanted; one more is read, so that it is noticed.
  let samples: Int

  /// Rows of lines.
  func rows(_ lines: some Collection<ArraySlice<UInt8>>) -> Rows {
    var rows = Rows(width: 1)
    for line in lines.prefix(samples == .max ? .max : samples + 1) {
      rows.append(line)
      rows.append(code: coder.columns[0]?.code(of: String(decoding: line, as: UTF8.self)) ?? -1)
      rows.endRow()
    }
    return rows
  }

  /// The lines of a file.
  ///
  /// They end with LF or CRLF; what ends the last one begins no other.
  ///
  /// - Throws: `ReadingError` where it cannot be read, or is no text.
  static func lines(of file: String) throws(ReadingError) -> [ArraySlice<UInt8>] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ReadingError(file: file, problem: "cannot be read: use a file that is there")
    }
    var bytes = [UInt8](data)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw ReadingError(file: file, problem: "is no text in UTF-8")
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }

  /// Distinct lines and their counts, the most frequent first.
  static func symbols(of lines: [ArraySlice<UInt8>]) -> ColumnSymbols {
    var counts: [String: Int] = [:]
    for line in lines { counts[String(decoding: line, as: UTF8.self), default: 0] += 1 }
    let ordered = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    return ColumnSymbols(
      column: "line", symbols: ordered.map(\.key), truth: ordered.map(\.value))
  }
}
