import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct PoissonTests {
  static let means = [1e-3, 0.2, 1, 4.5, 9.99, 10, 10.5, 17, 100, 1000.7, 1e5, 1e9]

  /// One share for each mean, and two for the parity and the side at λ = 2⁵².
  static let share = FalseAlarmBudget.share(of: "poisson variates", cases: means.count + 2)

  /// χ² of observed counts against exact probabilities (Boost), one cell a value or run of values.
  static func test(mean: Double, sampler: (inout RandomStream) -> Int) -> ChiSquaredTest {
    let σ = mean.squareRoot()
    let low = max(0, Int(mean - 9 * σ - 10))
    let high = Int(mean + 9 * σ + 10)
    let width = max(1, (high - low) / 1000)
    let law = PoissonLaw(mean: mean)
    let cells = (high - low) / width + 1
    let edges = (0...cells).map { Double(low + $0 * width - 1) }
    let probabilities = zip(edges, edges.dropFirst()).map { below, top in
      width == 1 ? law.probability(of: top) : law.cumulative(top) - law.cumulative(below)
    }
    var observed = [Int](repeating: 0, count: cells)
    let key = StreamKey(rootSeed: 1).child("poisson test").child("\(mean)")
    for i in 0..<200_000 {
      var stream = RandomStream(key: key, replicate: i)
      observed[min(max((sampler(&stream) - low) / width, 0), cells - 1)] += 1
    }
    return ChiSquaredTest(observed: observed, probabilities: probabilities)
  }

  @Test(arguments: means)
  func variatesFollowTheLaw(mean: Double) {
    let law = Poisson(mean: mean)
    let test = Self.test(mean: mean) { law.draw(using: &$0) }
    #expect(test.agrees(falseAlarm: Self.share), "λ = \(mean): χ² = \(test.statistic)")
  }

  /// The planted bugs: a wrong mean, a count too many now and then, a hat without its acceptance
  /// step.
  @Test func wrongSamplersAreCaught() {
    let law = Poisson(mean: 30)
    func isCaught(_ sampler: (inout RandomStream) -> Int) -> Bool {
      !Self.test(mean: 30, sampler: sampler).agrees(falseAlarm: Self.share)
    }
    let wrong = Poisson(mean: 30.3)
    #expect(isCaught { wrong.draw(using: &$0) })
    #expect(isCaught { law.draw(using: &$0) + ($0.nextUnit() < 0.2 ? 1 : 0) })
    #expect(
      isCaught {
        let u = $0.nextCentredUnit()
        let hat = TransformedRejection(poissonMean: 30)
        return max(0, Int((hat.candidate(u: u, us: 0.5 - abs(u)) + 30 + hat.shift).rounded()))
      })
  }

  /// The hat dominates the law and the squeeze lies inside it, up to the largest mean.
  @Test(arguments: [
    10, 10.3, 11.47, 12.41, 13.21, 14.01, 15.72, 20, 23.55, 36.79, 40.32, 57.5, 300, 1e4, 1e6 + 0.4,
    1e12, 0x1p52,
  ])
  func hatDominatesAndSqueezeIsInside(mean: Double) {
    let law = Poisson(mean: mean)
    let hat = TransformedRejection(poissonMean: mean)
    let mode = Double(Int(mean))
    for step in -20_000...20_000 {
      let u = Double(step) / 40_001
      let us = 0.5 - abs(u)
      let x = hat.candidate(u: u, us: us) + (mean - mode) + hat.shift
      let k = Int(mode) + Int(x.rounded())
      guard k >= 0 else { continue }
      let height = exp(law.logProbability(of: k)) / hat.weight(us: us)
      #expect(height <= 1 + 1e-9, "λ = \(mean), u = \(u): \(height)")
      if us >= TransformedRejection.squeezeWidth {
        #expect(height >= hat.squeezeHeight, "λ = \(mean), u = \(u): \(height)")
      }
    }
  }

  /// At λ = 2⁵² both sides of the mean are reached, odd and even counts alike.
  @Test func largestMeanHasNoHoles() {
    let law = Poisson(mean: Poisson.maximumMean)
    let mean = 1 << 52
    func agree(_ sampler: (inout RandomStream) -> Int) -> (parity: Bool, side: Bool) {
      var odd = 0
      var below = 0
      for i in 0..<20_000 {
        var stream = RandomStream(key: StreamKey(rootSeed: 6), replicate: i)
        let k = sampler(&stream)
        odd += k & 1
        below += k < mean ? 1 : 0
      }
      func isHalf(_ count: Int) -> Bool {
        BinomialCount(successes: count, trials: 20_000).agrees(with: 0.5, falseAlarm: Self.share)
      }
      return (isHalf(odd), isHalf(below))
    }
    #expect(agree { law.draw(using: &$0) } == (true, true))
    // The planted bugs: candidates rounded to even numbers, and one side of the hat missing.
    #expect(!agree { law.draw(using: &$0) & ~1 }.parity)
    #expect(!agree { max(law.draw(using: &$0), mean) }.side)
  }

  @Test func certainOutcomes() {
    var stream = RandomStream(key: StreamKey(rootSeed: 1))
    #expect(Poisson(mean: 0).draw(using: &stream) == 0)
    #expect(Poisson(mean: 0).logProbability(of: 0) == 0)
    #expect(Poisson(mean: 0).logProbability(of: 1) == -.infinity)
    #expect(Poisson(mean: 3).logProbability(of: -1) == -.infinity)
  }

  @Test func logProbabilitiesAreAccurate() throws {
    for row in try Golden("poisson-log-probability", in: .module).rows {
      let mean = row.number("mean")
      let found = Poisson(mean: mean).logProbability(of: row.integer("k"))
      let expected = row.number("log_probability")
      // The documented bound; moderate means do far better.
      let bound = mean <= 1001 ? 4e-15 * (1 + abs(expected)) : 1e-8
      #expect(abs(found - expected) < bound, "\(row): \(found)")
    }
  }

  /// A change here breaks published numbers: log it as value-breaking.
  @Test func streamStability() {
    let key = StreamKey(rootSeed: 20_260_514).child("poisson stability")
    let draws = [0.3, 7, 25.5, 1e6].map { mean in
      (0..<4).map { i in
        var stream = RandomStream(key: key, replicate: i)
        return Poisson(mean: mean).draw(using: &stream)
      }
    }
    #expect(draws == Self.stableDraws)
  }
}
