/// The multinomial distribution: how many of n independent draws fall on each of K outcomes.
///
/// Few draws are compared, eight at a time, with the cumulative probabilities, or looked up among them
/// where outcomes are many; many draws are split by conditional binomials, at a cost that does not grow
/// with their number.
///
/// Each of these ways is a call: what allocates on the stack is miscompiled by Swift 6.3 where it is inlined into
/// closures or loops that keep a generator in registers.
public enum Multinomial {
  /// A variate.
  ///
  /// Comparisons see probabilities as multiples of 2⁻⁵³, like any inversion of a uniform variate;
  /// an outcome of weight zero never comes.
  ///
  /// - Parameters:
  ///   - trials: n, `0 ≤ n ≤ 2⁵³`.
  ///   - weights: K numbers ≥ 0 with a sum from 1e−270 to 1e300, proportional to the probabilities.
  ///   - counts: K integers, overwritten.
  ///   - generator: uses n/4 words; or a few for each outcome; or n, where outcomes are many and draws
  ///     are fewer.
  @inlinable
  public static func draw<G: RandomNumberGenerator>(
    _ trials: Int, weights: UnsafeBufferPointer<Double>,
    into counts: UnsafeMutableBufferPointer<Int>,
    using generator: inout G
  ) {
    precondition(
      weights.count >= 1 && counts.count == weights.count, "a count for each weight is needed")
    if trials == 0 {
      counts.update(repeating: 0)
    } else if weights.count > searchLimit, trials < weights.count {
      drawBySearch(trials, weights, counts, using: &generator)
    } else if trials <= comparisonLimit {
      drawByComparison(trials, weights, counts, using: &generator)
    } else {
      drawBySplitting(trials, weights, counts, using: &generator)
    }
  }

  /// The largest number of draws that are compared one by one.
  @inlinable package static var comparisonLimit: Int { 320 }

  /// The number of outcomes from which fewer draws than outcomes are looked up one by one.
  @inlinable package static var searchLimit: Int { 512 }

  /// The next word, by a call: inlined into closures that allocate on the stack, the generator's code is
  /// miscompiled by Swift 6.3.
  @inlinable @inline(never)
  static func word<G: RandomNumberGenerator>(_ generator: inout G) -> UInt64 { generator.next() }

  // MARK: - Many outcomes

