import EnumeratedFamilies
import Families
import Loop
import NumericalMethods
import Simulation
import Theory

/// P2: with bounded statistics, every run ends with all samples alike.
package enum AbsorptionClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P2",
    statement: """
      With bounded statistics the mean statistic converges almost surely, and the variance of φ \
      in the model goes to zero. With finitely many values of φ the loop is absorbed after \
      finitely many generations, in a model of a single value, a vertex of the convex support.
      """,
    reference: "Eq. 6, A2",
    conditions: """
      Maximum likelihood, no external data, bounded φ, an estimate in every generation. That all \
      samples share one value is no end by itself: at S = 0 spins go on. For infinitely many \
      bounded values and more than one parameter the limit need not be an extreme point of the \
      convex support: with the values (0, y), y uniform on (0, 1], and (±1, 1/n), n = 1, 2, …, \
      of weight 2⁻ⁿ each, the loop goes with a positive probability to (0, 0), the middle of an \
      edge (proved in the draft). Where φ is not bounded a martingale may wander forever: the \
      mean of a Gaussian of known variance does.
      """,
    derivation: """
      A bounded martingale converges almost surely. Its increments have the variance J/M, whose \
      trace has a finite sum and so goes to zero. Finitely many values make finitely many means \
      of M points: the variance takes finitely many values, of which 0 is that of a single \
      vertex, and is 0 from some generation on.
      """,
    equations: [
      Equation(
        "Eq. 6", "φ̄_t → φ̄_∞ almost surely, with Var φ = 0", in: "RetrainingChain.runUntilAbsorbed"),
      Equation("Eq. A2", "Var(φ̄_{t+1} | φ̄_t) = J/M → 0", in: "ExponentialFamily.fisherInformation"),
    ],
    quantity: "fraction of runs absorbed by a horizon that theory guarantees",
    evidence: [
      "fig1.svg (a)", "fig1.svg (b)", "data/fig1a.csv", "data/fig1b.csv",
    ])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// Of nine random checks, as much as elsewhere of eight.
  package static let falseAlarm = 2.25e-9

  /// Absorption by a rigorous horizon, permanence, decay of heterozygosity, and a proof for small n.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 10_000 : 1000
    let cases = [(2, 5, 0.5), (5, 10, 0.5), (5, 50, 0.2), (20, 50, 0.5)].map { spins, samples, p in
      LoopCase(
        program.loop(family: IndependentSpins(spins: spins), samples: samples), p: p, claim: id,
        seed: seed)
    }
    let share = falseAlarm / Double(2 * cases.count + 1)
    // Of a correct program every run ends, of a wrong one that is seen here, few or none: of a hundred runs that each
    // end with a probability of 0.8 all would end with one of 2e−10.
    let runs = scale == .paper ? replicates : replicates / 10
    let ends = try cases.map {
      try absorbed($0, replicates: runs, falseAlarm: share, context)
    }
    // One sample of five fewer makes 0.263 of 0.349 after ten generations of n = 10, half as much again as the bound of
    // four thousand runs; long runs need not tell as little.
    let decays = try cases.map { spins in
      try heterozygosity(
        spins,
        replicates: scale == .paper || spins.population <= 50 ? 4 * replicates : replicates / 4,
        falseAlarm: share, context)
    }
    let early = try early(program, replicates: replicates, seed: seed, falseAlarm: share, context)
    return try ends.map(\.fraction) + ends.map(\.permanence) + decays + [2, 3, 5, 8].map(proof)
      + [early] + twoFields.get()
  }

  /// Two points of two spins each, which are often both at S = 0: that is no end.
  private static func early(
    _ program: some ClosedProgram<IndependentSpins>, replicates: Int, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let case_ = LoopCase(
      program.loop(family: IndependentSpins(spins: 2), samples: 2), p: 0.5, claim: id, seed: seed)
    let absorbed = try case_.runs.models(at: 2, replicates, context) { $0.isAbsorbed }
    let law = WrightFisherChain(population: 4).absorptionTimeDistribution(from: 0.5, generations: 2)
    return .frequency(
      "fraction absorbed in two generations, \(case_.description)",
      of: absorbed.count { $0 }, in: replicates, prediction: law[2], falseAlarm: falseAlarm)
  }

  /// Two parameters, and values of φ inside: two fields of two spins each.
  private static let twoFields = Result {
    let family = ClaimTables.twoFields
    let chain = try TableChain(family, samples: 2, from: family.member(at: DenseVector([0, 0])))
    let field = WrightFisherChain(population: 4)
      .absorptionTimeDistribution(from: 0.5, generations: 200)
    return [5, 200].map { t in
      Check(
        "probability to be absorbed by generation \(t), two fields of two spins, M = 2",
        method: .exact, prediction: field[t] * field[t],
        measurement: chain.probability(after: t) { $0.isAbsorbed }, tolerance: 1e-12)
    } + [
      Check(
        "models that end the loop, two fields of two spins, M = 2", method: .exact, prediction: 4,
        measurement: Double(chain.models.count { $0.isAbsorbed }))
    ]
  }

  private static func absorbed<P, E>(
    _ spins: LoopCase<P, E>, replicates: Int, falseAlarm: Double, _ context: RunContext
  ) throws -> (fraction: Check, permanence: Check)
  where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: spins.population, from: spins.p, exceptWith: falseAlarm / Double(replicates))
    let runs = try spins.runs.replicates(replicates, context) {
      chain -> (absorbed: Bool, stays: Bool) in
      guard case .absorbed(_, let model) = try chain.runUntilAbsorbed(horizon: horizon) else {
        return (false, false)
      }
      for _ in 0..<20 { try chain.advance() }
      return (true, chain.model == model)
    }
    let fraction = Double(runs.count { $0.absorbed }) / Double(replicates)
    let stays = Double(runs.count { $0.stays }) / Double(replicates)
    return (
      Check(
        "absorbed by generation \(horizon), \(spins.description)", method: .simulation,
        prediction: 1, measurement: fraction),
      Check(
        "unchanged 20 generations later, \(spins.description)", method: .simulation,
        prediction: 1, measurement: stays)
    )
  }

  /// `E 4x(1 − x)` after n generations, which is `4p(1 − p)(1 − 1/n)ⁿ` at every n.
  private static func heterozygosity<P, E>(
    _ spins: LoopCase<P, E>, replicates: Int, falseAlarm: Double, _ context: RunContext
  ) throws -> Check where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let n = spins.population
    let values = try spins.runs.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: n)
      return 4 * chain.model.up * chain.model.down
    }
    let expected =
      4 * spins.p * (1 - spins.p)
      * IndependentSpinsTheory.heterozygosityDecay(population: n, generations: n)
    // A variable in [0, 1] with this mean has at most this variance.
    let variance = expected * (1 - expected)
    return Check.mean(
      "heterozygosity after NM generations, \(spins.description)", of: values,
      prediction: expected, variance: variance, deviation: 1, falseAlarm: falseAlarm)
  }

  private static func proof(population: Int) -> Check {
    let (up, down) = RationalWrightFisherChain(population: population).absorptionProbabilities()
    let certain = zip(up, down).allSatisfy { $0 + $1 == .one }
    return Check(
      "states from which absorption is certain, NM = \(population)", method: .proof,
      prediction: 1, measurement: certain ? 1 : 0)
  }
}
