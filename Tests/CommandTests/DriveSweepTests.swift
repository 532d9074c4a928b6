import Foundation
import Testing
import _TestSupport

/// Sweeps of a driven loop.
@Suite(.inTurn(.other)) struct DriveSweepTests {
  private static let plan = """
    {"definition": {"command": ["sh", "bootstrap.sh", "{train}", "{samples}", "{seed}", "{output}"],
                    "data": "real.csv", "generations": 3, "replicates": 2},
     "axes": [{"samples": [5, 9]}, {"policy": ["replace", "external,count=2"]}]}
    """

  @Test func cellsAreThoseOfTheLoop() throws {
    try DriveFolder.with { folder in
      try folder.write(Self.plan, to: "plan.json")
      let sweep = ["sweep", "plan.json", "--output"]
      let whole = try Command.run(sweep + ["whole"], in: folder.path)
      #expect(whole.code == 0 && whole.output.contains("8 rows of 4 cells"), "\(whole)")
      for shard in ["1/2", "2/2"] {
        #expect(try Command.run(sweep + ["parts", "--shard", shard], in: folder.path).code == 0)
      }
      #expect(
        try Command.run(["merge", "parts", "--output", "parts"], in: folder.path).code == 0)
      let table = try folder.text("whole/sweep.csv")
      #expect(try folder.text("parts/sweep.csv") == table)
      #expect(table.hasPrefix("cell,samples,policy,column,kind,generation,replicates,ended,"))
      // One cell is one run of drive, whose colours are counted here.
      let options = ["--samples", "9", "--generations", "3", "--policy", "external,count=2"]
      #expect(try folder.drive(options).code == 0)
      let last = try folder.text("runs/generations.csv").split(separator: "\n")
      let counts = (0..<2).map { replicate in
        last.filter { $0.hasPrefix("\(replicate),3,colour,") }.count
      }
      #expect(table.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",yes,") })
      let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("4,9,") })
      let cells = row.replacing("\"external,count=2\"", with: "p").split(separator: ",")
      #expect(Double(cells[11]) == Double(counts.reduce(0, +)) / 2, "\(row)")
    }
  }

  @Test func programsAreCompared() throws {
    try DriveFolder.with { folder in
      let plan = Self.plan.replacing(
        #"{"samples": [5, 9]}"#,
        with:
          #"{"command": [["cp", "real.csv", "{output}", "{train}"], ["sh", "bootstrap.sh", "{train}", "7", "{seed}", "{output}"]]}"#
      ).replacing("\"generations\"", with: "\"samples\": 7, \"generations\"")
      try folder.write(plan, to: "plan.json")
      let sweep = try Command.run(["sweep", "plan.json", "--output", "a"], in: folder.path)
      #expect(
        sweep.code == 0 && sweep.errors.contains("cells 1, 2: all replicates ended"), "\(sweep)")
      let table = try folder.text("a/sweep.csv")
      #expect(table.contains("\n3,sh bootstrap.sh {train} 7 {seed} {output},replace,colour,"))
      try folder.write(
        plan.replacing("\"axes\"", with: "\"predict\": true, \"axes\""), to: "plan.json")
      let predicted = try Command.run(["sweep", "plan.json", "--output", "b"], in: folder.path)
      #expect(predicted.code == 65 && predicted.errors.contains("no theory is known"))
    }
  }

  /// Cells that differ in nothing else share what they have, one after the other.
  @Test func moreReplicatesAreCells() throws {
    try DriveFolder.with { folder in
      let command = #"["sh", "bootstrap.sh", "{train}", "{samples}", "{seed}", "{output}"]"#
      try folder.write(
        """
        {"definition": {"command": \(command), "data": "real.csv", "samples": 5, "generations": 3},
         "axes": [{"replicates": [2, 3, 4]}]}
        """, to: "plan.json")
      for threads in ["1", "3"] {
        let sweep = ["sweep", "plan.json", "--output", threads, "--threads", threads]
        let outcome = try Command.run(sweep, in: folder.path)
        #expect(outcome.code == 0 && outcome.output.contains("6 rows of 3 cells"), "\(outcome)")
      }
      #expect(try folder.text("3/sweep.csv") == folder.text("1/sweep.csv"))
    }
  }

  @Test func changedFilesAreAnotherSweep() throws {
    try DriveFolder.with { folder in
      try folder.write(Self.plan, to: "plan.json")
      let sweep = ["sweep", "plan.json", "--output", "a"]
      #expect(try Command.run(sweep, in: folder.path).code == 0)
      #expect(try Command.run(sweep, in: folder.path).code == 0)
      try folder.write("# Another one.\n" + (try folder.text("bootstrap.sh")), to: "bootstrap.sh")
      let other = try Command.run(sweep, in: folder.path)
      #expect(other.code == 65 && other.errors.contains("another plan"), "\(other)")
    }
  }

  @Test func modelsThatFailAreCounted() throws {
    try DriveFolder.with { folder in
      try folder.write(
        "case $4 in *replicate-1/*) exit 5 ;; esac\n" + (try folder.text("bootstrap.sh")),
        to: "bootstrap.sh")
      try folder.write(Self.plan, to: "plan.json")
      let sweep = ["sweep", "plan.json", "--output", "a"]
      #expect(try Command.run(sweep, in: folder.path).code == 0)
      #expect(try folder.text("a/sweep.csv").contains("colour,categories,3,1,1,"))
      try folder.write("exit 5\n", to: "bootstrap.sh")
      let none = try Command.run(["sweep", "plan.json", "--output", "b"], in: folder.path)
      #expect(none.code == 70 && none.errors.contains("all replicates ended"), "\(none)")
    }
  }

  /// Slurm runs shards in the folder of the sweep, and files are named from where it was planned.
  @Test func slurmScriptsFindTheFiles() throws {
    try DriveFolder.with { folder in
      try folder.write(Self.plan, to: "plan.json")
      let sweep = ["sweep", "plan.json", "--output"]
      #expect(try Command.run(sweep + ["whole"], in: folder.path).code == 0)
      let slurm = ["--slurm", "--pilot", "1", "--shards", "2"]
      #expect(try Command.run(sweep + ["a"] + slurm, in: folder.path).code == 0)
      let cells = "\(folder.path)/a/cells"
      if FileManager.default.fileExists(atPath: cells) {
        try FileManager.default.removeItem(atPath: cells)
      }
      for (script, arguments) in [("shards", ["0"]), ("shards", ["1"]), ("merge", ["1"])] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["\(script).sbatch"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "\(folder.path)/a")
        process.environment = ["PATH": "/usr/bin:/bin", "SLURM_ARRAY_TASK_ID": "1"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(script) \(arguments)")
      }
      #expect(try folder.text("a/sweep.csv") == folder.text("whole/sweep.csv"))
    }
  }
}
