import Documents
import Foundation

/// Holds the files of one folder against those of another.
struct FolderComparison {
  let expected: String
  let found: String
  /// A folder inside both that is left out.
  var except: String?

  /// - Returns: one line about how many files agree, and how.
  /// - Throws: ``Failure``: exit code 65 if a folder cannot be read, 1 at the first difference.
  func run() throws -> String {
    var same = 0
    var close = 0
    var skipped = 0
    let names = try files(in: expected)
    for name in try files(in: found) where !names.contains(name) {
      throw difference("\(name) is in \(found) but not in \(expected)")
    }
    for name in names {
      let a = try contents(of: name, in: expected)
      let b = try contents(of: name, in: found)
      if a == b {
        same += 1
      } else if name.hasSuffix(".csv") {
        try compareTables(name, a, b)
        close += 1
      } else if name.hasSuffix(".svg"), let u = gnuplotVersion(a), u != gnuplotVersion(b) {
        skipped += 1
      } else {
        throw difference("\(name) differs, \(firstDifferentLine(a, b))")
      }
    }
    return "\(same) files agree byte by byte, \(close) to \(Table.Cell.tolerance) relatively,"
      + " \(skipped) pictures of other gnuplot versions left out"
  }

  private func files(in folder: String) throws -> [String] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw Failure(code: .badData, sentence: "cannot read the folder \(folder)")
    }
    // The checksums and the review page follow from the rest, which may agree without being the same.
    return paths.filter { path in
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(folder)/\(path)", isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue && !["SHA256SUMS", "index.html"].contains(path)
        && !path.hasPrefix(".")
        && !(except.map { path.hasPrefix("\($0)/") } ?? false)
    }.sorted()
  }

  private func contents(of name: String, in folder: String) throws -> Data {
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw difference("\(name) is missing in \(folder)")
    }
    return bytes
  }

  private func compareTables(_ name: String, _ a: Data, _ b: Data) throws {
    let u = try Self.table(name, a)
    let v = try Self.table(name, b)
    guard u.columns == v.columns, u.rows.count == v.rows.count else {
      throw difference("\(name) differs in its columns or in its number of rows")
    }
    // What is rounding beside the largest number of its column is rounding.
    let rounding = u.columns.map { column in
      1e-12 * (u.numbers(in: column) ?? []).filter(\.isFinite).map(abs).reduce(0, max)
    }
    for (line, (p, q)) in zip(u.rows, v.rows).enumerated() {
      for (index, (x, y)) in zip(p, q).enumerated()
      where !x.agrees(with: y, absolutely: rounding[index]) {
        throw difference("\(name), line \(line + 2), \(u.columns[index]): \(x) and \(y)")
      }
    }
  }

  private static func table(_ name: String, _ bytes: Data) throws -> Table {
    do {
      return try Table(name: name, csv: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(code: .badData, sentence: "\(error)")
    }
  }

  private func gnuplotVersion(_ svg: Data) -> Substring? {
    String(decoding: svg.prefix(1000), as: UTF8.self).split(separator: "\n")
      .first { $0.contains("Produced by GNUPLOT") }
  }

  private func firstDifferentLine(_ a: Data, _ b: Data) -> String {
    let u = String(decoding: a, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let v = String(decoding: b, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = zip(u, v).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return "first in line \((line ?? min(u.count, v.count)) + 1)"
  }

  private func difference(_ sentence: String) -> Failure {
    Failure(code: .disagreement, sentence: sentence)
  }
}
