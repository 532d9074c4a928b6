/// A draft with what has been found in it.
package struct ReadDraft: Sendable {
  let draft: Draft
  /// Its sentences.
  package let sentences: [Sentence]
  /// All it takes from results.
  package let uses: [ResultUse]
  /// Its figures.
  package let figures: [DraftFigure]
  /// Pictures that are not made from results.
  package let otherPictures: [MacroUse]
  private let figureReferences: [MacroUse]
  /// What could not be followed: files that are not there, macros without their arguments.
  package let problems: [DraftError]

  /// Finds what is in a draft.
  package init(_ draft: Draft, isFigure: (String) -> Bool) {
    self.draft = draft
    var problems = draft.problems
    func report(_ problem: DraftError) {
      if !problems.contains(problem) { problems.append(problem) }
    }
    sentences = draft.sentences()
    uses = draft.results(isFigure: isFigure, report: report)
    figures = draft.figures(among: uses, report: report)
    otherPictures = draft.uses(in: draft.body, of: ["includegraphics": 1], report: report)
      .filter { !isFigure(Draft.pictureName($0.arguments[0])) }
    figureReferences = draft.uses(
      in: draft.body, of: ["ref": 1, "cref": 1, "Cref": 1, "autoref": 1], report: report)
    self.problems = problems
  }

  /// The results that a sentence uses.
  package func uses(in sentence: Sentence) -> [ResultUse] {
    uses.filter { sentence.range.contains($0.range.lowerBound) }
  }

  /// The pictures that a sentence refers to, or that it describes as a caption.
  package func pictures(in sentence: Sentence) -> [String] {
    let labels = figureReferences.filter { sentence.range.contains($0.range.lowerBound) }
      .map { $0.arguments[0] }
    return figures.filter { figure in
      figure.range.contains(sentence.range.lowerBound)
        || !Set(figure.labels).isDisjoint(with: labels)
    }.flatMap(\.pictures)
  }

  /// The sentence that holds a character; nothing, if none does.
  func sentence(at index: Int) -> String {
    sentences.first { $0.range.contains(index) }?.text ?? ""
  }

  /// Whether a sentence states results: it uses one, speaks of a figure, or of what was found.
  func statesResults(_ sentence: Sentence) -> Bool {
    !uses(in: sentence).isEmpty || !pictures(in: sentence).isEmpty
      || sentence.text.firstMatch(
        of:
          /\b(?:measur|simulat|find\b|finds\b|found\b|obtain|observ|predict|estimat|agree|differ)/
          .ignoresCase()) != nil
  }
}
