import Documents
import Foundation
import Testing
import _TestSupport

/// What a sweep asks of Slurm, with programs in its place.
@Suite(.inTurn(.other)) struct SlurmTests {
  /// Runs a script with programs that stand in for Slurm's.
  private static func run(
    _ script: String, _ arguments: [String], in folder: String, programs: [String: String],
    environment: [String: String] = [:]
  ) throws -> Int32 {
    for (name, text) in programs {
      try ("#!/bin/sh\n" + text).write(
        toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: script).deletingLastPathComponent()
    process.environment = environment.merging(["PATH": "\(folder):/usr/bin:/bin"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What Slurm is given is a shell script that submits all there is; Scripts/check-slurm runs it.
  @Test func slurmScriptsSubmitAllShardsAndTheirMerge() throws {
    try SweptPlan.withPlan { folder, plan in
      let output = folder + "/a"
      let run = try Command.run(
        ["sweep", plan, "--output", output, "--slurm", "--shards", "5", "--pilot", "1"])
      #expect(run.code == 0 && run.output.contains("a/submit"), "\(run)")
      for (limit, arrays) in [
        ("echo MaxArraySize            = 3", [(2, 0), (2, 2), (1, 4)]),
        ("echo MaxArraySize = 1001", [(5, 0)]), ("exit 1", [(5, 0)]),
      ] {
        try? FileManager.default.removeItem(atPath: folder + "/asked")
        // In place of sbatch: say what was asked for.
        let code = try Self.run(
          output + "/submit", ["--partition=short"], in: folder,
          programs: [
            "sbatch": "echo \"$*\" >>\"\(folder)/asked\"\necho $(wc -l <\"\(folder)/asked\")\n",
            "scontrol": limit,
          ])
        #expect(code == 0)
        // How much time and memory the cells take is the machine's affair.
        let asked = try String(contentsOfFile: folder + "/asked", encoding: .utf8)
        let minutes = try #require(asked.firstMatch(of: /--time=([1-9][0-9]*)/)).output.1
        let memory = try #require(asked.firstMatch(of: /--mem=([1-9][0-9]*)M/)).output.1
        let shards = arrays.map { size, first in
          "--parsable --array=1-\(size) --output=logs/shard-\(first == 0 ? "" : "\(first)+")%a.log"
            + " --time=\(minutes) --mem=\(memory)M --partition=short shards.sbatch \(first)\n"
        }
        let jobs = arrays.indices.map { ":\($0 + 1)" }.joined()
        #expect(
          asked == shards.joined()
            + "--parsable --time=10 --mem=256M --partition=short --dependency=afterany\(jobs)"
            + " merge.sbatch 1 --partition=short\n")
      }
    }
  }

  /// What was killed is run again, and nothing else.
  @Test(arguments: [(137, 3, true), (70, 1, false), (65, 1, false), (0, 1, true)])
  func onlyWhatWasKilledIsRunAgain(code: Int, tries: Int, resubmits: Bool) throws {
    try SweptPlan.withPlan { folder, plan in
      let output = folder + "/a"
      try Command.run([
        "sweep", plan, "--output", output, "--slurm", "--shards", "5", "--pilot", "1",
      ])
      // In place of the program: say what was asked for, and end with this code.
      for script in ["shards.sbatch", "merge.sbatch"] {
        let text = try String(contentsOfFile: "\(output)/\(script)", encoding: .utf8)
        try text.replacing(/closedloop='[^\n]*/, with: "closedloop=program")
          .write(toFile: "\(output)/\(script)", atomically: true, encoding: .utf8)
      }
      try FileManager.default.createDirectory(
        atPath: output + "/logs", withIntermediateDirectories: true)
      let say = "echo \"$*\" >>\"\(folder)/asked\"\n"
      let ended = try Self.run(
        output + "/shards.sbatch", ["2"], in: folder, programs: ["program": "\(say)exit \(code)\n"],
        environment: ["SLURM_ARRAY_TASK_ID": "1"])
      #expect(Int(ended) == code)
      let asked = try String(contentsOfFile: folder + "/asked", encoding: .utf8)
      #expect(
        asked
          == String(
            repeating: "sweep sweep.json --output . --threads 1 --shard 3/5\n", count: tries))
      // Cells are missing.
      try FileManager.default.removeItem(atPath: folder + "/asked")
      _ = try Self.run(
        output + "/merge.sbatch", ["1", "--partition=short"], in: folder,
        programs: ["program": "exit 65\n", "sbatch": "\(say)echo 7\n"])
      #expect(FileManager.default.fileExists(atPath: folder + "/asked") == resubmits)
    }
  }

  /// Whoever starts the program may hold any amount of memory, and it asks for its own all the same.
  @Test func theMemoryOfTheParentIsNotAskedFor() throws {
    // Twice this would be asked for.
    let size = 400 << 20
    let held = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    defer { held.deallocate() }
    memset(held, 1, size)
    try SweptPlan.withPlan { folder, plan in
      let run = try Command.run([
        "sweep", plan, "--output", folder + "/a", "--slurm", "--pilot", "1",
      ])
      let submit = try String(contentsOfFile: folder + "/a/submit", encoding: .utf8)
      let asked = try #require(submit.firstMatch(of: /--mem=\$\(\(([0-9]+)/)).output.1
      #expect(run.code == 0 && Int(asked)! < 2 * (size >> 20), "\(run)")
    }
    #expect(held.load(fromByteOffset: size - 1, as: UInt8.self) == 1)
  }
}
