import Loop
import Simulation

/// How one claim is checked.
package protocol ClaimTest: Sendable {
  /// All that is said of it.
  static var words: ClaimWords { get }
  /// The probability that a correct program fails any random check of this claim; 2e−9 unless stated.
  ///
  /// A hundred claims, each at a few seeds, stay within a total of 1e−6.
  static var falseAlarm: Double { get }

  /// All checks, the headline first.
  ///
  /// - Throws: errors of the loop or of the exact theory.
  static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check]
}

extension ClaimTest {
  /// Identifier: `P1`.
  package static var id: String { words.id }

  /// The file of the tests of this claim, named after both.
  package static var testFile: String {
    let name = String(describing: self).replacing("Claim", with: "")
    return "Tests/TheoremTests/\(id)\(name)Tests.swift"
  }

  /// That of most claims.
  package static var falseAlarm: Double { 2e-9 }

  /// Runs all checks and draws the verdict.
  package static func evaluate(
    scale: Scale = .paper, seed: UInt64 = defaultSeed, context: RunContext
  ) throws -> Claim {
    claim(from: try checks(scale: scale, seed: seed, context: context))
  }

  /// The claim with the verdict that follows from its checks.
  ///
  /// Where the preprint is to be corrected, the claim differs if what is printed was refuted.
  static func claim(from checks: [Check]) -> Claim {
    let headline = checks[0]
    let printed = checks.filter { $0.role == .printed }
    let differs =
      printed.isEmpty ? !checks.allSatisfy(\.passed) : !printed.contains(where: \.passed)
    let agreement: Claim.Verdict = words.recorded == .differs ? .holds : words.recorded
    return Claim(
      id: id, statement: words.statement, reference: words.reference, quantity: words.quantity,
      unit: words.unit,
      prediction: headline.prediction, measurement: headline.measurement,
      uncertainty: headline.standardError, verdict: differs ? .differs : agreement,
      recorded: words.recorded, evidence: words.evidence, checks: checks)
  }
}
