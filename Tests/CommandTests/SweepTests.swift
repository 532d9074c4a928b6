import Documents
import Foundation
import Testing
import _TestSupport

/// Sweeps as a person, a script or a cluster runs them.
@Suite(.inTurn(.other)) struct SweepTests {
  @Test func anyShardsAndThreadsGiveTheSameBytes() throws {
    try SweptPlan.withPlan { folder, plan in
      let whole = try Command.run(
        ["sweep", plan, "--output", folder + "/whole", "--threads", "1"])
      #expect(whole.code == 0 && whole.output == "\(folder)/whole/sweep.csv: 60 rows of 12 cells\n")
      #expect(whole.errors.isEmpty)
      let expected = try #require(SweptPlan.bytes(folder + "/whole/sweep.csv"))
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
          #expect(SweptPlan.bytes("\(output)/\(index)/sweep.csv") == nil)
        }
        let folders = (1...count).map { "\(output)/\($0)" }
        let merge = try Command.run(["merge"] + folders + ["--output", output])
        #expect(merge.code == 0, "\(merge)")
        #expect(SweptPlan.bytes(output + "/sweep.csv") == expected)
        #expect(
          SweptPlan.bytes(output + "/sweep.json") == SweptPlan.bytes(folder + "/whole/sweep.json"))
      }
    }
  }

  /// The files of the cells in a folder.
  private static func cells(_ folder: String) -> [String] {
    Command.files(in: folder + "/cells").filter { $0.contains("/") && !$0.hasSuffix(".begun") }
  }

  /// The file of a piece with a row of its own, as though another program had computed it.
  private static func plant(_ file: String, row: String) throws {
    let piece = try String(contentsOfFile: file, encoding: .utf8)
    var lines = piece.split(separator: "\n").map(String.init).dropLast()
    lines[lines.count - 1] = row
    let body = lines.map { $0 + "\n" }.joined()
    try "\(body)end of \(lines.count - 1) lines, check \(fingerprint(body))\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// A finished cell stays, though it were wrong; one that is gone or damaged is computed.
  @Test func finishedCellsAreNotComputedAgain() throws {
    try SweptPlan.withPlan { folder, plan in
      let output = folder + "/a"
      try Command.run(["sweep", plan, "--output", output])
      let table = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      let cells = Self.cells(output).map { "\(output)/cells/\($0)" }
      #expect(cells.count == 12)
      try Self.plant(cells[4], row: "4,planted")
      try FileManager.default.removeItem(atPath: cells[7])
      let damaged = try #require(SweptPlan.bytes(cells[9]))
      try damaged.dropLast(3).write(to: URL(fileURLWithPath: cells[9]))
      let again = try Command.run(["sweep", plan, "--output", output])
      #expect(again.code == 0, "\(again)")
      #expect(SweptPlan.bytes(cells[9]) == damaged)
      let found = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      let (old, new) = (table.split(separator: "\n"), found.split(separator: "\n"))
      let changed = zip(old, new).filter { $0 != $1 }
      #expect(old.count == new.count && changed.count == 1)
      #expect(changed.first?.1.hasSuffix(",4,planted,") == true)
    }
  }

  /// A longer plan, with another axis too, runs what is new and no more.
  @Test func aSweepCanBeExtended() throws {
    try SweptPlan.withPlan { folder, plan in
      let (output, longer) = (folder + "/a", folder + "/longer.json")
      try Command.run(["sweep", plan, "--output", output])
      let finished = Self.cells(output)
      let wrong = "\(output)/cells/\(finished[4])"
      try Self.plant(wrong, row: "4,planted")
      try SweptPlan.plan.replacing("[2, 5, 9]", with: "[2, 3, 5, 9]")
        .replacing("\"axes\": [", with: "\"axes\": [{\"seed\": [7, 20260514]}, ")
        .write(toFile: longer, atomically: true, encoding: .utf8)
      let run = try Command.run(["sweep", longer, "--output", output])
      #expect(run.code == 0 && run.output.hasSuffix("sweep.csv: 160 rows of 32 cells\n"), "\(run)")
      #expect(Self.cells(output).count == 32 && Set(Self.cells(output)).isSuperset(of: finished))
      let table = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      #expect(table.split(separator: "\n").count { $0.hasSuffix(",planted,") } == 1)
      // But for that, it is the table of the longer plan.
      try FileManager.default.removeItem(atPath: wrong)
      try Command.run(["sweep", longer, "--output", output])
      try Command.run(["sweep", longer, "--output", folder + "/b"])
      #expect(SweptPlan.bytes(output + "/sweep.csv") == SweptPlan.bytes(folder + "/b/sweep.csv"))
      #expect(SweptPlan.bytes(output + "/sweep.json") == SweptPlan.bytes(folder + "/b/sweep.json"))
      // The shorter one would lose the others.
      let shorter = try Command.run(["sweep", plan, "--output", output])
      #expect(shorter.code == 65, "\(shorter)")
      #expect(shorter.errors.contains("20 of its 32 finished cells are not in this one"))
    }
  }

  /// More replicates run those that are new, and give what they give in one go.
  @Test func replicatesCanBeAdded() throws {
    try SweptPlan.withPlan { folder, plan in
      let (output, longer) = (folder + "/a", folder + "/longer.json")
      try Command.run(["sweep", plan, "--output", output])
      try SweptPlan.plan.replacing("\"replicates\": 20", with: "\"replicates\": 50")
        .write(toFile: longer, atomically: true, encoding: .utf8)
      try Command.run(["sweep", longer, "--output", folder + "/b"])
      let run = try Command.run(["sweep", longer, "--output", output])
      #expect(run.code == 0, "\(run)")
      #expect(SweptPlan.bytes(output + "/sweep.csv") == SweptPlan.bytes(folder + "/b/sweep.csv"))
      // It goes on with what there is: were that wrong, the table would be.
      let begun = try #require(
        Command.files(in: output + "/cells").last { $0.hasSuffix("-50.begun") })
      let file = "\(output)/cells/\(begun)"
      let line = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")[6]
      try Self.plant(file, row: String(line.replacing(/^[0-9]+/, with: "1000")))
      try SweptPlan.plan.replacing("\"replicates\": 20", with: "\"replicates\": 60")
        .write(toFile: longer, atomically: true, encoding: .utf8)
      try Command.run(["sweep", longer, "--output", output])
      let table = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      #expect(table.contains(",4,1012,"))
      // Fewer are another plan.
      #expect(try Command.run(["sweep", plan, "--output", output]).code == 65)
    }
  }

  @Test func olderFormatsAreRefused() throws {
    try SweptPlan.withPlan { folder, plan in
      let output = folder + "/a"
      try Command.run(["sweep", plan, "--output", output])
      try "closedloop cell 3 of 12, plan 0123456789abcdef\n"
        .write(toFile: output + "/cells/3", atomically: true, encoding: .utf8)
      for arguments in [["sweep", plan], ["merge", output]] {
        let run = try Command.run(arguments + ["--output", output])
        #expect(
          run.code == 65 && run.errors.contains("a holds a sweep of an older version"), "\(run)")
      }
    }
  }

  /// The plan that is kept has the text of a table, and so goes on where the table is not: in a shard elsewhere.
  @Test func thePlanThatIsKeptIsWhole() throws {
    try SweptPlan.withPlan { folder, plan in
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
      #expect(Self.cells(output).count == 2)
      #expect(FileManager.default.fileExists(atPath: output + "/sweep.csv"))
    }
  }

  @Test func whatIsNoWholeIsRefused() throws {
    try SweptPlan.withPlan { folder, plan in
      let (a, b, c) = (folder + "/a", folder + "/b", folder + "/c")
      func merge(_ folders: String...) throws -> Command.Outcome {
        try Command.run(["merge"] + folders + ["--output", folder + "/merged"])
      }
      try Command.run(["sweep", plan, "--output", a, "--shard", "1/2"])
      try Command.run(["sweep", plan, "--output", b, "--shard", "2/3"])
      let gaps = try merge(a)
      #expect(gaps.code == 65 && gaps.errors.contains("6 of 12 cells are missing"), "\(gaps)")
      let both = try merge(a, b)
      #expect(both.code == 65 && both.errors.contains("4 of 12 cells are missing"), "\(both)")
      // Two machines that do not agree.
      let shared = try #require(Set(Self.cells(a)).intersection(Self.cells(b)).min())
      try Self.plant("\(b)/cells/\(shared)", row: "4,planted")
      let odd = try merge(a, b)
      #expect(
        odd.code == 65 && odd.errors.contains(" is not the same in \(a) and in \(b)"), "\(odd)")
      let other = folder + "/other.json"
      try SweptPlan.plan.replacing("\"generations\": 4", with: "\"generations\": 5")
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
      let cell = "\(a)/cells/\(Self.cells(a)[3])"
      try #require(SweptPlan.bytes(cell)).dropFirst().write(to: URL(fileURLWithPath: cell))
      let damaged = try merge(a)
      #expect(
        damaged.code == 65 && damaged.errors.contains("\(Self.cells(a)[3]), which is cell "),
        "\(damaged)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/merged"))
    }
  }

  @Test func mistakesAreAnsweredBeforeAnythingIsWritten() throws {
    try SweptPlan.withPlan { folder, plan in
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

  /// Cells that cannot be computed do not cost the others, and are not tried again.
  @Test func cellsThatFailHaveARow() throws {
    // In the second cell sums begin just below what doubles count, and all runs leave that before the one
    // generation that is recorded.
    let text = """
      {"definition": {"family": "poisson", "generations": 10000, "replicates": 2, "record": {"at": [10000]}},
       "axes": [{"samples": [10, 500399958596, 0, 20], "truth.rate": [1, 9000, 1, 1]}]}
      """
    try SweptPlan.withPlan(text) { folder, plan in
      let output = folder + "/a"
      let outcome = try Command.run(["sweep", plan, "--output", output])
      #expect(outcome.code == 0 && outcome.output.hasSuffix("4 rows of 4 cells\n"), "\(outcome)")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2, "\(outcome)")
      #expect(lines[0].contains("1 of 4 cells cannot be computed") && lines[0].contains("cell 3: "))
      #expect(lines[1].contains("1 of 4 cells cannot be computed") && lines[1].contains("cell 2: "))
      #expect(Self.cells(output).count == 3)
      let table = try String(contentsOfFile: output + "/sweep.csv", encoding: .utf8)
      let failed = table.split(separator: "\n").filter { !$0.hasSuffix(",") }.dropFirst()
      #expect(failed.count == 2 && failed.first!.contains("no longer exact in double precision"))
      // The piece with the reason stays.
      let piece = try #require(
        Self.cells(output).first {
          try String(contentsOfFile: "\(output)/cells/\($0)", encoding: .utf8)
            .hasPrefix("closedloop failed cell ")
        })
      try Self.plant("\(output)/cells/\(piece)", row: "planted")
      try Command.run(["sweep", plan, "--output", output, "--shard", "2/4"])
      let merge = try Command.run(["merge", output, "--output", output])
      #expect(
        merge.code == 0 && merge.errors.contains("cell 2: planted; cell 3: samples = 0"), "\(merge)"
      )
    }
  }

  /// Where nothing at all can be computed there is no success.
  @Test func aSweepOfFailuresIs70() throws {
    let text = """
      {"definition": {"family": "poisson", "generations": 10000, "replicates": 2, "truth": {"rate": 9000},
        "record": {"at": [10000]}},
       "axes": [{"samples": [500399958596, 500399958595]}]}
      """
    try SweptPlan.withPlan(text) { folder, plan in
      let outcome = try Command.run(["sweep", plan, "--output", folder + "/a"])
      #expect(outcome.code == 70, "\(outcome)")
      #expect(
        outcome.errors.contains("no cell of \(folder)/a/sweep.csv could be computed: cell 1: "))
      #expect(FileManager.default.fileExists(atPath: folder + "/a/sweep.csv"))
    }
  }

  /// A table that an experiment does not have is told by the first cell.
  @Test func aTableThatIsNotThereIs65() throws {
    let text =
      #"{"definition": {"experiment": "rem", "spins": 4, "samples": 5, "replicates": 10},"#
      + #" "axes": [{"seed": [1, 2]}], "table": "fig1a"}"#
    try SweptPlan.withPlan(text) { folder, plan in
      let outcome = try Command.run(["sweep", plan, "--output", folder + "/a", "--threads", "1"])
      #expect(outcome.code == 65, "\(outcome)")
      #expect(outcome.errors.hasPrefix("closedloop: in cell 1, table = fig1a is not allowed"))
    }
  }

  @Test func valuesCanBeListed() throws {
    try SweptPlan.withPlan { folder, plan in
      let list = try Command.run(["sweep", plan, "--list"])
      #expect(
        list.code == 0 && list.output.hasPrefix("cell,samples,policy,truth.rate\n1,2,replace,1"))
      #expect(list.output.split(separator: "\n").count == 13)
      #expect(Command.files(in: folder) == ["plan.json"])
    }
  }
}
