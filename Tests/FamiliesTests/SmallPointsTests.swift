import Families
import PortableMath
import Randomness
import Testing

/// Points that are small beside others, or beside any double: what they tell is their logarithm.
@Suite struct SmallPointsTests {
  static let family = GammaFamily()

  /// Against `Σ ln s` itself.
  @Test(arguments: [0.3, 1e-2, 1e-8, 1e-15, 1e-16, 1e-17, 1e-100, 1e-300])
  func mergingKeepsLogarithms(small: Double) {
    let (a, b) = (Self.family.statistics(of: 1), Self.family.statistics(of: small))
    for data in [a + b, b + a] {
      let expected = log(small)
      #expect(abs(data.sum.y - expected) <= 4e-15 * abs(expected), "\(small): \(data.sum.y)")
      #expect(abs(data.arithmeticMean - 0.5 * (1 + small)) <= 2 * .ulpOfOne)
    }
    let many = 3 * b + (a + 5 * b)
    #expect(abs(many.sum.y / (8 * log(small)) - 1) <= 1e-14)
  }

  /// Samples of a point or two of a small shape have the mean and the logarithms of the points they are made of.
  @Test(arguments: [1, 2], [0.2, 0.01])
  func smallSamplesKeepLogarithms(count: Int, shape: Double) {
    let member = Self.family.member(mean: 3, shape: shape)
    for index in 0..<200 {
      var one = RandomStream(key: StreamKey(rootSeed: 18).child("small"), replicate: index)
      var other = one
      let data = Self.family.drawStatistics(of: count, from: member, using: &one)
      #expect(
        data.scaledMean.significand > 0 && data.deficit >= 0 && data.sum.y.isFinite, "\(data)")
      let points = (0..<count).map { _ in Self.family.drawPoint(from: member, using: &other) }
      let sum = points.reduce(0, +)
      // A point on its own is cut off at the least double, a sample is not.
      if points.allSatisfy({ $0 > 1e-300 }) {
        #expect(abs(data.sum.x - sum) <= 1e-11 * sum, "\(points)")
        let logarithms = points.reduce(0) { $0 + log($1) }
        #expect(abs(data.sum.y - logarithms) <= 1e-12 * (1 + abs(logarithms)), "\(points)")
      }
    }
  }

  /// The density of points far below the mean is that by θ.
  @Test func densitiesOfSmallPoints() throws {
    let member = Self.family.member(mean: 3, shape: 0.2)
    let θ = try #require(member.naturalParameter)
    for point in [1e-10, 1e-17, 1e-300] {
      let (a, b) = (
        Self.family.logDensity(of: point, in: member), Self.family.logDensity(of: point, at: θ)
      )
      #expect(abs(a - b) <= 1e-13 * abs(b), "\(point): \(a), \(b)")
    }
  }
}
