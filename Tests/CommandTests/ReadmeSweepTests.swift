import Foundation
import Testing

/// What the README prints on sweeps works in its order, from an empty folder.
@Suite struct ReadmeSweepTests {
  /// The blocks of the section on sweeps, each with its language.
  private static func blocks() throws -> [(language: Substring, text: String)] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "\n## Sweeps")).upperBound
    let end = try #require(text.range(of: "\n## ", range: start..<text.endIndex)).lowerBound
    return text[start..<end].matches(of: /\n```([a-z]+)\n((?:.*\n)*?)```/)
      .map { ($0.output.1, String($0.output.2)) }
  }

  /// Slurm on one node without a queue: what is submitted is run.
  private static let sbatch = """
    #!/bin/sh
    last=1
    while :; do
      case $1 in
        --array=1-*) last=${1#--array=1-} ;;
        --*) ;;
        *) break ;;
      esac
      shift
    done
    script=$1
    shift
    for index in $(seq "$last"); do
      SLURM_ARRAY_TASK_ID=$index sh "$script" "$@" >>logs/all 2>&1
    done
    echo 7

    """

  @Test func everyLineWorks() throws {
    try Command.withFolder { folder in
      let programs = folder + "/programs"
      try FileManager.default.createDirectory(
        atPath: programs, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: programs + "/closedloop", withDestinationPath: Command.executable.path)
      try Self.sbatch.write(toFile: programs + "/sbatch", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: programs + "/sbatch")
      func shell(_ text: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", text]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ProcessInfo.processInfo.environment.merging(
          ["PATH": "\(programs):\(path)"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
      }
      for (language, text) in try Self.blocks() {
        switch language {
        case "json":
          // The same plan, but for the time it takes.
          let short = text.replacing("\"replicates\": 1000", with: "\"replicates\": 3")
          #expect(short != text)
          try short.write(toFile: folder + "/plan.json", atomically: true, encoding: .utf8)
        case "sh":
          for line in text.split(separator: "\n") { try shell(String(line)) }
        case "make":
          try text.write(toFile: folder + "/Makefile", atomically: true, encoding: .utf8)
          try shell("make -j 8")
        default: Issue.record("nothing is known of blocks of \(language)")
        }
      }
      let tables = ["scan", "big", "shards", "whole"].map {
        FileManager.default.contents(atPath: "\(folder)/\($0)/sweep.csv")
      }
      #expect(tables[0] != nil && Set(tables).count == 1)
      #expect(FileManager.default.fileExists(atPath: folder + "/scan/map.svg"))
    }
  }
}
