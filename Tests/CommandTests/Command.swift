import Foundation
import _TestSupport

/// The built command, run as a person or a script would.
enum Command {
  /// What came of a run.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The command stands beside the test program.
  static let executable: URL = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("closedloop")
  }()

  /// Runs the command with arguments, and with PATH or other variables changed.
  @discardableResult
  static func run(
    _ arguments: [String], path: String? = nil, environment changes: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment.merging(changes) { $1 }
    if let path { environment["PATH"] = path }
    process.environment = environment
    let folder = FileManager.default.temporaryDirectory
    let (out, err) = (
      folder.appendingPathComponent(UUID().uuidString),
      folder.appendingPathComponent(UUID().uuidString)
    )
    for file in [out, err] { try Data().write(to: file) }
    defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  /// A folder of its own that goes away with the test.
  static func withFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Everything in a folder, hidden files too.
  static func files(in folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
  }

  /// Settings of a run of `id` that takes no time.
  static func small(_ id: String) -> [String] {
    ["--scale", "quick"] + SmallDefinitions.settings[id]!.flatMap { ["--set", $0] }
  }

  /// Settings of a run of fig1 that takes no time.
  static let quick = small("fig1")
}
