import Loop
import Simulation

/// How one claim is checked.
package protocol ClaimTest: Sendable {
  /// Identifier: `P1`.
  static var id: String { get }
  /// What is claimed.
  static var statement: String { get }
  /// Where the paper says it.
  static var reference: String { get }
  /// What must be true for the statement to be.
  static var conditions: String { get }
  /// Why it is true, in a few sentences.
  static var derivation: String { get }
  /// The equations of the paper that it covers, or those it adds.
  static var equations: [Equation] { get }
  /// What the preprint should print instead, where it differs.
  static var correction: Correction? { get }
  /// What the first check measures.
  static var quantity: String { get }
  /// The unit of what the first check measures, "nats"; empty for a pure number.
  static var unit: String { get }
  /// Figures and tables that show it.
  static var evidence: [String] { get }
  /// The verdict on record, which `verify` expects again.
  static var recorded: Claim.Verdict { get }

  /// All checks, the headline first.
  ///
  /// - Throws: errors of the loop or of the exact theory.
  static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check]
}

/// An equation of the paper, or one beyond it.
package struct Equation: Sendable, Equatable {
  /// Where it stands: the number of an equation or the name of a figure.
  package let place: String
  /// What it says, in the symbols of this project.
  package let formula: String
  /// The symbol of this project that computes it, "StationaryLaw.logDensity".
  package let symbol: String

  /// An equation with the given place, formula and symbol.
  init(_ place: String, _ formula: String, in symbol: String) {
    self.place = place
    self.formula = formula
    self.symbol = symbol
  }
}

/// A correction to the preprint.
package struct Correction: Sendable, Equatable {
  /// What is printed, and what it should be.
  package let text: String
  /// The correct value over the printed one, in the case of the first check.
  package let factor: Double
  /// The factor in general: "1/N".
  package let label: String

  init(_ text: String, factor: Double, label: String) {
    self.text = text
    self.factor = factor
    self.label = label
  }
}

extension ClaimTest {
  /// The claim holds, unless the preprint is to be corrected.
  package static var recorded: Claim.Verdict { correction == nil ? .holds : .differs }

  /// None.
  package static var correction: Correction? { nil }

  /// None: a pure number.
  package static var unit: String { "" }

  /// The file of the tests of this claim, named after both.
  package static var testFile: String {
    let name = String(describing: self).replacing("Claim", with: "")
    return "Tests/TheoremTests/\(id)\(name)Tests.swift"
  }

  /// The probability that a correct program fails any random check of this claim.
  ///
  /// A hundred claims, each at a few seeds, stay within a total of 1e−6.
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
    let agreement: Claim.Verdict = recorded == .differs ? .holds : recorded
    return Claim(
      id: id, statement: statement, reference: reference, quantity: quantity, unit: unit,
      prediction: headline.prediction, measurement: headline.measurement,
      uncertainty: headline.standardError, verdict: differs ? .differs : agreement,
      recorded: recorded, evidence: evidence, checks: checks)
  }
}
