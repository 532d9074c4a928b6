import Families
import Foundation
import NumericalMethods
import PortableMath
import Randomness
import Testing
import _TestSupport

/// What the laws of all families do not reach: shapes of every size, and points that lie close together.
@Suite struct GammaFamilyTests {
  static let family = GammaFamily()

  static func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(a - b) <= tolerance * abs(b)
  }

  /// The deficit of a shape is accurate by its own tests.
  @Test func shapesOfEverySizeAreFound() throws {
    let exponents = [stride(from: -3, to: 20, by: 0.07), stride(from: 20, to: 300, by: 3.3)]
    for exponent in exponents.joined() {
      let shape = pow(10, exponent)
      let data = GammaStatistics(
        count: 10, arithmeticMean: 3, deficit: 10 * logarithmMinusDigamma(shape))
      let model = try Self.family.maximumLikelihood(data)
      #expect(Self.isClose(model.shape, shape, 1e-14), "\(shape): \(model.shape)")
      #expect(model.mean == 3)
    }
  }

  /// Points one by one and in two parts, from all but equal to far apart.
  @Test(arguments: [1e-12, 1e-6, 1e-2, 0.99])
  func statisticsOfPooledDataAddUp(width: Double) {
    var stream = RandomStream(key: StreamKey(rootSeed: 34).child("pooled"))
    let points = (0..<40).map { _ in 7 * (1 + width * stream.uniform(-1, 1)) }
    func pooled(_ points: some Sequence<Double>) -> GammaStatistics {
      points.reduce(GammaStatistics(sum: SIMD2(), count: 0)) { $0 + Self.family.statistics(of: $1) }
    }
    let mean = points.reduce(0) { $0 + ($1 - 7) } / 40 + 7
    let deficit = points.reduce(0) { $0 + logDeviation(($1 - mean) / mean) }
    for data in [pooled(points), pooled(points.prefix(11)) + pooled(points.dropFirst(11))] {
      #expect(data.count == 40 && Self.isClose(data.arithmeticMean, mean, 1e-14))
      // Distances are known to a rounding of the mean.
      #expect(Self.isClose(data.deficit, deficit, 1e-13 + 1e-15 / width))
    }
  }

  /// The shape grows beyond all doubles, and the mean settles.
  @Test func longLoopsGoOn() throws {
    var stream = RandomStream(key: StreamKey(rootSeed: 34).child("long"))
    var model = Self.family.member(mean: 2, shape: 1)
    var settled = 0.0
    for generation in 1...6000 {
      model = try Self.family.maximumLikelihood(
        Self.family.drawStatistics(of: 5, from: model, using: &stream))
      if generation == 3000 { settled = model.mean }
    }
    #expect(model.shape == .infinity && model.logShape > 2000 && model.logShape < 5000)
    #expect(model.mean == settled && settled > 0 && model.naturalParameter == nil)
    #expect(Self.family.entropy(of: model) < -1000)
    #expect(Self.family.klDivergence(from: model, to: model) == 0)
    let truth = Self.family.member(mean: 2, shape: 1)
    let divergence = Self.family.klDivergence(from: model, to: truth)
    // A point: all but its entropy is finite.
    #expect(abs(divergence + Self.family.entropy(of: model)) < 10 * (1 + model.mean))
    #expect(Self.family.klDivergence(from: truth, to: model) == .infinity)
  }

  /// Points of a small shape, many of them smaller than any double.
  @Test func smallShapesHaveStatistics() throws {
    var stream = RandomStream(key: StreamKey(rootSeed: 34).child("small"))
    let model = Self.family.member(mean: 1, shape: 1e-3)
    let data = Self.family.drawStatistics(of: 1000, from: model, using: &stream)
    #expect(data.deficit > 0 && data.deficit < .infinity)
    let fit = try Self.family.maximumLikelihood(data)
    #expect(fit.shape > 0 && fit.shape < 0.01)
  }

  @Test func degenerateDataAreRefused() {
    #expect(throws: EstimationError.noData) {
      try Self.family.maximumLikelihood(GammaStatistics(sum: SIMD2(), count: 0))
    }
    #expect(throws: EstimationError.unresolvedVariance(mean: 5)) {
      try Self.family.maximumLikelihood(Self.family.statistics(of: 5))
    }
    #expect(throws: EstimationError.unresolvedVariance(mean: 5)) {
      let point = Self.family.statistics(of: 5)
      return try Self.family.maximumLikelihood(point + point)
    }
  }

  /// Density, entropy and divergence without their large terms are those with them.
  @Test(arguments: [(0.01, 0.5), (0.7, 3.0), (5.0, 4.0), (30.0, 2000.0)])
  func formulaeAgree(first: Double, second: Double) throws {
    let (p, q) = (
      Self.family.member(mean: 2, shape: first), Self.family.member(mean: 3, shape: second)
    )
    let (θ, η) = (try #require(p.naturalParameter), try #require(q.naturalParameter))
    func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-11 * (10 + second + abs(b)) }
    #expect(close(Self.family.logDensity(of: 0.3, in: q), Self.family.logDensity(of: 0.3, at: η)))
    #expect(close(Self.family.entropy(of: p), Self.family.entropy(at: θ)))
    #expect(
      close(Self.family.klDivergence(from: p, to: q), Self.family.klDivergence(from: θ, to: η)))
  }

  /// Where s is all but normal, with the relative variance 1/k.
  @Test func largeShapesKeepTheirDigits() {
    let (p, q) = (
      Self.family.member(mean: 1, shape: 1e11), Self.family.member(mean: 1, shape: 1.001e11)
    )
    #expect(abs(Self.family.entropy(of: p) - 0.5 * Foundation.log(2 * .pi * M_E / 1e11)) <= 1e-10)
    let expected = 0.5 * (0.001 - Foundation.log1p(0.001))
    #expect(Self.isClose(Self.family.klDivergence(from: p, to: q), expected, 1e-8))
    for shape in [1e13, 1e200] {
      let (p, q) = (
        Self.family.member(mean: 1, shape: shape), Self.family.member(mean: 1, shape: 1.001 * shape)
      )
      #expect(Self.isClose(Self.family.klDivergence(from: p, to: q), expected, 1e-11))
      #expect(Self.family.klDivergence(from: p, to: p) == 0)
    }
  }
}
