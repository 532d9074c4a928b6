import Randomness

/// Eight single-precision numbers that are worked on at once.
///
/// Longer vectors of the standard library are not compiled into vector instructions; eight are.
package typealias Lanes = SIMD8<Float>

/// 64 numbers, one a bit of a word: eight times eight lanes.
package typealias Vector64 = [Lanes]

extension Lanes {
  /// The bits of each number.
  var bits: SIMD8<Int32> { unsafeBitCast(self, to: SIMD8<Int32>.self) }

  /// The numbers with the given bits.
  init(bits: SIMD8<Int32>) { self = unsafeBitCast(bits, to: Lanes.self) }

  /// The sum of the numbers, always in the same order.
  var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// The logistic function `1/(1 + e⁻ˣ)` of each number.
///
/// Made of IEEE additions, multiplications and one division, so that no processor gives other bits. The relative
/// error is below 10⁻⁶ for |x| ≤ 8 and below 10⁻⁵ down to x = −69; from there on the value stays at 8·10⁻³¹.
package func logistic(_ x: Lanes) -> Lanes {
  // e⁻ˣ = 2ᵏ eʳ with |r| ≤ ½ ln 2; beyond ±100 in z the result no longer matters, and 2ᵏ must be normal.
  var z = x * -1.442_695_04
  z.replace(with: Lanes(repeating: -100), where: z .< -100)
  z.replace(with: Lanes(repeating: 100), where: z .> 100)
  let shifter = Lanes(repeating: 0x1.8p23)
  let shifted = z + shifter
  let r = (z - (shifted - shifter)) * 0.693_147_18
  var p: Lanes = r * (1 / 5040) + (1 / 720)
  p = p * r + (1 / 120)
  p = p * r + (1 / 24)
  p = p * r + (1 / 6)
  p = p * r + 0.5
  p = p * r + 1
  p = p * r + 1
  let scale = Lanes(bits: (shifted.bits &+ 127) &<< 23)
  return 1 / (1 + p * scale)
}

/// A word whose bit i is set with probability `probabilities[i]`, independently.
package func bernoulli<G: RandomNumberGenerator>(
  _ probabilities: Vector64, using generator: inout G
) -> UInt64 {
  var word: UInt64 = 0
  for k in 0..<8 {
    var draws = SIMD8<UInt32>()
    for pair in 0..<4 {
      let bits = generator.next()
      draws[2 * pair] = UInt32(truncatingIfNeeded: bits)
      draws[2 * pair + 1] = UInt32(truncatingIfNeeded: bits >> 32)
    }
    // Multiples of 2⁻²⁴ from 0 on: probability 0 is never drawn, 1 always.
    let uniforms = Lanes(SIMD8<Int32>(truncatingIfNeeded: draws &>> 8)) * 0x1p-24
    // The sign bit of the difference says which is smaller.
    let smaller = (uniforms - probabilities[k]).bits &>> 31 & SIMD8(1, 2, 4, 8, 16, 32, 64, 128)
    word |= UInt64(UInt32(bitPattern: smaller.wrappedSum())) &<< UInt64(8 * k)
  }
  return word
}

/// How often each of 64 bits is set in the words, as a fraction; `words` holds at least one.
package func bitMeans(_ words: [UInt64]) -> [Double] {
  bitCounts(words).map { Double($0) / Double(words.count) }
}

/// In how many of the words each of 64 bits is set.
package func bitCounts(_ words: [UInt64]) -> [Int] {
  var counts = [Int](repeating: 0, count: 64)
  for word in words {
    var rest = word
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest &- 1
    }
  }
  return counts
}
