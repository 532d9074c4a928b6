import Foundation

import Diagnosis

/// A folder for the files of one test, which goes with it.
final class ReadingFolder {
  private let folder: URL

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    // Some file systems write to the disk at once what replaces another content.
    try? FileManager.default.removeItem(atPath: path(name))
    try! Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Reads texts, one a generation, in files `g0.csv` and so on.
  func read(
    _ texts: [String], truth: String? = nil,
    _ change: (inout GenerationFiles.Options) -> Void = { _ in }
  ) throws(ReadingError) -> GenerationData {
    var options = GenerationFiles.Options()
    change(&options)
    let files = texts.enumerated().map { write("g\($0).csv", $1) }
    return try GenerationFiles(
      .files(files), truth: truth.map { write("real.csv", $0) }, options: options
    ).read()
  }

  /// The sentence of the error, without the folder; an empty one if there is none.
  func complaint(_ body: () throws(ReadingError) -> Void) -> String {
    do throws(ReadingError) {
      try body()
      return ""
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  /// What is said of reading texts.
  func complaint(
    of texts: [String], truth: String? = nil,
    _ change: (inout GenerationFiles.Options) -> Void = { _ in }
  ) -> String {
    complaint { () throws(ReadingError) in _ = try read(texts, truth: truth, change) }
  }

  /// Sentences without the folder.
  func sentences(_ data: GenerationData) -> [String] {
    data.notes.map { $0.sentence.replacingOccurrences(of: folder.path + "/", with: "") }
  }
}

/// CSV with one column, a cell a line.
func column(_ name: String, _ cells: some Sequence<some CustomStringConvertible>) -> String {
  ([name] + cells.map(\.description)).joined(separator: "\n") + "\n"
}
