import Foundation
import StatisticalChecks

// Comparisons of independent values with a law: bounds hold at any false-alarm probability.

extension Check {
  /// The mean of independent values, by Bernstein's inequality.
  ///
  /// - Parameters:
  ///   - variance: of one value, or a bound on it.
  ///   - deviation: the largest distance of a value from its expectation.
  ///   - allowance: how uncertain the prediction itself is.
  static func mean(
    _ name: String, of values: [Double], prediction: Double, variance: Double, deviation: Double,
    falseAlarm: Double, allowance: Double = 0
  ) -> Check {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let bound =
      DeviationBound.bernstein(
        variance: variance, deviation: deviation, count: values.count, falseAlarm: falseAlarm)
      + allowance
    return Check(
      name, prediction: prediction, measurement: mean,
      standardError: (variance / count).squareRoot(), lower: mean - bound, upper: mean + bound)
  }

  /// The fraction of independent trials that succeed, by an exact binomial interval.
  ///
  /// - Parameter allowance: how uncertain the prediction itself is.
  static func frequency(
    _ name: String, of successes: Int, in trials: Int, prediction: Double, falseAlarm: Double,
    allowance: Double = 0
  ) -> Check {
    let interval = BinomialCount(successes: successes, trials: trials)
      .confidenceInterval(falseAlarm: falseAlarm)
    return Check(
      name, prediction: prediction, measurement: Double(successes) / Double(trials),
      standardError: (prediction * (1 - prediction) / Double(trials)).squareRoot(),
      lower: interval.lowerBound - allowance, upper: interval.upperBound + allowance)
  }

  /// The largest distance between the empirical distribution function of independent values and a
  /// law, by the inequality of Dvoretzky, Kiefer and Wolfowitz.
  ///
  /// - Parameters:
  ///   - values: independent, in any order.
  ///   - allowance: a distance that the law itself may be off.
  ///   - below: `P(X < x)`.
  ///   - upTo: `P(X ≤ x)`.
  static func distance<Value: Comparable>(
    _ name: String, of values: [Value], falseAlarm: Double, allowance: Double = 0,
    below: (Value) -> Double, upTo: (Value) -> Double
  ) -> Check {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var distance = 0.0
    for (index, value) in sorted.enumerated() {
      // Just below a jump and at its top.
      if index == 0 || sorted[index - 1] < value {
        distance = max(distance, abs(Double(index) / count - below(value)))
      }
      if index == sorted.count - 1 || sorted[index + 1] > value {
        distance = max(distance, abs(Double(index + 1) / count - upTo(value)))
      }
    }
    let bound =
      DeviationBound.dvoretzkyKieferWolfowitz(count: sorted.count, falseAlarm: falseAlarm)
      + allowance
    // The standard deviation of Kolmogorov's distribution is √(π²/12 − π ln²2/2) = 0.26.
    let spread = (Double.pi * Double.pi / 12 - Double.pi / 2 * log(2) * log(2)).squareRoot()
    return Check(
      name, prediction: 0, measurement: distance, standardError: spread / count.squareRoot(),
      lower: distance - bound, upper: distance)
  }

  /// The same for whole numbers with `P(X ≤ k)` given; it may end where it has reached one.
  static func distance(
    _ name: String, of values: [Int], cumulative: [Double], falseAlarm: Double,
    allowance: Double = 0
  ) -> Check {
    func law(_ k: Int) -> Double { k < 0 ? 0 : k < cumulative.count ? cumulative[k] : 1 }
    return distance(
      name, of: values, falseAlarm: falseAlarm, allowance: allowance, below: { law($0 - 1) },
      upTo: law)
  }
}

extension Array where Element == Double {
  /// Partial sums: the distribution function of these probabilities.
  var cumulative: [Double] {
    var sum = 0.0
    return map {
      sum += $0
      return sum
    }
  }
}
