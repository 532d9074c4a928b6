/// A chain watched only while it is in fewer and fewer states: elimination without subtraction.
///
/// States go from the highest to the lowest. What a state k did before it moved on to j < k is added to the
/// rows that lead to k, divided by the probability to move on, and that is a sum as well, never 1 − P(k → k).
/// Every operation adds or multiplies positive numbers, so each result keeps its relative accuracy of some
/// n ulp, however small it is, and a diagonal is never asked for (W. Grassmann, M. Taksar and D. Heyman's
/// elimination). A band stays a band: with half widths of w the cost is n·w².
struct Elimination {
  /// Row i from its first state on; the parts left of the diagonal and right of it are both in use.
  private(set) var rows: [[Double]]
  private(set) var first: [Int]
  private var last: [Int]
  /// The probability to move on from k to lower states, or out.
  private(set) var leaving: [Double]
  /// What is collected in each state until the chain leaves all of them.
  private var rewards: [Double]

  /// Eliminates all states.
  ///
  /// - Parameters:
  ///   - rows: transition probabilities; what a row lacks to one leads nowhere unless `exits` has it.
  ///   - exits: the probability to leave from each state for good; 0 without an outside.
  ///   - rewards: what is collected in each generation spent in a state.
  init(_ rows: [FiniteChain.Row], exits: [Double], rewards: [Double]) {
    let count = rows.count
    first = rows.enumerated().map { min($1.first, $0) }
    last = rows.enumerated().map { max($1.last, $0) }
    // Bounds that grow from row to row hold all that elimination fills in.
    for i in stride(from: count - 2, through: 0, by: -1) { first[i] = min(first[i], first[i + 1]) }
    for i in stride(from: 1, to: count, by: 1) { last[i] = max(last[i], last[i - 1]) }
    self.rows = zip(rows, zip(first, last)).map { row, bounds in
      [Double](repeating: 0, count: row.first - bounds.0) + row.values
        + [Double](repeating: 0, count: bounds.1 - row.last)
    }
    leaving = exits
    self.rewards = rewards
    for k in stride(from: count - 1, through: 0, by: -1) { eliminate(k) }
  }

  private mutating func eliminate(_ k: Int) {
    let exit = leaving[k]
    let start = first[k]
    let below = start < k ? Array(rows[k][0..<(k - start)]) : []
    leaving[k] = below.reduce(exit, +)
    var i = k - 1
    while i >= 0, last[i] >= k {
      let entry = rows[i][k - first[i]]
      if entry > 0 {
        let factor = entry / leaving[k]
        leaving[i] += factor * exit
        rewards[i] += factor * rewards[k]
        let offset = start - first[i]
        rows[i].withUnsafeMutableBufferPointer { row in
          for (j, value) in below.enumerated() { row[offset + j] += factor * value }
        }
      }
      i -= 1
    }
  }

  /// What is collected from each state on until the chain leaves; infinite or NaN where it need not.
  var collected: [Double] {
    var result: [Double] = []
    for k in rows.indices {
      let sum = zip(rows[k], result[first[k]...]).reduce(rewards[k]) { $0 + $1.0 * $1.1 }
      result.append(sum / leaving[k])
    }
    return result
  }

  /// The stationary probabilities of a chain without exits that reaches all states from all.
  var stationaryLaw: [Double] {
    var law = [Double](repeating: 0, count: rows.count)
    law[0] = 1
    for i in law.indices {
      if i > 0 { law[i] /= leaving[i] }
      // Only ratios matter; the largest must not overflow, and the least may vanish.
      if law[i] > 1e200 { law = law.map { 1e-200 * $0 } }
      for j in stride(from: i + 1, through: last[i], by: 1) {
        law[j] += law[i] * rows[i][j - first[i]]
      }
    }
    let sum = law.reduce(0, +)
    return law.map { $0 / sum }
  }
}
