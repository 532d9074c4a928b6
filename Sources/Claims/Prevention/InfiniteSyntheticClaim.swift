import Families
import Loop
import Simulation
import Theory

/// P17: prevention survives infinitely many synthetic points for each real one.
package enum InfiniteSyntheticClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P17",
    statement: """
      Interior external data prevent collapse however many synthetic points there are for each: \
      as M → ∞ the stationary law has a limit of finite width.
      """,
    reference: "text after Eq. 18",
    conditions: "The mean statistic of the external points is interior.",
    derivation: """
      In units of τ = t/M the external data pull with the strength m while sampling noise has \
      the covariance J⁻¹: M drops out of both. So the stationary law has a limit of finite \
      width: more synthetic data slow the loop and do not drown the data.
      """,
    equations: [
      Equation(
        "text after Eq. 18", "lim_{M → ∞} p_st exists", in: "AnchoredSpinsChain.limitDistribution")
    ],
    quantity: "mean of 4x(1 − x) after 5·10⁴ generations, one fresh point against M = 10⁴",
    evidence: [
      "infinite-synthetic.svg", "data/infinite-synthetic.csv",
      "data/infinite-synthetic-distance.csv",
    ],
    recorded: Claim.Verdict.holdsWithCondition)

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Heterozygosity by simulation up to M = 10⁴, and exactly up to M = 10¹².
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let sizes = [10_000, 1000, 10]
    let simulated = try sizes.map { samples in
      try heterozygosity(
        AnchoredCase(spins: 1, samples: samples, external: .fresh(points: 1, frequency: 0.5)),
        program, replicates: scale == .paper ? 500 : 100, seed: seed,
        falseAlarm: falseAlarm / Double(sizes.count), context)
    }
    return simulated + exact
  }

  /// E 4x(1 − x) = 4(V₀ − V) starts at its largest, 1, and relaxes by e⁻¹⁵ in 5M generations.
  private static func heterozygosity(
    _ case_: AnchoredCase, _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let values = try case_.frequencies(
      program, at: 5 * case_.chain.samples, from: 0.5, replicates: replicates, claim: id,
      seed: seed, context)
    let expected = 4 * (0.25 - case_.chain.stationaryVariance)
    return Check.mean(
      "mean heterozygosity, \(case_.description)", of: values.map { 4 * $0 * (1 - $0) },
      prediction: expected, variance: expected * (1 - expected), deviation: 1,
      falseAlarm: falseAlarm)
  }

  /// The variance against that of the limit law, from which it differs by less than 1/M, at sizes that
  /// no simulation reaches.
  private static let exact = [1_000_000, 1_000_000_000_000].flatMap { samples in
    [(1, 0.5, 1.0 / 12), (10, 0.2, 0.2 * 0.8 / 21)].map { spins, frequency, limit in
      let chain = AnchoredSpinsChain(
        spins: spins, samples: samples, external: .fresh(points: 1, frequency: frequency))
      return Check(
        "variance at M = \(samples), one fresh point, x₀ = \(frequency), N = \(spins)",
        method: .exact, prediction: limit, measurement: chain.stationaryVariance,
        tolerance: 1 / Double(samples) + 1e-15)
    }
  }
}
