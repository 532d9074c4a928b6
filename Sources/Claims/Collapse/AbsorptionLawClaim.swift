import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// X2: the law of the absorption time, in the limit and before it.
package enum AbsorptionLawClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "X2",
    statement: """
      The absorption time of independent spins depends on N and M through n = NM alone, and T/n \
      has Kimura's law as n → ∞: P(T > τn) → Σ_j [P_2j(r) − P_2j+2(r)] exp(−(2j + 1)(j + 1)τ), r \
      = 1 − 2p.
      """,
    reference: "the limit of Fig. 1b",
    conditions: """
      Independent spins, maximum likelihood, no external data. A finite population is ahead of \
      the limit by (ln n)/3 + O(1) generations, so that the laws approach it as (ln n)/n, not as \
      1/n.
      """,
    derivation: """
      The number of spins up is a Wright–Fisher chain with population n. P(T > τn) from p solves \
      ∂u/∂τ = ½p(1 − p)∂²u/∂p², u = 0 at both ends, whose eigenvalues are (2j + 1)(j + 1). To \
      the next order E T = n t₀ + t₁ with t₁″ = ⅓[1/p² + 1/(1 − p)² + 1/p + 1/(1 − p)], from the \
      third and fourth moments of the binomial law: t₁ = −⅓ ln p + c near an end. Where numbers \
      k = np are of order one, E T is c + ⅓ ln n − ⅓ ln k beside what the limit has, and depends \
      on n in no other way: c = −(ln n)/3 + O(1). Every run ends through that layer, so that all \
      of the law comes earlier by as much; this last step is checked, not proved.
      """,
    equations: [
      Equation(
        "beyond Fig. 1b", "P(T > τn) → Σ_j [P_2j(r) − P_2j+2(r)] exp(−(2j + 1)(j + 1)τ)",
        in: "WrightFisherDiffusion.absorptionTimeDistribution"),
      Equation(
        "beyond Fig. 1b", "P(T ≤ τn) = F(τ + (ln n)/(3n) + O(1/n))",
        in: "WrightFisherDiffusion.meanDeficitPerDoubling"),
    ],
    quantity: """
      largest distance between the distribution function of runs and the exact one, and its mean \
      under the claim; N = 20, M = 2
      """,
    evidence: ["fig1.svg (b)", "data/fig1b-limit.csv", "data/fig1b-exact.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// N and M with the same product.
  private static let sizes = [(20, 2), (8, 5), (1, 40)]

  /// Simulated laws of one n against one exact law, values of the limit law, and the approach to it.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 20_000 : 2000
    // One share for the horizon of all.
    let share = falseAlarm / Double(sizes.count + 1)
    let simulated = try sizes.map { spins, samples in
      let case_ = LoopCase(
        program.loop(family: IndependentSpins(spins: spins), samples: samples), p: 0.5, claim: id,
        seed: seed)
      let run = try AbsorptionTimes(
        of: case_, called: case_.description, replicates: replicates, context)
      return run.distance(toLaw: exactLaw, falseAlarm: share)
    }
    return simulated + exact
  }

  /// Of n = 40; it depends on nothing.
  private static let exactLaw = WrightFisherChain.absorptionLaw(population: 40, scaledTime: 60)

  /// Computed once: it depends on nothing.
  private static let exact: [Check] = {
    let printed = [
      (0.5, 0.133_387_936_9), (1, 0.450_349_536_1), (2, 0.797_002_451_3), (4, 0.972_526_541_7),
    ].map { τ, value in
      Check(
        "limit of P(T ≤ τn), p = 0.5, τ = \(τ)", method: .exact, prediction: value,
        measurement: WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.5),
        tolerance: 5e-11)
    }
    // The series against the other closed form, −2[p ln p + (1 − p) ln(1 − p)].
    let means = [0.5, 0.1].map { p in
      Check(
        "mean of the limit law, p = \(p)", method: .exact,
        prediction: WrightFisherDiffusion.meanAbsorptionTime(from: p),
        measurement: integrate(from: 0, to: 60) {
          1 - WrightFisherDiffusion.absorptionTimeDistribution(at: $0, from: p)
        }.value, tolerance: 1e-9)
    }
    return printed + means + approach
  }()

  /// `n[P(T ≤ τn) − limit]` grows by (ln 2)/3 times the density when n doubles.
  ///
  /// The next order is that of half the squared lead of (ln n)/(3n), times n.
  private static let approach: [Check] = {
    let (n, times) = (400, [0.5, 1, 2])
    let laws = [n, 2 * n].map { WrightFisherChain.absorptionLaw(population: $0, scaledTime: 2) }
    return times.map { τ in
      let limit = WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.5)
      let excess = zip([n, 2 * n], laws).map { size, law in
        Double(size) * (law[Int(τ * Double(size))] - limit)
      }
      return Check(
        "growth of n[P(T ≤ τn) − limit] from n = \(n) to \(2 * n), p = 0.5, τ = \(τ)",
        method: .exact,
        prediction: WrightFisherDiffusion.meanDeficitPerDoubling
          * WrightFisherDiffusion.absorptionTimeDensity(at: τ, from: 0.5),
        measurement: excess[1] - excess[0],
        tolerance: pow(log(Double(n)), 2) / Double(9 * n))
    }
  }()
}
