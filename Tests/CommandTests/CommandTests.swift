import Experiments
import Foundation
import Testing
import _TestSupport

/// The built command, run as a person or a script would.
@Suite struct CommandTests {
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

  static func withFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  static func files(in folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
  }

  static let quick = ["--scale", "quick", "--set", "b.replicates=20", "--set", "c.replicates=10"]

  @Test func helpShowsAnExampleForEveryCommand() throws {
    for command in ["list", "run", "plot", "verify", "compare"] {
      let help = try Self.run([command, "--help"])
      #expect(help.code == 0)
      #expect(help.output.contains("EXAMPLE"), "\(command)")
      #expect(help.output.contains("closedloop \(command)"), "\(command)")
    }
    #expect(try Self.run(["--help"]).output.contains("closedloop run fig1"))
  }

  @Test func listNamesExperimentsAndClaims() throws {
    let list = try Self.run(["list"])
    #expect(list.code == 0 && list.output.contains("fig1") && list.output.contains("P4"))
    let json = try JSONSerialization.jsonObject(
      with: Data(try Self.run(["list", "--json"]).output.utf8))
    #expect((json as? [[String: String]])?.first?["id"] == "fig1")
    #expect(try Self.run(["list", "--ids"]).output == "fig1\n")
  }

  @Test func runWritesEverythingAndRepeatsItself() throws {
    try Self.withFolder { folder in
      let first = try Self.run(
        ["run", "fig1", "--output", folder + "/a", "--threads", "1"] + Self.quick)
      #expect(first.code == 0, "\(first.errors)")
      #expect(
        Self.files(in: folder + "/a") == [
          "data", "data/fig1.json", "data/fig1a.csv", "data/fig1b-exact.csv",
          "data/fig1b-limit.csv", "data/fig1b-mean.csv", "data/fig1b.csv", "data/fig1c.csv",
          "fig1.gp", "fig1.svg",
        ])
      try Self.run(["run", "fig1", "--output", folder + "/b", "--threads", "2"] + Self.quick)
      let same = try Self.run(["compare", folder + "/a", folder + "/b"])
      #expect(same.code == 0 && same.output.hasPrefix("9 files agree byte by byte, 0 "))
      try Self.run(["run", "fig1", "--output", folder + "/c", "--seed", "2"] + Self.quick)
      let other = try Self.run(["compare", folder + "/a", folder + "/c"])
      #expect(other.code == 1 && other.errors.contains("differs"))
    }
  }

  /// Neither the locale nor the user's own gnuplot settings reach the picture.
  @Test func theUsersSettingsLeaveNoTrace() throws {
    try Self.withFolder { folder in
      try "set grid\nprint 'hello'\n"
        .write(toFile: folder + "/.gnuplot", atomically: true, encoding: .utf8)
      let arguments = ["run", "fig1", "--output"]
      let plain = try Self.run(arguments + [folder + "/a"] + Self.quick)
      let other = try Self.run(
        arguments + [folder + "/b"] + Self.quick, environment: ["LC_ALL": "C", "HOME": folder])
      #expect(plain.code == 0 && other.code == 0, "\(other.errors)")
      #expect(try Self.run(["compare", folder + "/a", folder + "/b"]).code == 0)
    }
  }

  /// A gnuplot that stops writing half-way, as on a full disk, without saying so.
  @Test func anIncompletePictureIs73() throws {
    try Self.withFolder { folder in
      let fake = folder + "/gnuplot"
      try "#!/bin/sh\ncat > /dev/null\necho '<svg>' > fig1.svg\n"
        .write(toFile: fake, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake)
      let outcome = try Self.run(
        ["run", "fig1", "--output", folder + "/a"] + Self.quick, path: folder + ":/usr/bin:/bin")
      #expect(outcome.code == 73 && outcome.errors.contains("incomplete"), "\(outcome)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/a"))
    }
  }

  /// Files that others put into a folder survive an interrupted run.
  @Test func interruptionSparesWhatIsNotItsOwn() throws {
    try Self.withFolder { folder in
      let process = Process()
      process.executableURL = Self.executable
      process.arguments = [
        "run", "fig1", "--output", folder + "/a/b", "--set", "b.replicates=1000000",
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1)
      try "keep".write(toFile: folder + "/a/notes.txt", atomically: true, encoding: .utf8)
      process.terminate()
      process.waitUntilExit()
      #expect(process.terminationStatus == 143)
      #expect(Self.files(in: folder) == ["a", "a/notes.txt"])
    }
  }

  @Test func unchangedFilesAreNotTouched() throws {
    try Self.withFolder { folder in
      let arguments = ["run", "fig1", "--output", folder] + Self.quick
      try Self.run(arguments)
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      let file = folder + "/data/fig1b.csv"
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
      try Self.run(arguments)
      let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
      #expect(date == old)
    }
  }

  /// The committed script draws with gnuplot alone.
  @Test func theScriptNeedsNoSwift() throws {
    try Self.withFolder { folder in
      try Self.run(["run", "fig1", "--output", folder] + Self.quick)
      let picture = try Data(contentsOf: URL(fileURLWithPath: folder + "/fig1.svg"))
      try FileManager.default.removeItem(atPath: folder + "/fig1.svg")
      let gnuplot = Process()
      gnuplot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      gnuplot.arguments = ["gnuplot", "fig1.gp"]
      gnuplot.currentDirectoryURL = URL(fileURLWithPath: folder)
      try gnuplot.run()
      gnuplot.waitUntilExit()
      #expect(gnuplot.terminationStatus == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/fig1.svg")) == picture)
    }
  }

  @Test func plotRedrawsFromTables() throws {
    try Self.withFolder { folder in
      try Self.run(["run", "fig1", "--output", folder + "/a", "--data-only"] + Self.quick)
      #expect(!Self.files(in: folder + "/a").contains("fig1.svg"))
      let plot = try Self.run(["plot", "fig1", "--input", folder + "/a", "--output", folder + "/b"])
      #expect(plot.code == 0, "\(plot.errors)")
      #expect(Self.files(in: folder + "/b") == ["fig1.gp", "fig1.svg"])
    }
  }

  @Test func corruptTablesAre65AndLeaveNothing() throws {
    try Self.withFolder { folder in
      let data = folder + "/in/data"
      try Self.run(["run", "fig1", "--output", folder + "/in", "--data-only"] + Self.quick)
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
        let outcome = try Self.run(arguments)
        #expect(outcome.code == 65)
        #expect(
          outcome.errors.contains("fig1c.csv") && outcome.errors.contains(words), "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
      }
      try Data([0xff, 0xfe, 0x00]).write(to: URL(fileURLWithPath: data + "/fig1c.csv"))
      #expect(try Self.run(arguments).code == 65)
      try FileManager.default.removeItem(atPath: data + "/fig1c.csv")
      let gone = try Self.run(arguments)
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
    ["run", "fig1", "--output", "x", "--seed", "-1"], ["run", "fig1"], ["run", "--output", "x"],
    ["run", "fig1", "--output", ""], ["run", "fig1", "--output", "x", "--threads", "two"],
    ["run", "fig1", "--output", "x", "--set", "samples=1e19"], ["run", "fig1", "fig2"],
    ["verify", "P1", "--output", "x"],
    ["run", "fig1", "--output", "x", "--nonsense"], ["verify", "P99"],
    ["plot", "fig99", "--output", "x"],
    ["nonsense"],
  ])
  func badArgumentsAre64(arguments: [String]) throws {
    let outcome = try Self.run(arguments)
    #expect(outcome.code == 64, "\(arguments): \(outcome)")
    #expect(outcome.errors.hasPrefix("closedloop: ") && outcome.output.isEmpty)
    // One sentence, on one line.
    #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "x"))
  }

  @Test func withoutGnuplotRunIs69BeforeAnyWork() throws {
    try Self.withFolder { folder in
      let run = try Self.run(["run", "fig1", "--output", folder + "/a"], path: folder)
      #expect(run.code == 69 && run.errors.contains("gnuplot was not found"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/a"))
      let data = try Self.run(
        ["run", "fig1", "--output", folder + "/b", "--data-only"] + Self.quick, path: folder)
      #expect(data.code == 0)
      let plot = try Self.run(["plot", "fig1", "--output", folder + "/b"], path: folder)
      #expect(plot.code == 69)
    }
  }

  @Test func aGnuplotThatFailsIsReported() throws {
    try Self.withFolder { folder in
      let fake = folder + "/gnuplot"
      try "#!/bin/sh\ncase \"$*\" in *--version*) exit 0;; esac\necho 'out of paper' >&2\nexit 3\n"
        .write(toFile: fake, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake)
      let outcome = try Self.run(
        ["run", "fig1", "--output", folder + "/a"] + Self.quick, path: folder + ":/usr/bin:/bin")
      #expect(outcome.code == 70 && outcome.errors.contains("out of paper"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/a"))
    }
  }

  /// A file where a folder should be: the same for root, who may write anywhere.
  @Test func anOutputFolderThatCannotBeWrittenIs73() throws {
    try Self.withFolder { folder in
      try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      let outcome = try Self.run(["run", "fig1", "--output", folder + "/file/sub"] + Self.quick)
      #expect(outcome.code == 73, "\(outcome)")
      #expect(outcome.errors.contains("/file/sub") && outcome.errors.contains("cannot write"))
      #expect(Self.files(in: folder) == ["file"])
    }
  }

  @Test func interruptionLeavesNothing() throws {
    try Self.withFolder { folder in
      let process = Process()
      process.executableURL = Self.executable
      process.arguments = [
        "run", "fig1", "--output", folder + "/a", "--set", "b.replicates=1000000",
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      #expect(Self.files(in: folder).isEmpty)
    }
  }

  @Test func verifyPrintsVerdictsAndJSON() throws {
    let spent = claimTests.reduce(0) { $0 + 2 * $1.falseAlarm } + MartingaleClaim.falseAlarm
    #expect(spent <= FalseAlarmBudget.share(of: "claims of the command") * (1 + 1e-12))
    let text = try Self.run(["verify", "P1", "--scale", "quick", "--checks"])
    #expect(text.code == 0 && text.output.hasPrefix("P1  holds"))
    #expect(text.output.contains("agrees  proof"))
    for seed in ["20260514", "99"] {
      let outcome = try Self.run(["verify", "--json", "--scale", "quick", "--seed", seed])
      #expect(outcome.code == 0)
      let claims =
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
      #expect(claims.map { $0["id"] as? String } == ["P1", "P2", "P3", "P4"])
      for claim in claims {
        for key in [
          "id", "statement", "reference", "prediction", "measurement", "uncertainty", "verdict",
          "evidence",
        ] {
          #expect(claim[key] != nil)
        }
        #expect(claim["verdict"] as? String == "holds")
      }
    }
  }

  @Test func compareNamesTheFirstDifference() throws {
    try Self.withFolder { folder in
      func write(_ text: String, _ name: String) throws {
        let path = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      }
      try write("x,y\n1,0.5\n2,nan\n", "a/t.csv")
      try write("x,y\n1,0.5000000001\n2,nan\n", "b/t.csv")
      let close = try Self.run(["compare", folder + "/a", folder + "/b"])
      #expect(close.code == 0 && close.output.contains("0 files agree byte by byte, 1 to"))
      try write("x,y\n1,0.50000001\n2,nan\n", "b/t.csv")
      let far = try Self.run(["compare", folder + "/a", folder + "/b"])
      #expect(far.code == 1 && far.errors.contains("t.csv, line 2, y: 0.5 and 0.50000001"))
      for (a, b) in [("inf", "5"), ("inf", "-inf"), ("nan", "0"), ("inf", "nan")] {
        try write("x,y\n1,\(a)\n", "a/t.csv")
        try write("x,y\n1,\(b)\n", "b/t.csv")
        #expect(try Self.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      }
      try write("x,y\n1,0.5\n2,nan\n", "a/t.csv")
      try write("x,y\n1,0.5\n2,3\n", "b/t.csv")
      #expect(try Self.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      try write("x,y\n1,0.5\n2,nan\n", "b/t.csv")
      try write("more", "b/u.txt")
      #expect(try Self.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      #expect(try Self.run(["compare", folder + "/b", folder + "/a"]).code == 1)
      #expect(try Self.run(["compare", folder + "/nowhere", folder + "/a"]).code == 65)
    }
  }
}
