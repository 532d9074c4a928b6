import Report
import Testing

/// Drafts held against results.
@Suite struct ReviewTests {
  private func review(
    _ body: String, results: [String: String?] = [:], known: Review.Known = SmallDraft.known
  ) throws -> Review {
    try Review(of: SmallDraft.read(body), against: SmallDraft.results(results), known: known)
  }

  @Test func aDraftThatSaysWhatResultsGiveIsLeftAlone() throws {
    let review = try review(
      """
      Theory of the year 1955 needs 7 pages and $\\frac{1}{12}$.
      For the \\quantity{P1} we measure \\measured{P1}; \\claim{P2} \\verdict{P2}, see Fig.~\\ref{f}
      and Eqs.~(16)--(18), with $x^{2026}_{10}$ of \\given{50} runs,
      $10^{-6}$ and \\frac12, Figure 12, in 2024.
      \\begin{figure}\\input{fig1.tex}\\caption{\\label{f}Of \\setting{fig1}{b.runs} runs.}\\end{figure}
      """)
    #expect(review.findings.isEmpty, "\(review.findings)")
    #expect(review.resultsUsed == 6)
    #expect(review.figuresWithoutClaim.isEmpty && review.claimsWithoutPlace.isEmpty)
  }

  @Test(arguments: [
    (
      "We measure \\measured{P9}.", Review.Kind.unresolved, "\\measured{P9}: there is no claim P9",
      nil
    ),
    ("It \\verdct{P1}.", .unresolved, "\\verdct{P1}: there is no such macro", "\\verdict{P1}"),
    ("\\input{fig2.tex}", .unresolved, "\\input{fig2.tex}: figures/fig2.svg is missing", nil),
    ("We measure 1.49.", .literal, "1.49 was typed", "\\measured{P1}"),
    ("We measure 1.49(2) nats.", .literal, "1.49(2) was typed", "\\measured{P1}"),
    (
      "For \\claim{P1} we find 2.531.", .literal, "2.531 was typed",
      "\\measured[mean time, N = 30]{P1}"
    ),
    (
      "We simulated 1000 runs.", .literal, "1000 was typed",
      "\\given{1000} if it is a choice and no result"
    ),
    (
      "No verb of results, and 0.7025 all the same.", .literal, "0.7025 was typed",
      "\\given{0.7025} if it is a choice and no result"
    ),
    (
      "We find 1{,}000 of them.", .literal, "1{,}000 was typed",
      "\\given{1{,}000} if it is a choice and no result"
    ),
    (
      "We find 1e-3 of them.", .literal, "1e-3 was typed",
      "\\given{1e-3} if it is a choice and no result"
    ),
    (
      "A rate---0.4321---is seen.", .literal, "0.4321 was typed",
      "\\given{0.4321} if it is a choice and no result"
    ),
    (
      "We find $.4321$.", .literal, ".4321 was typed",
      "\\given{.4321} if it is a choice and no result"
    ),
    ("\\datarows{fig1a}{()}", .unresolved, "\\datarows{fig1a}{()}: \"()\" names no column", nil),
    (
      "This is found in 95\\,\\% of runs.", .literal, "95% was typed",
      "\\given{95%} if it is a choice and no result"
    ),
    (
      "\\begin{figure}\\input{fig1.tex}\\caption{All 10000 runs.}\\end{figure}", .literal,
      "10000 was typed", "\\setting{fig1}{b.runs}"
    ),
  ])
  func whatMustBeMendedIsNamed(
    body: String, kind: Review.Kind, problem: String, suggestion: String?
  ) throws {
    let findings = try review(body).findings
    #expect(findings.count == 1, "\(findings)")
    let finding = try #require(findings.first)
    #expect(finding.kind == kind && finding.problem.hasPrefix(problem), "\(finding)")
    #expect(finding.suggestion == suggestion)
    #expect(finding.place == Place(file: "d.tex", line: 2))
  }

