/// A statement of the paper, or beyond it, with the evidence this program finds for it.
public struct Claim: Codable, Sendable, Equatable {
  /// Identifier: P1 … for the paper's statements.
  public let id: String
  /// What is claimed.
  public let statement: String
  /// Where: equation or figure of the paper.
  public let reference: String
  /// What the headline numbers below are.
  public let quantity: String
  /// The value theory gives for the headline quantity.
  public let prediction: Double
  /// The value found.
  public let measurement: Double
  /// Standard error of the measurement; 0 for an exact result.
  public let uncertainty: Double
  /// What came out.
  public let verdict: Verdict
  /// What came out when the claim was recorded.
  public let recorded: Verdict
  /// Figures and tables that show it.
  public let evidence: [String]
  /// All checks behind the verdict, the headline first.
  public let checks: [Check]

  /// The outcome of a claim.
  public enum Verdict: String, Codable, Sendable {
    /// Every check agrees.
    case holds
    /// Every check agrees, under a condition that the statement names.
    case holdsWithCondition = "holds with condition"
    /// Some check disagrees; or the preprint prints another value, which does.
    case differs
  }

  /// Whether the verdict is the one on record and every check came out as it should.
  ///
  /// The second matters where the verdict on record is ``Verdict/differs``: the preprint's value must be
  /// refuted, and ours must hold.
  public var isAsRecorded: Bool { verdict == recorded && checks.allSatisfy(\.isAsExpected) }
}

/// One comparison of a prediction with a measurement.
public struct Check: Codable, Sendable, Equatable {
  /// What is compared.
  public let name: String
  /// How the measurement came about.
  public let method: Method
  /// Whose prediction it is.
  public let role: Role
  /// The value predicted.
  public let prediction: Double
  /// The value found.
  public let measurement: Double
  /// Standard error of the measurement; 0 if it is not random.
  public let standardError: Double
  /// The least measurement that agrees; fixed before the measurement.
  public let lower: Double
  /// The largest measurement that agrees; fixed before the measurement.
  public let upper: Double
  /// Whether the measurement lies between the bounds.
  public let passed: Bool

  /// How a measurement comes about.
  public enum Method: String, Codable, Sendable {
    /// Rational arithmetic over all cases: a proof for the sizes named.
    case proof
    /// Linear algebra or closed forms in floating point.
    case exact
    /// A seeded simulation; the bounds hold with the false-alarm probability stated.
    case simulation
  }

  /// Whose prediction is compared.
  public enum Role: String, Codable, Sendable {
    /// Ours: it must agree.
    case claimed
    /// The preprint's, as printed, where we find another: it must not agree.
    case printed
  }

  /// The comparison of `expectation` with what was measured.
  init(_ expectation: Expectation, measurement: Double, role: Role = .claimed) {
    name = expectation.name
    method = expectation.method
    self.role = role
    prediction = expectation.prediction
    self.measurement = measurement
    standardError = expectation.standardError
    lower = expectation.accepted.lowerBound
    upper = expectation.accepted.upperBound
    // A measurement that is not a number lies nowhere.
    passed = expectation.accepted.contains(measurement)
  }

  /// A comparison without randomness: the measurement may differ by `tolerance`, for rounding or for
  /// the next order of a limit.
  init(
    _ name: String, method: Method, prediction: Double, measurement: Double,
    tolerance: Double = 0, role: Role = .claimed
  ) {
    self.init(
      Expectation(name, method: method, prediction: prediction, tolerance: tolerance),
      measurement: measurement, role: role)
  }

  /// Whether the comparison came out as it should.
  public var isAsExpected: Bool { passed == (role == .claimed) }
}

/// How one claim is checked.
public protocol ClaimTest: Sendable {
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
public struct Equation: Sendable, Equatable {
  /// Where it stands: the number of an equation or the name of a figure.
  public let place: String
  /// What it says, in the symbols of this project.
  public let formula: String
  /// The symbol of this project that computes it, "StationaryLaw.logDensity".
  public let symbol: String

  /// An equation with the given place, formula and symbol.
  init(_ place: String, _ formula: String, in symbol: String) {
    self.place = place
    self.formula = formula
    self.symbol = symbol
  }
}

/// A correction to the preprint.
public struct Correction: Sendable, Equatable {
  /// What is printed, and what it should be.
  public let text: String
  /// The correct value over the printed one.
  public let factor: Double

  init(_ text: String, factor: Double) {
    self.text = text
    self.factor = factor
  }
}

extension ClaimTest {
  /// The claim holds, unless the preprint is to be corrected.
  public static var recorded: Claim.Verdict { correction == nil ? .holds : .differs }

  /// None.
  public static var correction: Correction? { nil }

  /// The file of the tests of this claim, named after both.
  public static var testFile: String {
    let name = String(describing: self).replacing("Claim", with: "")
    return "Tests/TheoremTests/\(id)\(name)Tests.swift"
  }

  /// The probability that a correct program fails any random check of this claim.
  ///
  /// A hundred claims, each at a few seeds, stay within a total of 1e−6.
  public static var falseAlarm: Double { 2e-9 }

  /// Runs all checks and draws the verdict.
  public static func evaluate(
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
      id: id, statement: statement, reference: reference, quantity: quantity,
      prediction: headline.prediction, measurement: headline.measurement,
      uncertainty: headline.standardError, verdict: differs ? .differs : agreement,
      recorded: recorded, evidence: evidence, checks: checks)
  }
}

/// All claims, in the order in which they are listed.
public let claimTests: [any ClaimTest.Type] = [
  MartingaleClaim.self, AbsorptionClaim.self, FixationClaim.self, ScalingClaim.self,
  FinalLevelClaim.self, RandomEnergyClaim.self, EquationOfMotionClaim.self,
  IsingDiffusionClaim.self, TransitionDensityClaim.self, MeanDiffusionClaim.self,
  EntropyClaim.self, StationaryLawClaim.self, NormalisabilityClaim.self, OnePointClaim.self,
  PriorClaim.self, PriorAndPointClaim.self, SquareRootProcessClaim.self, PoissonClaim.self,
  InfiniteSyntheticClaim.self, ReparametrisationClaim.self, ConservationClaim.self,
  ConjugateLimitClaim.self, FreshOrFixedClaim.self, CoordinateClaim.self,
]
