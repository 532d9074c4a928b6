import Families
import Foundation
import Testing
import _TestSupport

/// A, μ, J and ∇ ln det J of every family against an independent program.
@Suite struct FamilyDerivativeTests {
  @Test func derivativesAreAccurate() throws {
    for row in try Golden("family-derivatives", in: .module).rows {
      let size = row.integer("size")
      switch row["family"] {
      case "independent-spins": check(IndependentSpins(spins: size), row) { $0[0] }
      case "coupled-spins": check(CoupledSpins(spins: size), row) { SIMD2($0[0], $0[1]) }
      case "poisson": check(PoissonFamily(), row) { $0[0] }
      case "exponential": check(GammaKnownShape.exponential, row) { $0[0] }
      case "gaussian": check(GaussianFamily(), row) { SIMD2($0[0], $0[1]) }
      case "gamma": check(GammaFamily(), row) { SIMD2($0[0], $0[1]) }
      case "multivariate-gaussian":
        check(MultivariateGaussian(dimensions: size), row) { DenseVector($0) }
      case "categorical": check(Categorical(symbols: size), row) { SparseVector($0) }
      case "binomial": check(BinomialFamily(trials: size), row) { $0[0] }
      // The sizes of these are in tenths.
      case "negative-binomial":
        check(NegativeBinomial(size: Double(size) / 10), row) { $0[0] }
      case "gamma-known-shape":
        check(GammaKnownShape(shape: Double(size) / 10), row) { $0[0] }
      case "gaussian-known-variance":
        check(GaussianKnownVariance(variance: Double(size) / 10), row) { $0[0] }
      default: Issue.record("\(row)")
      }
    }
  }

  private func check<F: ExponentialFamily>(
    _ family: F, _ row: [String: String], _ vector: ([Double]) -> F.Vector
  ) {
    let components = (1...5).compactMap { Double(row["theta\($0)"]!) }
    let θ = vector(components)
    func agrees(_ found: Double, _ column: String, scale: Double = 0, tolerance: Double = 1e-12) {
      let expected = row.number(column)
      #expect(
        abs(found - expected) <= tolerance * (abs(expected) + scale), "\(column) \(row): \(found)")
    }
    let (mean, fisher) = (family.meanParameter(at: θ), family.fisherInformation(at: θ))
    let gradient = family.logDeterminantGradient(at: θ)
    agrees(family.logPartition(at: θ), "logPartition", scale: 1)
    // Where two statistics are all but proportional, ln det J has lost the digits that they share.
    let shared =
      components.count == 2
      ? 1 - fisher[0, 1] * fisher[0, 1] / (fisher[0, 0] * fisher[1, 1]) : 1
    for a in 0..<family.dimension {
      agrees(mean[a], "mean\(a + 1)", scale: 1e-3)
      agrees(gradient[a], "logDetGradient\(a + 1)", scale: 1, tolerance: 1e-12 / shared)
    }
    agrees(fisher[0, 0], "fisher11", scale: 1e-3)
    if family.dimension > 1 {
      agrees(fisher[0, 1], "fisher12", scale: 1e-3)
      agrees(fisher[1, 1], "fisher22", scale: 1e-3)
    }
  }
}
