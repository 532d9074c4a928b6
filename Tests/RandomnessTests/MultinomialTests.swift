import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct MultinomialTests {
  typealias Method = @Sendable (Int, [Double], inout RandomStream) -> [Int]

  static func draw<G: RandomNumberGenerator>(
    _ trials: Int, _ weights: [Double], _ generator: inout G,
    by method: (
      Int, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Int>, inout G
    ) -> Void
  ) -> [Int] {
    var counts = [Int](repeating: -1, count: weights.count)
    weights.withUnsafeBufferPointer { weights in
      counts.withUnsafeMutableBufferPointer { counts in
        method(trials, weights, counts, &generator)
      }
    }
    return counts
  }

  static let comparison: Method = { trials, weights, stream in
    draw(trials, weights, &stream) { Multinomial.drawByComparison($0, $1, $2, using: &$3) }
  }
  static let splitting: Method = { trials, weights, stream in
    draw(trials, weights, &stream) { Multinomial.drawBySplitting($0, $1, $2, using: &$3) }
  }
  static let search: Method = { trials, weights, stream in
    draw(trials, weights, &stream) { Multinomial.drawBySearch($0, $1, $2, using: &$3) }
  }
  /// The planted bug: the first draw counts twice and the last not at all.
  static let broken: Method = { trials, weights, stream in
    let first = comparison(1, weights, &stream)
    let others = comparison(trials - 2, weights, &stream)
    return zip(first, others).map { 2 * $0 + $1 }
  }

  /// Each method against the exact law of all outcomes.
  @Test(arguments: [[3.0, 1, 0.5, 2], [0.02, 5, 0, 1], [1, 1, 1, 1000]])
  func lawIsMultinomial(weights: [Double]) {
    let trials = 4
    let outcomes = (0...trials).flatMap { a in
      (0...(trials - a)).flatMap { b in
        (0...(trials - a - b)).map { c in [a, b, c, trials - a - b - c] }
      }
    }
    func factorial(_ n: Int) -> Double { (1...max(1, n)).reduce(1) { $0 * Double($1) } }
    let total = weights.reduce(0, +)
    let law = outcomes.map { counts in
      zip(counts, weights).reduce(factorial(trials)) { product, pair in
        (0..<pair.0).reduce(product / factorial(pair.0)) { p, _ in p * pair.1 / total }
      }
    }
    let share = FalseAlarmBudget.share(of: "multinomial variates", cases: 9)
    func test(_ method: Method, _ name: String) -> ChiSquaredTest {
      let key = StreamKey(rootSeed: 6).child("\(name) \(weights)")
      var counts = [Int](repeating: 0, count: outcomes.count)
      for i in 0..<40_000 {
        var stream = RandomStream(key: key, replicate: i)
        counts[outcomes.firstIndex(of: method(trials, weights, &stream))!] += 1
      }
      return ChiSquaredTest(observed: counts, probabilities: law)
    }
    #expect(test(Self.comparison, "comparison").agrees(falseAlarm: share))
    #expect(test(Self.splitting, "splitting").agrees(falseAlarm: share))
    #expect(test(Self.search, "search").agrees(falseAlarm: share))
    #expect(!test(Self.broken, "broken").agrees(falseAlarm: share))
  }

  /// All draws are counted, on outcomes with a weight, at any number of draws.
  @Test(arguments: [0, 1, 7, 8, 9, 50, 64, 320, 321, 100_000])
  func countsAddUp(trials: Int) {
    var stream = RandomStream(key: StreamKey(rootSeed: 7))
    for weights in [[1.0], [0, 1], [1, 0], [0, 0, 3, 0], [1e-300, 1, 1e-300], [2, 0, 5, 1]] {
      let counts = Self.draw(trials, weights, &stream) { n, w, c, g in
        Multinomial.draw(n, weights: w, into: c, using: &g)
      }
      #expect(counts.reduce(0, +) == trials && counts.allSatisfy { $0 >= 0 })
      #expect(zip(counts, weights).allSatisfy { $0 == 0 || $1 > 0 })
    }
  }

  private static let sparseWeights = (0..<600).map { k -> Double in
    k % 7 == 3 && k < 590 ? Double(k) : 0
  }

  /// Many outcomes, few of them with a weight: each draw falls on one that has.
  @Test(arguments: [1, 5, 599, 600])
  func manyOutcomes(trials: Int) {
    let weights = Self.sparseWeights
    var stream = RandomStream(key: StreamKey(rootSeed: 8))
    let counts = Self.draw(trials, weights, &stream) { n, w, c, g in
      Multinomial.draw(n, weights: w, into: c, using: &g)
    }
    #expect(counts.reduce(0, +) == trials)
    #expect(zip(counts, weights).allSatisfy { $0 == 0 || $1 > 0 })
  }

  /// Among many outcomes, a draw falls on the one whose interval of cumulative probability it lies in.
  @Test func manyOutcomesHaveTheirIntervals() {
    let weights = Self.sparseWeights
    let total = UInt64(weights.reduce(0, +))
    var (below, previous) = (UInt64(0), 3)
    for k in weights.indices where weights[k] > 0 {
      // The end of the interval before, floor(2⁵³ below/total), in whole numbers.
      let (high, low) = below.multipliedFullWidth(by: 1 << 53)
      let edge = total.dividingFullWidth((high, low)).quotient
      // The thresholds are rounded in the last of 53 bits.
      for (u, outcome) in [(edge + 4, k), (edge &- 4, previous)] where u < 1 << 53 {
        var script = Script(words: [u << 11])
        let counts = Self.draw(1, weights, &script) { n, w, c, g in
          Multinomial.draw(n, weights: w, into: c, using: &g)
        }
        #expect(counts.firstIndex(of: 1) == outcome && counts.reduce(0, +) == 1)
      }
      below += UInt64(weights[k])
      previous = k
    }
    #expect(below == total)
  }

  /// Words in a given order.
  private struct Script: RandomNumberGenerator {
    var words: [UInt64]
    mutating func next() -> UInt64 { words.removeFirst() }
  }

  /// A draw whose leading bits equal a threshold's is decided by the bits that follow.
  @Test func tiesAreResolved() {
    // Thresholds at ¼ and at ¼ + 2⁻²⁰: equal in their leading 16 bits, 0x4000.
    let weights = [0.25, 0x1p-20, 0.75 - 0x1p-20]
    let second: UInt64 = 1 << 33  // 2⁻²⁰ of 2⁵³
    for (trailing, outcome) in [(0, 1), (second - 1, 1), (second, 2), (second + 1, 2)] {
      // Lanes are signed: 0x4000 of an unsigned number is 0xc000 here. One lane of eight is used.
      var script = Script(words: [0xc000, 0, trailing])
      let counts = Self.draw(1, weights, &script) {
        Multinomial.drawByComparison($0, $1, $2, using: &$3)
      }
      #expect(counts[outcome] == 1, "\(trailing): \(counts)")
      #expect(script.words.isEmpty)
    }
    var below = Script(words: [0xbfff, 0])
    let counts = Self.draw(1, weights, &below) {
      Multinomial.drawByComparison($0, $1, $2, using: &$3)
    }
    #expect(counts == [1, 0, 0])
  }
}
