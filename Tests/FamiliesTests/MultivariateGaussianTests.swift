import Families
import Foundation
import Randomness
import Testing
import _TestSupport

/// What the laws of all families do not reach: one variable, wide condition numbers, pooled data.
@Suite struct MultivariateGaussianTests {
  static func stream(_ name: String) -> RandomStream {
    RandomStream(key: StreamKey(rootSeed: 31).child(name))
  }

  static func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(a - b) <= tolerance * (1 + abs(b))
  }

  /// The family of one variable is the Gaussian one, and uses its random numbers in the same way.
  @Test(arguments: [(0.0, 1.0), (-3.0, 0.04), (0.5, 90.0)])
  func oneVariableIsTheGaussianFamily(mean: Double, variance: Double) throws {
    let (many, one) = (MultivariateGaussian(dimensions: 1), GaussianFamily())
    let (p, q) = (
      many.member(mean: [mean], covariance: [[variance]]),
      one.member(mean: mean, variance: variance)
    )
    let (θ, η) = (try #require(p.naturalParameter), try #require(q.naturalParameter))
    #expect(Self.isClose(many.logPartition(at: θ), one.logPartition(at: η)))
    #expect(Self.isClose(many.entropy(of: p), one.entropy(of: q)))
    #expect(Self.isClose(many.logDensity(of: [0.7], in: p), one.logDensity(of: 0.7, in: q)))
    let (J, I) = (many.fisherInformation(at: θ), one.fisherInformation(at: η))
    for a in 0..<2 {
      #expect(Self.isClose(θ[a], η[a]))
      #expect(Self.isClose(many.meanParameter(at: θ)[a], one.meanParameter(at: η)[a]))
      let (slope, expected) = (
        many.logDeterminantGradient(at: θ)[a], one.logDeterminantGradient(at: η)[a]
      )
      #expect(Self.isClose(slope, expected))
      for b in 0..<2 { #expect(Self.isClose(J[a, b], I[a, b])) }
    }
    for samples in [1, 2, 3, 40] {
      var (s, t) = (Self.stream("one variable"), Self.stream("one variable"))
      let x = many.drawStatistics(of: samples, from: p, using: &s)
      let y = one.drawStatistics(of: samples, from: q, using: &t)
      #expect(Self.isClose(x.centre[0], y.centre))
      #expect(Self.isClose(x.sum[1], y.sum.y))
      guard samples > 1 else { continue }
      let (a, b) = (
        try many.drawPosterior(given: x, using: &s), try one.drawPosterior(given: y, using: &t)
      )
      #expect(Self.isClose(a.mean[0], b.mean) && Self.isClose(a.logDeterminant, b.logVariance))
    }
  }

  /// Points one by one, in two parts, and all at once.
  @Test(arguments: [1, 2, 5, 12])
  func statisticsOfPooledDataAddUp(dimensions d: Int) {
    var stream = Self.stream("pooled \(d)")
    let family = MultivariateGaussian(dimensions: d)
    let points = (0..<3 * d + 2).map { _ in
      (0..<d).map { i in pow(10, Double(i % 3)) * (5 + stream.uniform(-1, 1)) }
    }
    let n = Double(points.count)
    func pooled(_ points: some Sequence<[Double]>) -> MultivariateStatistics {
      points.reduce(MultivariateStatistics(sum: 0 * family.parameterScales, count: 0)) {
        $0 + family.statistics(of: $1)
      }
    }
    let whole = pooled(points)
    let parts = pooled(points.prefix(d + 2)) + pooled(points.dropFirst(d + 2))
    let centre = (0..<d).map { i in points.reduce(0) { $0 + $1[i] } / n }
    func expected(_ i: Int, _ j: Int) -> Double {
      points.reduce(0) { $0 + ($1[i] - centre[i]) * ($1[j] - centre[j]) }
    }
    for data in [whole, parts] {
      #expect(data.count == n)
      let matrix = data.scatter.matrix
      for i in 0..<d {
        #expect(Self.isClose(data.centre[i], centre[i]))
        for j in 0..<d {
          let size = (expected(i, i) * expected(j, j)).squareRoot()
          #expect(abs(matrix[i * d + j] - expected(i, j)) <= 1e-13 * n * size)
        }
      }
    }
  }

  /// Of two sets with scales far below all doubles the sum has the same rows and larger scales.
  @Test func narrowScattersAddUp() throws {
    let model = try MultivariateLoopTests.run(
      dimensions: 3, samples: 10, draws: 10, generations: 20_000, name: "narrow")
    let data = MultivariateStatistics(count: 10, centre: [1, 2, 3], scatter: model.factor)
    let sum = data + 3 * data
    #expect(sum.count == 40 && sum.centre == data.centre)
    for (found, scale) in zip(sum.scatter.logScales, data.scatter.logScales) {
      #expect(scale < -700 && abs(found - scale - log(2)) <= 1e-15 * abs(scale))
    }
    for (a, b) in zip(sum.scatter.rows, data.scatter.rows) { #expect(Self.isClose(a, b)) }
  }

  /// Points on a plane stay there, and have no estimate; nor have too few.
  @Test func degenerateDataAreRefused() {
    let family = MultivariateGaussian(dimensions: 3)
    var stream = Self.stream("plane")
    var data = MultivariateStatistics(sum: 0 * family.parameterScales, count: 0)
    for count in 1...20 {
      // Whole numbers, so that each point lies on the plane as it is.
      let (x, y) = (Double(stream.whole(-50, 50)), Double(stream.whole(-50, 50)))
      data = data + family.statistics(of: [x + 1000, y, 3 * x - 7 * y])
      #expect(data.scatter.logScales[2] == -.infinity)
      #expect(throws: EstimationError.self) { try family.maximumLikelihood(data) }
      #expect(throws: Never.self) { try family.startingPoint(for: data) }
      if count <= 3 {
        #expect(throws: EstimationError.tooFewPoints(count: Double(count), needed: 4)) {
          try family.maximumLikelihood(data)
        }
      }
    }
    let model = family.member(mean: [0, 0, 0], covariance: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    for count in 1...5 {
      let few = family.drawStatistics(of: count, from: model, using: &stream)
      #expect(few.scatter.logScales.filter { $0 > -.infinity }.count == min(3, count - 1))
    }
    #expect(throws: EstimationError.noData) {
      try family.maximumLikelihood(
        MultivariateStatistics(sum: 0 * family.parameterScales, count: 0))
    }
  }

  /// Density and divergence by factors are those by θ.
  @Test(arguments: [2, 3, 6])
  func densitiesAgreeWithTheirParameters(dimensions d: Int) throws {
    let family = MultivariateGaussian(dimensions: d)
    var stream = Self.stream("densities \(d)")
    let (θ, η) = (
      family.randomParameter(using: &stream), family.randomParameter(using: &stream)
    )
    let (p, q) = (family.member(at: θ), family.member(at: η))
    let point = family.drawPoint(from: p, using: &stream)
    #expect(
      Self.isClose(family.logDensity(of: point, in: q), family.logDensity(of: point, at: η), 1e-10))
    #expect(
      Self.isClose(family.klDivergence(from: p, to: q), family.klDivergence(from: θ, to: η), 1e-10))
    #expect(family.klDivergence(from: p, to: p) == 0)
    let near = family.member(p, variancesTimes: 1 + 1e-9, plus: 0)
    #expect(Self.isClose(family.klDivergence(from: near, to: p) / (0.25e-18 * Double(d)), 1, 1e-6))
  }

  /// `2Σ + 3·1`.
  @Test func variancesAreRaised() {
    let family = MultivariateGaussian(dimensions: 2)
    let model = family.member(mean: [1, -1], covariance: [[2, -1], [-1, 5]])
    let raised = family.member(model, variancesTimes: 2, plus: 3)
    let expected = [[7.0, -2], [-2, 13]]
    for i in 0..<2 {
      for j in 0..<2 { #expect(Self.isClose(raised.covariance[i][j], expected[i][j])) }
    }
    #expect(raised.mean == model.mean)
  }
}
