/// What a diagnosis depends on beside the data.
public struct DiagnosisOptions: Sendable, Hashable, Codable {
  /// Seed of all simulated loops: the same seed gives the same diagnosis.
  public var seed: UInt64
  /// B: loops that are simulated for one test.
  public var loops: Int
  /// Probability with which an interval covers.
  public var coverage: Double
  /// Probability of any finding where there is nothing to find, all tests of a column together; and all columns together
  /// in the overall verdict.
  public var falseAlarm: Double
  /// A pull that matters, as a share of the rows: an interval that reaches from 0 to this tells too little, and so do data
  /// that would not show it.
  public var pullThatMatters: Double

  /// Whether data exclude a pull that matters: none is in the interval, and one would have been seen.
  ///
  /// - Parameters:
  ///   - upper: end of the interval of the pull.
  ///   - smallest: the pull that the data would have shown.
  package func excludePull(upTo upper: Double, _ smallest: Double) -> Bool {
    max(upper, smallest) < pullThatMatters
  }

  /// Options; 999 loops resolve a thousandth.
  ///
  /// - Precondition: `loops` ≥ 39, so that there is a loop beyond each end of an interval of 95 %; probabilities in
  ///   (0, 1).
  public init(
    seed: UInt64 = 1, loops: Int = 999, coverage: Double = 0.95, falseAlarm: Double = 0.05,
    pullThatMatters: Double = 0.2
  ) {
    precondition(loops >= 39)
    for probability in [coverage, falseAlarm, pullThatMatters] {
      precondition(probability > 0 && probability < 1)
    }
    (self.seed, self.loops, self.coverage) = (seed, loops, coverage)
    (self.falseAlarm, self.pullThatMatters) = (falseAlarm, pullThatMatters)
  }
}
