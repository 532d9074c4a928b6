import Families
import Foundation
import Loop
import Simulation
import Theory

/// P15: the anchored Poisson loop on its way.
package enum SquareRootProcessClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P15",
    statement: """
      In τ = t/M the rate of a Poisson loop obeys dϑ = (m + λ)(mϑ₀/(m + λ) − ϑ) dτ + √ϑ dW, the \
      square-root process.
      """,
    reference: "Eq. C1",
    conditions: """
      M → ∞; the prior λ exp(−λϑ) is taken as a density in ϑ. At finite M the law differs by \
      order 1/M.
      """,
    derivation: """
      ϑ′ = K/(M + m + λ) with K Poisson of mean Mϑ + mϑ₀: drift and variance follow by expanding \
      in 1/M. The Laplace transform of both laws is known in closed form at all times.
      """,
    equations: [
      Equation("Eq. C1", "dϑ = (mϑ₀ − (m + λ)ϑ) dτ + √ϑ dW", in: "PoissonTransient.step"),
      Equation(
        "beyond Eq. C1", "E exp(−sϑ_τ) = (1 + cs)^(−2mϑ₀) exp(−s e^(−bτ) ϑ(0)/(1 + cs))",
        in: "PoissonTransient.limitTransform"),
    ],
    quantity: "mean of exp(−2ϑ) at τ = ½ from ϑ = 1, ϑ₀ = 0.25, λ = 1, m = 1, M = 100",
    evidence: [
      "equation-of-motion.svg (f)", "data/equation-of-motion-line.csv", "fig3.svg",
    ])

  /// Maximum a posteriori of a Poisson rate with an exponential prior.
  package typealias P = ExponentialPrior

  private static let cases = [(1.0, 0.25, 1.0), (1, 1, 0), (2, 0.5, 0.5), (0, 0, 1)]

  /// Transforms and one-step moments as simulated, and the exact approach to the limit.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / Double(4 * cases.count)
    let simulated = try cases.flatMap { external, truth, rate in
      try simulate(
        program, PoissonTransient(external: external, truth: truth, rate: rate),
        replicates: scale == .paper ? 40_000 : 4000, seed: seed, falseAlarm: share, context)
    }
    return simulated + exact
  }

  private static func simulate(
    _ program: some AnchoredProgram<P>, _ theory: PoissonTransient, replicates: Int,
    seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let (family, samples, start) = (PoissonFamily(), 100, 1.0)
    let loop = program.loop(
      family: family, samples: samples,
      external: .fresh(count: Int(theory.external), truth: family.member(rate: theory.truth)),
      prior: ExponentialPrior(rate: theory.rate))
    let case_ = LoopCase(
      loop, from: family.member(rate: start),
      "ϑ₀ = \(theory.truth), λ = \(theory.rate), m = \(theory.external), M = \(samples)", claim: id,
      seed: seed)
    let half = try case_.runs.models(at: samples / 2, replicates, context) { $0.rate }
    let next = try case_.runs.models(at: 1, 20 * replicates, context) { $0.rate }
    func transform(_ s: Double) -> Double {
      theory.transform(at: s, samples: samples, generations: samples / 2, from: start)
    }
    let m = Double(samples)
    let divisor = m + theory.external + theory.rate
    let step = theory.step(samples: samples, from: start)
    let law = OneStepLaw.counts(
      rate: start + theory.external * theory.truth / m, samples: samples)
    let centre = start + step.drift / m
    let displacement = law.moments { m * ($0.sum / divisor - start) }
    let square = law.moments {
      let d = $0.sum / divisor - centre
      return m * d * d
    }
    func mean(
      _ name: String, _ values: [Double], _ prediction: Double,
      _ moments: OneStepLaw<SufficientStatistics<Double>>.Moments
    ) -> Check {
      Check.mean(
        "\(name), \(case_.description)", of: values, prediction: prediction,
        variance: moments.covariance[0][0], deviation: moments.deviation, falseAlarm: falseAlarm)
    }
    return [2.0, 0.5].map { s in
      Check.mean(
        "mean of exp(−\(s == 2 ? "2" : "½")ϑ) at τ = ½, \(case_.description)",
        of: half.map { exp(-s * $0) }, prediction: transform(s),
        variance: transform(2 * s) - transform(s) * transform(s), deviation: 1,
        falseAlarm: falseAlarm)
    } + [
      mean("drift for a unit of τ", next.map { m * ($0 - start) }, step.drift, displacement),
      mean(
        "variance for a unit of τ", next.map { m * ($0 - centre) * ($0 - centre) }, step.variance,
        square),
    ]
  }

  /// The transform and the step at finite M approach those of the diffusion as 1/M.
  private static let exact: [Check] = cases.flatMap { external, truth, rate in
    let theory = PoissonTransient(external: external, truth: truth, rate: rate)
    let name = "ϑ₀ = \(truth), λ = \(rate), m = \(external)"
    let distances = [1000, 2000].map { samples in
      theory.transform(at: 2, samples: samples, generations: samples / 2, from: 1)
        - theory.limitTransform(at: 2, time: 0.5, from: 1)
    }
    let step = theory.step(samples: 1_000_000, from: 0.7)
    return [
      Check(
        "ratio of the distances to the diffusion at M = 1000 and 2000, \(name)", method: .exact,
        // Up to the next order, a few times 1/M.
        prediction: 2, measurement: distances[0] / distances[1], tolerance: 0.02),
      Check(
        "drift at ϑ = 0.7, M = 10⁶, \(name)", method: .exact,
        prediction: external * truth - (external + rate) * 0.7, measurement: step.drift,
        tolerance: 1e-5),
      Check(
        "variance at ϑ = 0.7, M = 10⁶, \(name)", method: .exact, prediction: 0.7,
        measurement: step.variance, tolerance: 1e-5),
    ]
  }
}
