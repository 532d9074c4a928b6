import Foundation
import Testing
import _TestSupport

/// Links and paths in the pages lead somewhere.
@Suite(.inTurn(.other)) struct LinkTests {
  /// Lines of text without what stands in code.
  private static func prose(of page: Page) throws -> String {
    Page.parts(of: try page.text).prose.joined(separator: "\n").replacing(/`[^`]*`/, with: "code")
  }

  /// Targets of links and pictures, without those on other sites.
  static func targets(in text: String) -> [String] {
    (text.matches(of: /\]\(([^()\s]+)\)/) + text.matches(of: /(?m)^\[[^\]]+\]: (\S+)/))
      .map { String($0.output.1) }.filter { !$0.contains(/^(https?|mailto):/) }
  }

  /// The anchors that GitHub gives to the headings of a page.
  static func anchors(of text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in Page.parts(of: text).prose {
      guard let heading = line.wholeMatch(of: /#+ (.*)/)?.output.1 else { continue }
      let words = heading.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }.lowercased()
      let name = String(
        words.compactMap {
          $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil
        })
      let repeated = (1...).lazy.map { "\(name)-\($0)" }.first { !anchors.contains($0) }!
      anchors.insert(anchors.contains(name) ? repeated : name)
    }
    return anchors
  }

  /// What is wrong with a link, if anything.
  static func complaint(about target: String, on page: String) throws -> String? {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = URL(fileURLWithPath: "/\(page)").deletingLastPathComponent()
    let path =
      parts[0].isEmpty
      ? page : String(folder.appendingPathComponent(String(parts[0])).standardized.path.dropFirst())
    guard FileManager.default.fileExists(atPath: "\(Page.root)/\(path)") else {
      return "\(page): there is no file \(path)"
    }
    guard parts.count == 2 else { return nil }
    guard path.hasSuffix(".md"), anchors(of: try Page(path: path).text).contains(String(parts[1]))
    else { return "\(page): there is no heading #\(parts[1]) in \(path)" }
    return nil
  }

  @Test(arguments: Page.all)
  func linksLeadToWhatExists(page: Page) throws {
    for target in Self.targets(in: try Self.prose(of: page)) {
      let complaint = try Self.complaint(about: target, on: page.path)
      #expect(complaint == nil)
    }
  }

  /// Files and folders of the repository that a page names in code, except for what is made and for placeholders.
  @Test(arguments: Page.forUsers)
  func pathsThatAreNamedExist(page: Page) throws {
    let prose = Page.parts(of: try page.text).prose.joined(separator: "\n")
    let folders =
      /`((?:Sources|Tests|docs|Examples|Scripts|figures|paper|Benchmarks|findings)\/[^`]*)`/
    let made = ["figures/index.html", "paper/main.pdf", "paper/generated"]
    for match in prose.matches(of: folders) {
      let path = String(match.output.1)
      guard !path.contains(/[<*…\s]/), !made.contains(path) else { continue }
      #expect(FileManager.default.fileExists(atPath: "\(Page.root)/\(path)"), "\(path)")
    }
  }

  @Test func everyPageIsLookedAt() {
    let paths = Page.all.map(\.path)
    let some = ["README.md", "CHANGELOG.md", "findings/README.md", "Tests/Mutants/README.md"]
    #expect(Set(paths).isSuperset(of: some + Page.forUsers.map(\.path)))
    #expect(Set(paths).count == paths.count && !paths.contains { $0.contains(".build") })
  }

  /// Links that lead nowhere are noticed.
  @Test func mistakesAreNoticed() throws {
    let text = "[a](README.md) ![b](../c.svg) [d](https://e.org)\n[f]: docs/g.md\n[h](#i)"
    #expect(Self.targets(in: text) == ["README.md", "../c.svg", "#i", "docs/g.md"])
    #expect(
      Self.anchors(of: "# Two commands\n## What *it* is, `a b`\n```\n# no\n```\n# Two commands")
        == ["two-commands", "what-it-is-a-b", "two-commands-1"])
    for (target, works) in [
      ("../README.md", true), ("beyond.md#what-is-exact", true), ("#what-is-exact", true),
      ("README.md", false), ("beyond.md#what-is-not", false), ("#", false),
      ("../figures/remedies.svg", true), ("../figures/remedies.svg#a", false),
    ] {
      let complaint = try Self.complaint(about: target, on: "docs/beyond.md")
      #expect((complaint == nil) == works, "\(target)")
    }
  }
}
