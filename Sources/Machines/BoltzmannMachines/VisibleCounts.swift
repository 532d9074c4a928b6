import Families

/// A training set of visible states: how often each of the 2ⁿ occurs.
///
/// With hidden units no finite statistic holds all that the data tell a model, so they are kept whole.
package struct VisibleCounts: AdditiveStatistics {
  /// Number of visible units n.
  package let visible: Int
  /// How often each state occurs; bit i of its number is set where unit i is +1.
  package let counts: [Int]

  /// A training set in which state v occurs `counts[v]` times.
  package init(visible: Int, counts: [Int]) {
    precondition(counts.count == 1 << visible, "a count for each of the 2ⁿ states")
    self.visible = visible
    self.counts = counts
  }

  /// The training set of the given states.
  package init(visible: Int, states: [Int]) {
    var counts = [Int](repeating: 0, count: 1 << visible)
    for state in states { counts[state] += 1 }
    self.init(visible: visible, counts: counts)
  }

  /// Number of points.
  package var count: Int { counts.reduce(0, +) }

  /// In how many points each unit is +1.
  package var ups: [Int] {
    (0..<visible).map { unit in
      counts.indices.reduce(0) { $0 + ($1 >> unit & 1 == 1 ? counts[$1] : 0) }
    }
  }

  /// The training set of both.
  package static func + (a: Self, b: Self) -> Self {
    precondition(a.visible == b.visible, "training sets of the same units")
    return Self(visible: a.visible, counts: zip(a.counts, b.counts).map(+))
  }
}
