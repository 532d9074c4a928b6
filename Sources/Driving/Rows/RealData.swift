import Diagnosis
import Documents
import Foundation
import Synchronization

/// The real data of a driven loop, in memory.
package final class RealData: Sendable {
  /// The name of the file.
  package let file: String
  /// Names of the columns; `nil` for lines of text.
  package let header: [String]?
  /// All rows.
  package let rows: Rows
  /// For each column its symbols; `nil` where it has none that say anything.
  package let symbols: [ColumnSymbols?]
  /// What the user should know.
  package let notes: [String]
  /// Bytes of the longest row.
  let longest: Int

  /// The most distinct values that are counted in each generation.
  private static let mostValues = 10_000

  private init(_ file: String, hasLines: Bool) throws {
    self.file = file
    let coders: RowCoder
    if hasLines {
      header = nil
      let lines = try LineReading.lines(of: file)
      let found = LineReading.symbols(of: lines)
      let isCounted = found.codes <= Self.mostValues
      symbols = [isCounted ? found : nil]
      notes =
        isCounted
        ? []
        : [
          "\(file) has \(found.codes) different lines, more than \(Self.mostValues): they are not counted"
        ]
      coders = RowCoder(symbols)
      rows = LineReading(coder: coders, samples: .max).rows(lines)
    } else {
      let columns = try RecordScanner(path: file, settings: .init()).header
      let found = try ColumnSymbols.read(file, mostValues: Self.mostValues)
      (header, symbols, notes) = (columns, found.columns, found.notes.map(\.sentence))
      coders = RowCoder(symbols)
      rows = try TableReading(header: columns, coder: coders, most: .max, isReal: true).read(file)
    }
    let ends = rows.ends
    longest = zip(ends, [0] + ends).reduce(0) { max($0, $1.0 - $1.1) }
    guard rows.count > 0 else { throw ReadingError(file: file, problem: "has no rows") }
  }

  /// The first line of a file with the header, and its end; nothing for lines of text.
  package var head: [UInt8] {
    header.map { Array(($0.map(\.csv).joined(separator: ",") + "\n").utf8) } ?? []
  }

  /// The most bytes that a file of so many rows may have: far more than any sensible one.
  func mostBytes(rows: Int) -> Int {
    let row = (16 * longest).addingReportingOverflow(1024).partialValue
    let (all, overflows) = row.multipliedReportingOverflow(by: max(rows, 1))
    return overflows ? .max / 2 : min(all, .max / 2) + (1 << 20)
  }

  private struct Key: Hashable {
    let file: String
    let hasLines: Bool
    let changed: Date?
  }
  private static let known = Mutex<[Key: RealData]>([:])

  /// Reads a file, once as long as it stays the same.
  ///
  /// - Throws: `ReadingError`.
  package static func read(_ file: String, hasLines: Bool) throws -> RealData {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let key = Key(
      file: file, hasLines: hasLines, changed: attributes?[.modificationDate] as? Date)
    if let data = known.withLock({ $0[key] }) { return data }
    let data = try RealData(file, hasLines: hasLines)
    known.withLock { $0[key] = data }
    return data
  }
}
