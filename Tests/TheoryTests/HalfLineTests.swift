import Families
import Foundation
import NumericalMethods
import Testing
import Theory

/// Stationary laws of families whose parameters fill half a line or half a plane.
@Suite struct HalfLineTests {
  /// Waiting times: −θ is Gamma with shape 2m + 1 and rate 2mφ₀, wherever its mode is.
  @Test(arguments: [0.3, 1, 4], [0.02, 1, 50])
  func anchoredWaitingTimesAreGamma(count: Double, mean: Double) throws {
    let density = try StationaryLaw(
      family: GammaKnownShape.exponential,
      external: ScaledStatistics(sum: count * mean, count: count)
    ).density()
    for x in [0.1, 0.5, 1, 2] {
      let expected = ContinuousLaw.gammaCumulative(
        shape: 2 * count + 1, rate: 2 * count * mean, at: x / mean)
      #expect(abs(density.probability(from: -x / mean, to: 1).value - expected) < 1e-8, "\(x)")
    }
  }

  /// A Gaussian prior alone: its square, as far as there are models.
  @Test func priorsEndWhereModelsEnd() throws {
    let density = try StationaryLaw(
      family: GammaKnownShape.exponential,
      prior: GaussianPrior<GammaKnownShape>(mean: -1, variance: 2),
      external: ScaledStatistics(sum: 0, count: 0)
    ).density()
    // Of a standard normal variable z, up to a factor; θ = −1 + z.
    func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) }
    for θ in [-2.5, -1, -0.2] {
      #expect(abs(density.cumulative(θ).value - below(θ + 1) / below(1)) < 1e-9, "\(θ)")
    }
  }

  /// Gaussian variables: −θ₂ is Gamma with shape m + 3/2 and rate 2m times the variance of the data.
  @Test func anchoredVariancesAreGamma() throws {
    let (count, mean, variance) = (2.0, 0.4, 1.7)
    let external = GaussianStatistics(
      sum: SIMD2(count * mean, count * (mean * mean + variance)), count: count)
    let marginal = try StationaryLaw(family: GaussianFamily(), external: external).marginal(of: 1)
    for x in [0.2, 0.5, 1.1] {
      let expected = ContinuousLaw.gammaCumulative(
        shape: count + 1.5, rate: 2 * count * variance, at: x)
      #expect(abs(marginal.probability(from: -x, to: 1).value - expected) < 1e-6, "\(x)")
    }
  }
}
