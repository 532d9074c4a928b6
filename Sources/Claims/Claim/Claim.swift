/// A statement of the paper, or beyond it, with the evidence this program finds for it.
package struct Claim: Codable, Sendable, Equatable {
  /// Identifier: P1 … for the paper's statements.
  package let id: String
  /// What is claimed.
  package let statement: String
  /// Where: equation or figure of the paper.
  package let reference: String
  /// What the headline numbers below are.
  package let quantity: String
  /// The unit of the headline numbers; empty for pure numbers.
  package let unit: String
  /// The value theory gives for the headline quantity.
  package let prediction: Double
  /// The value found.
  package let measurement: Double
  /// Standard error of the measurement; 0 for an exact result.
  package let uncertainty: Double
  /// What came out.
  package let verdict: Verdict
  /// What came out when the claim was recorded.
  package let recorded: Verdict
  /// Figures and tables that show it.
  package let evidence: [String]
  /// All checks behind the verdict, the headline first.
  package let checks: [Check]

  /// A claim with all that is said and was found.
  package init(
    id: String, statement: String, reference: String, quantity: String, unit: String,
    prediction: Double, measurement: Double, uncertainty: Double, verdict: Verdict,
    recorded: Verdict, evidence: [String], checks: [Check]
  ) {
    (self.id, self.statement, self.reference) = (id, statement, reference)
    (self.quantity, self.unit) = (quantity, unit)
    (self.prediction, self.measurement) = (prediction, measurement)
    (self.uncertainty, self.verdict, self.recorded) = (uncertainty, verdict, recorded)
    (self.evidence, self.checks) = (evidence, checks)
  }

  /// The outcome of a claim.
  package enum Verdict: String, Codable, Sendable, CaseIterable {
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
  package var isAsRecorded: Bool { verdict == recorded && checks.allSatisfy(\.isAsExpected) }
}
