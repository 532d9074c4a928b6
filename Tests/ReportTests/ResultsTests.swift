import Report
import Testing

/// What references stand for.
@Suite struct ResultsTests {
  @Test(arguments: [
    (ResultReference.measured("P1", check: nil), "1.49(2)\\,\\mathrm{nats}"),
    (.predicted("P1", check: nil), "1.5\\,\\mathrm{nats}"),
    (.verdict("P2"), "holds with condition"),
    (.quantity("P1"), "mean time, $N = 20$"),
    (.measured("P1", check: "mean time, N = 20"), "1.49(2)\\,\\mathrm{nats}"),
    (.measured("P1", check: "mean time, N = 30"), "2.53125"),
    (.cell(table: "fig1a", row: "case=i", column: "value", error: "error"), "0.2500(10)"),
    (.cell(table: "fig1a", row: "m=2.0", column: "value", error: nil), "0.5"),
    (.cell(table: "fig1a", row: "m=2", column: "case", error: nil), "ii"),
    (.setting(experiment: "fig1", field: "b.runs"), "10\\,000"),
    (.setting(experiment: "fig1", field: "b.sizes"), "5,\\,10"),
    (.setting(experiment: "fig1", field: "kind"), "spins"),
    (
      .rows(table: "fig1a", columns: "case, value(error), tiny", rows: nil),
      "i & $0.2500(10)$ & $1$ \\\\\nii & $0.500(2)$ & $0$"
    ),
    (.rows(table: "fig1a", columns: "m", rows: "case=ii"), "$2$"),
  ])
  func everyKindOfReferenceHasItsValue(reference: ResultReference, tex: String) throws {
    #expect(try SmallDraft.results().value(of: reference).tex == tex)
  }

  @Test(arguments: [
    (ResultReference.claim("P9"), "there is no claim P9: use one of P1, P2; did you mean P1?"),
    (
      .measured("P1", check: "time, N = 30"),
      "P1 has no check \"time, N = 30\": use \"mean time, N = 30\""
    ),
    (.cell(table: "none", row: "", column: "x", error: nil), "figures/data/none.csv is missing"),
    (.cell(table: "fig1a", row: "m=3", column: "m", error: nil), "m=3 stands for 0 rows"),
    (.cell(table: "fig1a", row: "q=3", column: "m", error: nil), "\"q=3\" names no rows of fig1a"),
    (.cell(table: "fig1a", row: "m=1", column: "q", error: nil), "fig1a has no column q: use case"),
    (
      .setting(experiment: "fig1", field: "b.cases"),
      "fig1 has no field b.cases: at cases it has runs"
    ),
    (.setting(experiment: "fig1", field: "b"), "b of fig1 is no number"),
    (.setting(experiment: "fig9", field: "b"), "figures/data/fig9.json is missing"),
    (.figure("fig2"), "figures/fig2.svg is missing"),
  ])
  func whatIsNotThereIsSaidWithWhatIs(reference: ResultReference, beginning: String) throws {
    let results = try SmallDraft.results()
    let error = #expect(throws: ResultsError.self) { try results.value(of: reference) }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }

  @Test func numbersFileDefinesWhatADraftAsksFor() throws {
    let results = try SmallDraft.results()
    let draft = try SmallDraft.read("\\cell{fig1a}{m=1}{value}, \\setting{fig1}{kind}")
    let text = try NumbersFile(
      results: results, draft: draft,
      entries: [.init(id: "P1", statement: "Of N = 3", verdict: "holds")]
    ).text
    for line in [
      "\\closedloop@define{measured}{P1|mean time, N = 30}{2.53125}",
      "\\closedloop@define{cell}{fig1a|m=1|value}{0.25}",
      "\\closedloop@define{setting}{fig1|kind}{\\mbox{spins}}",
      "\\closedloop@target{P1} & Of $N = 3$ & holds & $1.5\\,\\mathrm{nats}$ & $1.49(2)\\,\\mathrm{nats}$ \\\\",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
  }

  /// What would be a comment is a name all the same, on both sides.
  @Test func aPerCentSignIsAPartOfAName() throws {
    let checks = try #require(SmallDraft.files["checks.csv"]).replacing("N = 30", with: "2 % of N")
    let results = try SmallDraft.results(["checks.csv": checks])
    let draft = try SmallDraft.read(#"\measured[mean time, 2 \% of N]{P1}"#)
    let text = try NumbersFile(results: results, draft: draft, entries: []).text
    #expect(
      text.contains(#"\closedloop@define{measured}{P1|mean time, 2 \% of N}{2.53125}"# + "\n"))
    #expect(draft.uses.map(\.reference) == [.measured("P1", check: "mean time, 2 % of N")])
  }

  @Test func resultsWithoutClaimsAreRefused() {
    #expect(throws: ResultsError.self) { try SmallDraft.results(["claims.csv": String?.none]) }
    #expect(throws: ResultsError.self) { try SmallDraft.results(["claims.csv": "id\nP1\n"]) }
  }
}