  @Test func aClaimThatComesOutOtherwiseNamesItsSentence() throws {
    let body = "All is well. By \\claim{P1} we find \\measured{P1}. The end."
    let changed = SmallDraft.files["claims.csv"]!.replacing("P1,holds,", with: "P1,differs,")
    let findings = try review(body, results: ["claims.csv": changed]).findings
    #expect(findings.map(\.kind) == [.stale, .stale])
    #expect(findings.allSatisfy { $0.sentence == "By \\claim{P1} we find \\measured{P1}." })
    #expect(
      findings[0].problem.contains("P1 came out as \"differs\", and on record it is \"holds\""))
  }

  /// Where the verdict on record is that the preprint differs, it says nothing of what should stand there.
  @Test(arguments: [
    ("exact,claimed,2.5,2.53125,0,2,3,agrees", "P1"), ("exact,printed,3,1,0,3,3,refuted", "P2"),
  ])
  func aCheckThatComesOutOtherwiseIsSeenBehindTheSameVerdict(row: String, id: String) throws {
    let checks = SmallDraft.files["checks.csv"]!
    let other = row.hasSuffix("agrees") ? "refuted" : "agrees"
    let changed = checks.replacing(
      row, with: row.split(separator: ",").dropLast().joined(separator: ",") + ",\(other)")
    #expect(changed != checks)
    let findings = try review("It \\verdict{\(id)}.", results: ["checks.csv": changed]).findings
    #expect(findings.map(\.kind) == [.stale])
    #expect(findings[0].problem.hasSuffix("a check of \(id) did not come out as it should"))
  }

  @Test func resultsOfAnotherProgramAreStale() throws {
    let known = Review.Known(
      recorded: ["P1": "holds"], evidence: [:], stale: ["fig1": "runs differ"],
      experiment: { $0 == "fig1a" ? "fig1" : nil })
    let body = "\\input{fig1.tex} \\cell{fig1a}{m=1}{value} \\setting{fig1}{b.runs} \\claim{P2}"
    let review = try review(body, known: known)
    #expect(review.findings.map(\.kind) == [.stale, .stale, .stale, .stale])
    #expect(review.figuresWithoutClaim == ["fig1"] && review.claimsWithoutPlace == ["P1"])
  }

  @Test func changesAreCountedInStandardErrors() throws {
    let draft = try SmallDraft.read("\\measured{P1} and \\cell{fig1a}{m=1}{value}")
    let old = try SmallDraft.results([
      "claims.csv": SmallDraft.files["claims.csv"]!
        .replacing("1.4876,0.0211", with: "1.4276,0.0211")
        .replacing("P2,holds with condition,", with: "P2,holds,"),
      "data/fig1a.csv": SmallDraft.files["data/fig1a.csv"]!.replacing("0.25", with: "0.2"),
    ])
    let comparison = try Comparison(
      from: old, to: SmallDraft.results(), draft: draft, tables: [("fig1a", "fig1"), ("x", "")])
    #expect(comparison.verdicts.map(\.claim) == ["P2"])
    #expect(comparison.verdicts[0].old == "holds" && comparison.verdicts[0].places.isEmpty)
    #expect(comparison.numbers.map(\.source) == ["\\measured{P1}", "\\cell{fig1a}{m=1}{value}"])
    // 0.06 over 0.0211 √2.
    #expect(abs(comparison.numbers[0].standardErrors! - 2.0107) < 1e-3)
    #expect(comparison.numbers[0].places == [Place(file: "d.tex", line: 2)])
    #expect(abs(comparison.numbers[1].difference! - 0.05) < 1e-12)
    #expect(comparison.numbers[1].standardErrors == nil)
    #expect(comparison.tables.map(\.change) == ["1 cells of value, by at most 20 %"])
    let same = try Comparison(
      from: SmallDraft.results(), to: SmallDraft.results(), draft: draft,
      tables: [("fig1a", "fig1")])
    #expect(same.isEmpty)
  }
}
