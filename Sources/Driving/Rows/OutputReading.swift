import Diagnosis
import Foundation

/// Reads what a model has written, and takes nothing that is not like the real data.
struct OutputReading {
  let request: ModelRequest
  let real: RealData
  let coder: RowCoder

  /// As many rows as were asked for.
  ///
  /// - Throws: ``WrongOutput``.
  func rows() throws -> Rows {
    var status = stat()
    let wanted = "\(request.samples) row\(request.samples == 1 ? "" : "s")"
    guard lstat(request.output, &status) == 0 else {
      throw WrongOutput("wrote nothing: use {output}, the file for \(wanted)")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WrongOutput("made something else than a file of its output: use a plain file")
    }
    guard status.st_size > 0 else {
      throw WrongOutput(
        "wrote an empty file: use \(real.header == nil ? "" : "a header and ")\(wanted)")
    }
    guard Int(status.st_size) <= request.mostBytes else {
      throw WrongOutput(
        "wrote \(Int(status.st_size) / 1_000_000) MB, far more than \(wanted) need")
    }
    let found: Rows
    do {
      if let header = real.header {
        found = try TableReading(header: header, coder: coder, most: request.samples + 1)
          .read(request.output)
      } else {
        found = LineReading(coder: coder, samples: request.samples)
          .rows(try LineReading.lines(of: request.output))
      }
    } catch let error as ReadingError {
      throw WrongOutput(
        "its output cannot be read\(error.line.map { ", line \($0)" } ?? ""): \(error.problem)")
    }
    guard found.count == request.samples else {
      throw WrongOutput(
        "wrote \(found.count > request.samples ? "more than \(wanted)" : "\(found.count) of \(wanted)"):"
          + " use as many as {samples} says")
    }
    return found
  }
}

/// Rows from the bytes that were kept of them.
enum RowBytes {
  /// - Throws: ``DriveError`` where they cannot be looked at.
  static func rows(
    _ bytes: [UInt8], like real: RealData, _ coder: RowCoder, scratch: String
  ) throws -> Rows {
    guard let header = real.header else {
      // These line ends are ours: whatever else a line begins or ends with belongs to it.
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return LineReading(coder: coder, samples: .max).rows(lines.dropLast())
    }
    let file = "\(scratch)/resumed.csv"
    unlink(file)
    try SystemFile(file).append(real.head + bytes)
    defer { unlink(file) }
    return try TableReading(header: header, coder: coder, most: .max, isReal: true).read(file)
  }
}
