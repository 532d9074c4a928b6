import Foundation
import Testing

/// What the pages print works in its order, from an empty folder.
@Suite struct PageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The blocks of a page, each with its language.
  private static func blocks(of page: String) throws -> [(language: String, text: String)] {
    try String(contentsOfFile: "\(root)/\(page)", encoding: .utf8)
      .matches(of: /\n```([a-z]*)\n((?:.*\n)*?)```/)
      .map { (String($0.output.1), String($0.output.2)) }
  }

  /// Experiments and claims take the quick scale; all else is run as it is printed.
  private static let closedloop = """
    #!/bin/sh
    case $1 in
      run | verify) exec '\(Command.executable.path)' "$@" --scale quick ;;
      review) cd '\(root)' ;;
    esac
    exec '\(Command.executable.path)' "$@"

    """

  /// Targets of this project are looked up and not made; shards of a sweep are.
  private static let make = """
    #!/bin/sh
    [ "$1" = -j ] && exec /usr/bin/make "$@"
    exec /usr/bin/make --dry-run -C '\(root)' "$@"

    """

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

  /// An empty folder in which the words of the pages are programs, and a shell there.
  ///
  /// - Parameter body: takes the folder, and a function that runs a line and returns what it printed if it failed.
  private static func withShell(_ body: (String, (String) throws -> String?) throws -> Void) throws
  {
    try Command.withFolder { folder in
      let programs = folder + "/.build/release"
      try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
      for (name, text) in [("closedloop", closedloop), ("make", make), ("sbatch", sbatch)] {
        try text.write(toFile: "\(programs)/\(name)", atomically: true, encoding: .utf8)
        try Command.allowRunning("\(programs)/\(name)")
      }
      let output = folder + "/.build/output"
      try body(folder) { text in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", text]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ProcessInfo.processInfo.environment.merging(
          ["PATH": "\(programs):\(path)"]) { $1 }
        try Data().write(to: URL(fileURLWithPath: output))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        (process.standardOutput, process.standardError) = (file, file)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus != 0 else { return nil }
        return String(try String(contentsOfFile: output, encoding: .utf8).suffix(500))
      }
    }
  }

  @Test(
    arguments: [
      "README.md", "CONTRIBUTING.md", "docs/beyond.md", "Examples/PhaseDiagrams/README.md",
    ])
  func everyLineWorks(page: String) throws {
    let blocks = try Self.blocks(of: page)
    #expect(blocks.contains { $0.language == "sh" })
    try Self.withShell { folder, shell in
      // An archive of the sources, a clone of one revision, or a clone of another user has none to compare with.
      let hasHistory = try shell("git -C '\(Self.root)' cat-file -e HEAD~1:figures") == nil
      for (language, text) in blocks {
        switch language {
        case "json":
          // The same plan, but for the time it takes.
          let short = text.replacing("\"replicates\": 1000", with: "\"replicates\": 3")
          #expect(short != text)
          try short.write(toFile: folder + "/plan.json", atomically: true, encoding: .utf8)
        case "sh":
          for line in text.split(separator: "\n") where hasHistory || !line.contains("HEAD~1") {
            let failure = try shell(String(line))
            #expect(failure == nil, "\(line)")
          }
        case "make":
          try text.write(toFile: folder + "/Makefile", atomically: true, encoding: .utf8)
          let failure = try shell("make -j 8")
          #expect(failure == nil)
        // In ClosedLoopTests.
        case "swift": break
        default: Issue.record("nothing is known of blocks of \(language)")
        }
      }
      guard page == "README.md" else { return }
      let tables = ["scan", "big", "shards", "whole"].map {
        FileManager.default.contents(atPath: "\(folder)/\($0)/sweep.csv")
      }
      #expect(tables[0] != nil && Set(tables).count == 1)
      #expect(FileManager.default.fileExists(atPath: folder + "/scan/map.svg"))
      #expect(FileManager.default.fileExists(atPath: folder + "/results/fig2.svg"))
    }
  }

  /// A line that does not work is noticed.
  @Test func mistakesAreNoticed() throws {
    try Self.withShell { _, shell in
      for line in ["closedloop simulat", "make no-such-target", "closedloop run fig22"] {
        let failure = try shell(line)
        #expect(failure != nil, "\(line)")
      }
    }
  }
}
