/// Exact inference on a success probability from a binomial count.
package struct BinomialCount: Sendable {
  /// Number of successes.
  package let successes: Int
  /// Number of trials.
  package let trials: Int

  /// `successes` out of `trials`, both ≥ 0.
  package init(successes: Int, trials: Int) {
    precondition(successes >= 0 && successes <= trials, "successes must be 0…trials")
    self.successes = successes
    self.trials = trials
  }

  /// Whether the count is compatible with the success probability `p`.
  ///
  /// Each tail is tested at half the level, so a true `p` is rejected with probability at most
  /// `falseAlarm`, exactly, at any size.
  package func agrees(with p: Double, falseAlarm: Double) -> Bool {
    let law = BinomialLaw(trials: Double(trials), probability: p)
    let k = Double(successes)
    return law.cumulative(k) > falseAlarm / 2 && law.survival(k - 1) > falseAlarm / 2
  }

  /// The Clopper–Pearson interval, which covers the true probability with probability at least
  /// `1 − falseAlarm`.
  ///
  /// - Returns: bounds in [0, 1]; [0, 1] itself without trials.
  package func confidenceInterval(falseAlarm: Double) -> ClosedRange<Double> {
    let k = Double(successes)
    let n = Double(trials)
    let lower =
      successes == 0 ? 0 : ContinuousLaw.betaQuantile(k, n - k + 1, at: falseAlarm / 2)
    let upper =
      successes == trials ? 1 : ContinuousLaw.betaQuantile(k + 1, n - k, at: 1 - falseAlarm / 2)
    return lower...upper
  }

  /// The counts that ``agrees(with:falseAlarm:)`` accepts.
  ///
  /// - Parameters:
  ///   - probability: of success, in [0, 1].
  ///   - trials: ≥ 0.
  ///   - falseAlarm: in (0, 1).
  package static func accepted(
    probability: Double, trials: Int, falseAlarm: Double
  ) -> ClosedRange<Int> {
    let law = BinomialLaw(trials: Double(trials), probability: probability)
    // Both tails are monotone in the count: bisection.
    func first(_ isTrue: (Int) -> Bool) -> Int {
      var (low, high) = (0, trials + 1)
      while low < high {
        let middle = (low + high) / 2
        if isTrue(middle) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let lowest = first { law.cumulative(Double($0)) > falseAlarm / 2 }
    let beyond = first { law.survival(Double($0 - 1)) <= falseAlarm / 2 }
    return lowest...max(lowest, beyond - 1)
  }
}
