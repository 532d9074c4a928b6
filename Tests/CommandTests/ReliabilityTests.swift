import Foundation
import Testing
import _TestSupport

/// What a program that is killed, and a disk that is full, leave behind.
@Suite(.inTurn(.other)) struct ReliabilityTests {
  /// Starts the command, kills it without warning after some time, and waits for its end.
  ///
  /// - Returns: whether it was killed before it came to its own end.
  private static func kill(_ arguments: [String], after seconds: Double) throws -> Bool {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Times spread evenly between nothing and a bit more than a whole run.
  private static func moments(_ count: Int, upTo seconds: Double) -> [Double] {
    (1...count).map { 1.1 * seconds * Double($0) / Double(count) }
  }

  /// How long a run takes that must succeed.
  private static func seconds(_ arguments: [String]) throws -> Double {
    let start = Date()
    #expect(try Command.run(arguments).code == 0)
    return Date().timeIntervalSince(start)
  }

  /// What is in a folder; what a killed program was working at is hidden.
  private static func files(in folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for name in Command.files(in: folder) where !name.hasPrefix(".closedloop-") {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return files
  }

  /// Whenever a sweep is killed, the cells that are there are whole, and the same command ends with the bytes
  /// of an undisturbed run.
  @Test func aKilledSweepGoesOn() throws {
    try Command.withFolder { folder in
      let plan = folder + "/plan.json"
      try """
      {"definition": {"family": "poisson", "generations": 150, "replicates": 200},
       "axes": [{"samples": [2, 5, 9, 20, 30]}, {"policy.count": [1, 2, 3, 4]}]}
      """.replacing("\"generations\"", with: "\"policy\": \"external\", \"generations\"")
        .write(toFile: plan, atomically: true, encoding: .utf8)
      let whole = try Self.seconds(["sweep", plan, "--output", folder + "/whole"])
      let expected = Self.files(in: folder + "/whole")
      var killed = 0
      for moment in Self.moments(12, upTo: whole) {
        let output = "\(folder)/\(moment)"
        if try Self.kill(["sweep", plan, "--output", output], after: moment) { killed += 1 }
        for (name, bytes) in Self.files(in: output) where !name.isEmpty {
          #expect(bytes == expected[name], "\(name) after \(moment) s")
        }
        let merge = try Command.run(["merge", output, "--output", output + "-merged"])
        #expect([0, 65].contains(merge.code), "\(merge)")
        #expect(try Command.run(["sweep", plan, "--output", output]).code == 0)
        #expect(Self.files(in: output) == expected)
      }
      #expect(killed > 0, "no run was killed before its end")
    }
  }

  /// Whenever a run is killed, each file of its folder is whole: the old one or the new one.
  @Test func aKilledRunLeavesWholeFiles() throws {
    try Command.withFolder { folder in
      func arguments(_ seed: Int, _ output: String) -> [String] {
        ["run", "fig3", "--output", output, "--seed", "\(seed)"] + Command.small("fig3")
      }
      var expected: [[String: Data]] = []
      var whole = 0.0
      for seed in [1, 2] {
        whole = try Self.seconds(arguments(seed, "\(folder)/\(seed)"))
        expected.append(Self.files(in: "\(folder)/\(seed)"))
      }
      let output = folder + "/a"
      #expect(try Command.run(arguments(1, output)).code == 0)
      var killed = 0
      for moment in Self.moments(12, upTo: whole) {
        if try Self.kill(arguments(2, output), after: moment) { killed += 1 }
        let files = Self.files(in: output)
        #expect(files.keys.sorted() == expected[0].keys.sorted())
        for (name, bytes) in files {
          #expect(
            bytes == expected[0][name] || bytes == expected[1][name], "\(name) after \(moment) s")
        }
      }
      #expect(killed > 0, "no run was killed before its end")
    }
  }

  /// A disk on which no file may have more than some blocks.
  ///
  /// The limit is that of the process; with a signal that is ignored, writing fails as on a full disk.
  private static func runOnSmallDisk(
    blocks: Int, _ arguments: [String]
  ) throws -> Command.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", Command.executable.path]
      + arguments
    let pipe = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let errors = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Command.Outcome(
      code: process.terminationStatus, output: "", errors: String(decoding: errors, as: UTF8.self))
  }

  /// Scripts/check-disks does the same on a disk that is full, and on one that is read-only.
  @Test func aFullDiskIs73AndLeavesNothing() throws {
    try Command.withFolder { folder in
      let plan = folder + "/plan.json"
      try """
      {"definition": {"family": "categorical,symbols=30", "generations": 1000, "replicates": 4},
       "axes": [{"samples": [50, 60]}]}
      """.replacing("\"categorical,symbols=30\"", with: #"{"kind": "categorical", "symbols": 30}"#)
        .write(toFile: plan, atomically: true, encoding: .utf8)
      for arguments in [
        ["run", "fig1", "--output", folder + "/a"] + Command.quick,
        ["run", "fig1", "--output", folder + "/a", "--data-only"] + Command.quick,
        ["sweep", plan, "--output", folder + "/a"],
      ] {
        let outcome = try Self.runOnSmallDisk(blocks: 1, arguments)
        #expect(outcome.code == 73, "\(arguments): \(outcome)")
        #expect(outcome.errors.contains("cannot write"), "\(outcome)")
        #expect(
          !outcome.errors.contains("Domain") && outcome.errors.count { $0 == "\n" } == 1,
          "\(outcome.errors)")
        // At most the plan of the sweep, which did fit.
        let left = Command.files(in: folder + "/a").filter { $0 != "sweep.json" && $0 != "cells" }
        #expect(left.isEmpty, "\(left)")
      }
    }
  }
}
