/// What is happening to a column.
public enum LoopVerdict: String, Sendable, Codable, CaseIterable {
  /// Sampling and refitting explain all that is seen: no pull towards the truth, a drift of the rows' size.
  case closed
  /// Pulled towards the truth, as fresh points do.
  case anchored
  /// Drift larger than sampling that many rows explains: duplicates, a fit that scatters.
  case driftingFaster = "drifting-faster"
  /// Drift smaller than that: accumulated data, averages over models.
  case driftingSlower = "drifting-slower"
  /// Moves that neither sampling nor the truth explains: truncation, temperature, smoothing, selection.
  case pulledElsewhere = "pulled-elsewhere"
  /// The data cannot tell a closed loop from one that is anchored well.
  case tooLittleData = "too-little-data"
}

/// Probabilities of what was seen, or more, where there is nothing to find: one for each kind of finding.
public struct FindingProbabilities: Sendable, Hashable, Codable {
  /// Under no pull.
  public let anchored: Double
  /// Under a drift of the rows' size, for one that is larger.
  public let driftingFaster: Double
  /// The same for one that is smaller.
  public let driftingSlower: Double
  /// Under a pull to the truth and nothing else.
  public let pulledElsewhere: Double

  /// In the order in which a verdict prefers them: a pull decides what becomes of a loop, and the size of the drift
  /// how soon.
  package var ordered: [(LoopVerdict, Double)] {
    [
      (.pulledElsewhere, pulledElsewhere), (.anchored, anchored), (.driftingFaster, driftingFaster),
      (.driftingSlower, driftingSlower),
    ]
  }

  /// Nothing is found.
  static let none = FindingProbabilities(
    anchored: 1, driftingFaster: 1, driftingSlower: 1, pulledElsewhere: 1)
}

/// Holm's procedure: which of several hypotheses are rejected.
///
/// Any false rejection is at most as probable as `level`, whatever the dependence (Holm, Scand. J. Statist. 6, 65, 1979).
package func holmRejections(_ probabilities: [Double], level: Double) -> [Bool] {
  var rejected = [Bool](repeating: false, count: probabilities.count)
  let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
  for (rank, index) in order.enumerated() {
    guard probabilities[index] <= level / Double(probabilities.count - rank) else { break }
    rejected[index] = true
  }
  return rejected
}
