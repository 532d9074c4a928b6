import Claims
import Foundation
import Testing
import _TestSupport

/// Claims in words, and the ledger of equations.
@Suite(.inTurn(.other)) struct ExplainTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: claimTests.map { $0.id })
  func explainTellsAClaimInFull(id: String) throws {
    let claim = claimTests.first { $0.id == id }!
    let text = try Command.run(["explain", id])
    #expect(text.code == 0)
    // Lines are broken at other places.
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      claim.words.statement, claim.words.conditions, claim.words.derivation, claim.words.quantity,
      claim.testFile,
      claim.words.recorded.rawValue, claim.words.correction?.text ?? claim.id,
    ] {
      #expect(words.contains(part))
    }
    #expect(claim.words.correction == nil || claim.words.recorded == .differs)
    #expect(text.output.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func explainServesMachines() throws {
    let outcome = try Command.run(["explain", "P9", "P1", "--json"])
    let claims = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let entries = try #require(claims as? [[String: Any]])
    #expect(entries.map { $0["id"] as? String } == ["P1", "P9"])
    #expect(entries[1]["factor"] as? Double == 0.5)
    let unknown = try Command.run(["explain", "P99"])
    #expect(unknown.code == 64 && unknown.errors.contains("P99") && unknown.errors.contains("P7a"))
    #expect(try Command.run(["explain"]).code == 64)
  }

  /// The committed ledger is what the claims make of it.
  @Test func theLedgerIsUpToDate() throws {
    let outcome = try Command.run(["ledger"])
    let committed = try String(
      contentsOf: Self.root.appending(path: "docs/ledger.md"), encoding: .utf8)
    #expect(outcome.code == 0 && outcome.output == committed)
    for claim in claimTests { #expect(committed.contains("| \(claim.id) |")) }
  }

  /// The README's table of remedies is what the claims make of it.
  @Test func theRemediesAreUpToDate() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let table = try Command.run(["ledger", "--remedies"]).output
    #expect(table.split(separator: "\n").count > 10 && readme.contains(table))
  }

  /// The bodies of all declarations and extensions of a type in a source.
  private static func bodies(of type: Substring, in source: String) throws -> [Substring] {
    let declaration = try Regex(
      "(struct|enum|protocol|extension|class|actor) ([A-Za-z]+\\.)?\(type)\\b[^{]*\\{")
    return source.matches(of: declaration).map { match in
      var depth = 1
      var end = match.range.upperBound
      while depth > 0, end < source.endIndex {
        if source[end] == "{" { depth += 1 }
        if source[end] == "}" { depth -= 1 }
        end = source.index(after: end)
      }
      return source[match.range.upperBound..<end]
    }
  }

  /// Whether a symbol, "Type.member", is in the sources: a type, and something it or a part of it has.
  private static func exists(_ symbol: String, in sources: [String]) throws -> Bool {
    let parts = symbol.split(separator: ".")
    try #require(parts.count == 2, "\(symbol)")
    let member = try Regex("(func|var|let|case) \(parts[1])\\b")
    return try sources.lazy.filter { $0.contains(parts[0]) && $0.contains(parts[1]) }
      .contains { try bodies(of: parts[0], in: $0).contains { $0.contains(member) } }
  }

  @Test func theLedgerNamesSymbolsThatExist() throws {
    let folder = Self.root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let sources = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let symbols = Set(claimTests.flatMap { $0.words.equations.map(\.symbol) })
    #expect(symbols.count > 20)
    for symbol in symbols { #expect(try Self.exists(symbol, in: sources), "\(symbol)") }
    // A member of the type's neighbour in the same file is none of the type's.
    let neighbours = "struct A { let x = 1 }\nstruct B { var part: C { get { y } }; func y() {} }"
    #expect(try Self.exists("B.y", in: [neighbours]) && Self.exists("A.x", in: [neighbours]))
    #expect(try !Self.exists("A.y", in: [neighbours]) && !Self.exists("B.x", in: [neighbours]))
  }

  /// Figures and tables named as evidence are among the committed ones.
  @Test(arguments: claimTests.map { $0.id })
  func evidenceExists(id: String) {
    for evidence in claimTests.first(where: { $0.id == id })!.words.evidence {
      let path = evidence.prefix { $0 != " " }
      let file = Self.root.appending(path: "figures/\(path)")
      #expect(FileManager.default.fileExists(atPath: file.path), "\(evidence)")
    }
  }
}
