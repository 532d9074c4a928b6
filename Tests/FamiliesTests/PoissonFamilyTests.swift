import Families
import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct PoissonFamilyTests {
  static let family = PoissonFamily()
  static let parameters = [-3.0, -1, -0.2, 0, 0.5, 1.3, 4]

  /// The density is that of the distribution, and sums to one.
  @Test(arguments: [0.1, 1, 6.5])
  func densityIsPoisson(rate: Double) {
    let θ = log(rate)
    var total = 0.0
    for s in 0...80 {
      let logDensity = Self.family.logDensity(of: s, at: θ)
      #expect(abs(logDensity - Poisson(mean: rate).logProbability(of: s)) < 1e-11)
      total += exp(logDensity)
    }
    #expect(abs(total - 1) < 1e-13)
  }

  @Test func closureIsExact() throws {
    func fit(_ sum: Double, _ count: Double) throws -> PoissonFamily.Member {
      try Self.family.maximumLikelihood(SufficientStatistics(sum: sum, count: count))
    }
    let zero = try fit(0, 100)
    #expect(zero.face == .zero && zero.isAbsorbed && zero.naturalParameter == nil)
    // One count in 2⁵⁰ points is inside, with a finite θ.
    let hair = try fit(1, 0x1p50)
    #expect(hair.face == nil && !hair.isAbsorbed)
    #expect(abs(hair.naturalParameter! + 50 * log(2)) < 1e-13)
    var stream = RandomStream(key: StreamKey(rootSeed: 1))
    #expect(Self.family.drawSum(of: 1000, from: zero, using: &stream) == 0)
    #expect(Self.family.drawPoint(from: zero, using: &stream) == 0)
  }

  @Test func impossibleStatisticsAreRefused() {
    #expect(throws: EstimationError.noData) {
      try Self.family.maximumLikelihood(SufficientStatistics(sum: 0, count: 0))
    }
    for sum in [-1.0, .infinity, .nan] {
      #expect(throws: EstimationError.self) {
        try Self.family.maximumLikelihood(SufficientStatistics(sum: sum, count: 2))
      }
    }
  }

  /// Both roads, each against the exact law of the sum.
  @Test(arguments: [(3, 0.4), (20, 2.5)])
  func sumAndRawDataHaveTheSameLaw(samples: Int, rate: Double) {
    let member = Self.family.member(rate: rate)
    let law = PoissonLaw(mean: Double(samples) * rate)
    let highest = Int(law.mean + 12 * law.mean.squareRoot() + 20)
    let probabilities = (0...highest).map { law.probability(of: Double($0)) }
    let key = StreamKey(rootSeed: 3).child("two roads, Poisson \(samples)")
    func test(_ draw: (inout RandomStream) -> Double) -> ChiSquaredTest {
      var counts = [Int](repeating: 0, count: highest + 1)
      for i in 0..<40_000 {
        var stream = RandomStream(key: key, replicate: i)
        counts[min(highest, Int(draw(&stream)))] += 1
      }
      return ChiSquaredTest(observed: counts, probabilities: probabilities)
    }
    let share = FalseAlarmBudget.share(of: "poisson sum of statistics against raw data", cases: 4)
    func points(_ count: Int, _ stream: inout RandomStream) -> Double {
      (0..<count).reduce(0) { sum, _ in
        sum + Self.family.statistic(of: Self.family.drawPoint(from: member, using: &stream))
      }
    }
    let sum = test { Self.family.drawSum(of: samples, from: member, using: &$0) }
    let raw = test { points(samples, &$0) }
    #expect(sum.agrees(falseAlarm: share))
    #expect(raw.agrees(falseAlarm: share))
    // The planted bug: the last sample is a copy of the first.
    let broken = test { stream in 2 * points(1, &stream) + points(samples - 2, &stream) }
    #expect(!broken.agrees(falseAlarm: share))
  }
}
