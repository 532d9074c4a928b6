import Claims
import Foundation
import Testing
import _TestSupport

/// The review page, made of the committed results.
@Suite(.inTurn(.other)) struct ReportTests {
  private static let results = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "figures")

  /// A copy of the committed results in a folder of its own, and the page made of it after `change`.
  private static func report<R>(
    after change: (String) throws -> Void = { _ in },
    _ body: (_ folder: String, _ outcome: Command.Outcome, _ page: String) throws -> R
  ) throws -> R {
    try Command.withFolder { parent in
      let folder = parent + "/results"
      try Command.copy(results.path, to: folder)
      try? FileManager.default.removeItem(atPath: folder + "/index.html")
      try change(folder)
      let outcome = try Command.run(["report", "--input", folder])
      let page = FileManager.default.contents(atPath: folder + "/index.html") ?? Data()
      return try body(folder, outcome, String(decoding: page, as: UTF8.self))
    }
  }

  /// Changes the text of a file that must hold `old`.
  private static func replace(_ old: String, by new: String, in path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The values of an attribute, however it is quoted.
  private static func values(of attribute: String, in page: String) -> [String] {
    var found: [String] = []
    for quote in ["\"", "'"] {
      for part in page.components(separatedBy: "\(attribute)=\(quote)").dropFirst() {
        found.append(String(part.prefix { String($0) != quote }))
      }
    }
    return found
  }

  /// The folder of an experiment's files in that of all results.
  private static func place(of id: String) -> String {
    beyondExperiments.contains { $0.id == id } ? "beyond/" : ""
  }

  /// Letters, digits and signs alone: without tags, spaces, and what marks indices and powers.
  private static func letters(_ text: String) -> String {
    var plain = text.replacing(/<[^>]*>/, with: "")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { plain = plain.replacing(entity, with: character) }
    return plain.filter { !$0.isWhitespace && !"_^{}()".contains($0) }
  }

  @Test func everyLinkLeadsSomewhereAndNothingIsFetched() throws {
    try Self.report { folder, outcome, page in
      #expect(outcome.code == 0, "\(outcome)")
      let ids = Self.values(of: " id", in: page)
      #expect(Set(ids).count == ids.count && ids.count > 500)
      let links = Self.values(of: "href", in: page)
      for link in Set(links) {
        if link.hasPrefix("#") {
          #expect(ids.contains(String(link.dropFirst())), "\(link)")
        } else if link.hasPrefix("http") {
          let allowed = ["https://doi.org/10.1103/156q-3ngc", "https://arxiv.org/abs/2506.20623"]
          #expect(allowed.contains(link))
        } else {
          #expect(FileManager.default.fileExists(atPath: "\(folder)/\(link)"), "\(link)")
        }
      }
      for external in [" src=", "@import", "<link", "<script src", "<iframe", "srcset", "fetch("] {
        #expect(!page.contains(external), "\(external)")
      }
      #expect(!page.replacing("url(#", with: "").contains("url("))
      // Neither hosts nor paths, and nothing else that differs from one machine to another.
      #expect(!page.contains(folder) && !page.contains("GNUPLOT"))
    }
  }

  @Test func everyFigureAndEveryClaimIsThereInFull() throws {
    try Self.report { folder, outcome, page in
      let plain = Self.letters(page)
      for experiment in allExperiments {
        let place = Self.place(of: experiment.id)
        #expect(page.contains("id=\"figure-\(experiment.id)\""))
        #expect(plain.contains(Self.letters(experiment.summary)))
        #expect(plain.contains(Self.letters(experiment.caption)))
        for file in ["\(experiment.id).svg", "\(experiment.id).gp", "data/\(experiment.id).json"] {
          #expect(page.contains("href=\"\(place)\(file)\""))
        }
      }
      #expect(page.components(separatedBy: "<svg").count == allExperiments.count + 1)
      for claim in claimTests {
        #expect(page.contains("id=\"claim-\(claim.id)\""))
        let words = claim.words
        let texts: [String] = [
          words.statement, words.reference, words.conditions, words.derivation, words.quantity,
          words.correction?.text ?? claim.id, claim.testFile,
        ]
        let equations: [String] = words.equations.flatMap { [$0.place, $0.formula, $0.symbol] }
        for text in texts + equations {
          #expect(plain.contains(Self.letters(text)), "\(claim.id): \(text)")
        }
      }
      // Every table is linked, and every check has its row.
      for file in Command.files(in: folder) where file.hasSuffix(".csv") {
        #expect(page.contains("href=\"\(file)\""), "\(file)")
      }
      let checks = try String(contentsOfFile: folder + "/checks.csv", encoding: .utf8)
      let rows = page.components(separatedBy: "<tr><th scope=\"row\">").count - 1
      #expect(rows == checks.split(separator: "\n").count - 1)
      #expect(!page.contains("role=\"alert\""))
    }
  }

  /// What docs/figures.md says below a figure is its caption.
  @Test(arguments: allExperiments.map { $0.id })
  func captionsAreThoseOfThePage(id: String) throws {
    let page = try String(
      contentsOf: Self.results.deletingLastPathComponent().appending(path: "docs/figures.md"),
      encoding: .utf8)
    let below = try #require(
      page.components(separatedBy: "](../figures/\(Self.place(of: id))\(id).svg)\n\n*").last)
    let caption = (below + "\n").components(separatedBy: "*\n\n")[0].replacing("\\*", with: "*")
    let words = caption.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(allExperiments.first { $0.id == id }!.caption == words)
  }

  @Test func thePageIsTheSameEveryTimeAndTouchesNothingElse() throws {
    try Self.report { folder, outcome, page in
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      for file in ["claims.csv", "index.html"] {
        try FileManager.default.setAttributes(
          [.modificationDate: old], ofItemAtPath: "\(folder)/\(file)")
      }
      let files = Command.files(in: folder)
      #expect(try Command.run(["report", "--input", folder]).code == 0)
      #expect(Command.files(in: folder) == files)
      for file in ["claims.csv", "index.html"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
        #expect(attributes[.modificationDate] as? Date == old, "\(file)")
      }
      // The page is no result that could differ.
      #expect(try Command.run(["compare", Self.results.path, folder]).code == 0)
      // Elsewhere it is the same, with all that it links to.
      let other = folder + "-for-review"
      #expect(try Command.run(["report", "--input", folder, "--output", other]).code == 0)
      #expect(FileManager.default.contents(atPath: other + "/index.html") == Data(page.utf8))
      #expect(Command.files(in: other) == files.filter { !$0.hasSuffix("SHA256SUMS") })
    }
  }

  @Test func aClaimThatIsNotAsRecordedIsGlaring() throws {
    let changes = [
      ("claims.csv", "P3,holds,holds", "P3,differs,holds"),
      ("claims.csv", "P3,holds,holds", "P3,differs,differs"),
      ("checks.csv", "0.6702,0.7292,agrees", "0.6702,0.7292,refuted"),
    ]
    for (file, old, new) in changes {
      try Self.report(after: { try Self.replace(old, by: new, in: "\($0)/\(file)") }) {
        _, outcome, page in
        #expect(outcome.code == 0)
        #expect(page.contains("role=\"alert\">NOT AS RECORDED: <a href=\"#claim-P3\">P3</a></p>"))
        #expect(page.contains("id=\"claim-P3\" data-verdict=\"alarm\""))
        #expect(page.contains("<li class=\"alarm\"><strong>1</strong> not as recorded</li>"))
      }
    }
  }

  @Test func whatIsReadIsEscaped() throws {
    let words = "<img src=x onerror='alert(1)'> & more"
    try Self.report(after: {
      try Self.replace("fraction of runs absorbed", by: words, in: $0 + "/claims.csv")
      try Self.replace("absorbed by generation 307", by: words, in: $0 + "/checks.csv")
    }) { _, outcome, page in
      #expect(outcome.code == 0 && !page.contains("<img"))
      let escaped = "&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; more"
      #expect(page.components(separatedBy: escaped).count == 3)
    }
  }

  @Test func whatIsMissingOrBrokenIs65() throws {
    func gone(_ file: String) -> (String) throws -> Void {
      { try FileManager.default.removeItem(atPath: "\($0)/\(file)") }
    }
    func changed(_ file: String, _ old: String, _ new: String) -> (String) throws -> Void {
      { try Self.replace(old, by: new, in: "\($0)/\(file)") }
    }
    let cases: [((String) throws -> Void, [String])] = [
      (gone("fig2.svg"), ["fig2.svg", "closedloop run fig2 --output"]),
      (gone("rem.gp"), ["rem.gp", "closedloop run rem --output"]),
      (gone("data/rem-final.csv"), ["data/rem-final.csv", "closedloop run rem --output"]),
      (gone("data/dose.json"), ["data/dose.json", "closedloop run dose --output"]),
      (gone("checks.csv"), ["checks.csv", "closedloop verify --output"]),
      (gone("claims.csv"), ["claims.csv", "closedloop verify --output"]),
      (changed("rem.svg", "</svg>", ""), ["rem.svg", "closedloop plot rem"]),
      (changed("claims.csv", "P3,holds", "P3,stands"), ["claims.csv, line 4", "verdict = stands"]),
      (changed("claims.csv", "P3,", "P33,"), ["claims.csv", "closedloop verify --output"]),
      (changed("claims.csv", ",unit,", ",units,"), ["the column unit is missing"]),
      (changed("checks.csv", "0.7292,agrees", "?,agrees"), ["upper = ? is not allowed"]),
      (changed("claims.csv", "fig1.svg (c)", "fig9.svg"), ["evidence = fig9.svg"]),
    ]
    for (change, words) in cases {
      try Self.report(after: change) { folder, outcome, page in
        #expect(outcome.code == 65 && outcome.output.isEmpty && page.isEmpty, "\(outcome)")
        #expect(
          outcome.errors.hasPrefix("closedloop: ") && outcome.errors.count { $0 == "\n" } == 1)
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(Command.files(in: folder).allSatisfy { !$0.contains(".closedloop") })
      }
    }
  }

  @Test func aFolderThatCannotBeWrittenIs73() throws {
    try Command.withFolder { folder in
      try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      let outcome = try Command.run([
        "report", "--input", Self.results.path, "--output", folder + "/file/sub",
      ])
      #expect(outcome.code == 73 && outcome.errors.contains("cannot write"), "\(outcome)")
      #expect(Command.files(in: folder) == ["file"])
      #expect(try Command.run(["report"]).code == 64)
    }
  }
}
