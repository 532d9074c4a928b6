import Report
import Testing

/// Drafts as texts: what belongs to them, and where their sentences are.
@Suite struct DraftTests {
  @Test func partsAreReadInPlaceAndCommentsAreNot() throws {
    let draft = try SmallDraft.read(
      "First. % \\measured{X}\n\\input{part}\nLast 50\\% of it.",
      parts: ["part": "Second\nsentence. Third."])
    #expect(
      draft.sentences.map(\.text)
        == ["First.", "\\input", "Second sentence.", "Third.", "Last 50\\% of it."].filter {
          $0 != "\\input"
        })
    #expect(draft.sentences.map(\.place.description) == ["d.tex:2", "part:1", "part:2", "d.tex:4"])
    #expect(draft.uses.isEmpty)
  }

  @Test func aSentenceEndsWhereReadersSeeItEnd() throws {
    let draft = try SmallDraft.read(
      """
      We use Fig.~\\ref{a} and, cf. Eq. 3, find $p=0.5$. Then (see Ref.~\\cite{b}.) more, e.g. this.

      A heading without a stop

      \\begin{figure}
      \\caption{One. Two.}
      \\end{figure}
      Is this one? Yes.
      """)
    #expect(
      draft.sentences.map(\.text) == [
        "We use Fig.~\\ref{a} and, cf. Eq. 3, find $p=0.5$.",
        "Then (see Ref.~\\cite{b}.) more, e.g. this.", "A heading without a stop",
        "\\begin{figure}",
        "\\caption{One.", "Two.}", "\\end{figure} Is this one?", "Yes.",
      ])
    #expect(draft.sentences[1].covers(Place(file: "d.tex", line: 2)))
    #expect(!draft.sentences[1].covers(Place(file: "d.tex", line: 3)))
    #expect(!draft.sentences[1].covers(Place(file: "e.tex", line: 2)))
  }

  @Test func whatTeXDoesNotSetIsNotRead() throws {
    let draft = try SmallDraft.read(
      """
      One \\ref*{x}.
      \\begin{verbatim}
      \\measured{P9} \\input{nowhere}
      \\end{verbatim}
      \\iffalse
      \\fill
      \\measured{P9}
      \\fi
      Half. % not \\begin{comment}
      Two \\url{http://a%20b} \\claim{P1}. \\input part
      """, parts: ["part": "Three."])
    #expect(draft.uses.map(\.reference) == [.claim("P1")])
    #expect(draft.sentences.map(\.text).last == "Three.")
    #expect(draft.sentences.map(\.place.line) == [2, 10, 11, 1])
  }

  @Test func aSentenceMaySpanFiles() throws {
    let draft = try SmallDraft.read("We see \\input{part} here.", parts: ["part": "that\nand"])
    for place in [("d.tex", 2), ("part", 1), ("part", 2)] {
      #expect(draft.sentences[0].covers(Place(file: place.0, line: place.1)))
    }
    #expect(!draft.sentences[0].covers(Place(file: "d.tex", line: 3)))
  }

  @Test func aFigureBehindTheEndIsNone() throws {
    let draft = try ReadDraft(
      Draft(
        file: "d.tex", text: "\\begin{document}A.\\end{document}\\begin{figure}\\input{fig1}",
        including: { _ in .generated }), isFigure: { $0 == "fig1" })
    #expect(draft.figures.isEmpty)
  }

  @Test func whatIsNoDraftIsRefused() {
    #expect(throws: DraftError.self) {
      _ = try Draft(file: "x", text: "just words", including: { _ in .missing })
    }
  }

  /// What cannot be followed is told with its place, and costs nothing else.
  @Test(arguments: [
    ("\\input{nowhere}", "\\input{nowhere}: there is no such file, nor a figure of that name"),
    ("\\input{a}", "\\input{a}: the file includes itself"),
    ("\\cell{a}{b} and no more", "\\cell takes 3 arguments in braces"),
    ("\\measured[x", "[ behind \\measured is not closed"), ("\\label", "\\label takes"),
  ])
  func whatCannotBeFollowedIsTold(text: String, problem: String) throws {
    let body = "\\begin{figure}\\input{fig1.tex}\nWe find \\verdict{P1}.\n\(text)\n\\end{figure}"
    let draft = try SmallDraft.read(body, parts: ["a": "A part. \\input{a}"])
    #expect(draft.problems.count == 1, "\(draft.problems)")
    #expect(draft.problems.first?.problem.hasPrefix(problem) == true, "\(draft.problems)")
    #expect(
      draft.problems.first?.place
        == (text == "\\input{a}" ? .init(file: "a", line: 1) : .init(file: "d.tex", line: 4)))
    #expect(draft.uses.map(\.source) == ["\\input{fig1.tex}", "\\verdict{P1}"])
  }

  @Test func resultsAreFoundWithTheirArguments() throws {
    let draft = try SmallDraft.read(
      """
      \\claim{P1}, \\predicted[growth of n[P(T ≤ τn) − limit], p = 0.5]{X2}, \\measured
        [mean
        time]{P1}, \\cell[e]{t}{a=1,b=x}{c}, \\setting{fig1}{b.runs}, \\input{fig1.tex}
      """)
    #expect(
      draft.uses.map(\.reference) == [
        .claim("P1"), .predicted("X2", check: "growth of n[P(T ≤ τn) − limit], p = 0.5"),
        .measured("P1", check: "mean time"),
        .cell(table: "t", row: "a=1,b=x", column: "c", error: "e"),
        .setting(experiment: "fig1", field: "b.runs"), .figure("fig1"),
      ])
  }
}
