import Families
import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct IndependentSpinsTests {
  static let fields = [-350.0, -12, -3, -0.7, -1e-3, 0, 1e-8, 0.2, 1.5, 9]

  /// Against enumeration of the levels at 50 digits.
  @Test func goldenValues() throws {
    for row in try Golden("independent-spins", in: .module).rows {
      let family = IndependentSpins(spins: row.integer("spins"))
      let θ = row.number("theta")
      func agree(_ found: Double, _ column: String, _ absolute: Double = 0) -> Bool {
        let expected = row.number(column)
        return abs(found - expected) <= 4e-15 * abs(expected) + absolute
      }
      #expect(agree(family.logPartition(at: θ), "log_partition"), "\(row)")
      #expect(agree(family.meanParameter(at: θ), "mean"), "\(row)")
      #expect(agree(family.fisherInformation(at: θ)[0, 0], "fisher"), "\(row)")
      // A difference of two larger numbers.
      #expect(
        agree(family.entropy(at: θ), "entropy", 4e-15 * family.logPartition(at: θ)), "\(row)")
    }
  }

  @Test func densitySumsToOne() {
    let family = IndependentSpins(spins: 3)
    for θ in Self.fields {
      let total = (0..<8).reduce(0.0) { sum, bits in
        let point = (0..<3).map { bits >> $0 & 1 == 1 }
        return sum + exp(family.logDensity(of: point, at: θ))
      }
      #expect(abs(total - 1) < 1e-14)
    }
  }

  @Test func closureIsExact() throws {
    let family = IndependentSpins(spins: 4)
    let size = 1 << 40  // samples
    let edge = Double(4 * size)
    func fit(_ sum: Double) throws -> IndependentSpins.Member {
      try family.maximumLikelihood(SufficientStatistics(sum: sum, count: Double(size)))
    }
    let up = try fit(edge)
    #expect(up.face == .allUp && up.isAbsorbed && up.naturalParameter == nil)
    #expect(up.meanParameter == 4)
    #expect(try fit(-edge).face == .allDown)
    // One spin in 2⁴² the other way is inside, with a finite field.
    let hair = try fit(edge - 2)
    #expect(hair.face == nil && !hair.isAbsorbed)
    #expect(abs(hair.naturalParameter! - 0.5 * log(pow(2, 42) - 1)) < 1e-13)
    #expect(try fit(0).naturalParameter == 0)
  }

  /// Pseudo-data have fractional weights, whose sums are rounded; a vertex stays a vertex.
  @Test func fractionalWeightsKeepTheVertex() throws {
    let family = IndependentSpins(spins: 10)
    for weights in [
      [1.0241810801657667, 4.0439727109586485], [0.1, 0.2], [0.7, 50], [0.01, 50],
    ] {
      for s in [10.0, -10] {
        let data = weights.reduce(SufficientStatistics(sum: 0, count: 0)) {
          $0 + SufficientStatistics(sum: $1 * s, count: $1)
        }
        #expect(try family.maximumLikelihood(data) == family.member(magnetisation: s / 10))
      }
    }
  }

  @Test func impossibleStatisticsAreRefused() {
    let family = IndependentSpins(spins: 4)
    #expect(throws: EstimationError.noData) {
      try family.maximumLikelihood(SufficientStatistics(sum: 0, count: 0))
    }
    #expect(throws: EstimationError.outsideSupport(mean: "4.5", allowed: "[−4, 4]")) {
      try family.maximumLikelihood(SufficientStatistics(sum: 9, count: 2))
    }
    #expect(throws: EstimationError.self) {
      try family.maximumLikelihood(SufficientStatistics(sum: .nan, count: 2))
    }
  }

  @Test func verticesGiveOneSample() {
    let family = IndependentSpins(spins: 5)
    var stream = RandomStream(key: StreamKey(rootSeed: 1))
    let up = family.member(magnetisation: 1)
    #expect(family.drawSum(of: 7, from: up, using: &stream) == 35)
    #expect(family.drawPoint(from: up, using: &stream) == [Bool](repeating: true, count: 5))
    let down = family.member(magnetisation: -1)
    #expect(family.drawSum(of: 7, from: down, using: &stream) == -35)
    #expect(family.drawPoint(from: down, using: &stream) == [Bool](repeating: false, count: 5))
  }

  /// Both roads, each against the exact law of the number of spins up.
  @Test(arguments: [(1, 6, 0.4), (3, 4, 0.9), (5, 10, 0.5)])
  func sumAndRawDataHaveTheSameLaw(spins: Int, samples: Int, p: Double) {
    let family = IndependentSpins(spins: spins)
    let member = family.member(magnetisation: 2 * p - 1)
    let total = spins * samples
    let key = StreamKey(rootSeed: 3).child("two roads \(spins) \(samples)")
    let law = BinomialLaw(trials: Double(total), probability: p)
    let probabilities = (0...total).map { law.probability(of: Double($0)) }
    func test(_ draw: (inout RandomStream) -> Double) -> ChiSquaredTest {
      var counts = [Int](repeating: 0, count: total + 1)
      for i in 0..<40_000 {
        var stream = RandomStream(key: key, replicate: i)
        counts[(Int(draw(&stream)) + total) / 2] += 1
      }
      return ChiSquaredTest(observed: counts, probabilities: probabilities)
    }
    let share = FalseAlarmBudget.share(of: "sum of statistics against raw data", cases: 6)
    let sum = test { family.drawSum(of: samples, from: member, using: &$0) }
    let raw = test { stream in
      (0..<samples).reduce(0) { sum, _ in
        sum + family.statistic(of: family.drawPoint(from: member, using: &stream))
      }
    }
    #expect(sum.agrees(falseAlarm: share))
    #expect(raw.agrees(falseAlarm: share))
    // The planted bug: the last sample is a copy of the first.
    let broken = test { stream in
      let first = family.statistic(of: family.drawPoint(from: member, using: &stream))
      let others = family.drawSum(of: samples - 2, from: member, using: &stream)
      return 2 * first + others
    }
    #expect(!broken.agrees(falseAlarm: share))
  }
}
