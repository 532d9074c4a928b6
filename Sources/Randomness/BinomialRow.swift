/// The law Binomial(n, r/n), whose mode is r, for an ``AliasTable``: outcomes near the mode have columns of their
/// own, and those far from it, fewer than one variate in ten thousand, a common one, the last.
///
/// Probabilities come from `P(k−1)/P(k) = k(n − r)/((n − k + 1)r)`, outward from the mode: one division and
/// one multiplication a step, of whole numbers that are exact, so that the same bits come out on every
/// processor. Where `P(k) < 2⁻⁶⁴ P(r)` they end; less than 2⁻⁶⁴ is left out. What the table makes of an
/// outcome's probability differs from P(k) by at most `2⁻⁴⁰ P(k) + 2⁻⁵⁵`.
package struct BinomialRow {
  /// n ≥ 2.
  package let trials: Int
  /// r, `0 < r ≤ n/2`.
  package let mode: Int
  /// The number of columns.
  package let width: Int

  /// The law with mode `mode`.
  package init(trials: Int, mode: Int) {
    (self.trials, self.mode, width) = (trials, mode, Self.width(trials: trials))
  }

  /// The number of columns at a given n: all outcomes and an empty one, or four standard deviations of the
  /// widest law on either side.
  package static func width(trials: Int) -> Int {
    min(trials + 2, 2 * Int((4 * Double(trials).squareRoot() / 2).rounded(.up)) + 2)
  }

  /// The outcomes with columns of their own.
  package var near: Range<Int> {
    let first = min(max(0, mode - (width - 1) / 2), trials + 2 - width)
    return first..<(first + width - 1)
  }

  /// Makes the table; its first column is that of the least outcome ``near`` the mode.
  package func make(in columns: UnsafeMutableBufferPointer<AliasTable.Column>) {
    let near = near
    withUnsafeTemporaryAllocation(of: Double.self, capacity: width - 1) { probabilities in
      probabilities.update(repeating: 0)
      probabilities[mode - near.lowerBound] = 1
      var (sumNear, sumFar) = (1.0, 0.0)
      forEachOther { outcome, probability in
        if near.contains(outcome) {
          probabilities[outcome &- near.lowerBound] = probability
          sumNear += probability
        } else {
          sumFar += probability
        }
      }
      let whole = UInt64(width) * AliasTable.capacity
      let scale = Double(whole) / (sumNear + sumFar)
      var rest = whole
      func weight(_ probability: Double) -> UInt64 {
        let weight = UInt64(bitPattern: Int64(scale * probability))
        rest &-= weight
        return weight
      }
      for column in 0..<(width - 1) { columns[column] = weight(probabilities[column]) }
      columns[width - 1] = weight(sumFar)
      // What rounding has left over, or taken too much, is the mode's.
      columns[mode - near.lowerBound] &+= rest
    }
    AliasTable.make(inPlaceOf: columns)
  }

  /// The outcome of a word that has come to the last column: by inversion of what the word has left.
  ///
  /// - Parameter position: uniform on [0, 1].
  package func farOutcome(at position: Double) -> Int {
    let near = near
    var total = 0.0
    forEachOther { if !near.contains($0) { total += $1 } }
    var (rest, last) = (position * total, mode)
    forEachOther { outcome, probability in
      if !near.contains(outcome), rest >= 0 {
        rest -= probability
        last = outcome
      }
    }
    return last
  }

  /// Calls `body` with every outcome but the mode, and its probability in units of the mode's.
  @inline(__always)
  private func forEachOther(_ body: (Int, Double) -> Void) {
    descend(from: mode) { body(mode &- $0, $1) }
    // As many failures for successes.
    descend(from: trials - mode) { body(mode &+ $0, $1) }
  }

  /// Calls `body` with every distance d ≥ 1 and P(`start` − d)/P(`start`).
  @inline(__always)
  private func descend(from start: Int, _ body: (Int, Double) -> Void) {
    let (n, r) = (Double(trials), Double(start))
    let s = n - r
    var (k, probability, distance) = (r, 1.0, 1)
    while k > 0 {
      probability *= k * s / ((n - k + 1) * r)
      if probability < 0x1p-64 { return }
      body(distance, probability)
      k -= 1
      distance &+= 1
    }
  }
}
