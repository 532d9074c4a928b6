import Foundation
import Testing
import _TestSupport

/// Whatever goes wrong: one sentence, the right exit code, nothing half-written.
@Suite(.inTurn(.other)) struct FailureTests {
  @Test func corruptTablesAre65AndLeaveNothing() throws {
    try Command.withFolder { folder in
      let data = folder + "/in/data"
      try Command.run(["run", "fig1", "--output", folder + "/in", "--data-only"] + Command.quick)
      let arguments = ["plot", "fig1", "--input", folder + "/in", "--output", folder + "/out"]
      for (text, words) in [
        ("samples,start,probability,lower,upper\n50,0.5,0.4\n", "line 2"),
        (
          "samples,start,probability,lower,upper\n50,0.5,oops,0,1\n",
          "probability = oops is not allowed"
        ),
        ("samples,start\n50,0.5\n", "probability"), ("", "header"),
      ] {
        try text.write(toFile: data + "/fig1c.csv", atomically: true, encoding: .utf8)
        let outcome = try Command.run(arguments)
        #expect(outcome.code == 65)
        #expect(
          outcome.errors.contains("fig1c.csv") && outcome.errors.contains(words), "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
      }
      try Data([0xff, 0xfe, 0x00]).write(to: URL(fileURLWithPath: data + "/fig1c.csv"))
      #expect(try Command.run(arguments).code == 65)
      try FileManager.default.removeItem(atPath: data + "/fig1c.csv")
      let gone = try Command.run(arguments)
      #expect(gone.code == 65 && gone.errors.contains("cannot read"))
    }
  }

  @Test(arguments: [
    ["run", "fig99", "--output", "x"], ["run", "fig1", "--output", "x", "--set", "samples=0"],
    ["run", "fig1", "--output", "x", "--set", "samples=abc"],
    ["run", "fig1", "--output", "x", "--set", "spins=-1"],
    ["run", "fig1", "--output", "x", "--set", "nonsense=1"],
    ["run", "fig1", "--output", "x", "--set", "c.starts=1.5"],
    ["run", "fig1", "--output", "x", "--set", "a.samples=9007199254740992"],
    ["run", "fig1", "--output", "x", "--scale", "huge"],
    ["run", "fig1", "--output", "x", "--threads", "0"],
    ["run", "fig1", "--output", "x", "--seed", "-1"], ["run"], ["run", "--output", "x"],
    ["run", "fig1", "--output", ""], ["run", "fig1", "--output", "x", "--threads", "two"],
    ["run", "fig1", "--output", "x", "--set", "samples=1e19"], ["run", "fig1", "fig2"],
    ["verify", "P1", "--output", "x"],
    ["run", "fig1", "--output", "x", "--nonsense"], ["verify", "P99"],
    ["plot", "fig99", "--output", "x"],
    ["nonsense"],
  ])
  func badArgumentsAre64(arguments: [String]) throws {
    try Command.withFolder { folder in
      let outcome = try Command.run(arguments, in: folder)
      #expect(outcome.code == 64, "\(arguments): \(outcome)")
      #expect(outcome.errors.hasPrefix("closedloop: ") && outcome.output.isEmpty)
      // One sentence, on one line.
      #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      #expect(Command.files(in: folder).isEmpty)
    }
  }

  /// A definition that is not allowed stops before a folder is made.
  @Test(arguments: [
    ("fig1", "d.spins=1", "from 2 to 10000"), ("fig2", "iii.anchor=7", "-10, -8, …, 10"),
    ("fig2", "i.anchor=-10", "there is no stationary law"),
    ("fig2", "i.anchor=-9223372036854775808", "from -10000 to 10000"),
    ("fig2", "generations=1000", "at least chains × burnIn"),
    ("fig3", "external=0", "because there is no stationary law"),
    ("fig3", "truths=1000", "values up to 25.5"),
    ("fixed-anchor", "truth=0", "from 0.0001 to 0.9999"),
    ("infinite-synthetic", "exactSamples=100000", "from 1 to 4000"),
  ])
  func forbiddenDefinitionsAre64AndLeaveNothing(id: String, setting: String, words: String) throws {
    try Command.withFolder { folder in
      let outcome = try Command.run(["run", id, "--output", folder + "/a", "--set", setting])
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome)")
      let subject = setting.replacing("=", with: " = ")
      #expect(outcome.errors.hasPrefix("closedloop: \(subject) is not allowed: use "))
      #expect(outcome.errors.contains(words) && outcome.errors.count { $0 == "\n" } == 1)
      #expect(Command.files(in: folder).isEmpty)
    }
  }

  @Test func withoutGnuplotRunIs69BeforeAnyWork() throws {
    try Command.withFolder { folder in
      let run = try Command.run(["run", "fig1", "--output", folder + "/a"], path: folder)
      #expect(run.code == 69 && run.errors.contains("gnuplot was not found"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/a"))
      let data = try Command.run(
        ["run", "fig1", "--output", folder + "/b", "--data-only"] + Command.quick, path: folder)
      #expect(data.code == 0)
      let plot = try Command.run(["plot", "fig1", "--output", folder + "/b"], path: folder)
      #expect(plot.code == 69)
    }
  }

  /// The picture is reported, and what took the time is kept: a gnuplot that refuses, and one that stops writing
  /// half-way, as on a full disk, without saying so.
  @Test(arguments: [
    ("echo 'out of paper' >&2; exit 3", 70, "out of paper"),
    ("echo '<svg>' > fig1.svg", 73, "incomplete"),
  ])
  func aPictureThatFailsCostsNoTable(commands: String, code: Int32, words: String) throws {
    try Command.withFolder { folder in
      try Command.putGnuplot(that: commands, into: folder)
      let outcome = try Command.run(
        ["run", "fig1", "--output", folder + "/a"] + Command.quick, path: folder + ":/usr/bin:/bin")
      #expect(outcome.code == code && outcome.errors.contains(words), "\(outcome)")
      #expect(outcome.errors.contains("the tables are written"))
      #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      try Command.run(["run", "fig1", "--output", folder + "/b", "--data-only"] + Command.quick)
      #expect(Command.files(in: folder + "/a") == Command.files(in: folder + "/b"))
      #expect(try Command.run(["compare", folder + "/a", folder + "/b"]).code == 0)
    }
  }

  /// gnuplot 6 only warns of a terminal that it does not have, after it has emptied the figure.
  @Test func aGnuplotWithoutTheTerminalIs69() throws {
    try Command.withFolder { folder in
      try Command.run(["run", "fig1", "--output", folder + "/a"] + Command.quick)
      let picture = FileManager.default.contents(atPath: folder + "/a/fig1.svg")
      try "#!/bin/sh\ncat > /dev/null\necho 'canvas dumb'\n"
        .write(toFile: folder + "/gnuplot", atomically: true, encoding: .utf8)
      try Command.allowRunning(folder + "/gnuplot")
      for arguments in [
        ["run", "fig1", "--output", folder + "/a"], ["plot", "fig1", "--output", folder + "/a"],
      ] {
        let outcome = try Command.run(arguments, path: folder + ":/usr/bin:/bin")
        #expect(
          outcome.code == 69 && outcome.errors.contains("without the terminal svg"), "\(outcome)")
      }
      #expect(FileManager.default.contents(atPath: folder + "/a/fig1.svg") == picture)
    }
  }

  /// The kernel's folders take no others, and say that they do not exist.
  @Test(arguments: [
    ["run", "fig1"] + Command.quick, ["sweep", "plan.json"], ["report", "--input", "figures"],
  ])
  func aFolderThatCannotBeMadeIs73(command: [String]) throws {
    try Command.withFolder { folder in
      try #"{"definition": {"family": "poisson", "replicates": 2}, "axes": [{"samples": [2, 3]}]}"#
        .write(toFile: folder + "/plan.json", atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/figures", withDestinationPath: Self.figures)
      let outcome = try Command.run(command + ["--output", "/proc/none"], in: folder)
      #expect(outcome.code == 73, "\(outcome)")
      #expect(outcome.errors.hasPrefix("closedloop: cannot write /proc/none: "), "\(outcome)")
      #expect(outcome.errors.count { $0 == "\n" } == 1)
    }
  }

  private static let figures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "figures").path

  /// Where a folder cannot be made, those above it go again.
  @Test func foldersThatWereMadeInVainGo() throws {
    try Command.withFolder { folder in
      let name = String(repeating: "a", count: 300)
      let outcome = try Command.run(
        ["run", "fig1", "--output", "\(folder)/new/\(name)"] + Command.quick)
      #expect(outcome.code == 73 && outcome.errors.contains("cannot write"), "\(outcome)")
      #expect(Command.files(in: folder).isEmpty)
    }
  }

  /// A file where a folder should be: the same for root, who may write anywhere.
  @Test func anOutputFolderThatCannotBeWrittenIs73() throws {
    try Command.withFolder { folder in
      try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      let outcome = try Command.run(
        ["run", "fig1", "--output", folder + "/file/sub"] + Command.quick)
      #expect(outcome.code == 73, "\(outcome)")
      #expect(outcome.errors.contains("/file/sub") && outcome.errors.contains("cannot write"))
      #expect(Command.files(in: folder) == ["file"])
    }
  }

  @Test func interruptionLeavesNothing() throws {
    try Command.withFolder { folder in
      let status = try Self.interruptRun(into: folder + "/a", by: SIGINT)
      #expect(status == 130)
      #expect(Command.files(in: folder).isEmpty)
    }
  }

  /// Files that others put into a folder survive an interrupted run.
  @Test func interruptionSparesWhatIsNotItsOwn() throws {
    try Command.withFolder { folder in
      let status = try Self.interruptRun(into: folder + "/a/b", by: SIGTERM) {
        try "keep".write(toFile: folder + "/a/notes.txt", atomically: true, encoding: .utf8)
      }
      #expect(status == 143)
      #expect(Command.files(in: folder) == ["a", "a/notes.txt"])
    }
  }

  /// Starts a run of hours, waits until it works in `folder`, and sends it a signal.
  ///
  /// - Returns: its exit code.
  private static func interruptRun(
    into folder: String, by signal: Int32, meanwhile: () throws -> Void = {}
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["run", "fig1", "--output", folder, "--set", "b.replicates=10000000"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while Command.files(in: folder).isEmpty, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.02)
    }
    try meanwhile()
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }
}
