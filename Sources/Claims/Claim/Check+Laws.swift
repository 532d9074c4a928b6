// Comparisons of independent values with a law: bounds hold at any false-alarm probability.

extension Check {
  /// The mean of independent values; see ``Expectation``.
  static func mean(
    _ name: String, of values: [Double], prediction: Double, variance: Double, deviation: Double,
    falseAlarm: Double, allowance: Double = 0, role: Role = .claimed
  ) -> Check {
    Check(
      .mean(
        name, of: values.count, prediction: prediction, variance: variance, deviation: deviation,
        falseAlarm: falseAlarm, allowance: allowance),
      measurement: values.reduce(0, +) / Double(values.count), role: role)
  }

  /// The fraction of independent trials that succeed; see ``Expectation``.
  static func frequency(
    _ name: String, of successes: Int, in trials: Int, prediction: Double, falseAlarm: Double,
    allowance: Double = 0
  ) -> Check {
    Check(
      .frequency(
        name, in: trials, prediction: prediction, falseAlarm: falseAlarm, allowance: allowance),
      measurement: Double(successes) / Double(trials))
  }

  /// The largest distance between the empirical distribution function of independent values and a
  /// law; see ``Expectation``.
  ///
  /// - Parameters:
  ///   - values: independent, in any order.
  ///   - expected: their mean distance from the law if they have it; that of a continuous law unless given.
  ///   - allowance: a distance that the law itself may be off.
  ///   - below: `P(X < x)`.
  ///   - upTo: `P(X ≤ x)`.
  static func distance<Value: Comparable>(
    _ name: String, of values: [Value], expected: Double? = nil, falseAlarm: Double,
    allowance: Double = 0,
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
    return Check(
      .distance(
        name, of: sorted.count, expected: expected, falseAlarm: falseAlarm, allowance: allowance),
      measurement: distance)
  }

  /// The same for whole numbers with `P(X ≤ k)` given; it may end where it has reached one.
  static func distance(
    _ name: String, of values: [Int], cumulative: [Double], falseAlarm: Double,
    allowance: Double = 0
  ) -> Check {
    func law(_ k: Int) -> Double { k < 0 ? 0 : k < cumulative.count ? cumulative[k] : 1 }
    return distance(
      name, of: values,
      expected: ExpectedDistance.lattice(cumulative, count: values.count),
      falseAlarm: falseAlarm, allowance: allowance, below: { law($0 - 1) },
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
