import Families
import Foundation
import Loop
import Simulation
import Theory

/// P5: coupled spins end at any of N + 1 levels.
package enum FinalLevelClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P5",
    statement: """
      Coupled spins have N + 1 absorbing values S = N − 2k; a level inside is the limit θ₂ → −∞ \
      along every direction with −Nθ₁/θ₂ between S − 1 and S + 1.
      """,
    reference: "Fig. 1d, A4",
    conditions: """
      Coupled spins, maximum likelihood, no external data. Appendix A4 prints the central \
      direction only.
      """,
    derivation: """
      The points (S, S²) lie on a strictly convex curve, so the convex support is a polygon \
      whose vertices are the N + 1 levels. For θ₂ → −∞ the weight of S is a parabola about \
      −Nθ₁/θ₂, so the level within 1 of that value wins.
      """,
    equations: [
      Equation(
        "Eq. 7", "f(s|θ) ∝ exp(θ₁ Σσ_i + (θ₂/N) Σ_{i<j} σ_iσ_j)", in: "CoupledSpins.logPartition"),
      Equation("Fig. 1d", "φ̄₁,∞ = N − 2k, k = 0 … N", in: "CoupledSpins.maximumLikelihood"),
      Equation(
        "Eq. A4", "−Nθ₁/θ₂ in (S − 1, S + 1), θ₂ → −∞", in: "CoupledSpins.levelProbabilities"),
    ],
    quantity: "fraction of runs that end at a single level, N = 4, M = 6",
    evidence: ["fig1.svg (d)", "data/fig1d.csv"])

  /// Coupled spins.
  package typealias Family = CoupledSpins

  /// Runs to the end, the set of vertices, and the limits along directions.
  package static func checks(
    of program: some ClosedProgram<CoupledSpins>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let ends = try [(4, 6), (6, 8)].flatMap { spins, samples in
      try runs(
        of: program.loop(family: CoupledSpins(spins: spins), samples: samples),
        replicates: scale == .paper ? 2000 : 12, seed: seed, context)
    }
    return ends + (try [2, 3, 10, 20].map(vertices)) + [3, 10, 20].map(directions)
  }

  /// Every run ends at a level and stays there.
  ///
  /// The mean of S is a martingale, whose mean square grows by Var S/M a generation, never beyond N², and before the end the model's Var S,
  /// which is the sample's, is 4(M − 1)/M² at least: so E T ≤ N²M³/(4(M − 1)) from any state, and by
  /// Markov's inequality, again and again, P(T > 2k E T) ≤ 2⁻ᵏ.
  private static func runs<P, E>(
    of loop: RetrainingLoop<P, E>, replicates: Int, seed: UInt64, _ context: RunContext
  ) throws -> [Check] where P: ClosedDataPolicy, P.Family == CoupledSpins {
    let case_ = LoopCase(
      loop, from: loop.family.member(at: SIMD2(0, 0)),
      "N = \(loop.family.spins), M = \(loop.samples)", claim: id, seed: seed)
    let (n, m) = (Double(loop.family.spins), Double(loop.samples))
    let meanTime = n * n * m * m * m / (4 * (m - 1))
    let halvings = log2(Double(4 * replicates) / falseAlarm).rounded(.up)
    let horizon = Int(2 * halvings * meanTime)
    let ends = try case_.runs.replicates(replicates, context) {
      chain -> (ended: Bool, stays: Bool) in
      _ = try chain.runUntilAbsorbed(horizon: horizon)
      guard case .level = chain.model.face else { return (false, false) }
      let end = chain.model
      for _ in 0..<20 { try chain.advance() }
      return (true, chain.model == end)
    }
    func fraction(_ count: Int) -> Double { Double(count) / Double(replicates) }
    return [
      Check(
        "at a level by generation \(horizon), \(case_.description)", method: .simulation,
        prediction: 1, measurement: fraction(ends.count { $0.ended })),
      Check(
        "unchanged 20 generations later, \(case_.description)", method: .simulation,
        prediction: 1, measurement: fraction(ends.count { $0.stays })),
    ]
  }

  private static func vertices(spins: Int) throws -> Check {
    let family = CoupledSpins(spins: spins)
    let vertices = try (0...spins).count { k in
      let statistic = family.statistic(ofLevel: 2 * k - spins)
      let estimate = try family.maximumLikelihood(
        SufficientStatistics(sum: 100 * statistic, count: 100))
      return estimate.face == .level(2 * k - spins) && estimate.isAbsorbed
    }
    return Check(
      "levels whose samples give a model of that level alone, N = \(spins)", method: .exact,
      prediction: Double(spins + 1), measurement: Double(vertices))
  }

  /// For each level, directions up to 0.9 to either side: nothing but that level is left.
  private static func directions(spins: Int) -> Check {
    let family = CoupledSpins(spins: spins)
    let n = Double(spins)
    var found = 0
    for k in 0...spins {
      for offset in [-0.9, -0.5, 0, 0.5, 0.9] {
        let ratio = Double(2 * k - spins) + offset
        let coupling = -400 * n
        let θ = SIMD2(-ratio * coupling / n, coupling)
        if family.levelProbabilities(of: family.member(at: θ))[k] > 1 - 1e-12 { found += 1 }
      }
    }
    return Check(
      "directions that lead to the level they should, of five for each, N = \(spins)",
      method: .exact, prediction: Double(5 * (spins + 1)), measurement: Double(found))
  }
}
