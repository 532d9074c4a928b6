import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// P7b: how the bias of maximum likelihood comes out of the transition density.
package enum TransitionDensityClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P7b",
    statement: """
      In the transition density √det J(θ′) exp(−M D_KL(θ′‖θ)) the determinant shifts the mean of \
      θ′ by +½ J⁻¹∇ln det J/M and the cubic term of the divergence by −J⁻¹∇ln det J/M; together \
      they make the −½ of Eq. B9.
      """,
    reference: "Eqs. B7, B8",
    conditions: "M large, maximum likelihood, θ finite. Shown for one parameter.",
    derivation: """
      ln √det J(θ + δ) = const + ½ δ·∇ln det J, which under a Gaussian of covariance J⁻¹/M \
      shifts the mean up its gradient. D_KL(θ + δ‖θ) = ½ δJδ + ⅓ T δ³ with third cumulants T, \
      whose shift is of the same order and twice as large, the other way.
      """,
    equations: [
      Equation(
        "Eqs. B7, B8",
        "√det J: +½ J⁻¹∇ln det J; cubic term: −J⁻¹∇ln det J; together −½ J⁻¹∇ln det J",
        in: "ExponentialFamily.logDeterminantGradient")
    ],
    correction: Correction(
      "From B7 to B8 √det J is expanded with the wrong sign and the cubic term of the divergence is dropped."
        + " The two mistakes cancel, and the drift of B9 is right; its covariance lacks the factor 1/M.",
      factor: -1, label: "−1"),
    quantity: """
      shift of the mean of θ′ by √det J alone, times M, exponential distribution, θ = −1, M = \
      4000
      """,
    evidence: ["equation-of-motion.svg", "data/equation-of-motion.csv"])

  /// The exponential distribution, whose transition density is √J(θ′) exp(−M D_KL(θ′‖θ)) exactly.
  package typealias Family = GammaKnownShape

  /// Both shifts by quadrature in three families, and the mean of θ′ as simulated.
  package static func checks(
    of program: some ClosedProgram<GammaKnownShape>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let simulated = try estimate(
      program, replicates: scale == .paper ? 200_000 : 20_000, seed: seed, context)
    return exact + [simulated]
  }

  /// Computed once: they depend on nothing.
  private static let exact: [Check] =
    shifts("exponential", GammaKnownShape.exponential, at: -1)
    + shifts("independent spins, N = 3", IndependentSpins(spins: 3), at: 0.4)
    + shifts("Poisson", PoissonFamily(), at: 0.3)

  /// The shifts that each factor of the density makes, by quadrature at large M.
  private static func shifts<F: ExponentialFamily>(
    _ name: String, _ family: F, at θ: Double
  ) -> [Check] where F.Vector == Double {
    let samples = 4000.0
    let fisher = family.fisherInformation(at: θ)[0, 0]
    let width = 1 / (samples * fisher).squareRoot()
    /// M times the mean of δ under a density given by its logarithm.
    func shift(_ logDensity: (Double) -> Double) -> Double {
      func integral(_ weight: (Double) -> Double) -> Double {
        integrate(from: -10, to: 10, tolerance: 1e-13) {
          weight(width * $0) * exp(logDensity(width * $0))
        }.value
      }
      return samples * integral { $0 } / integral { _ in 1 }
    }
    func determinant(_ δ: Double) -> Double {
      0.5 * log(family.fisherInformation(at: θ + δ)[0, 0] / fisher)
    }
    func quadratic(_ δ: Double) -> Double { -0.5 * samples * fisher * δ * δ }
    func divergence(_ δ: Double) -> Double {
      -samples * family.klDivergence(from: θ + δ, to: θ)
    }
    // J⁻¹ ∇ ln det J
    let unit = family.logDeterminantGradient(at: θ) / fisher
    let byDeterminant = shift { determinant($0) + quadratic($0) }
    func check(_ name: String, _ prediction: Double, _ measurement: Double, _ role: Check.Role)
      -> Check
    {
      Check(
        name, method: .exact, prediction: prediction, measurement: measurement,
        // Up to the next order in 1/M.
        tolerance: 20 / samples * (1 + abs(unit)), role: role)
    }
    return [
      check("shift by √det J as printed, \(name)", -0.5 * unit, byDeterminant, .printed),
      check("shift by √det J, \(name)", 0.5 * unit, byDeterminant, .claimed),
      check("shift by the cubic term, \(name)", -unit, shift(divergence), .claimed),
      check(
        "shift by both, \(name)", -0.5 * unit, shift { determinant($0) + divergence($0) },
        .claimed),
      check(
        "shift by √det J over the one printed, \(name)", words.correction!.factor,
        byDeterminant / (-0.5 * unit), .claimed),
    ]
  }

  /// `M(E θ′ − θ)` of the exponential distribution, exactly `Mθ/(M − 1)`.
  private static func estimate(
    _ program: some ClosedProgram<GammaKnownShape>, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let (family, samples, θ) = (GammaKnownShape.exponential, 100, -1.0)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(at: θ),
      "exponential, M = \(samples)", claim: id, seed: seed)
    let m = Double(samples)
    let values = try case_.runs.models(at: 1, replicates, context) {
      m * (($0.naturalParameter ?? .nan) - θ)
    }
    let law = OneStepLaw.times(mean: 1, samples: samples).moments {
      m * (-$0.count / $0.sum - θ)
    }
    return Check.mean(
      "mean shift of θ in one generation, \(case_.description)", of: values,
      prediction: m * θ / (m - 1), variance: law.covariance[0][0], deviation: law.deviation[0],
      falseAlarm: falseAlarm)
  }
}
