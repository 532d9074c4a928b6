import Definitions
import Foundation
import Testing

/// Sweeps as a person, a script or a cluster runs them.
@Suite struct SweepTests {
  /// Twelve cells of no time.
  private static let plan = """
    {"definition": {"family": "poisson", "generations": 4, "replicates": 20},
     "axes": [{"samples": [2, 5, 9]}, {"policy": ["replace", "external,count=1"]},
              {"truth.rate": [1, 0.5]}]}
    """

  private static func withPlan<R>(
    _ text: String = plan, _ body: (_ folder: String, _ plan: String) throws -> R
  ) throws -> R {
    try Command.withFolder { folder in
      let file = folder + "/plan.json"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return try body(folder, file)
    }
  }

  private static func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  @Test func anyShardsAndThreadsGiveTheSameBytes() throws {
    try Self.withPlan { folder, plan in
      let whole = try Command.run(
        ["sweep", plan, "--output", folder + "/whole", "--threads", "1"])
      #expect(whole.code == 0 && whole.output.isEmpty, "\(whole)")
      let expected = try #require(Self.bytes(folder + "/whole/sweep.csv"))
      #expect(String(decoding: expected, as: UTF8.self).split(separator: "\n").count == 1 + 12 * 5)
      for (count, threads) in [(1, "3"), (2, "1"), (5, "2"), (20, "1")] {
        let output = "\(folder)/\(count)"
        for index in 1...count {
          // In folders of their own, as without a common file system.
          let run = try Command.run([
            "sweep", plan, "--output", "\(output)/\(index)", "--shard", "\(index)/\(count)",
            "--threads", threads,
          ])
          #expect(run.code == 0, "\(run)")
          #expect(Self.bytes("\(output)/\(index)/sweep.csv") == nil)
        }
        let folders = (1...count).map { "\(output)/\($0)" }
        let merge = try Command.run(["merge"] + folders + ["--output", output])
        #expect(merge.code == 0, "\(merge)")
        #expect(Self.bytes(output + "/sweep.csv") == expected)
        #expect(Self.bytes(output + "/sweep.json") == Self.bytes(folder + "/whole/sweep.json"))
      }
    }
  }

  /// A finished cell stays, though it were wrong; one that is gone or damaged is computed.
  @Test func finishedCellsAreNotComputedAgain() throws {
    try Self.withPlan { folder, plan in
      let output = folder + "/a"
      try Command.run(["sweep", plan, "--output", output])
      let table = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      // Another cell's rows under this cell's name.
      let piece = try String(contentsOfFile: output + "/cells/5", encoding: .utf8)
      let lines = piece.split(separator: "\n").map(String.init)
      let body = ([lines[0], lines[1]] + lines[2..<(lines.count - 1)].map { $0 + "1" })
        .map { $0 + "\n" }.joined()
      let planted = "\(body)end of \(lines.count - 3) rows, check \(fingerprint(body))\n"
      try planted.write(toFile: output + "/cells/5", atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: output + "/cells/7")
      let damaged = try #require(Self.bytes(output + "/cells/9"))
      try damaged.dropLast(3).write(to: URL(fileURLWithPath: output + "/cells/9"))
      let again = try Command.run(["sweep", plan, "--output", output])
      #expect(again.code == 0, "\(again)")
      #expect(Self.bytes(output + "/cells/9") == damaged)
      let rows = table.split(separator: "\n").map { $0.hasPrefix("5,") ? $0 + "1" : $0 }
      let found = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      #expect(found.split(separator: "\n") == rows)
    }
  }

  /// The plan that is kept has the text of a table, and so goes on where the table is not: in a shard elsewhere.
  @Test func thePlanThatIsKeptIsWhole() throws {
    try Self.withPlan { folder, plan in
      let table = folder + "/mine.csv"
      try "x\n0\n1\n3\n".write(toFile: table, atomically: true, encoding: .utf8)
      try """
      {"definition": {"family": {"kind": "table", "file": "\(table)"}, "generations": 4,
        "replicates": 5}, "axes": [{"samples": [3, 4]}]}
      """.write(toFile: plan, atomically: true, encoding: .utf8)
      let output = folder + "/a"
      let first = try Command.run(["sweep", plan, "--output", output, "--shard", "1/2"])
      #expect(first.code == 0, "\(first)")
      try FileManager.default.removeItem(atPath: table)
      #expect(try Command.run(["sweep", plan, "--output", output]).code == 65)
      let other = try Command.run(["sweep", output + "/sweep.json", "--output", output])
      #expect(other.code == 0, "\(other)")
      #expect(Command.files(in: output + "/cells") == ["1", "2"])
      #expect(FileManager.default.fileExists(atPath: output + "/sweep.csv"))
    }
  }

