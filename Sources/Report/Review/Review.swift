/// What a draft says held against results.
package struct Review: Sendable, Codable {
  /// What must be mended, in the order of the draft.
  package let findings: [Finding]
  /// Pictures of the draft that no claim names as evidence.
  package let figuresWithoutClaim: [String]
  /// Claims that no sentence of the draft mentions.
  package let claimsWithoutPlace: [String]
  /// How many results the draft uses.
  package let resultsUsed: Int

  /// Something in a draft that must be mended.
  package struct Finding: Sendable, Codable, Equatable {
    /// What kind of thing.
    package let kind: Kind
    /// Where.
    package let place: Place
    /// The sentence it stands in, as in the source.
    package let sentence: String
    /// What is wrong.
    package let problem: String
    /// What to write or run instead, if that is known.
    package let suggestion: String?

    /// A finding.
    package init(
      kind: Kind, place: Place, sentence: String, problem: String, suggestion: String?
    ) {
      self.kind = kind
      self.place = place
      self.sentence = sentence
      self.problem = problem
      self.suggestion = suggestion
    }
  }

  /// Kinds of findings.
  package enum Kind: String, Sendable, Codable {
    /// A reference that results do not answer.
    case unresolved
    /// A result that is not what the draft takes it for, or older than the program.
    case stale
    /// A number that was typed.
    case literal
  }

  /// What the program that reviews knows, beside the results.
  package struct Known: Sendable {
    /// The verdict on record, by claim.
    package let recorded: [String: String]
    /// The claims that a picture is evidence for, by picture.
    package let evidence: [String: [String]]
    /// Why a picture or a number of an experiment is not what this program would make, by experiment.
    package let stale: [String: String]
    /// The experiment that a table belongs to, by its name; `nil` if to none.
    package let experiment: @Sendable (String) -> String?

    /// What the program knows.
    package init(
      recorded: [String: String], evidence: [String: [String]], stale: [String: String],
      experiment: @escaping @Sendable (String) -> String?
    ) {
      self.recorded = recorded
      self.evidence = evidence
      self.stale = stale
      self.experiment = experiment
    }
  }

  /// A review that says this.
  package init(
    findings: [Finding], figuresWithoutClaim: [String], claimsWithoutPlace: [String],
    resultsUsed: Int
  ) {
    self.findings = findings
    self.figuresWithoutClaim = figuresWithoutClaim
    self.claimsWithoutPlace = claimsWithoutPlace
    self.resultsUsed = resultsUsed
  }

  /// Reviews a draft.
  ///
  /// - Throws: errors of the tables of claims and checks.
  package init(of draft: ReadDraft, against results: Results, known: Known) throws {
    var reviewer = Reviewer(draft: draft, results: results, known: known)
    reviewer.checkReading()
    try reviewer.checkReferences()
    reviewer.checkMacros()
    reviewer.checkNumbers()
    findings = reviewer.findings.sorted {
      ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line)
    }
    let pictures = draft.uses.compactMap { use in
      if case .figure(let id) = use.reference { id } else { nil }
    }
    figuresWithoutClaim = pictures.filter { known.evidence[$0, default: []].isEmpty }
    let mentioned = Set(draft.uses.compactMap(\.reference.claim))
    claimsWithoutPlace = results.ids.filter { !mentioned.contains($0) }
    resultsUsed = draft.uses.count
  }
}
