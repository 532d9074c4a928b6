import Claims

/// A claim with its words and with what was found, as the review page tells it.
struct ReportedClaim {
  /// What it says, when it is true, and why.
  let words: Explanation
  let verdict: Claim.Verdict
  let quantity: String
  let unit: String
  let prediction: Double
  let measurement: Double
  let uncertainty: Double
  let evidence: [Evidence]
  let checks: [ReportedCheck]
  /// The verdict on record, in the table and in this program.
  private let recorded: [Claim.Verdict]

  var id: String { words.id }

  /// Where it stands in the page.
  var anchor: String { "claim-\(id)" }

  /// Whether the verdict is the one on record and every check came out as it should.
  var isAsRecorded: Bool {
    recorded.allSatisfy { $0 == verdict } && checks.allSatisfy(\.isAsExpected)
  }

  /// The verdict on record, or the one that differs if table and program do not record the same.
  var onRecord: Claim.Verdict { recorded.first { $0 != verdict } ?? verdict }

  /// What was predicted is what the preprint prints, where that is to be corrected.
  var predictsWhatIsPrinted: Bool { checks[0].role == .printed }

  static let columns = [
    "id", "verdict", "recorded", "quantity", "unit", "prediction", "measurement", "uncertainty",
    "evidence",
  ]

  /// The claim `words` with the numbers of `row`.
  ///
  /// - Throws: ``Failure`` with exit code 65 if something in the row is not allowed.
  init(_ words: Explanation, _ row: ResultRow, checks: [ReportedCheck]) throws {
    self.words = words
    verdict = try row.word("verdict", Claim.Verdict.self)
    recorded = [try row.word("recorded", Claim.Verdict.self), words.recorded]
    quantity = row.text("quantity")
    unit = row.text("unit")
    prediction = try row.number("prediction")
    measurement = try row.number("measurement")
    uncertainty = try row.number("uncertainty")
    evidence = row.text("evidence").split(separator: ";").map {
      Evidence(String($0.drop { $0 == " " }))
    }
    self.checks = checks
  }
}

/// One check behind a claim, as the table of checks has it.
struct ReportedCheck {
  let name: String
  let method: Check.Method
  let role: Check.Role
  let prediction: Double
  let measurement: Double
  let standardError: Double
  let lower: Double
  let upper: Double
  let passed: Bool

  /// The word for ``passed`` in the table.
  enum Outcome: String, CaseIterable { case agrees, refuted }

  static let columns = [
    "id", "check", "method", "role", "prediction", "measurement", "standard_error", "lower",
    "upper", "outcome",
  ]

  init(_ row: ResultRow) throws {
    name = row.text("check")
    method = try row.word("method", Check.Method.self)
    role = try row.word("role", Check.Role.self)
    prediction = try row.number("prediction")
    measurement = try row.number("measurement")
    standardError = try row.number("standard_error")
    lower = try row.number("lower")
    upper = try row.number("upper")
    passed = try row.word("outcome", Outcome.self) == .agrees
  }

  /// Whether it came out as it should.
  var isAsExpected: Bool { passed == (role == .claimed) }
}
