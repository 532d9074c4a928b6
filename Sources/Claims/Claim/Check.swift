/// One comparison of a prediction with a measurement.
package struct Check: Codable, Sendable, Equatable {
  /// What is compared.
  package let name: String
  /// How the measurement came about.
  package let method: Method
  /// Whose prediction it is.
  package let role: Role
  /// The value predicted.
  package let prediction: Double
  /// The value found.
  package let measurement: Double
  /// Standard error of the measurement; 0 if it is not random.
  package let standardError: Double
  /// The least measurement that agrees; fixed before the measurement.
  package let lower: Double
  /// The largest measurement that agrees; fixed before the measurement.
  package let upper: Double
  /// Whether the measurement lies between the bounds.
  package let passed: Bool

  /// How a measurement comes about.
  package enum Method: String, Codable, Sendable, CaseIterable {
    /// Rational arithmetic over all cases: a proof for the sizes named.
    case proof
    /// Linear algebra or closed forms in floating point.
    case exact
    /// A seeded simulation; the bounds hold with the false-alarm probability stated.
    case simulation
  }

  /// Whose prediction is compared.
  package enum Role: String, Codable, Sendable, CaseIterable {
    /// Ours: it must agree.
    case claimed
    /// The preprint's, as printed, where we find another: it must not agree.
    case printed
  }

  /// A comparison that was made before.
  package init(
    name: String, method: Method, role: Role, prediction: Double, measurement: Double,
    standardError: Double, lower: Double, upper: Double, passed: Bool
  ) {
    (self.name, self.method, self.role) = (name, method, role)
    (self.prediction, self.measurement) = (prediction, measurement)
    self.standardError = standardError
    (self.lower, self.upper, self.passed) = (lower, upper, passed)
  }

  /// The comparison of `expectation` with what was measured.
  init(_ expectation: Expectation, measurement: Double, role: Role = .claimed) {
    self.init(
      name: expectation.name, method: expectation.method, role: role,
      prediction: expectation.prediction, measurement: measurement,
      standardError: expectation.standardError, lower: expectation.accepted.lowerBound,
      upper: expectation.accepted.upperBound,
      // A measurement that is not a number lies nowhere.
      passed: expectation.accepted.contains(measurement))
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
  package var isAsExpected: Bool { passed == (role == .claimed) }
}
