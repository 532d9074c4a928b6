import Families
import Foundation
import Loop
import Simulation
import Theory

/// P7: the equation of motion of θ.
package enum EquationOfMotionClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P7",
    statement: """
      For large M the parameter drifts by A/M a generation, A = −J⁻¹∇U with U = ½ ln det J − u \
      ln p₀ + m D_KL(q‖θ), with noise of covariance J⁻¹/M.
      """,
    reference: "Eqs. 12–15, B9",
    conditions: """
      θ finite, a smooth bounded prior, and M large: the exact drift differs from A by a \
      relative amount of order 1/M. It is that of the estimates in a fixed neighbourhood of θ, \
      outside of which they are with an exponentially small probability. Under maximum \
      likelihood, if φ takes finitely many values, those that are finite may be taken instead; \
      of infinitely many values their mean may be infinite at every M, though in the families \
      shown it is not. D_KL stands for A(θ) − φ₀·θ up to a constant. Shown with fixed external \
      points; fresh ones differ in the next order if φ has exponential moments under their law. \
      The preprint's B9 lacks the factor 1/M of the covariance.
      """,
    derivation: """
      With φ̄ the mean of the M samples alone, the estimate solves μ(θ′) = φ̄ + (u/M)∇ln p₀ + \
      (m/M)(φ₀ − μ). To second order in the noise of φ̄, of covariance J/M, its mean is shifted \
      by the curvature of the inverse mean map, by −½ J⁻¹∇ln det J/M: the bias of maximum \
      likelihood, as large as the pull of a prior or of one data point.
      """,
    equations: [
      Equation("Eq. 12", "dθ = A dτ + J^(−½) dW", in: "EquationOfMotion.drift"),
      Equation("Eq. 13", "A_a = −Σ_b J⁻¹_ab ∂_b U", in: "EquationOfMotion.drift"),
      Equation(
        "Eq. 14", "U = ½ ln det J − u ln p₀ + m D_KL(q‖θ)",
        in: "ExponentialFamily.logDeterminantGradient"),
      Equation("Eq. 15", "Cov dθ = J⁻¹ dτ", in: "EquationOfMotion.noiseCovariance"),
      Equation("Eq. B9", "E θ′ − θ = A/M, Cov θ′ = J⁻¹/M", in: "OneStepLaw.moments"),
    ],
    quantity: """
      drift of θ for a unit of τ, Poisson family, ϑ = 2, λ = 1, two points of sum 3, M = 1000
      """,
    evidence: ["equation-of-motion.svg", "data/equation-of-motion.csv"])

  /// Maximum a posteriori of coupled spins with Gaussian priors.
  package typealias P = GaussianPrior<CoupledSpins>

  /// One-step drifts and covariances in five families, with every term of U, against exact ones, and the
  /// limits of these.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 7
    let replicates = scale == .paper ? 200_000 : 10_000
    func simulated<Q: Prior>(_ case_: MotionCase<Q>, _ program: some AnchoredProgram<Q>) throws
      -> [Check]
    {
      try case_.simulated(
        program, replicates: replicates, claim: id, seed: seed, falseAlarm: share, context)
    }
    let checks =
      try simulated(Self.poisson, AnchoredLoopProgram())
      + simulated(Self.coupledSpins, program)
      + simulated(Self.coupledClosed, AnchoredLoopProgram())
      + simulated(Self.spins, AnchoredLoopProgram())
      + simulated(Self.spinsWithPrior, AnchoredLoopProgram())
      + simulated(Self.gaussian, AnchoredLoopProgram())
      + simulated(Self.categorical, AnchoredLoopProgram())
    return checks + (try limits.get())
  }

  /// Computed once: they depend on nothing.
  private static let limits = Result {
    try coupledSpins.limits() + coupledClosed.limits() + spins.limits() + spinsWithPrior.limits()
      + poisson.limits() + gaussian.limits() + categorical.limits()
  }

  // MARK: - Cases

  private static let coupledSpins: MotionCase<P> = {
    let family = CoupledSpins(spins: 2)
    let θ = SIMD2(0.3, -0.5)
    return MotionCase(
      name: "coupled spins, N = 2, three points at S = 2, variance 2",
      motion: EquationOfMotion(
        family: family, prior: GaussianPrior(mean: [0, 0], variance: [2, 2]),
        external: SufficientStatistics(sum: 3 * family.statistic(ofLevel: 2), count: 3)),
      θ: θ, samples: 100
    ) { .coupledSpins(family, at: θ, samples: $0) }
  }()

  private static let coupledClosed: MotionCase<FlatPrior<CoupledSpins>> = {
    let family = CoupledSpins(spins: 2)
    let θ = SIMD2(0.2, 0.3)
    return MotionCase(
      name: "coupled spins, N = 2, closed", motion: EquationOfMotion(family: family), θ: θ,
      samples: 100
    ) { .coupledSpins(family, at: θ, samples: $0) }
  }()

  private static let spins: MotionCase<FlatPrior<IndependentSpins>> = {
    let family = IndependentSpins(spins: 5)
    let up = family.member(at: 0.4).up
    return MotionCase(
      name: "independent spins, N = 5, closed", motion: EquationOfMotion(family: family), θ: 0.4,
      samples: 1000
    ) { OneStepLaw.spins(5, up: up, samples: $0) }
  }()

  private static let spinsWithPrior: MotionCase<GaussianPrior<IndependentSpins>> = {
    let family = IndependentSpins(spins: 5)
    let up = family.member(at: 0.4).up
    return MotionCase(
      name: "independent spins, N = 5, mean −1, variance 0.5",
      motion: EquationOfMotion(
        family: family, prior: GaussianPrior(mean: -1, variance: 0.5),
        external: SufficientStatistics(sum: 0, count: 0)),
      θ: 0.4, samples: 1000
    ) { OneStepLaw.spins(5, up: up, samples: $0) }
  }()

  private static let poisson: MotionCase<ExponentialPrior> = {
    let family = PoissonFamily()
    return MotionCase(
      name: "Poisson, λ = 1, two points of sum 3",
      motion: EquationOfMotion(
        family: family, prior: ExponentialPrior(rate: 1),
        external: SufficientStatistics(sum: 3, count: 2)),
      θ: family.member(rate: 2).naturalParameter!, samples: 1000
    ) { OneStepLaw.counts(rate: 2, samples: $0) }
  }()

  private static let gaussian: MotionCase<FlatPrior<GaussianFamily>> = {
    let family = GaussianFamily()
    return MotionCase(
      name: "Gaussian, mean 1, variance 2, closed", motion: EquationOfMotion(family: family),
      θ: [0.5, -0.25], samples: 2000
    ) { .gaussian(mean: 1, variance: 2, samples: $0) }
  }()

  private static let categorical: MotionCase<FlatPrior<Categorical>> = {
    let family = Categorical(symbols: 3)
    let member = family.member(at: SparseVector([0.5, -0.3]))
    return MotionCase(
      name: "three symbols, closed", motion: EquationOfMotion(family: family),
      θ: SparseVector([0.5, -0.3]), samples: 100
    ) { .categorical(family, probabilities: member.probabilities, samples: $0) }
  }()
}
