import Foundation
import Report

/// Folders of results, and what they were in earlier revisions.
enum ResultsFolder {
  /// The results in a folder.
  ///
  /// - Throws: ``Failure`` with exit code 65.
  static func open(_ path: String, called name: String? = nil) throws -> Results {
    try badData {
      try Results(name: name ?? path) { file in
        guard FileManager.default.fileExists(atPath: "\(path)/\(file)") else { return nil }
        return try readText(at: "\(path)/\(file)", hint: "make it readable")
      }
    }
  }

  /// The results that a draft belongs to, wherever the command is run: in the folder `figures` here, beside the
  /// draft, or in the folder above it; the first if there are none.
  static func beside(_ draft: String) -> String {
    let folder = (draft as NSString).deletingLastPathComponent
    let inside = folder.isEmpty ? "" : "\(folder)/"
    let places = ["figures", "\(inside)figures", "\(inside)../figures"]
    return places.first { FileManager.default.fileExists(atPath: "\($0)/claims.csv") } ?? places[0]
  }

  /// Opens the results that `--against` names, a folder or a revision of `current` in git, while `body`
  /// runs.
  ///
  /// - Throws: ``Failure``: exit code 64 if there is neither, 65 if there are no results in it.
  static func withEarlier<R>(
    _ name: String, of current: String, _ body: (Results, String) throws -> R
  ) throws -> R {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
      return try body(try open(name), name)
    }
    guard
      try run("git", ["-C", current, "rev-parse", "--verify", "--quiet", "\(name)^{commit}"]) != nil
    else {
      throw Failure(
        code: .badArguments,
        sentence: "--against \(name) is neither a folder nor a git revision of \(current): use"
          + " HEAD~1, the name of a tag, or a folder of results")
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appendingPathComponent("results.tar").path
    guard let top = try run("git", ["-C", current, "rev-parse", "--show-toplevel"]),
      let inside = try run("git", ["-C", current, "rev-parse", "--show-prefix"]),
      try run("git", ["-C", top, "archive", "--output", archive, "\(name):\(inside)"]) != nil,
      try run("tar", ["-x", "-f", archive, "-C", folder.path]) != nil
    else {
      throw Failure(code: .badData, sentence: "there is no \(current) in the revision \(name)")
    }
    return try body(try open(folder.path, called: "\(name):\(current)"), folder.path)
  }

  /// Runs a program whose errors are of no interest.
  ///
  /// - Returns: the first line it prints, `nil` if it fails.
  /// - Throws: ``Failure`` with exit code 69 if there is no such program.
  private static func run(_ program: String, _ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      throw Failure(
        code: .missingProgram, sentence: "\(program) was not found: install it, or name a folder")
    }
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The tables of a folder of results, by name.
  static func tables(in folder: String) -> [String] {
    ["data", "beyond/data"].flatMap { data in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(data)")) ?? [])
        .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    }
  }
}
