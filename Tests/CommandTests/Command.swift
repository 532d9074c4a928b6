import Foundation
import _TestSupport

/// The built command, run as a person or a script would.
enum Command {
  /// What came of a run.
  struct Outcome {
    let code: Int32
    let output: String
    /// Standard error without lines of progress, which come and go with the machine's speed.
    let errors: String

    init(code: Int32, output: String, errors: String) {
      (self.code, self.output) = (code, output)
      self.errors = errors.replacing(/(?m)^[a-z0-9-]+: [0-9]+ %.*\n/, with: "")
    }
  }

  /// The command stands beside the test program.
  static let executable: URL = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("closedloop")
  }()

  /// Runs the command with arguments, and with PATH or other variables changed.
  ///
  /// - Parameters:
  ///   - directory: where it runs; without one, in an empty folder of its own, so that nothing hangs on
  ///     what lies where the tests were started.
  ///   - input: the file that is standard input, if any.
  @discardableResult
  static func run(
    _ arguments: [String], in directory: String? = nil, path: String? = nil,
    environment changes: [String: String] = [:], input: String? = nil
  ) throws -> Outcome {
    try withFolder { own in
      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      var environment = ProcessInfo.processInfo.environment.merging(changes) { $1 }
      if let path { environment["PATH"] = path }
      process.environment = environment
      let here = directory ?? own + "/here"
      try FileManager.default.createDirectory(atPath: here, withIntermediateDirectories: true)
      process.currentDirectoryURL = URL(fileURLWithPath: here)
      let (out, err) = (
        URL(fileURLWithPath: own + "/out"), URL(fileURLWithPath: own + "/err")
      )
      for file in [out, err] { try Data().write(to: file) }
      if let input {
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
      }
      process.standardOutput = try FileHandle(forWritingTo: out)
      process.standardError = try FileHandle(forWritingTo: err)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        code: process.terminationStatus,
        output: try String(contentsOf: out, encoding: .utf8),
        errors: try String(contentsOf: err, encoding: .utf8))
    }
  }

  /// A folder of its own that goes away with the test.
  static func withFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Copies a file, or a folder with all in it, and no owner: the sources may belong to another user.
  static func copy(_ path: String, to copy: String) throws {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      try Data(contentsOf: URL(fileURLWithPath: path)).write(to: URL(fileURLWithPath: copy))
      if files.isExecutableFile(atPath: path) { try allowRunning(copy) }
      return
    }
    try files.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: path) {
      try self.copy("\(path)/\(name)", to: "\(copy)/\(name)")
    }
  }

  /// Everything in a folder, hidden files too.
  static func files(in folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
  }

  /// A gnuplot that tells its terminals and otherwise runs `commands`.
  static func putGnuplot(that commands: String, into folder: String) throws {
    let path = folder + "/gnuplot"
    try """
    #!/bin/sh
    case "$(cat)" in *GPVAL_TERMINALS*) echo svg dumb; exit 0;; esac
    \(commands)

    """.write(toFile: path, atomically: true, encoding: .utf8)
    try allowRunning(path)
  }

  /// Makes a file a program.
  static func allowRunning(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Settings of a run of `id` that takes no time.
  static func small(_ id: String) -> [String] {
    ["--scale", "quick"] + SmallDefinitions.settings[id]!.flatMap { ["--set", $0] }
  }

  /// Settings of a run of fig1 that takes no time.
  static let quick = small("fig1")
}
