import Claims
import Documents

/// The tables of the claims and of the checks behind them, `claims.csv` and `checks.csv`: written and read here.
package enum ClaimTables {
  /// One row a claim.
  package static func claims(_ claims: [Claim]) -> Table {
    Table(
      name: "claims",
      columns: [
        "id", "verdict", "recorded", "reference", "quantity", "unit", "prediction", "measurement",
        "uncertainty", "lower", "upper", "evidence",
      ],
      rows: claims.map { claim in
        [
          .text(claim.id), .text(claim.verdict.rawValue), .text(claim.recorded.rawValue),
          .text(claim.reference), .text(claim.quantity), .text(claim.unit),
          .number(claim.prediction), .number(claim.measurement), .number(claim.uncertainty),
          .number(claim.checks[0].lower), .number(claim.checks[0].upper),
          .text(claim.evidence.joined(separator: "; ")),
        ]
      })
  }

  /// One row a check.
  package static func checks(of claims: [Claim]) -> Table {
    Table(
      name: "checks",
      columns: [
        "id", "check", "method", "role", "prediction", "measurement", "standard_error", "lower",
        "upper", "outcome",
      ],
      rows: claims.flatMap { claim in
        claim.checks.map { check in
          [
            .text(claim.id), .text(check.name), .text(check.method.rawValue),
            .text(check.role.rawValue), .number(check.prediction), .number(check.measurement),
            .number(check.standardError), .number(check.lower), .number(check.upper),
            .text((check.passed ? Outcome.agrees : .refuted).rawValue),
          ]
        }
      })
  }

  /// The word for whether a check passed.
  private enum Outcome: String, CaseIterable { case agrees, refuted }

  /// The claims of this program with what the two tables found, `nil` unless these hold them each once and in
  /// order.
  ///
  /// - Throws: ``ResultsError`` naming the first line or column that is not as it should be.
  static func read(claims: ResultRows, checks: ResultRows) throws -> [ReportedClaim]? {
    var behind: [String: [Check]] = [:]
    for row in try checks.rows(with: ["id", "outcome"]) {
      behind[try row.text("id"), default: []].append(try check(row))
    }
    let rows = try claims.rows(with: ["id"])
    let known = claimTests.map { $0.id }
    guard try rows.map({ try $0.text("id") }) == known,
      known.allSatisfy({ behind[$0] != nil })
    else { return nil }
    return try zip(claimTests, rows).map { test, row in
      let words = test.words
      let claim = Claim(
        id: words.id, statement: words.statement, reference: words.reference,
        quantity: try row.text("quantity"), unit: try row.text("unit"),
        prediction: try row.number("prediction"), measurement: try row.number("measurement"),
        uncertainty: try row.number("uncertainty"),
        verdict: try row.word("verdict", Claim.Verdict.self),
        recorded: try row.word("recorded", Claim.Verdict.self),
        evidence: try row.text("evidence").split(separator: ";").map {
          String($0.drop { $0 == " " })
        }, checks: behind[words.id]!)
      return ReportedClaim(words: words, test: test.testFile, claim: claim)
    }
  }

  private static func check(_ row: ResultRow) throws -> Check {
    Check(
      name: try row.text("check"), method: try row.word("method", Check.Method.self),
      role: try row.word("role", Check.Role.self), prediction: try row.number("prediction"),
      measurement: try row.number("measurement"),
      standardError: try row.number("standard_error"), lower: try row.number("lower"),
      upper: try row.number("upper"), passed: try row.word("outcome", Outcome.self) == .agrees)
  }
}

/// A claim with its words and with what was found, as the review page tells it.
struct ReportedClaim {
  /// What it says, when it is true, and why.
  let words: ClaimWords
  /// The file of its tests.
  let test: String
  /// What the tables say of it.
  let claim: Claim

  var id: String { words.id }
  var checks: [Check] { claim.checks }
  var evidence: [Evidence] { claim.evidence.map(Evidence.init) }

  /// Where it stands in the page.
  var anchor: String { "claim-\(id)" }

  /// Whether the verdict is the one on record, in the table and in this program, and every check came out as it
  /// should.
  var isAsRecorded: Bool { claim.isAsRecorded && claim.verdict == words.recorded }

  /// The verdict on record, or the one that differs if table and program do not record the same.
  var onRecord: Claim.Verdict {
    claim.recorded == claim.verdict ? words.recorded : claim.recorded
  }

  /// What was predicted is what the preprint prints, where that is to be corrected.
  var predictsWhatIsPrinted: Bool { checks[0].role == .printed }
}
