import Families
import Loop
import NumericalMethods
import Simulation
import Theory

/// P3: the probability to end all up is linear in the start.
package enum FixationClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P3",
    statement: "Independent spins end all up with probability (φ̄₁,₀ + N)/(2N), whatever M.",
    reference: "Eq. 8, A3, Fig. 1c",
    conditions: "Independent spins, maximum likelihood, no external data.",
    derivation: """
      The ends are S = N for every point and S = −N for every point. A bounded martingale keeps \
      its mean to the end: N P − N (1 − P) = φ̄₁,₀.
      """,
    equations: [
      Equation(
        "Eq. 8", "P(all up) = (φ̄₁,₀ + N)/(2N)", in: "IndependentSpinsTheory.probabilityAllUp"),
      Equation(
        "Eq. A3", "N P − N (1 − P) = φ̄₁,₀", in: "RationalWrightFisherChain.absorptionProbabilities"),
    ],
    quantity: "probability to end all up from p = 0.7, N = 10, M = 50",
    evidence: ["fig1.svg (c)", "data/fig1c.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// Simulated probabilities at the paper's starts, linear algebra, and a proof for small n.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let starts = [0.7, 0.1, 0.3, 0.5, 0.6, 0.8, 0.9, 0.95]
    let samples = scale == .paper ? [50, 100] : [50]
    // One share more than checks, for the horizons.
    let share = falseAlarm / Double(starts.count * samples.count + 1)
    let simulated = try samples.flatMap { samples in
      try starts.map { p in
        try fixation(
          LoopCase(
            program.loop(family: IndependentSpins(spins: 10), samples: samples), p: p, claim: id,
            seed: seed),
          // A hundred runs are within 0.32 of ½; spins that lean by five parts in a thousand nearly all end up.
          replicates: scale == .paper ? 10_000 : 100, falseAlarm: share, context)
      }
    }
    return simulated + [try linear.get()] + proofs
  }

  private static func fixation<P, E>(
    _ spins: LoopCase<P, E>, replicates: Int, falseAlarm: Double, _ context: RunContext
  ) throws -> Check where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: spins.population, from: spins.p, exceptWith: 1e-12 / Double(replicates))
    let up = try spins.runs.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: horizon)
      return chain.model.face == .allUp
    }.count { $0 }
    let family = spins.loop.family
    let expected = IndependentSpinsTheory.probabilityAllUp(
      meanStatistic: Double(family.spins) * (2 * spins.p - 1), spins: family.spins)
    return Check.frequency(
      "probability to end all up, \(spins.description)", of: up, in: replicates,
      prediction: expected, falseAlarm: falseAlarm)
  }

  /// Computed once: they depend on nothing.
  private static let linear = Result { try linearAlgebra(population: 500) }
  private static let proofs = [2, 3, 6, 10].map(proof)

  private static func linearAlgebra(population: Int) throws -> Check {
    let probabilities = try WrightFisherChain(population: population).fixationProbabilities()
    let largest = probabilities.enumerated().map { k, probability in
      abs(probability - Double(k) / Double(population))
    }.max()!
    // LU with condition number of order n: n² ulp is ample.
    let rounding = Double(population * population) * Double.ulpOfOne
    return Check(
      "largest |P(all up) − k/n| over all k, NM = \(population)", method: .exact, prediction: 0,
      measurement: largest, tolerance: rounding)
  }

  private static func proof(population: Int) -> Check {
    let up = RationalWrightFisherChain(population: population).absorptionProbabilities().allUp
    let agree = up.enumerated().count { k, probability in
      probability == Rational(.init(k), .init(population))
    }
    return Check(
      "states with P(all up) = k/n exactly, NM = \(population)", method: .proof,
      prediction: Double(population + 1), measurement: Double(agree))
  }
}
