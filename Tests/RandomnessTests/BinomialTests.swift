import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct BinomialTests {
  static let cases: [(trials: Int, p: Double)] = [
    (1, 0.5), (1, 0.03), (2, 0.9), (7, 0.3), (20, 0.5), (25, 0.41), (50, 0.199), (50, 0.201),
    (100, 0.0001), (100, 0.1), (101, 0.0999), (100, 0.5), (250, 0.97), (1000, 0.5), (1000, 0.013),
    (1000, 0.004), (4000, 0.77), (100_000, 0.0003), (1_000_000, 0.5), (1_000_000_000, 1e-8),
    (1 << 53, 3e-15), (1 << 40, 1e-10),
  ]

  /// One share for each case, and two for the parity and the side at n = 2⁵³.
  static let share = FalseAlarmBudget.share(of: "binomial variates", cases: cases.count + 2)

  /// χ² of observed counts against exact probabilities (Boost), one cell a value or run of values.
  static func test(
    trials: Int, probability: Double, draws: Int, sampler: (inout RandomStream) -> Int
  ) -> ChiSquaredTest {
    let mean = Double(trials) * probability
    let σ = (mean * (1 - probability)).squareRoot()
    let low = max(0, Int(mean - 9 * σ - 10))
    let high = min(trials, Int(mean + 9 * σ + 10))
    // At most 2000 cells: wide laws are binned.
    let width = max(1, (high - low) / 2000)
    let law = BinomialLaw(trials: Double(trials), probability: probability)
    var probabilities: [Double] = []
    var edge = low
    var below = law.cumulative(Double(low - 1))
    while edge <= high {
      let upTo = law.cumulative(Double(edge + width - 1))
      probabilities.append(width == 1 ? law.probability(of: Double(edge)) : upTo - below)
      below = upTo
      edge += width
    }
    var observed = [Int](repeating: 0, count: probabilities.count)
    let key = StreamKey(rootSeed: 1).child("binomial test").child("\(trials) \(probability)")
    for i in 0..<draws {
      var stream = RandomStream(key: key, replicate: i)
      let k = sampler(&stream)
      observed[min(max((k - low) / width, 0), observed.count - 1)] += 1
    }
    return ChiSquaredTest(observed: observed, probabilities: probabilities)
  }

  @Test(arguments: cases.indices)
  func variatesFollowTheLaw(index: Int) {
    let (trials, p) = Self.cases[index]
    let law = Binomial(trials: trials, probability: p)
    let test = Self.test(trials: trials, probability: p, draws: 200_000) { law.draw(using: &$0) }
    let share = Self.share
    #expect(test.agrees(falseAlarm: share), "n = \(trials), p = \(p): χ² = \(test.statistic)")
  }

  /// The planted bugs: a wrong centre, one trial too few, a hat without its acceptance step.
  @Test func wrongSamplersAreCaught() {
    let share = Self.share
    let law = Binomial(trials: 100, probability: 0.3)
    let shorter = Binomial(trials: 99, probability: 0.3)
    func isCaught(_ sampler: (inout RandomStream) -> Int) -> Bool {
      !Self.test(trials: 100, probability: 0.3, draws: 200_000, sampler: sampler)
        .agrees(falseAlarm: share)
    }
    #expect(isCaught { shorter.draw(using: &$0) })
    #expect(isCaught { law.draw(using: &$0) + ($0.nextUnit() < 0.1 ? 1 : 0) })
    #expect(
      isCaught {
        let u = $0.nextCentredUnit()
        let hat = TransformedRejection(n: 100, p: 0.3, q: 0.7)
        return Int((hat.candidate(u: u, us: 0.5 - abs(u)) + 30).rounded())
      })
  }

  /// The hat dominates and the squeeze lies inside, so that rejection is exact.
  ///
  /// The first needs `P(k) G′(u)/(α P(mode)) ≤ 1` everywhere, the second
  /// needs it to be ≥ its height wherever it accepts at once. Both hold on a fine grid, up to 2⁵³.
  @Test(arguments: [20, 50, 200, 1000, 4000, 1_000_000, 1 << 40, 1 << 53])
  func hatDominatesAndSqueezeIsInside(trials: Int) {
    let n = Double(trials)
    for p in [0.5, 0.45, 0.3, 0.1, 0.03, 1e-3, 1e-6, 10.01 / n] where p <= 0.5 && n * p >= 10 {
      let law = Binomial(trials: trials, probability: p)
      let hat = TransformedRejection(n: n, p: p, q: 1 - p)
      let mode = Int((n + 1) * p)
      let top = law.logProbability(of: mode)
      for step in -20_000...20_000 {
        let u = Double(step) / 40_001
        let us = 0.5 - abs(u)
        let x = hat.candidate(u: u, us: us)
        let k = mode + Int((x + (n * p - Double(mode))).rounded())
        guard k >= 0, k <= trials else { continue }
        let height = Foundation.exp(law.logProbability(of: k) - top) / hat.weight(us: us)
        #expect(height <= 1 + 1e-9, "n = \(trials), p = \(p), u = \(u)")
        if us >= TransformedRejection.squeezeWidth {
          #expect(height >= hat.squeezeHeight, "n = \(trials), p = \(p), u = \(u)")
        }
      }
    }
  }

  @Test func certainOutcomes() {
    var stream = RandomStream(key: StreamKey(rootSeed: 1))
    for trials in [0, 1, 1000, Binomial.maximumTrials] {
      #expect(Binomial(trials: trials, probability: 0).draw(using: &stream) == 0)
      #expect(Binomial(trials: trials, probability: 1).draw(using: &stream) == trials)
    }
    #expect(Binomial(trials: 0, probability: 0.5).draw(using: &stream) == 0)
    #expect(Binomial(trials: 5, probability: 0).logProbability(of: 0) == 0)
    #expect(Binomial(trials: 5, probability: 1).logProbability(of: 4) == -.infinity)
    #expect(Binomial(trials: 5, probability: 0.5).logProbability(of: 6) == -.infinity)
  }

  /// At n = 2⁵³ both sides of the mean are reached, odd and even counts alike.
  @Test func largestPopulationHasNoHoles() {
    let law = Binomial(trials: Binomial.maximumTrials, probability: 0.5)
    let half = Binomial.maximumTrials / 2
    func agree(_ sampler: (inout RandomStream) -> Int) -> (parity: Bool, side: Bool) {
      var odd = 0
      var below = 0
      for i in 0..<20_000 {
        var stream = RandomStream(key: StreamKey(rootSeed: 5), replicate: i)
        let k = sampler(&stream)
        odd += k & 1
        below += k < half ? 1 : 0
      }
      func isHalf(_ count: Int) -> Bool {
        BinomialCount(successes: count, trials: 20_000).agrees(with: 0.5, falseAlarm: Self.share)
      }
      return (isHalf(odd), isHalf(below))
    }
    #expect(agree { law.draw(using: &$0) } == (true, true))
    // The planted bugs: candidates rounded to even numbers, and one side of the hat missing.
    #expect(!agree { law.draw(using: &$0) & ~1 }.parity)
    #expect(!agree { max(law.draw(using: &$0), half) }.side)
  }

  @Test func logProbabilitiesAreAccurate() throws {
    for row in try Golden("binomial-log-probability", in: .module).rows {
      let trials = row.integer("trials")
      let found = Binomial(trials: trials, probability: row.number("probability"))
        .logProbability(of: row.integer("k"))
      let expected = row.number("log_probability")
      // The documented bound; moderate sizes do far better.
      let bound = trials <= 1000 ? 4e-15 * (1 + abs(expected)) : 1e-8
      #expect(abs(found - expected) < bound, "\(row): \(found)")
    }
  }

  /// A change here breaks published numbers: log it as value-breaking.
  @Test func streamStability() {
    let key = StreamKey(rootSeed: 20_260_514).child("binomial stability")
    let draws = [(1000, 0.5), (1000, 0.002), (4000, 0.93), (1 << 53, 0.25)].map { trials, p in
      (0..<4).map { i in
        var stream = RandomStream(key: key, replicate: i)
        return Binomial(trials: trials, probability: p).draw(using: &stream)
      }
    }
    #expect(draws == Self.stableDraws)
  }
}
