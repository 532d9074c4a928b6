import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// P4: in units of NM, the absorption time has one law.
package enum ScalingClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P4",
    statement: """
      The absorption time scales as NM: the distribution functions of t/(NM) fall onto one \
      curve.
      """,
    reference: "Fig. 1b",
    conditions: """
      Independent spins, maximum likelihood, no external data; one curve as NM → ∞, approached \
      as ln(NM)/(NM).
      """,
    derivation: """
      The number of spins up in a training set is a Wright–Fisher chain with population n = NM, \
      which depends on N and M through n alone. In time t/n it tends to dp = √(p(1 − p)) dW, \
      whose absorption law is Kimura's series.
      """,
    equations: [
      Equation(
        "Fig. 1b", "P(T ≤ τNM) → 1 − Σ_j [P_2j(r) − P_2j+2(r)] exp(−(2j + 1)(j + 1)τ)",
        in: "WrightFisherDiffusion.absorptionTimeDistribution")
    ],
    quantity: "mean absorption time in units of NM, cut off at 8, from p = 0.5, N = 20, M = 50",
    evidence: ["fig1.svg (b)", "data/fig1b.csv", "data/fig1b-limit.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// Simulated laws against the limit and against exact finite ones, and the approach between them.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let samples = scale == .paper ? [50, 100, 200] : [50]
    let sizes = [20, 10, 5].flatMap { n in samples.map { (n, $0) } }
    let small = [(2, 5), (5, 10), (5, 20)]
    // The mean, the laws, and one share for all horizons.
    let share = falseAlarm / Double(1 + sizes.count + small.count + 1)
    // A hundred and fifty runs to the limit are within 0.28 of it, runs that do not end at 1. Two thousand short ones
    // tell one sample of five fewer.
    let (replicates, short) = scale == .paper ? (10_000, 40_000) : (150, 2000)
    func simulated(_ spins: Int, _ samples: Int, _ replicates: Int) throws -> AbsorptionTimes {
      let spins = LoopCase(
        program.loop(family: IndependentSpins(spins: spins), samples: samples), p: 0.5, claim: id,
        seed: seed)
      let description = "N = \(spins.loop.family.spins), M = \(spins.loop.samples)"
      return try AbsorptionTimes(
        of: spins, called: description, replicates: replicates, context)
    }
    let large = try sizes.map { try simulated($0, $1, replicates) }
    let againstLimit = large.map { run in
      // The exact law is this close to the limit at NM ≤ 1000, and closer beyond.
      let allowance = laws.last { $0.population <= run.population }!.distance
      func limit(_ t: Int) -> Double {
        WrightFisherDiffusion.absorptionTimeDistribution(
          at: Double(t) / Double(run.population), from: 0.5)
      }
      return Check.distance(
        "distance to the limit law, \(run.description)", of: run.times,
        expected: ExpectedDistance.continuous(count: run.times.count), falseAlarm: share,
        allowance: allowance, below: { limit($0 - 1) }, upTo: limit)
    }
    let againstExact = try small.map { spins, samples in
      let run = try simulated(spins, samples, short)
      return run.distance(
        toLaw: WrightFisherChain.absorptionLaw(population: run.population, scaledTime: 60),
        falseAlarm: share)
    }
    return [large[0].mean(law: laws[2].law, falseAlarm: share)] + againstLimit + againstExact
      + [try approach.get()]
  }

  /// Exact laws from p = ½ and their distances to the limit; they depend on nothing, so they are
  /// computed once.
  private static let laws = [250, 500, 1000].map { n in
    let law = WrightFisherChain.absorptionLaw(population: n, scaledTime: 8)
    let distance = WrightFisherDiffusion.distance(to: law, population: n, from: 0.5)
    return (population: n, law: law, distance: distance)
  }

  private static let approach = Result { try approachOfTheMean(population: 500) }

  /// `n(2 ln 2 − E T/n)` grows by (ln 2)/3 with each doubling of n, up to O(1/n).
  ///
  /// With the third and fourth moments of the binomial law, `E t(x′) − t(x) = −1` has the solution
  /// `n t₀ + t₁`, `t₁ = −⅓ ln[x(1 − x)] + const`; matched to the boundary at x of order 1/n, the
  /// constant is −⅓ ln n: finite populations approach the limit as (ln n)/n, not 1/n.
  private static func approachOfTheMean(population: Int) throws -> Check {
    let growth = try WrightFisherChain.growthOfMeanDeficit(population: population, from: 0.5)
    return Check(
      "growth of NM·2 ln 2 − E T from NM = \(population) to \(2 * population)", method: .exact,
      prediction: WrightFisherDiffusion.meanDeficitPerDoubling,
      measurement: growth, tolerance: 1 / Double(population))
  }
}
