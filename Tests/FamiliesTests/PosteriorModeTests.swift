import Families
import Foundation
import Randomness
import Testing
import _TestSupport

/// Modes exist, and are found: whatever the family, the strength of the prior and the place of the data.
@Suite struct PosteriorModeTests {
  /// How far what the data pull is from what the prior holds, beside the terms of both: what is summed, and how
  /// much a sum scatters.
  static func imbalance<F: ExponentialFamily>(
    _ family: F, _ data: F.Statistics, _ θ: F.Vector, pull: (Int) -> ClosedRange<Double>
  ) -> Double {
    let (μ, sum, n) = (family.meanParameter(at: θ), data.sum, data.count)
    let J = family.fisherInformation(at: θ)
    return (0..<family.dimension).map { a in
      let score = sum[a] - n * μ[a]
      let held = min(max(score, pull(a).lowerBound), pull(a).upperBound)
      let terms =
        n * (abs(μ[a]) + max(0, J[a, a]).squareRoot()) + abs(sum[a]) + abs(held)
      return abs(score - held) / terms
    }.max()!
  }

  /// The last step is shorter than 10⁻⁵ on the scale of the parameters, and leaves its square.
  static let tolerance = 1e-7

  static func gaussian<F: ExponentialFamily>(
    _ family: F, _ data: F.Statistics, _ mean: F.Vector, _ variance: Double,
    solvedFor solved: Double? = nil
  ) throws -> Double {
    let prior = GaussianPrior<F>(mean: mean, variance: mean.map { _, _ in solved ?? variance })
    let θ = try #require(try prior.posteriorMode(given: data, in: family).naturalParameter)
    return imbalance(family, data, θ) { a in
      let pull = (θ[a] - mean[a]) / variance
      return pull...pull
    }
  }

  static func laplace<F: ExponentialFamily>(
    _ family: F, _ data: F.Statistics, _ centre: F.Vector, _ penalty: Double,
    solvedFor solved: Double? = nil
  ) throws -> Double {
    let prior = LaplacePrior<F>(centre: centre, penalty: solved ?? penalty)
    let θ = try #require(try prior.posteriorMode(given: data, in: family).naturalParameter)
    return imbalance(family, data, θ) { a in
      // Members know their means, from which θ comes back with some rounding.
      let d = θ[a] - centre[a]
      let isZero = abs(d) <= 1e-9 * (abs(centre[a]) + 1e-3 * family.parameterScales[a])
      return isZero ? -penalty...penalty : d > 0 ? penalty...penalty : -penalty...(-penalty)
    }
  }

  /// What goes wrong with priors of every strength, by the data that `draw` gives.
  static func failures<F: TestedFamily>(
    of family: F, count: Int, planted: Double = 1,
    _ draw: (inout RandomStream) throws -> F.Statistics
  ) -> [String] {
    (0..<count).flatMap { index -> [String] in
      var stream = RandomStream(
        key: StreamKey(rootSeed: 18).child("modes").child(family.name), replicate: index,
        purpose: .start)
      do {
        let data = try draw(&stream)
        let reach = index.isMultiple(of: 2) ? 0 : stream.logUniform(0.01, 10)
        let centre = family.vector(
          (0..<family.dimension).map { _ in reach * (2 * stream.nextUnit() - 1) })
        let variance = stream.logUniform(1e-4, 1e8)
        let penalty = stream.logUniform(1e-4, 100)
        let worst = [
          try gaussian(family, data, centre, variance, solvedFor: variance * planted),
          try laplace(family, data, centre, penalty, solvedFor: penalty * planted),
        ]
        return worst.allSatisfy { $0 < tolerance }
          ? [] : ["\(data), \(centre), \(variance), \(penalty): off by \(worst)"]
      } catch {
        return ["instance \(index): \(error)"]
      }
    }
  }

  static func failures<F: TestedFamily>(of family: F, planted: Double = 1) -> [String] {
    failures(of: family, count: 40, planted: planted) { stream in
      let member = family.member(at: family.randomParameter(using: &stream))
      return family.drawStatistics(
        of: family.safeSampleCount + stream.nextIndex(below: 100), from: member, using: &stream)
    }
  }

  /// Where A is finite at an end of θ, the mode may lie there.
  static let families = TestedFamilies.all.filter(\.isRegular)

  @Test(arguments: families.indices)
  func everyFamilyHasItsModes(index: Int) {
    let failures = Self.failures(of: Self.families[index])
    #expect(failures.isEmpty, "\(failures)")
  }

  /// Priors that are wrong by a thousandth are found out.
  @Test(arguments: families.indices)
  func theCheckHasTeeth(index: Int) {
    #expect(!Self.failures(of: Self.families[index], planted: 1.001).isEmpty)
  }

  /// Means up to a thousand standard deviations from 0.
  @Test func farGaussiansHaveTheirModes() {
    let one = GaussianFamily()
    let failures = Self.failures(of: one, count: 100) { stream in
      let deviation = stream.logUniform(0.01, 100)
      let member = one.member(
        mean: deviation * stream.signed(0.1, 1000), variance: deviation * deviation)
      return one.drawStatistics(
        of: 2 + stream.nextIndex(below: 100), from: member, using: &stream)
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  /// Vectors, hardly more points than dimensions, means up to thirty deviations from 0.
  @Test(arguments: [(2, 20), (5, 6)])
  func farVectorsHaveTheirModes(dimensions d: Int, count: Int) {
    let family = MultivariateGaussian(dimensions: d)
    let failures = Self.failures(of: family, count: count) { stream in
      let widths = (0..<d).map { _ in stream.logUniform(0.1, 10) }
      let correlation = 0.9 * stream.nextUnit()
      let member = family.member(
        mean: widths.map { $0 * stream.signed(0.1, 30) },
        covariance: (0..<d).map { i in
          (0..<d).map { j -> Double in (i == j ? 1.0 : correlation) * widths[i] * widths[j] }
        })
      return family.drawStatistics(
        of: d + 3 + stream.nextIndex(below: 30), from: member, using: &stream)
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  /// Ordinary data: a mean of 100 or 2000 and a variance of 1, and a prior that hardly matters.
  @Test(arguments: [30.0, 100, 2000], [1.0, 10_000])
  func ordinaryDataHaveAMode(mean: Double, variance: Double) throws {
    let family = GaussianFamily()
    let data = GaussianStatistics(count: 20, centre: mean, scatter: ScaledNumber(20))
    #expect(try Self.gaussian(family, data, [0, 0], variance) < Self.tolerance)
    #expect(try Self.laplace(family, data, [0, 0], 1 / variance) < Self.tolerance)
  }

  /// Where all probabilities but one underflow on the way, the mode of a Laplace prior is found all the same.
  @Test func curvatureMayUnderflowOnTheWay() throws {
    let family = CoupledSpins(spins: 2)
    for (sum, count, penalty, centre) in [
      (SIMD2(-46.0, 11.5), 27.0, 21.2, SIMD2(71.8, 49.2)),
      (SIMD2(0, -1.5), 3, 5.28, SIMD2(16.7, 35.5)),
      (SIMD2(-2, -0.5), 3, 3.02, SIMD2(-33.4, 39.8)),
    ] {
      let data = SufficientStatistics(sum: sum, count: count)
      #expect(try Self.laplace(family, data, centre, penalty) < Self.tolerance)
    }
  }
}
