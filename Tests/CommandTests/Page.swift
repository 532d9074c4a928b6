import Foundation
import Testing

/// A page in Markdown of the repository.
struct Page: CustomTestStringConvertible {
  /// Where it is in the repository.
  let path: String

  /// What stands between two fences.
  struct Block {
    let language: String
    /// Whole lines.
    let text: String
    /// Whether only blank lines part it from the block before.
    let followsABlock: Bool
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  var testDescription: String { path }

  var text: String {
    get throws { try String(contentsOfFile: "\(Self.root)/\(path)", encoding: .utf8) }
  }

  /// The pages for users, found in their folders: each must work as it is printed.
  static let forUsers: [Page] = {
    func pages(in folder: String) -> [String] {
      names(in: folder).filter { $0.hasSuffix(".md") }.map { folder + $0 }
    }
    let examples = names(in: "Examples/").flatMap { pages(in: "Examples/\($0)/") }
    return (["README.md", "CONTRIBUTING.md"] + pages(in: "docs/") + examples).map(Page.init)
  }()

  /// All pages of the repository.
  static let all: [Page] = names(in: "").flatMap { name in
    name.hasPrefix(".")
      ? []
      : ([name]
        + (FileManager.default.subpaths(atPath: "\(root)/\(name)") ?? []).sorted()
        .map { "\(name)/\($0)" }).filter { $0.hasSuffix(".md") && !$0.contains("/.") }
  }.map(Page.init)

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
  }

  /// The blocks in their order, and the lines outside of them.
  ///
  /// A fence that is never closed makes a block of the language "unclosed".
  static func parts(of text: String) -> (blocks: [Block], prose: [Substring]) {
    var (blocks, prose): ([Block], [Substring]) = ([], [])
    var open: (language: String, lines: [Substring])?
    var isAfterBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingPrefix { $0 == " " }
      if trimmed.hasPrefix("```") {
        if let block = open {
          let text = block.lines.map { $0 + "\n" }.joined()
          blocks.append(
            Block(language: block.language, text: text, followsABlock: isAfterBlock))
          (open, isAfterBlock) = (nil, true)
        } else {
          open = (String(trimmed.dropFirst(3)), [])
        }
      } else if open != nil {
        open!.lines.append(line)
      } else {
        prose.append(line)
        if !trimmed.isEmpty { isAfterBlock = false }
      }
    }
    if open != nil { blocks.append(Block(language: "unclosed", text: "", followsABlock: false)) }
    return (blocks, prose)
  }
}
