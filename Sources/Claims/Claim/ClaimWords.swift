/// All that is said of a claim before anything is measured.
package struct ClaimWords: Sendable {
  /// Identifier: P1 … for the paper's statements.
  package let id: String
  /// What is claimed.
  package let statement: String
  /// Where the paper says it.
  package let reference: String
  /// What must be true for the statement to be.
  package let conditions: String
  /// Why it is true, in a few sentences.
  package let derivation: String
  /// The equations of the paper that it covers, or those it adds.
  package let equations: [Equation]
  /// What the preprint should print instead, where it differs.
  package let correction: Correction?
  /// What the first check measures.
  package let quantity: String
  /// The unit of what the first check measures, "nats"; empty for a pure number.
  package let unit: String
  /// Figures and tables that show it.
  package let evidence: [String]
  /// The verdict on record, which `verify` expects again.
  package let recorded: Claim.Verdict

  /// The words of a claim, which holds if nothing else is on record, and differs where the preprint is to be
  /// corrected.
  init(
    id: String, statement: String, reference: String, conditions: String, derivation: String,
    equations: [Equation], correction: Correction? = nil, quantity: String, unit: String = "",
    evidence: [String], recorded: Claim.Verdict? = nil
  ) {
    (self.id, self.statement, self.reference) = (id, statement, reference)
    (self.conditions, self.derivation, self.equations) = (conditions, derivation, equations)
    (self.correction, self.quantity, self.unit) = (correction, quantity, unit)
    self.evidence = evidence
    self.recorded = recorded ?? (correction == nil ? .holds : .differs)
  }
}

/// An equation of the paper, or one beyond it.
package struct Equation: Codable, Sendable, Equatable {
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
