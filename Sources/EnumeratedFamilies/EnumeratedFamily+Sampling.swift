import Families
import Randomness

extension EnumeratedFamily {
  /// `Σφ` over `count` states, from the multinomial law of the counts of the states.
  ///
  /// The sum is one of integers, rounded once when it is written in decimals.
  ///
  /// - Precondition: `count` is at most ``largestDraw(from:)``.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> DenseVector {
    guard table.isShort else { return drawLongSum(of: count, from: member, using: &generator) }
    var sums = [Int](repeating: 0, count: dimension)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: member.states.count) { counts in
      member.probabilities.withUnsafeBufferPointer {
        Multinomial.draw(count, weights: $0, into: counts, using: &generator)
      }
      for (state, times) in zip(member.states, counts) where times > 0 {
        let row = state * dimension
        for a in sums.indices { sums[a] += times * table.shortIntegers[row + a] }
      }
    }
    return DenseVector(zip(sums, table.units).map { $1.value(of: Double($0)) })
  }

  /// The same where the integers are long; the sum carries what doubles leave.
  private func drawLongSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> DenseVector {
    var sums = [Int128](repeating: 0, count: dimension)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: member.states.count) { counts in
      member.probabilities.withUnsafeBufferPointer {
        Multinomial.draw(count, weights: $0, into: counts, using: &generator)
      }
      for (state, times) in zip(member.states, counts) where times > 0 {
        for (a, integer) in table.integers(of: state).enumerated() {
          sums[a] += Int128(times) * integer
        }
      }
    }
    return DenseVector(parts: zip(sums, table.units).map { $1.parts(of: $0) })
  }

  /// 2⁵⁰ over the largest integer in the table, so that sums are exact with digits to spare for what is
  /// added to them; 2⁹⁰ where integers are long.
  public func largestDraw(from member: Member) -> Int {
    let bits: Int128 = table.isShort ? 50 : 90
    return Int(min(1 << 50, (1 << bits) / table.largest))
  }

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
