import Families
import Loop
import Simulation
import Theory

/// P13: Gaussian priors prevent collapse.
package enum PriorClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P13",
    statement: """
      Gaussian priors of variance 2 on field and coupling (L2 with λ = ¼) prevent the collapse \
      of coupled spins without any external data.
      """,
    reference: "Fig. 2, case ii",
    conditions: "The squared prior is normalisable in θ, as a Gaussian is.",
    derivation: """
      A Gaussian prior makes every estimate finite, so nothing absorbs. With m = 0 Eq. 18 is \
      p₀²: Gaussians of half the variance, in every family whose θ has no ends.
      """,
    equations: [
      Equation("Fig. 2, ii", "p_st(θ) ∝ exp(−|θ|²/2)", in: "StationaryLaw.marginal")
    ],
    quantity: "probability of |θ₁| ≤ 1 after 6000 generations, N = 10, M = 50",
    evidence: ["fig2.svg", "data/fig2a.csv", "data/fig2b.csv"])

  /// Maximum a posteriori of coupled spins with Gaussian priors.
  package typealias P = GaussianPrior<CoupledSpins>

  /// Independent runs against an independent program, and the limit law against another quadrature.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = PriorRuns(external: 0, generation: 6000, claim: id)
    return try runs.checks(
      program,
      [
        Reference("|θ₁| ≤ 1", 0.6594, uncertainty: 0.0124) { abs($0.x) <= 1 },
        Reference("θ₂ ≤ −1", 0.1534, uncertainty: 0.006) { $0.y <= -1 },
      ], replicates: scale == .paper ? 1500 : 150, seed: seed, falseAlarm: falseAlarm, context)
      + runs.limits([(0, 1), (0, 1)])
  }
}

/// P14: priors and a data point together.
package enum PriorAndPointClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P14",
    statement: """
      Gaussian priors of variance 2 and one fixed data point with S = 0 together prevent the \
      collapse of coupled spins.
      """,
    reference: "Fig. 2, case iii",
    conditions: "The squared prior is normalisable, so the point may lie anywhere.",
    derivation: """
      The estimate minimises M + 1 points' negative log-likelihood plus the penalty; it is \
      finite and unique. Eq. 18 is the product of p₀² and the squared likelihood of the point.
      """,
    equations: [
      Equation(
        "Fig. 2, iii", "p_st(θ) ∝ exp(−|θ|²/2 + 2(θ·φ₀ − A(θ))), S = 0",
        in: "StationaryLaw.marginal")
    ],
    quantity: "probability of |θ₁| ≤ ¼ after 1000 generations, N = 10, M = 50",
    evidence: ["fig2.svg", "data/fig2a.csv", "data/fig2b.csv"])

  /// Maximum a posteriori of coupled spins with Gaussian priors.
  package typealias P = GaussianPrior<CoupledSpins>

  /// Independent runs against an independent program, and the limit law against another quadrature.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = PriorRuns(external: 1, generation: 1000, claim: id)
    return try runs.checks(
      program,
      [
        Reference("|θ₁| ≤ ¼", 0.6274, uncertainty: 0.0045) { abs($0.x) <= 0.25 },
        Reference("θ₂ ≤ −1", 0.4474, uncertainty: 0.0079) { $0.y <= -1 },
      ], replicates: scale == .paper ? 6000 : 300, seed: seed, falseAlarm: falseAlarm, context)
      + runs.limits([(0, 0.086_585_229_79), (-0.926_509_079_1, 0.645_383_913_3)])
  }
}

/// The stationary probability of an event, as an independent C program found it for M = 50.
///
/// `Benchmarks/peers/moments.csv`: twelve seeds of 4·10⁶ generations. The uncertainty is 21 standard
/// errors between seeds, the quantile of Student's t with eleven degrees of freedom at this claim's
/// share; it also covers what is left of the start.
private struct Reference: Sendable {
  let name: String
  let probability: Double
  let uncertainty: Double
  let holds: @Sendable (SIMD2<Double>) -> Bool

  init(
    _ name: String, _ probability: Double, uncertainty: Double,
    holds: @escaping @Sendable (SIMD2<Double>) -> Bool
  ) {
    self.name = name
    self.probability = probability
    self.uncertainty = uncertainty
    self.holds = holds
  }
}

/// Independent runs of Figure 2, case ii or iii.
private struct PriorRuns {
  let definition: Figure2Definition.PriorCase
  let generation: Int
  let claim: String

  init(external: Int, generation: Int, claim: String) {
    definition = Figure2Definition.PriorCase(external: external)
    self.generation = generation
    self.claim = claim
  }

  func checks(
    _ program: some AnchoredProgram<GaussianPrior<CoupledSpins>>, _ references: [Reference],
    replicates: Int, seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let family = definition.coupledSpins
    let loop = program.loop(
      family: family, samples: 50, external: .fixed(definition.externalData),
      prior: definition.prior)
    let case_ = LoopCase(
      loop, from: family.member(at: SIMD2(0, 0)),
      "N = \(family.spins), M = 50, m = \(definition.external)", claim: claim, seed: seed)
    let parameters = try case_.runs.models(at: generation, replicates, context) {
      $0.naturalParameter
    }
    let alive = Check(
      "fraction of runs collapsed, \(case_.description)", method: .simulation, prediction: 0,
      measurement: Double(parameters.count { $0 == nil }) / Double(replicates))
    return references.map { reference in
      Check.frequency(
        "probability of \(reference.name), \(case_.description)",
        // A run that has collapsed has no finite parameters, and no event.
        of: parameters.count { $0.map(reference.holds) ?? false }, in: replicates,
        prediction: reference.probability, falseAlarm: falseAlarm / Double(references.count),
        allowance: reference.uncertainty)
    } + [alive]
  }

  /// The limit law's moments against those by another quadrature.
  func limits(_ moments: [(mean: Double, variance: Double)]) throws -> [Check] {
    let law = try definition.law()
    return moments.enumerated().flatMap { index, moment -> [Check] in
      let marginal = law.marginal(of: index)
      return [
        Check(
          "mean of θ\(index + 1) under Eq. 18", method: .exact, prediction: moment.mean,
          measurement: marginal.mean.value, tolerance: 1e-8),
        Check(
          "variance of θ\(index + 1) under Eq. 18", method: .exact, prediction: moment.variance,
          measurement: marginal.variance.value, tolerance: 1e-8),
      ]
    }
  }
}