  @Test func whatIsNoWholeIsRefused() throws {
    try Self.withPlan { folder, plan in
      let (a, b, c) = (folder + "/a", folder + "/b", folder + "/c")
      func merge(_ folders: String...) throws -> Command.Outcome {
        try Command.run(["merge"] + folders + ["--output", folder + "/merged"])
      }
      try Command.run(["sweep", plan, "--output", a, "--shard", "1/2"])
      try Command.run(["sweep", plan, "--output", b, "--shard", "2/3"])
      let gaps = try merge(a)
      #expect(gaps.code == 65 && gaps.errors.contains("6 of 12 cells are missing"), "\(gaps)")
      let overlap = try merge(a, b)
      #expect(overlap.code == 65 && overlap.errors.contains("cell 5 is in"), "\(overlap)")
      let other = folder + "/other.json"
      try Self.plan.replacing("\"replicates\": 20", with: "\"replicates\": 21")
        .write(toFile: other, atomically: true, encoding: .utf8)
      try Command.run(["sweep", other, "--output", c, "--shard", "2/2"])
      let strange = try merge(a, c)
      #expect(strange.code == 65 && strange.errors.contains("c holds the sweep of another plan"))
      // Nor does a folder take a second sweep.
      let second = try Command.run(["sweep", other, "--output", a])
      #expect(second.code == 65 && second.errors.contains("another plan"), "\(second)")
      let nothing = try merge(folder + "/nowhere")
      #expect(nothing.code == 65 && nothing.errors.contains("cannot read"), "\(nothing)")
      let misspelt = try merge(a, folder + "/nowhere")
      #expect(misspelt.code == 65 && misspelt.errors.contains("nowhere"), "\(misspelt)")
      try Command.run(["sweep", plan, "--output", a])
      let cell = a + "/cells/3"
      try #require(Self.bytes(cell)).dropFirst().write(to: URL(fileURLWithPath: cell))
      let damaged = try merge(a)
      #expect(damaged.code == 65 && damaged.errors.contains("cells/3 is damaged"), "\(damaged)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/merged"))
    }
  }

  @Test func mistakesAreAnsweredBeforeAnythingIsWritten() throws {
    try Self.withPlan { folder, plan in
      for options in [
        ["--shard", "0/2"], ["--shard", "3/2"], ["--shard", "1"], ["--shard", "a/b"],
        ["--threads", "0"], ["--shards", "3"], ["--pilot", "5"], ["--slurm", "--shard", "1/2"],
        ["--slurm", "--shards", "0"], ["--list", "--slurm"],
      ] {
        let outcome = try Command.run(["sweep", plan, "--output", folder + "/a"] + options)
        #expect(outcome.code == 64, "\(options): \(outcome)")
        #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      }
      #expect(try Command.run(["sweep", plan]).code == 64)
      try "{\"definition\"".write(toFile: plan, atomically: true, encoding: .utf8)
      let broken = try Command.run(["sweep", plan, "--output", folder + "/a"])
      #expect(broken.code == 65 && broken.errors.contains("plan.json"), "\(broken)")
      #expect(Command.files(in: folder) == ["plan.json"])
    }
  }

  /// A cell that cannot be computed does not cost the others.
  @Test func oneCellThatFailsIsNamed() throws {
    // In the second cell sums begin just below what doubles count, and all runs leave that before the one
    // generation that is recorded.
    let text = """
      {"definition": {"family": "poisson", "generations": 10000, "replicates": 2, "record": {"at": [10000]}},
       "axes": [{"samples": [10, 500399958596, 20], "truth.rate": [1, 9000, 1]}]}
      """
    try Self.withPlan(text) { folder, plan in
      let outcome = try Command.run(["sweep", plan, "--output", folder + "/a"])
      #expect(outcome.code == 70 && outcome.errors.hasPrefix("closedloop: cell 2: "), "\(outcome)")
      #expect(Command.files(in: folder + "/a/cells") == ["1", "3"])
    }
  }

  /// A table that an experiment does not have is told by the first cell.
  @Test func aTableThatIsNotThereIs65() throws {
    let text =
      #"{"definition": {"experiment": "rem", "spins": 4, "samples": 5, "replicates": 10},"#
      + #" "axes": [{"seed": [1, 2]}], "table": "fig1a"}"#
    try Self.withPlan(text) { folder, plan in
      let outcome = try Command.run(["sweep", plan, "--output", folder + "/a", "--threads", "1"])
      #expect(outcome.code == 65, "\(outcome)")
      #expect(outcome.errors.hasPrefix("closedloop: in cell 1, table = fig1a is not allowed"))
    }
  }

  @Test func valuesCanBeListed() throws {
    try Self.withPlan { folder, plan in
      let list = try Command.run(["sweep", plan, "--list"])
      #expect(
        list.code == 0 && list.output.hasPrefix("cell,samples,policy,truth.rate\n1,2,replace,1"))
      #expect(list.output.split(separator: "\n").count == 13)
      #expect(Command.files(in: folder) == ["plan.json"])
    }
  }

