import ExponentialFamilies
import Retraining
import StatisticalChecks
import Theory

/// P2: with bounded statistics, every run ends with all samples alike.
public enum AbsorptionClaim: ClosedClaimTest {
  /// `P2`.
  public static let id = "P2"
  /// N independent spins.
  public typealias Family = IndependentSpins
  /// What is claimed.
  public static let statement =
    "With bounded statistics the loop converges almost surely to an absorbing state,"
    + " in which all samples share one value of the statistic."
  /// Where the paper says it.
  public static let reference = "Eq. 6, A2"
  /// When it is true.
  public static let conditions =
    "Maximum likelihood, no external data, bounded φ. Where φ is not bounded a martingale"
    + " may wander for ever: the mean of a Gaussian of known variance does."
  /// Why it is true.
  public static let derivation =
    "A bounded martingale converges almost surely. Its increments have the variance J/M,"
    + " which must then vanish: all samples share one value of φ."
  /// What it covers.
  public static let equations = [
    Equation(
      "Eq. 6", "φ̄_t → φ̄_∞ almost surely, with Var φ = 0", in: "RetrainingChain.runUntilAbsorbed"),
    Equation("Eq. A2", "Var(φ̄_{t+1} | φ̄_t) = J/M → 0", in: "ExponentialFamily.fisherInformation"),
  ]
  /// What the first check measures.
  public static let quantity = "fraction of runs absorbed by a horizon that theory guarantees"
  /// Figures and tables that show it.
  public static let evidence = ["fig1.svg (a)", "fig1.svg (b)", "data/fig1a.csv", "data/fig1b.csv"]

  /// Absorption by a rigorous horizon, permanence, decay of heterozygosity, and a proof for small n.
  public static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 10_000 : 1000
    let cases = [(2, 5, 0.5), (5, 10, 0.5), (5, 50, 0.2), (20, 50, 0.5)].map { spins, samples, p in
      LoopCase(
        program.loop(family: IndependentSpins(spins: spins), samples: samples), p: p, claim: id,
        seed: seed)
    }
    let share = falseAlarm / Double(2 * cases.count)
    let ends = try cases.map {
      try absorbed($0, replicates: replicates, falseAlarm: share, context)
    }
    let decays = try cases.map {
      try heterozygosity($0, replicates: 4 * replicates, falseAlarm: share, context)
    }
    return ends.map(\.fraction) + ends.map(\.permanence) + decays + [2, 3, 5, 8].map(proof)
  }

  private static func absorbed<P, E>(
    _ spins: LoopCase<P, E>, replicates: Int, falseAlarm: Double, _ context: RunContext
  ) throws -> (fraction: Check, permanence: Check)
  where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: spins.population, from: spins.p, exceptWith: falseAlarm / Double(replicates))
    let runs = try spins.replicates(replicates, context) { chain -> (absorbed: Bool, stays: Bool) in
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
    let values = try spins.replicates(replicates, context) { chain in
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
