import Foundation
import Machines
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct LanesTests {
  /// Numbers that no two places share.
  static func vector(_ seed: Int) -> Vector64 {
    (0..<8).map { k in Lanes((0..<8).map { Float(sin(Double(seed + 8 * k + $0))) }) }
  }

  static func matrix() -> Weights {
    var weights = Weights()
    for i in 0..<64 { for j in 0..<64 { weights[i, j] = Float(cos(Double(64 * i + j))) } }
    return weights
  }

  @Test func theLogisticFunctionIsRight() {
    for step in 0...2400 {
      let x = Float(step) / 10 - 120
      let value = Double(logistic(Lanes(repeating: x))[3])
      let exact = 1 / (1 + Foundation.exp(-max(-69, Double(x))))
      let bound = abs(x) <= 8 ? 1e-6 : x >= -69 ? 1e-5 : 0.5
      #expect(abs(value - exact) <= bound * exact, "\(x)")
    }
    #expect(logistic(Lanes(repeating: 0))[0] == 0.5)
    #expect(logistic(Lanes(repeating: .infinity))[0] == 1)
  }

  @Test func rowsAreSummedAndAddedTo() {
    var weights = Self.matrix()
    let before = weights
    let word: UInt64 = 0x8000_0100_0040_0003
    let start = Self.vector(5)
    var sum = Vector64(repeating: Lanes(), count: 8)
    weights.sumRows(word, from: start, into: &sum)
    weights.add(start, times: 0.5, toRows: word)
    for j in 0..<64 {
      var expected = start[j / 8][j % 8]
      for i in 0..<64 where word >> UInt64(i) & 1 == 1 { expected += before[i, j] }
      #expect(sum[j / 8][j % 8] == expected)
      for i in 0..<64 {
        let added = word >> UInt64(i) & 1 == 1 ? start[j / 8][j % 8] * 0.5 : 0
        #expect(weights[i, j] == before[i, j] + added)
        #expect(before.transposed[j, i] == before[i, j])
      }
    }
  }

  @Test func bitsAreCounted() {
    #expect(bitMeans([1, 3, 1 << 63, 0])[0] == 0.5)
    #expect(bitMeans([1, 3, 1 << 63, 0])[1] == 0.25)
    #expect(bitMeans([1, 3, 1 << 63, 0])[63] == 0.25)
    let fixed = FixedPixels([0b1100, 0b0110])
    #expect(fixed.dark == 0b0100 && fixed.light == ~0b1110)
  }

  /// How often each bit is set, and each pair of neighbours, among words of unequal probabilities.
  static func agrees(_ draw: (inout RandomStream) -> UInt64, _ probabilities: [Double]) -> Bool {
    var stream = RandomStream(key: StreamKey(rootSeed: 2).child("bernoulli"))
    let words = (0..<20_000).map { _ in draw(&stream) }
    let share = FalseAlarmBudget.share(of: "binary networks", cases: 5 * 127)
    func count(_ mask: UInt64) -> BinomialCount {
      BinomialCount(successes: words.count { $0 & mask == mask }, trials: words.count)
    }
    return (0..<64).allSatisfy { (i: Int) -> Bool in
      let alone = count(UInt64(1) << UInt64(i))
      guard alone.agrees(with: probabilities[i], falseAlarm: share) else { return false }
      guard i < 63 else { return true }
      let both = count(UInt64(3) << UInt64(i))
      return both.agrees(with: probabilities[i] * probabilities[i + 1], falseAlarm: share)
    }
  }

  /// Probabilities are rounded up to multiples of 2⁻²⁴; these are such.
  @Test func bitsAreIndependentCoins() {
    let probabilities = (0..<64).map { Double($0 % 9) / 8 }
    let vector = (0..<8).map { k in
      Lanes((0..<8).map { Float(probabilities[8 * k + $0]) })
    }
    #expect(Self.agrees({ bernoulli(vector, using: &$0) }, probabilities))
    // The planted bug: every bit depends on the same number as its neighbour.
    #expect(
      !Self.agrees(
        { stream in
          let word = bernoulli(vector, using: &stream)
          return word & 0x5555_5555_5555_5555 | (word & 0x5555_5555_5555_5555) << 1
        }, probabilities))
  }
}
