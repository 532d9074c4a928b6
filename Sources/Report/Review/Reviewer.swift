/// Gathers findings.
struct Reviewer {
  let draft: ReadDraft
  let results: Results
  let known: Review.Known
  private(set) var findings: [Review.Finding] = []

  init(draft: ReadDraft, results: Results, known: Review.Known) {
    self.draft = draft
    self.results = results
    self.known = known
  }

  private mutating func add(
    _ kind: Review.Kind, _ use: Range<Int>, _ problem: String, suggestion: String? = nil
  ) {
    findings.append(
      Review.Finding(
        kind: kind, place: draft.draft.place(at: use.lowerBound),
        sentence: draft.sentence(at: use.lowerBound), problem: problem, suggestion: suggestion))
  }

  // MARK: - What cannot be read

  /// Where the draft could not be followed, the review goes on without.
  mutating func checkReading() {
    findings += draft.problems.map {
      Review.Finding(
        kind: .unresolved, place: $0.place, sentence: "", problem: $0.problem, suggestion: nil)
    }
  }

  // MARK: - References

  /// Everything that the draft takes from results is there, and is what it is taken for.
  mutating func checkReferences() throws {
    for use in draft.uses {
      do {
        _ = try results.value(of: use.reference)
      } catch {
        // There is no such result, or the table that holds it is damaged.
        add(.unresolved, use.range, "\(use.source): \(error)")
        continue
      }
      if let id = use.reference.claim { try checkVerdict(of: id, in: use) }
      if let experiment = experiment(of: use.reference), let reason = known.stale[experiment] {
        add(.stale, use.range, "\(use.source): \(reason)", suggestion: "run make figures")
      }
    }
  }

  private mutating func checkVerdict(of id: String, in use: ResultUse) throws {
    let row = try results.row(ofClaim: id)
    let verdict = results.claims.cell(row, "verdict")?.description ?? ""
    guard let recorded = known.recorded[id] else {
      add(
        .stale, use.range, "\(use.source): this program has no claim \(id), only the results have",
        suggestion: "run make figures")
      return
    }
    if verdict != recorded {
      add(
        .stale, use.range,
        "\(use.source): \(id) came out as \"\(verdict)\", and on record it is \"\(recorded)\"",
        suggestion: "see closedloop verify \(id) --checks, then change the sentence or the program")
    } else if results.checkOutcomes(of: id).contains(false) {
      // Where the preprint is refuted, what stands in its place must hold, too.
      add(
        .stale, use.range, "\(use.source): a check of \(id) did not come out as it should",
        suggestion: "see closedloop verify \(id) --checks, then change the sentence or the program")
    }
  }

  private func experiment(of reference: ResultReference) -> String? {
    switch reference {
    case .figure(let id), .setting(let id, _): id
    case .cell(let table, _, _, _), .rows(let table, _, _): known.experiment(table)
    default: nil
    }
  }

  // MARK: - Macros

  /// A macro with a claim in braces which is none of ours is a slip of the pen.
  mutating func checkMacros() {
    let text = draft.draft
    var index = text.body.lowerBound
    while index < text.body.upperBound {
      guard text.characters[index] == "\\" else {
        index += 1
        continue
      }
      let word = text.controlWord(at: index)
      let start = index
      index += 1 + max(1, word.count)
      var cursor = index
      guard Draft.resultMacros[word] == nil, !word.isEmpty,
        let argument = try? text.argument(at: &cursor, open: "{", close: "}", after: start),
        known.recorded[argument] != nil
      else { continue }
      let nearest = Draft.resultMacros.keys.sorted().min {
        Self.distance($0, word) < Self.distance($1, word)
      }!
      guard Self.distance(nearest, word) <= 3 else { continue }
      add(
        .unresolved, start..<cursor, "\\\(word){\(argument)}: there is no such macro",
        suggestion: "\\\(nearest){\(argument)}")
    }
  }

  /// The least number of letters to put in, take out or change.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }

  // MARK: - Numbers

  /// No sentence about results has a number that was typed, and no other text one that can only be a result.
  mutating func checkNumbers() {
    let preamble = 0..<draft.draft.body.lowerBound
    for number in draft.draft.literalNumbers(in: preamble) where number.isMeasured {
      findings.append(
        Review.Finding(
          kind: .literal, place: number.place, sentence: "", problem: "\(number.text) was typed",
          suggestion: nil))
    }
    for sentence in draft.sentences {
      let statesResults = draft.statesResults(sentence)
      for number in draft.draft.literalNumbers(in: sentence.range)
      where statesResults || number.isMeasured {
        let macro = try? Suggestion(results: results, draft: draft, sentence: sentence)
          .macro(for: number)
        findings.append(
          Review.Finding(
            kind: .literal, place: number.place, sentence: sentence.text,
            problem: "\(number.text) was typed",
            suggestion: macro ?? "\\given{\(number.text)} if it is a choice and no result"))
      }
    }
  }
}
