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
    /// Some check disagrees.
    case differs
  }
}

/// One comparison of a prediction with a measurement.
public struct Check: Codable, Sendable, Equatable {
  /// What is compared.
  public let name: String
  /// How the measurement came about.
  public let method: Method
  /// The value theory gives.
  public let prediction: Double
  /// The value found.
  public let measurement: Double
  /// Standard error of the measurement; 0 if it is not random.
  public let standardError: Double
  /// The least prediction with which the measurement agrees.
  public let lower: Double
  /// The largest prediction with which the measurement agrees.
  public let upper: Double
  /// Whether the prediction lies between the bounds.
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

  /// A comparison without randomness: the measurement may differ by rounding only.
  init(
    _ name: String, method: Method, prediction: Double, measurement: Double,
    tolerance: Double = 0
  ) {
    self.init(
      name, method: method, prediction: prediction, measurement: measurement, standardError: 0,
      lower: measurement - tolerance, upper: measurement + tolerance)
  }

  /// A comparison that passes if the interval from `lower` to `upper`, which covers the truth with
  /// known confidence, covers the prediction; a bound that is not a number covers nothing.
  init(
    _ name: String, method: Method = .simulation, prediction: Double, measurement: Double,
    standardError: Double, lower: Double, upper: Double
  ) {
    self.name = name
    self.method = method
    self.prediction = prediction
    self.measurement = measurement
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    passed = lower <= prediction && prediction <= upper
  }
}

/// How one claim is checked.
public protocol ClaimTest: Sendable {
  /// Identifier: `P1`.
  static var id: String { get }
  /// What is claimed.
  static var statement: String { get }
  /// Where the paper says it.
  static var reference: String { get }
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

extension ClaimTest {
  /// The claim holds.
  public static var recorded: Claim.Verdict { .holds }

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
  static func claim(from checks: [Check]) -> Claim {
    let headline = checks[0]
    return Claim(
      id: id, statement: statement, reference: reference, quantity: quantity,
      prediction: headline.prediction, measurement: headline.measurement,
      uncertainty: headline.standardError,
      verdict: checks.allSatisfy(\.passed) ? recorded : .differs, evidence: evidence,
      checks: checks)
  }
}

/// All claims, in the order in which they are listed.
public let claimTests: [any ClaimTest.Type] = [
  MartingaleClaim.self, AbsorptionClaim.self, FixationClaim.self, ScalingClaim.self,
  FinalLevelClaim.self, StationaryLawClaim.self, NormalisabilityClaim.self, OnePointClaim.self,
  PriorClaim.self, PriorAndPointClaim.self, PoissonClaim.self, InfiniteSyntheticClaim.self,
  ConservationClaim.self, ConjugateLimitClaim.self, FreshOrFixedClaim.self,
]
