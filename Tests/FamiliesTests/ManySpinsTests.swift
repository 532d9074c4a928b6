import Families
import Randomness
import Testing
import _TestSupport

/// Coupled spins whose weights relative to S = 0, or to any one level, are no doubles.
@Suite struct ManySpinsTests {
  @Test func momentsAgreeWithReference() throws {
    for row in try Golden("coupled-spins-many", in: .module).rows {
      let family = CoupledSpins(spins: row.integer("spins"))
      let θ = SIMD2(row.number("theta1"), row.number("theta2"))
      let member = family.member(at: θ)
      let levels = zip(family.levelProbabilities(of: member), 0...family.spins)
        .map { (probability: $0, level: Double(2 * $1 - family.spins)) }
      let mean = row.number("mean")
      let found = levels.reduce(0) { $0 + $1.probability * $1.level }
      let variance = levels.reduce(0) { sum, entry in
        sum + entry.probability * (entry.level - mean) * (entry.level - mean)
      }
      func isClose(_ value: Double, _ column: String, beside size: Double = 0) -> Bool {
        abs(value - row.number(column)) <= 1e-9 * (size + abs(row.number(column)))
      }
      #expect(isClose(found, "mean"), "\(row): \(found)")
      #expect(isClose(family.meanParameter(at: θ).x, "mean"), "\(row)")
      #expect(isClose(variance, "variance"), "\(row): \(variance)")
      let expansion = family.expansion(at: θ, about: family.meanParameter(at: θ))
      #expect(isClose(family.logPartition(at: θ), "log_partition"), "\(row)")
      #expect(expansion.value.isFinite && expansion.curvature[1, 1].isFinite, "\(row)")
      // −p ln p is lost beside 1 where p all but is 1.
      #expect(isClose(family.entropy(of: member), "entropy", beside: 1e-3), "\(row)")
    }
  }

  /// Every sum drawn is one of as many configurations, and has an estimate whose mean it is.
  @Test(arguments: [60, 150, 400, 1000])
  func loopsOfManySpins(spins: Int) throws {
    let family = CoupledSpins(spins: spins)
    var stream = RandomStream(key: StreamKey(rootSeed: 18).child("many spins \(spins)"))
    for θ in [SIMD2(0, 0), SIMD2(11.95, -100), SIMD2(0.3, -2)] as [SIMD2<Double>] {
      var model = family.member(at: θ)
      for _ in 0..<40 {
        let data = family.drawStatistics(of: 50, from: model, using: &stream)
        #expect(abs(data.sum.x) <= 50 * Double(spins))
        model = try family.maximumLikelihood(data)
        let mean = model.meanParameter
        #expect(abs(mean.x - data.mean.x) <= 1e-6 * Double(spins), "\(mean), \(data.mean)")
        #expect(abs(mean.y - data.mean.y) <= 1e-6 * Double(spins), "\(mean), \(data.mean)")
      }
    }
  }
}