  /// Each draw is found among the cumulative probabilities by bisection.
  @inlinable @inline(never)
  package static func drawBySearch<G: RandomNumberGenerator>(
    _ trials: Int, _ weights: UnsafeBufferPointer<Double>,
    _ counts: UnsafeMutableBufferPointer<Int>, using generator: inout G
  ) {
    counts.update(repeating: 0)
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: weights.count) { thresholds in
      let last = fill(thresholds, weights)
      for _ in 0..<trials {
        let u = Int64(truncatingIfNeeded: word(&generator) >> 11)
        // The last outcome whose threshold is not above u; one of weight zero shares its threshold with
        // the next and is never the last.
        var (low, high) = (0, last + 1)
        while high - low > 1 {
          let middle = (low + high) / 2
          if thresholds[middle] <= u { low = middle } else { high = middle }
        }
        counts[low] += 1
      }
    }
  }

  // MARK: - Many draws

  /// The count of each outcome, given those before it, is binomial.
  @inlinable @inline(never)
  package static func drawBySplitting<G: RandomNumberGenerator>(
    _ trials: Int, _ weights: UnsafeBufferPointer<Double>,
    _ counts: UnsafeMutableBufferPointer<Int>, using generator: inout G
  ) {
    // Sums from the far end lose no digits, where differences from the total would.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: weights.count + 1) { rest in
      rest[weights.count] = 0
      for k in stride(from: weights.count - 1, through: 0, by: -1) {
        rest[k] = rest[k + 1] + weights[k]
      }
      var remaining = trials
      for k in 0..<weights.count {
        if remaining == 0 || rest[k] == 0 {
          counts[k] = 0
          continue
        }
        let law = Binomial(
          trials: remaining, probability: min(1, weights[k] / rest[k]),
          complement: rest[k + 1] / rest[k])
        counts[k] = law.draw(using: &generator)
        remaining -= counts[k]
      }
    }
  }

  // MARK: - Few draws

  /// Each draw is a uniform integer u of 53 bits, its outcome the number of thresholds below it.
  ///
  /// Sixteen leading bits decide nearly always; only where they equal those of a threshold are the
  /// others drawn.
  @inlinable @inline(never)
  package static func drawByComparison<G: RandomNumberGenerator>(
    _ trials: Int, _ weights: UnsafeBufferPointer<Double>,
    _ counts: UnsafeMutableBufferPointer<Int>, using generator: inout G
  ) {
    let outcomes = weights.count
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: outcomes) { thresholds in
      let last = fill(thresholds, weights)
      let vectors = (trials + 7) / 8
      withUnsafeTemporaryAllocation(of: SIMD8<Int16>.self, capacity: vectors) { draws in
        for v in 0..<vectors {
          // A last half that no draw needs is filled all the same.
          draws[v] = unsafeBitCast(
            SIMD2(word(&generator), word(&generator)), to: SIMD8<Int16>.self)
        }
        // counts[k] is the number of draws at or above outcome k, until the differences are taken.
        counts[0] = trials
        var ties = SIMD8<Int16>()
        let used = SIMD8<Int16>(0, 1, 2, 3, 4, 5, 6, 7) .< Int16(trials - 8 * (vectors - 1))
        for k in stride(from: 1, through: last, by: 1) {
          let threshold = SIMD8(repeating: leadingBits(of: thresholds[k]))
          var above = SIMD8<Int16>()
          // True is −1 in every bit.
          for v in 0..<(vectors - 1) {
            above &+= unsafeBitCast(draws[v] .> threshold, to: SIMD8<Int16>.self)
            ties |= unsafeBitCast(draws[v] .== threshold, to: SIMD8<Int16>.self)
          }
          if let final = draws.last {
            above &+= unsafeBitCast((final .> threshold) .& used, to: SIMD8<Int16>.self)
            ties |= unsafeBitCast((final .== threshold) .& used, to: SIMD8<Int16>.self)
          }
          counts[k] = -Int(above.wrappedSum())
        }
        if ties != SIMD8() {
          draws.withMemoryRebound(to: Int16.self) { draws in
            resolveTies(
              UnsafeMutableBufferPointer(rebasing: draws[..<trials]), thresholds, last, counts,
              using: &generator)
          }
        }
        for k in 0..<last { counts[k] -= counts[k + 1] }
        for k in (last + 1)..<outcomes { counts[k] = 0 }
      }
    }
  }

  /// Cumulative probabilities in units of 2⁻⁵³: draws from `thresholds[k]` on have outcome k at least.
  ///
  /// - Returns: the last outcome with a weight.
  @inlinable
  package static func fill(
    _ thresholds: UnsafeMutableBufferPointer<Int64>, _ weights: UnsafeBufferPointer<Double>
  ) -> Int {
    var last = weights.count - 1
    while last > 0, weights[last] == 0 { last -= 1 }
    var total = 0.0
    for k in 0...last { total += weights[k] }
    precondition(total >= 1e-270 && total <= 1e300, "weights need a sum from 1e−270 to 1e300")
    let scale = 0x1p53 / total
    var below = 0.0
    for k in 0...last {
      thresholds[k] = min(Int64(below * scale), 1 << 53 - 1)
      below += weights[k]
    }
    return last
  }

  /// The leading 16 bits of 53, with the order of unsigned numbers carried over to signed ones.
  @inlinable
  package static func leadingBits(of threshold: Int64) -> Int16 {
    Int16(truncatingIfNeeded: (threshold >> 37) - (1 << 15))
  }

  @usableFromInline
  package static func resolveTies<G: RandomNumberGenerator>(
    _ draws: UnsafeMutableBufferPointer<Int16>, _ thresholds: UnsafeMutableBufferPointer<Int64>,
    _ last: Int, _ counts: UnsafeMutableBufferPointer<Int>, using generator: inout G
  ) {
    let mask: Int64 = 1 << 37 - 1
    for draw in draws {
      var trailing: Int64?
      for k in 1...last where leadingBits(of: thresholds[k]) == draw {
        let bits = trailing ?? (Int64(truncatingIfNeeded: word(&generator)) & mask)
        trailing = bits
        if bits >= thresholds[k] & mask { counts[k] += 1 }
      }
    }
  }
}
