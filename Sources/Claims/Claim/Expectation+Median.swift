import NumericalMethods

extension Expectation {
  /// How many groups ``medianOfMeans(_:of:prediction:variance:falseAlarm:)`` makes.
  private static let groups = 47

  /// The median of the means of 47 groups of independent values, of which nothing is known but their variance.
  ///
  /// By Chebyshev's inequality a mean is more than c standard errors off with probability 1/c² at most, and the
  /// median is only if 24 of them are: rare tails, which the mean of all values would feel, do no harm.
  static func medianOfMeans(
    _ name: String, of count: Int, prediction: Double, variance: Double, falseAlarm: Double
  ) -> Expectation {
    var (low, high) = (1.5, 1e3)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let law = BinomialLaw(trials: Double(groups), probability: 1 / (middle * middle))
      if law.survival(Double(groups / 2)) > falseAlarm { low = middle } else { high = middle }
    }
    let error = (variance / Double(count / groups)).squareRoot()
    return between(
      name, prediction - high * error...prediction + high * error, prediction: prediction,
      // That of the median of as many normal means.
      standardError: (Double.pi / 2).squareRoot() * (variance / Double(count)).squareRoot())
  }

  /// That median; values beyond the last full group are left out.
  static func medianOfMeans(_ values: [Double]) -> Double {
    let size = values.count / groups
    precondition(size > 0, "a value for each group is needed")
    let means = (0..<groups).map { group in
      values[group * size..<(group + 1) * size].reduce(0, +) / Double(size)
    }
    return means.sorted()[groups / 2]
  }
}

extension Check {
  /// The mean of independent values of which only the variance is known; see ``Expectation``.
  static func medianOfMeans(
    _ name: String, of values: [Double], prediction: Double, variance: Double, falseAlarm: Double
  ) -> Check {
    Check(
      .medianOfMeans(
        name, of: values.count, prediction: prediction, variance: variance,
        falseAlarm: falseAlarm), measurement: Expectation.medianOfMeans(values))
  }
}
