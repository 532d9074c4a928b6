import Foundation
import Testing
import _TestSupport

/// What the pages print works in its order, from an empty folder, and prints what they say it does.
@Suite(.inTurn(.other)) struct PageTests {
  /// A plan like the one on the page, except for the time it takes.
  private static func shortened(_ plan: String) -> String {
    plan.replacing("\"replicates\": 1000", with: "\"replicates\": 3")
  }

  /// The lines of a block, each with those that a backslash at its end continues it by.
  static func lines(of block: String) -> [String] {
    block.replacing("\\\n", with: "").split(separator: "\n").map(String.init)
  }

  /// Whether the page says behind a line that it is refused.
  private static func isRefused(_ line: String) -> Bool { line.contains(/\ # refused\b/) }

  /// Runs the lines of a block and compares what they print with what should be there, if that is said.
  static func check(_ block: Page.Block, shown: String?, in shell: PageShell) throws -> [String] {
    // An archive of the sources, a clone of one revision, or a clone of another user has none to compare with.
    let history = "git -C '\(Page.root)' cat-file -e HEAD~1:figures"
    let hasHistory = try shell.run(history, quick: true).code == 0
    var (complaints, printed): ([String], String) = ([], "")
    for line in lines(of: block.text) where hasHistory || !line.contains("HEAD~1") {
      let outcome = try shell.run(line, quick: shown == nil)
      printed += outcome.output
      guard outcome.code != (isRefused(line) ? 64 : 0) else { continue }
      complaints.append("\(line)\nended with \(outcome.code)\n\(outcome.output.suffix(500))")
    }
    if let shown, shown != printed { complaints.append("\(block.text)prints\n\(printed)") }
    return complaints
  }

  @Test(arguments: Page.forUsers)
  func everyLineWorks(page: Page) throws {
    let blocks = Page.parts(of: try page.text).blocks
    try PageShell.with { shell in
      for (index, block) in blocks.enumerated() {
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        let shown = next.flatMap { $0.language == "text" && $0.followsABlock ? $0.text : nil }
        var complaints: [String] = []
        switch block.language {
        case "json":
          let short = Self.shortened(block.text)
          #expect(short != block.text)
          let plan = shell.folder + "/plan.json"
          try short.write(toFile: plan, atomically: true, encoding: .utf8)
        case "python":
          // A program, which its first line names.
          let name = try #require(block.text.firstMatch(of: /^# ([a-z]+\.py)\b/)).1
          try block.text.write(
            toFile: "\(shell.folder)/\(name)", atomically: true, encoding: .utf8)
        case "sh":
          complaints = try Self.check(block, shown: shown, in: shell)
        case "make":
          let makefile = shell.folder + "/Makefile"
          try block.text.write(toFile: makefile, atomically: true, encoding: .utf8)
          let make = Page.Block(language: "sh", text: "make -j 8\n", followsABlock: false)
          complaints = try Self.check(make, shown: nil, in: shell)
        case "swift":
          // These are compiled and run there.
          complaints = try Self.missing(block, shown: shown, from: "ClosedLoopTests/ReadmeTests")
        case "text":
          #expect(block.followsABlock && index > 0 && blocks[index - 1].language != "text")
        default: Issue.record("nothing is known of blocks of \(block.language)")
        }
        for complaint in complaints { Issue.record("\(complaint)") }
      }
      guard page.path == "docs/sweeps.md" else { return }
      let tables = ["scan", "big", "shards", "whole"].map {
        FileManager.default.contents(atPath: "\(shell.folder)/\($0)/sweep.csv")
      }
      #expect(tables[0] != nil && Set(tables).count == 1)
      #expect(FileManager.default.fileExists(atPath: shell.folder + "/scan/map.svg"))
    }
  }

  /// What of a block in Swift, and of what it prints, is not literally in a source of tests, in a function there.
  private static func missing(
    _ block: Page.Block, shown: String?, from file: String
  ) throws -> [String] {
    let source =
      try "\n" + String(contentsOfFile: "\(Page.root)/Tests/\(file).swift", encoding: .utf8)
    func indented(_ text: String, by count: Int) -> String {
      text.replacing(/(?m)^(?=.)/, with: String(repeating: " ", count: count))
    }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0.hasPrefix("import ") }.map { "\n\($0)\n" }
    let body = lines.drop { $0.hasPrefix("import ") || $0.isEmpty }.joined(separator: "\n")
    let wanted = imports + [indented(body, by: 4), indented(shown ?? "", by: 6)]
    return wanted.filter { !$0.isEmpty && !source.contains($0) }
      .map { "\(file).swift does not have\n\($0)" }
  }

  /// Nothing is forgotten, and the first page is one that a newcomer finishes.
  @Test func allPagesAreTried() throws {
    let paths = Page.forUsers.map(\.path)
    let some = [
      "README.md", "CONTRIBUTING.md", "docs/sweeps.md", "docs/beyond.md",
      "Examples/Models/README.md", "Examples/PhaseDiagrams/README.md",
      "Examples/YourFamily/README.md",
    ]
    #expect(Set(paths).isSuperset(of: some))
    let readme = try #require(Page.forUsers.first { $0.path == "README.md" }).text
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
    let top = readme.split(separator: "\n").prefix(30)
    for command in ["make figures ", "make test "] {
      #expect(top.contains { $0.hasPrefix(command) }, "\(command)")
    }
    // Every page is reached from the first.
    for path in paths where path.hasPrefix("docs/") || path == "CONTRIBUTING.md" {
      #expect(readme.contains("](\(path))"), "\(path)")
    }
  }

  /// A line that does not work is noticed, and one that works where it should be refused.
  @Test(arguments: [
    "closedloop simulat", "make no-such-target", "closedloop run fig22",
    "closedloop list # refused", "false", "cd nowhere",
  ])
  func mistakesAreNoticed(line: String) throws {
    try PageShell.with { shell in
      let block = Page.Block(language: "sh", text: line + "\n", followsABlock: false)
      let complaints = try Self.check(block, shown: nil, in: shell)
      #expect(complaints.count == 1)
    }
  }

  /// Output that is not what is printed is noticed, be it a single digit; so are blocks that hang in the air.
  @Test func otherOutputIsNoticed() throws {
    let text =
      "```sh\necho 1 \\\n  2   # two numbers\n```\n\n```text\n1 2\n```\nwords\n```text\n1 2\n```\n"
    let blocks = Page.parts(of: text).blocks
    #expect(blocks.map(\.language) == ["sh", "text", "text"])
    #expect(blocks.map(\.followsABlock) == [false, true, false])
    try PageShell.with { shell in
      let right = try Self.check(blocks[0], shown: blocks[1].text, in: shell)
      let wrong = try Self.check(blocks[0], shown: "1 3\n", in: shell)
      #expect(right.isEmpty && wrong.count == 1)
    }
    #expect(Page.parts(of: "```sh\ntrue\n").blocks.last?.language == "unclosed")
    let swift = Page.Block(
      language: "swift", text: "import Nothing\n\n1 + 1\n", followsABlock: false)
    let missing = try Self.missing(swift, shown: "2\n", from: "ClosedLoopTests/ReadmeTests")
    #expect(missing.count == 3)
  }
}
