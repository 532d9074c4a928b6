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
  /// The unit of the headline numbers; empty for pure numbers.
  public let unit: String
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
  public enum Verdict: String, Codable, Sendable, CaseIterable {
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
