import ExponentialFamilies
import RandomStreams

extension EnumeratedFamily {
  /// `Σφ` over `count` states, from the multinomial law of the counts of the states.
  ///
  /// The sum is one of integers, rounded once when it is written in decimals.
  ///
  /// - Precondition: `count` is at most ``largestDraw(from:)``.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> DenseVector {
    var sums = [Int](repeating: 0, count: dimension)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: member.states.count) { counts in
      member.probabilities.withUnsafeBufferPointer {
        Multinomial.draw(count, weights: $0, into: counts, using: &generator)
      }
      for (state, times) in zip(member.states, counts) where times > 0 {
        for (a, integer) in table.integers(of: state).enumerated() { sums[a] += times * integer }
      }
    }
    return DenseVector(zip(sums, table.units).map { $1.value(of: Double($0)) })
  }

  /// 2⁵⁰ over the largest integer in the table, so that sums are exact with digits to spare for what is
  /// added to them.
  public func largestDraw(from member: Member) -> Int { (1 << 50) / table.largest }

  /// One state, by inversion.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Int {
    var u = generator.nextUnit()
    // Rounding may leave a remainder above the last state with any probability.
    var last = 0
    for (state, p) in zip(member.states, member.probabilities) where p > 0 {
      if u < p { return state }
      u -= p
      last = state
    }
    return last
  }
}