  /// What Slurm is given is a shell script that submits all there is; Scripts/check-slurm runs it.
  @Test func slurmScriptsSubmitAllShardsAndTheirMerge() throws {
    try Self.withPlan { folder, plan in
      let output = folder + "/a"
      let run = try Command.run(
        ["sweep", plan, "--output", output, "--slurm", "--shards", "4", "--pilot", "1"])
      #expect(run.code == 0 && run.output.contains("a/submit"), "\(run)")
      // In place of sbatch: say what was asked for.
      let sbatch = folder + "/sbatch"
      try "#!/bin/sh\necho \"$*\" >>\"\(folder)/asked\"\necho 7\n"
        .write(toFile: sbatch, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sbatch)
      let submit = Process()
      submit.executableURL = URL(fileURLWithPath: output + "/submit")
      submit.arguments = ["--partition=short"]
      submit.environment = ["PATH": "\(folder):/usr/bin:/bin"]
      submit.standardOutput = FileHandle.nullDevice
      try submit.run()
      submit.waitUntilExit()
      #expect(submit.terminationStatus == 0)
      // How much time and memory the cells take is the machine's affair.
      let asked = try String(contentsOfFile: folder + "/asked", encoding: .utf8)
      let minutes = try #require(asked.firstMatch(of: /--time=([1-9][0-9]*)/)).output.1
      let memory = try #require(asked.firstMatch(of: /--mem=([1-9][0-9]*)M/)).output.1
      #expect(
        asked == """
          --parsable --time=\(minutes) --mem=\(memory)M --partition=short shards.sbatch
          --parsable --time=10 --mem=256M --partition=short --dependency=afterany:7 merge.sbatch 1 --partition=short

          """)
      let script = try String(contentsOfFile: output + "/shards.sbatch", encoding: .utf8)
      #expect(script.contains("#SBATCH --array=1-4\n") && script.contains("TASK_ID/4"))
    }
  }

  /// Whoever starts the program may hold any amount of memory, and it asks for its own all the same.
  @Test func theMemoryOfTheParentIsNotAskedFor() throws {
    // Twice this would be asked for.
    let size = 400 << 20
    let held = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    defer { held.deallocate() }
    memset(held, 1, size)
    try Self.withPlan { folder, plan in
      let run = try Command.run([
        "sweep", plan, "--output", folder + "/a", "--slurm", "--pilot", "1",
      ])
      let submit = try String(contentsOfFile: folder + "/a/submit", encoding: .utf8)
      let asked = try #require(submit.firstMatch(of: /--mem=\$\(\(([0-9]+)/)).output.1
      #expect(run.code == 0 && Int(asked)! < 2 * (size >> 20), "\(run)")
    }
    #expect(held.load(fromByteOffset: size - 1, as: UInt8.self) == 1)
  }

  // MARK: - Maps

  @Test func mapsAreDrawnWholeOrNotAtAll() throws {
    try Self.withPlan { folder, plan in
      try Command.run(["sweep", plan, "--output", folder + "/a"])
      let table = folder + "/a/sweep.csv"
      let all = ["--y", "truth.rate", "--value", "entropy_mean", "--panels", "policy"]
      for (options, code, words) in [
        (["--y", "truth.rate", "--value", "entropy_mean"], 65, "several cells have samples = 2"),
        (["--y", "truth", "--value", "entropy_mean"], 65, "the column truth is missing"),
        (all + ["--boundary", "absorbed"], 64, "--boundary absorbed"),
        (all + ["--boundary", "absorbed=x"], 64, "--boundary absorbed=x"),
        (all + ["--range", "1:0"], 64, "--range 1:0"), (all + ["--label", "x"], 64, "--label x"),
        (all + ["--name", "a/b"], 64, "--name a/b"),
      ] {
        let outcome = try Command.run(
          ["map", table, "--output", folder + "/maps", "--x", "samples"] + options)
        #expect(outcome.code == code && outcome.errors.contains(words), "\(outcome)")
        #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      }
      let missing = try Command.run(
        ["map", table, "--output", folder + "/maps", "--x", "samples"] + all, path: folder)
      #expect(missing.code == 69)
      #expect(!FileManager.default.fileExists(atPath: folder + "/maps"))
      let drawn = try Command.run(
        ["map", table, "--output", folder + "/maps", "--x", "samples", "--name", "phases"] + all
          + ["--boundary", "absorbed=0.5", "--range", "-1:2", "--label", "samples=it's 100 % M"])
      #expect(drawn.code == 0, "\(drawn)")
      #expect(
        Command.files(in: folder + "/maps")
          == ["data", "data/phases.csv", "phases.gp", "phases.svg"])
    }
  }
}
