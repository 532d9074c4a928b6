import Foundation
import NumericalMethods

/// What theory expects of a measurement: a value, and the measurements that agree with it.
///
/// Both follow from the definition of the check alone, before anything is measured.
struct Expectation: Sendable {
  /// What is to be compared.
  let name: String
  /// How the measurement will come about.
  let method: Check.Method
  /// The value predicted.
  let prediction: Double
  /// Standard error of the measurement to come; 0 if it is not random.
  let standardError: Double
  /// The measurements that agree.
  let accepted: ClosedRange<Double>

  /// A prediction without randomness, up to `tolerance`.
  init(_ name: String, method: Check.Method, prediction: Double, tolerance: Double = 0) {
    self.init(
      name, method: method, prediction: prediction, standardError: 0, lower: prediction - tolerance,
      upper: prediction + tolerance)
  }

  /// A prediction that measurements from `lower` to `upper` agree with; none does if a bound is not a
  /// number.
  private init(
    _ name: String, method: Check.Method, prediction: Double, standardError: Double, lower: Double,
    upper: Double
  ) {
    self.name = name
    self.method = method
    self.prediction = prediction
    self.standardError = standardError
    accepted = lower <= upper ? lower...upper : .infinity ... .infinity
  }

  /// The mean of `count` independent values, by Bernstein's inequality.
  ///
  /// - Parameters:
  ///   - variance: of one value, or a bound on it.
  ///   - deviation: the largest distance of a value from its expectation.
  ///   - allowance: how uncertain the prediction itself is.
  static func mean(
    _ name: String, of count: Int, prediction: Double, variance: Double, deviation: Double,
    falseAlarm: Double, allowance: Double = 0
  ) -> Expectation {
    let bound =
      DeviationBound.bernstein(
        variance: variance, deviation: deviation, count: count, falseAlarm: falseAlarm)
      + allowance
    return Expectation(
      name, method: .simulation, prediction: prediction,
      standardError: (variance / Double(count)).squareRoot(), lower: prediction - bound,
      upper: prediction + bound)
  }

  /// The fraction of independent trials that succeed, by the exact binomial law.
  ///
  /// - Parameter allowance: how uncertain the prediction itself is.
  static func frequency(
    _ name: String, in trials: Int, prediction: Double, falseAlarm: Double, allowance: Double = 0
  ) -> Expectation {
    func counts(_ p: Double) -> ClosedRange<Int> {
      BinomialCount.accepted(
        probability: min(1, max(0, p)), trials: trials, falseAlarm: falseAlarm)
    }
    return Expectation(
      name, method: .simulation, prediction: prediction,
      standardError: (prediction * (1 - prediction) / Double(trials)).squareRoot(),
      lower: Double(counts(prediction - allowance).lowerBound) / Double(trials),
      upper: Double(counts(prediction + allowance).upperBound) / Double(trials))
  }

  /// The largest distance between the empirical distribution function of `count` independent values
  /// and their law, by the inequality of Dvoretzky, Kiefer and Wolfowitz.
  ///
  /// - Parameters:
  ///   - expected: the mean distance of values that have the law; that of a continuous one unless given.
  ///   - allowance: a distance that the law itself may be off.
  static func distance(
    _ name: String, of count: Int, expected: Double? = nil, falseAlarm: Double,
    allowance: Double = 0
  ) -> Expectation {
    let bound =
      DeviationBound.dvoretzkyKieferWolfowitz(count: count, falseAlarm: falseAlarm) + allowance
    // The standard deviation of Kolmogorov's distribution is √(π²/12 − π ln²2/2) = 0.26.
    let spread = (Double.pi * Double.pi / 12 - Double.pi / 2 * log(2) * log(2)).squareRoot()
    return Expectation(
      name, method: .simulation, prediction: expected ?? ExpectedDistance.continuous(count: count),
      standardError: spread / Double(count).squareRoot(), lower: 0, upper: bound)
  }

  /// The mean of `count` independent values of `Σᵢ ln Gᵢ` up to a constant, Gᵢ independent Gamma variates of
  /// the given shapes: such sums are not bounded, but their moments are known.
  static func meanLogGamma(
    _ name: String, shapes: [Double], of count: Int, prediction: Double, falseAlarm: Double
  ) -> Expectation {
    let bound = DeviationBound.logGamma(shapes: shapes, count: count, falseAlarm: falseAlarm)
    return Expectation(
      name, method: .simulation, prediction: prediction,
      standardError: errorOfMeanLogGamma(shapes: shapes, count: count),
      lower: prediction - bound.below, upper: prediction + bound.above)
  }

  /// The standard error of such a mean.
  static func errorOfMeanLogGamma(shapes: [Double], count: Int) -> Double {
    (shapes.reduce(0) { $0 + SpecialFunction.trigamma($1) } / Double(count)).squareRoot()
  }

  /// The mean of `count` independent Gamma variates of the given shape, on a scale that `prediction` fixes.
  static func meanGamma(
    _ name: String, shape: Double, of count: Int, prediction: Double, falseAlarm: Double
  ) -> Expectation {
    let total = shape * Double(count)
    let bound = DeviationBound.gamma(shape: total, falseAlarm: falseAlarm)
    return Expectation(
      name, method: .simulation, prediction: prediction,
      standardError: prediction / total.squareRoot(), lower: prediction * (1 - bound.below),
      upper: prediction * (1 + bound.above))
  }

  /// A random measurement whose bounds follow from a bound of its own.
  static func between(
    _ name: String, _ accepted: ClosedRange<Double>, prediction: Double, standardError: Double
  ) -> Expectation {
    Expectation(
      name, method: .simulation, prediction: prediction, standardError: standardError,
      lower: accepted.lowerBound, upper: accepted.upperBound)
  }
}
