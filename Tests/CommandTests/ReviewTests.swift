import Foundation
import Testing
import _TestSupport

/// `closedloop review` and `closedloop numbers`, as a referee would use them.
@Suite(.inTurn(.other)) struct ReviewTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A copy of the committed results beside a draft with the given body.
  private func withDraft<R>(_ body: String, _ test: (String) throws -> R) throws -> R {
    try Command.withFolder { folder in
      try Command.copy(Self.root + "/figures", to: folder + "/figures")
      try "\\begin{document}\n\(body)\n\\end{document}\n".write(
        toFile: folder + "/draft.tex", atomically: true, encoding: .utf8)
      return try test(folder)
    }
  }

  private func review(_ folder: String, _ options: [String] = []) throws -> Command.Outcome {
    try Command.run(["review", folder + "/draft.tex", "--results", folder + "/figures"] + options)
  }

  @Test func theDraftOfThisProjectIsWhatTheResultsGive() throws {
    let outcome = try Command.run(
      ["review", Self.root + "/paper/main.tex", "--results", Self.root + "/figures", "--json"])
    let report =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
    let review = report["review"] as? [String: Any] ?? [:]
    // What was made for the draft may be older: it is not committed.
    let findings = (review["findings"] as? [[String: Any]] ?? [])
      .filter { $0["suggestion"] as? String != "run make paper" }
    #expect(findings.isEmpty)
    #expect((review["claimsWithoutPlace"] as? [String]) == [])
    // What is seen there is not proven, and no claim.
    #expect((review["figuresWithoutClaim"] as? [String]) == ["digits-machine", "digits-network"])
  }

  @Test func aChangedOutcomeFailsAndNamesTheSentence() throws {
    try withDraft("Nothing here.\n\nWe find that P3 \\verdict{P3}.") { folder in
      #expect(try review(folder).code == 0)
      let file = folder + "/figures/claims.csv"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("P3,holds,", with: "P3,differs,")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try review(folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("1 stale; first \(folder)/draft.tex:4"))
      #expect(outcome.output.contains("“We find that P3 \\verdict{P3}.”"))
    }
  }

  @Test func aRefereeAsksWhatSupportsASentence() throws {
    try withDraft("We measure \\measured{P3}, see \\claim{P3}.") { folder in
      let outcome = try review(folder, ["--line", "2"])
      #expect(outcome.code == 0)
      for words in [
        "\\measured{P3} = 0.7", "P3  holds", "checks came out as they should", "fig1.svg (c)",
        "Tests/TheoremTests/P3FixationTests.swift", "closedloop verify P3 --checks",
      ] {
        #expect(outcome.output.contains(words), "\(words)")
      }
      #expect(try review(folder, ["--line", "draft.tex:2", "--json"]).code == 0)
      for line in ["0", "x", "9", "nowhere.tex:2", "a:b:3"] {
        #expect(try review(folder, ["--line", line]).code == 64)
      }
    }
  }

  /// The page on drafts shows it for a sentence that rests on P3.
  @Test func theLineOnThePageIsTheOneItMeans() throws {
    let page = try String(contentsOfFile: Self.root + "/docs/drafts.md", encoding: .utf8)
    let lines = page.matches(of: /review paper\/main\.tex --line (\S+)/).map { String($0.1) }
    #expect(lines.count == 2)
    for line in Set(lines) {
      let outcome = try Command.run([
        "review", Self.root + "/paper/main.tex", "--results", Self.root + "/figures", "--line",
        line,
      ])
      #expect(outcome.code == 0 && outcome.output.contains("P3  holds"), "\(outcome)")
    }
  }

  @Test func aRefereeAsksWhetherItStillHolds() throws {
    try withDraft("It \\verdict{P7b}.") { folder in
      let same = try review(folder, ["--line", "2", "--verify"])
      #expect(same.code == 0 && same.output.contains("P7b  still differs"), "\(same)")
      let file = folder + "/figures/claims.csv"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("P7b,") })
      try text.replacing(row, with: row.replacing("1.0005", with: "1.0006"))
        .write(toFile: file, atomically: true, encoding: .utf8)
      let other = try review(folder, ["--line", "2", "--verify"])
      #expect(other.code == 1 && other.errors.contains("P7b  NO LONGER AS IN THE RESULTS"))
    }
  }

  @Test func aRefereeAsksWhatChanged() throws {
    try withDraft("We measure \\measured{P3}.") { folder in
      let old = folder + "/old"
      try Command.copy(folder + "/figures", to: old)
      let same = try review(folder, ["--against", old])
      #expect(same.code == 0 && same.output.contains("Nothing changed since"))
      for (results, measured) in [(old, "0.700"), (folder + "/figures", "0.707")] {
        let text = try String(contentsOfFile: results + "/claims.csv", encoding: .utf8)
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("P3,") })
        let found = try #require(row.firstMatch(of: /,0\.7,([0-9.]+),/)).output.1
        try text.replacing(row, with: row.replacing(",0.7,\(found),", with: ",0.7,\(measured),"))
          .write(toFile: results + "/claims.csv", atomically: true, encoding: .utf8)
      }
      let outcome = try review(folder, ["--against", old])
      #expect(outcome.code == 0)
      #expect(
        outcome.output.contains(
          "\\measured{P3}: 0.700(5) → 0.707(5), by +1.1 standard errors  [\(folder)/draft.tex:2]"),
        "\(outcome.output)")
      #expect(try review(folder, ["--against", "no-such-revision"]).code == 64)
      #expect(try review(folder, ["--against", folder]).code == 65)
    }
  }

  @Test func aRevisionIsReadFromGit() throws {
    try withDraft("We measure \\measured{P3}.") { folder in
      func git(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
          ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=b"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      try git("init")
      try git("add", ".")
      try git("commit", "-m", "first")
      #expect(try review(folder, ["--against", "HEAD"]).output.contains("Nothing changed"))
      let file = folder + "/figures/data/fig1c.csv"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("50,0.7,", with: "50,0.71,")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try review(folder, ["--against", "HEAD"])
      #expect(outcome.output.contains("fig1: fig1c 1 cells of start"), "\(outcome)")
      #expect(try review(folder, ["--against", "HEAD~1"]).code == 64)
    }
  }

  /// One bad thing ends no review: it is told beside all others.
  @Test(arguments: [
    ("\\input{nowhere}", "\\input{nowhere}: there is no such file"),
    ("\\input{\\dir/a}", "\\input{\\dir/a}: macros in the name of a file"),
    ("\\input{bytes}", "\\input{bytes}: "),
    ("\\includegraphics{photo}", "\\includegraphics{photo}: there is no such file"),
    ("\\includegraphics{\\dir/a}", "\\includegraphics{\\dir/a}: macros in the name of a file"),
    ("\\measured and", "\\measured takes 1 argument in braces"),
    ("\\cell{fig1c}{start=0.5}{probability}", "\\cell{fig1c}{start=0.5}{probability}: "),
    ("\\setting{fig3}{truths}", "\\setting{fig3}{truths}: "),
  ])
  func oneBadThingEndsNoReview(bad: String, problem: String) throws {
    try withDraft("\(bad)\n\nWe find that P3 \\verdict{P3}, by \\measured{P99}.") { folder in
      try Data([0x5c, 0xff, 0xfe]).write(to: URL(fileURLWithPath: folder + "/bytes.tex"))
      for (file, text) in [("fig1c.csv", "samples,start\n1\n"), ("fig3.json", "{")] {
        try text.write(
          toFile: "\(folder)/figures/data/\(file)", atomically: true, encoding: .utf8)
      }
      let outcome = try review(folder)
      #expect(outcome.code == 1, "\(outcome)")
      #expect(outcome.output.contains("draft.tex:2: unresolved: \(problem)"), "\(outcome.output)")
      #expect(outcome.output.contains("there is no claim P99"))
      #expect(outcome.errors.count { $0 == "\n" } == 1)
      // Nor does it end the questions about another sentence.
      #expect(try review(folder, ["--line", "4"]).output.contains("P3  holds"))
      #expect(try review(folder, ["--against", Self.root + "/figures"]).output.contains("fig1c"))
    }
  }

  /// Results are found beside the draft or above it, wherever the command runs.
  @Test(arguments: ["draft.tex", "paper/draft.tex"])
  func resultsAreFoundBesideTheDraft(place: String) throws {
    try withDraft("") { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/paper", withIntermediateDirectories: true)
      try "\\begin{document}\nWe find \\measured{P99}.\n\\end{document}\n".write(
        toFile: "\(folder)/\(place)", atomically: true, encoding: .utf8)
      let outcome = try Command.run(["review", "\(folder)/\(place)"])
      #expect(outcome.code == 1 && outcome.errors.contains("there is no claim P99"), "\(outcome)")
      let nowhere = try Command.run([
        "review", "\(folder)/\(place)", "--results", "figures",
      ])
      #expect(nowhere.code == 65 && nowhere.errors.contains("figures/claims.csv is missing"))
    }
  }

  @Test func whatIsNoDraftIsRefused() throws {
    try withDraft("") { folder in
      let results = ["--results", folder + "/figures"]
      #expect(try Command.run(["review", folder] + results).code == 64)
      #expect(try Command.run(["review", folder + "/nothing.tex"] + results).code == 65)
      #expect(try Command.run(["review", folder + "/figures/claims.csv"] + results).code == 65)
      try Data([0x5c, 0xff, 0xfe]).write(to: URL(fileURLWithPath: folder + "/bytes.tex"))
      #expect(try Command.run(["review", folder + "/bytes.tex"] + results).code == 65)
      #expect(
        try Command.run(["review", folder + "/draft.tex", "--results", folder + "/none"]).code == 65
      )
    }
  }

  @Test func numbersSayWhereADraftAsksForWhatIsNotThere() throws {
    try withDraft("Good.\n\\cell{fig3-summary}{truth=7}{atom}") { folder in
      let outcome = try Command.run([
        "numbers", "--input", folder + "/figures", "--draft", folder + "/draft.tex", "--output",
        folder + "/generated",
      ])
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("draft.tex:3: truth=7 stands for 0 rows of fig3-summary"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/generated"))
    }
  }

  @Test func aPartNamedLikeAFigureIsRead() throws {
    try withDraft("\\input{sections/entropy}") { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/sections", withIntermediateDirectories: true)
      try "We find \\measured{P99}.".write(
        toFile: folder + "/sections/entropy.tex", atomically: true, encoding: .utf8)
      let outcome = try review(folder)
      #expect(outcome.code == 1 && outcome.errors.contains("there is no claim P99"), "\(outcome)")
    }
    try withDraft("\\includegraphics*[width=3cm]{fig1.pdf}") { folder in
      let outcome = try review(folder)
      #expect(outcome.code == 1 && outcome.errors.contains("cannot be held against"), "\(outcome)")
    }
  }

  @Test func whatWasMadeForTheDraftMustBeNew() throws {
    try withDraft("\\input{numbers} We measure \\measured{P3}. \\input{fig3}") { folder in
      let made = folder + "/generated"
      #expect(
        try Command.run([
          "numbers", "--input", folder + "/figures", "--draft", folder + "/draft.tex", "--output",
          made,
        ]).code == 0)
      #expect(try review(folder).code == 0)
      try "\n% of an earlier day\n".write(
        toFile: made + "/fig3.tex", atomically: true, encoding: .utf8)
      let outcome = try review(folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("generated/fig3.tex is not what the results give now"))
    }
  }
}
