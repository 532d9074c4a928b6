import Claims
import Foundation
import Testing
import _TestSupport

/// What the command says of itself.
@Suite(.inTurn(.other)) struct HelpTests {
  /// The commands, as the program lists them.
  private static func commands() throws -> [String] {
    let help = try Command.run(["--help"]).output
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    return list.split(separator: "\n").compactMap { $0.firstMatch(of: /^  ([a-z]+)(  |$)/) }
      .map { String($0.1) }
  }

  @Test func helpShowsAnExampleForEveryCommand() throws {
    let commands = try Self.commands()
    #expect(Set(commands).isSuperset(of: ["simulate", "sweep", "merge", "map", "review"]))
    for command in commands {
      let help = try Command.run([command, "--help"])
      #expect(help.code == 0)
      let examples = try #require(help.output.components(separatedBy: "EXAMPLE").dropFirst().first)
      // In the examples, and not only in the line that says how it is used.
      let before = examples.components(separatedBy: "USAGE:")[0]
      #expect(before.contains("closedloop \(command)"), "\(command)")
    }
    #expect(try Command.run(["--help"]).output.contains("closedloop run fig1"))
  }

  /// Without a word it says what to try next, and all of that works.
  @Test func withoutWordsItSaysWhatToTry() throws {
    let outcome = try Command.run([])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  closedloop ") }
    #expect(lines.count == 6)
    for line in lines {
      let words = line.prefix { $0 != "#" }.split(separator: " ").dropFirst().map(String.init)
      #expect(try Command.run(words).code == 0, "\(line)")
    }
    for manual in ["closedloop --help", "README.md", "docs/", "man closedloop"] {
      #expect(outcome.output.contains(manual))
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 90 })
  }

  @Test func completionsKnowEveryCommand() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try Command.run(["--generate-completion-script", shell])
      #expect(script.code == 0)
      for command in try Self.commands() { #expect(script.output.contains(command), "\(shell)") }
    }
  }

  /// A number, and behind it the revision where there is one: the first word names archives.
  @Test func theVersionIsANumber() throws {
    let version = try Command.run(["--version"]).output
    #expect(version.wholeMatch(of: /\d+\.\d+\.\d+( \(revision [0-9a-f]+(-changed)?\))?\n/) != nil)
  }

  /// The manual page has every command, with nothing that roff would take for its own.
  @Test func theManualHasEveryCommand() throws {
    let manual = Process()
    manual.executableURL = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scripts/manual")
    manual.arguments = [Command.executable.path]
    let words = Pipe()
    manual.standardOutput = words
    try manual.run()
    let text = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    manual.waitUntilExit()
    #expect(manual.terminationStatus == 0)
    let lines = text.split(separator: "\n")
    #expect(lines.dropFirst(2).first?.hasPrefix("closedloop \\- Regenerates") == true)
    for command in try Self.commands() {
      #expect(lines.contains(".SH CLOSEDLOOP \(command.uppercased())"))
    }
    let requests = lines.filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
    #expect(
      requests.allSatisfy {
        $0.hasPrefix(".SH ") || $0.hasPrefix(".TH ") || [".nf", ".fi"].contains($0)
      })
  }

  /// Identifiers whole, each on a line with what it stands for.
  @Test func listNamesExperimentsAndClaims() throws {
    let list = try Command.run(["list"])
    let lines = list.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(list.code == 0)
    let entries =
      allExperiments.map { ($0.id, $0.summary) } + claimTests.map { ($0.id, $0.words.statement) }
    for (id, summary) in entries {
      #expect(lines.contains(id.split(separator: " ") + summary.split(separator: " ")))
    }
  }

  @Test func listsForMachinesAreComplete() throws {
    let ids = [
      "fig1", "fig2", "fig3", "fixed-anchor", "infinite-synthetic", "rem", "equation-of-motion",
      "entropy", "coordinates", "families", "dose", "accumulate", "weights", "tails", "errors",
      "blur", "libraries", "remedies",
    ]
    #expect(try Command.run(["list", "--ids"]).output == ids.map { $0 + "\n" }.joined())
    let json = try JSONSerialization.jsonObject(
      with: Data(try Command.run(["list", "--json"]).output.utf8))
    let entries = try #require(json as? [[String: String]])
    #expect(entries.filter { $0["kind"] == "experiment" }.map { $0["id"] } == ids)
    let beyond = ["machines", "digits-machine", "digits-network"]
    #expect(
      try Command.run(["list", "--ids", "--beyond"]).output
        == beyond.map { $0 + "\n" }.joined())
    #expect(entries.filter { $0["kind"] == "beyond" }.map { $0["id"] } == beyond)
    #expect(try Command.run(["list", "--beyond"]).code == 64)
    #expect(
      entries.filter { $0["kind"] == "claim" }.map { $0["id"] } == claimTests.map { $0.id })
  }
}
