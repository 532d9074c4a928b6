/// Pearson's test of observed counts against exact probabilities.
package struct ChiSquaredTest: Sendable {
  /// The statistic `Σ (observed − expected)²/expected` over the pooled cells.
  package let statistic: Double
  /// Number of pooled cells minus one.
  package let degreesOfFreedom: Int

  /// Pools neighbouring cells until each expects at least `minimumExpected` counts, then compares.
  ///
  /// - Parameters:
  ///   - observed: counts of the cells, in their natural order. A count where the probability is
  ///     zero makes the statistic infinite.
  ///   - probabilities: exact probabilities of the same cells; what they lack to one is an extra
  ///     cell that nothing was observed in.
  ///   - minimumExpected: large enough for the χ² law to hold far into its tail.
  package init(observed: [Int], probabilities: [Double], minimumExpected: Double = 100) {
    precondition(observed.count == probabilities.count, "one probability a cell")
    let total = Double(observed.reduce(0, +))
    var cells: [(observed: Double, expected: Double)] = []
    var pending = (observed: 0.0, expected: 0.0)
    let rest = max(0, 1 - probabilities.reduce(0, +))
    for (count, probability) in zip(observed + [0], probabilities + [rest]) {
      pending.observed += Double(count)
      pending.expected += total * probability
      if pending.expected >= minimumExpected {
        cells.append(pending)
        pending = (0, 0)
      }
    }
    if cells.isEmpty {
      cells.append(pending)
    } else {
      cells[cells.count - 1].observed += pending.observed
      cells[cells.count - 1].expected += pending.expected
    }
    let isPossible = zip(observed, probabilities).allSatisfy { $0 == 0 || $1 > 0 }
    statistic =
      !isPossible
      ? .infinity
      : cells.reduce(0) { sum, cell in
        let difference = cell.observed - cell.expected
        return sum + difference * difference / cell.expected
      }
    degreesOfFreedom = cells.count - 1
  }

  /// Whether the counts are compatible with the probabilities.
  ///
  /// The χ² law holds for large counts only. With a hundred expected in every cell its tail is right
  /// to a factor of two at the levels in use, which is left as slack: a correct program fails with
  /// a probability of at most `falseAlarm`.
  package func agrees(falseAlarm: Double) -> Bool { pValue > falseAlarm / 2 }

  /// `P(χ² ≥ statistic)` under the hypothesis; 1 when everything fell into one pooled cell.
  package var pValue: Double {
    statistic == .infinity
      ? 0
      : degreesOfFreedom == 0
        ? 1
        : ContinuousLaw.chiSquaredSurvival(statistic, degreesOfFreedom: Double(degreesOfFreedom))
  }
}
