import Foundation
import Testing
import _TestSupport

/// Drivers and models that are killed, and disks that are full: the same command goes on to the same bytes.
@Suite(.inTurn(.other)) struct DriveReliabilityTests {
  private static func start(_ arguments: [String], in folder: String) throws -> Process {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test(arguments: [["--session"], []], ["external,count=2", "subsample"])
  func aKilledDriverGoesOn(options: [String], policy: String) throws {
    try DriveFolder.with { folder in
      let model = options.isEmpty ? DriveFolder.once : ["sh", "session.sh"]
      let all = options + ["--policy", policy, "--keep", "every=3", "--jobs", "2"]
      #expect(try folder.drive(all, to: "whole", model: model).code == 0)
      // Wherever these moments are in the run: nothing depends on it.
      for moment in [0.02, 0.05, 0.09, 0.14, 0.2] {
        let process = try Self.start(
          folder.arguments(all, model: model), in: folder.path)
        Thread.sleep(forTimeInterval: moment)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let last = try folder.drive(all, model: model)
      #expect(last.code == 0, "\(last)")
      let (whole, runs) = (folder.results(of: "whole"), folder.results(of: "runs"))
      #expect(runs == whole, "\(runs.keys.sorted())")
    }
  }

  /// A model that is killed once in each of some generations.
  @Test(arguments: [["--session"], []]) func aKilledModelIsAskedAgain(options: [String]) throws {
    try DriveFolder.with { folder in
      let model = options.isEmpty ? DriveFolder.once : ["sh", "session.sh"]
      try folder.write(
        "case $4 in *1/output-[24].*) mkdir \"mark-${4##*/}\" 2>/dev/null && kill -9 $PPID $$ ;; esac\n"
          .replacing("$PPID ", with: options.isEmpty ? "" : "$PPID ")
          + (try folder.text("bootstrap.sh")), to: "bootstrap.sh")
      let codes = try (0..<3).map { _ in try folder.drive(options, model: model).code }
      #expect(codes == [1, 1, 0])
      try folder.write("", to: "unused")
      #expect(try folder.drive(options, to: "whole", model: model).code == 0)
      #expect(folder.results(of: "runs") == folder.results(of: "whole"))
    }
  }

  /// What was written last, if it is not whole, is as if it were not there.
  @Test func aTornJournalGoesOn() throws {
    try DriveFolder.with { folder in
      #expect(try folder.drive(["--policy", "accumulate"], to: "whole").code == 0)
      for name in ["journal", "rows.0"] {
        for part in [0.3, 0.6, 0.95] {
          #expect(try folder.drive(["--policy", "accumulate", "--fresh"]).code == 0)
          let file = "\(folder.path)/runs/.state/replicate-1/\(name)"
          let bytes = try #require(FileManager.default.contents(atPath: file))
          let count = Int(part * Double(bytes.count))
          try (bytes.prefix(count) + Data("x".utf8)).write(to: URL(fileURLWithPath: file))
          #expect(try folder.drive(["--policy", "accumulate"]).code == 0)
          #expect(folder.results(of: "runs") == folder.results(of: "whole"))
        }
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aSignalEndsTheModels(number: Int32) throws {
    try DriveFolder.with { folder in
      let model = DriveFolder.line("sleep 600 & echo $! >pid.part; mv pid.part pid; wait")
      let process = try Self.start(
        folder.arguments(["--replicates", "1"], model: model), in: folder.path)
      var child: Int32?
      while child == nil {
        child = (try? folder.text("pid")).flatMap { Int32($0.prefix { $0 != "\n" }) }
        if child == nil { Thread.sleep(forTimeInterval: 0.02) }
      }
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      #expect(process.terminationStatus == 128 + number)
      // It is gone as soon as whoever inherits it has noticed.
      for _ in 0..<500 where kill(child!, 0) == 0 { Thread.sleep(forTimeInterval: 0.02) }
      #expect(kill(child!, 0) != 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/runs/ends.csv"))
      #expect(try folder.drive(["--replicates", "1"], to: "other").code == 0)
    }
  }

  @Test func twoDriversInOneFolderAreRefused() throws {
    try DriveFolder.with { folder in
      let model = DriveFolder.line("echo >begun; sleep 600")
      let process = try Self.start(folder.arguments(model: model), in: folder.path)
      while !FileManager.default.fileExists(atPath: "\(folder.path)/begun") {
        Thread.sleep(forTimeInterval: 0.02)
      }
      let other = try folder.drive(model: model)
      #expect(other.code == 65 && other.errors.contains("another program works in runs"))
      process.terminate()
      process.waitUntilExit()
    }
  }

  /// Runs a loop where no file may have more than some blocks, whoever writes it.
  private static func runOnSmallDisk(
    blocks: Int, _ arguments: [String], in folder: String
  ) throws -> (code: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments =
      ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", Command.executable.path]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  @Test(arguments: [1, 4, 16]) func aFullDiskLosesNothing(blocks: Int) throws {
    try DriveFolder.with { folder in
      let options = ["--policy", "accumulate", "--samples", "40", "--generations", "12"]
      #expect(try folder.drive(options, to: "whole").code == 0)
      let (code, errors) = try Self.runOnSmallDisk(
        blocks: blocks, folder.arguments(options), in: folder.path)
      #expect([1, 73].contains(code) && errors.contains("closedloop: "), "\(errors)")
      #expect(try folder.drive(options).code == 0)
      #expect(folder.results(of: "runs") == folder.results(of: "whole"))
    }
  }

  /// Where one worker cannot write, the others do not wait for their programs.
  @Test(arguments: [["--session"], []]) func aFullDiskEndsAllPrograms(options: [String]) throws {
    try DriveFolder.with { folder in
      let wait = "case $1 in *replicate-1/*) sleep 600 ;; esac\n"
      try folder.write(wait + (try folder.text("bootstrap.sh")), to: "bootstrap.sh")
      let model = options.isEmpty ? DriveFolder.once : ["sh", "session.sh"]
      let all = options + ["--policy", "accumulate", "--samples", "40", "--jobs", "2"]
      let arguments = folder.arguments(all + ["--generations", "200"], model: model)
      let (code, errors) = try Self.runOnSmallDisk(blocks: 4, arguments, in: folder.path)
      #expect(code == 73 && errors.contains("the same command goes on"), "\(errors)")
    }
  }
}
