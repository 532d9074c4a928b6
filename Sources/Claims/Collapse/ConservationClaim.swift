import Families
import Loop
import Simulation
import Theory

/// X4: what the final law of coupled spins conserves, and what it is where it can be solved for.
package enum ConservationClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "X4",
    statement: """
      The final law of coupled spins conserves both mean statistics: Σ p_k S_k and Σ p_k S_k² \
      are what they were at the start.
      """,
    reference: "Eq. 5 at the end of Fig. 1d",
    conditions: "Coupled spins, maximum likelihood, no external data.",
    derivation: """
      Both statistics are bounded martingales (P1), and the ends are single levels (P5). So the \
      final law has the initial means of S and S²; for N = 2 these fix it, for larger N they do \
      not.
      """,
    equations: [
      Equation(
        "beyond Eq. 5", "Σ p_k S_k = φ̄₁,₀, Σ p_k S_k² = E S² at the start",
        in: "CoupledSpinsChain.absorption")
    ],
    quantity: "mean final S from the field 0.5, N = 20, M = 100",
    evidence: ["fig1.svg (d)", "data/fig1d.csv", "data/fig1d-mean.csv"])

  /// Coupled spins.
  package typealias Family = CoupledSpins

  /// Both conservation laws by simulation, and the laws for N = 2 and 3 solved for and simulated.
  package static func checks(
    of program: some ClosedProgram<CoupledSpins>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 11
    let conserved = try conservation(
      of: program.loop(family: CoupledSpins(spins: 20), samples: 100),
      replicates: scale == .paper ? 2000 : 200, seed: seed, falseAlarm: share, context)
    let small = try [(2, 14.221_513_2), (3, 16.264_733_5)].flatMap { spins, time in
      let law = try CoupledSpinsChain(spins: spins, samples: 10).absorption(from: SIMD2(0, 0))
      return try simulated(
        law, program.loop(family: CoupledSpins(spins: spins), samples: 10),
        replicates: scale == .paper ? 40_000 : 20_000, seed: seed, falseAlarm: share, context)
        + solved(law, spins: spins, time: time)
    }
    return conserved + small
  }

  /// Runs that the horizon cuts off count with their mean: the law holds at any stopping time.
  private static func conservation<P, E>(
    of loop: RetrainingLoop<P, E>, replicates: Int, seed: UInt64, falseAlarm: Double,
    _ context: RunContext
  ) throws -> [Check] where P: ClosedDataPolicy, P.Family == CoupledSpins {
    let family = loop.family
    let θ = SIMD2(0.5, 0)
    let case_ = LoopCase(
      loop, from: family.member(at: θ), "N = \(family.spins), M = \(loop.samples), θ₁ = \(θ.x)",
      claim: id, seed: seed)
    let ends = try case_.runs.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: 100_000)
      return chain.model.meanParameter
    }
    let n = Double(family.spins)
    let mean = family.meanParameter(at: θ)
    func square(_ φ: SIMD2<Double>) -> Double { 2 * n * φ.y + n }
    // E S² is conserved as well, so the final variance is the initial one; S² lies in [0, N²].
    let squareMean = square(mean)
    return [
      .mean(
        "mean final S, \(case_.description)", of: ends.map(\.x), prediction: mean.x,
        variance: family.fisherInformation(at: θ)[0, 0], deviation: n + abs(mean.x),
        falseAlarm: falseAlarm),
      .mean(
        "mean final S², \(case_.description)", of: ends.map(square), prediction: squareMean,
        variance: squareMean * (n * n - squareMean), deviation: n * n, falseAlarm: falseAlarm),
    ]
  }

  /// The frequencies of the final levels and the mean time, which is cut off where less than 1e−15
  /// is left of its law.
  private static func simulated<P, E>(
    _ law: CoupledSpinsChain.Absorption, _ loop: RetrainingLoop<P, E>, replicates: Int,
    seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] where P: ClosedDataPolicy, P.Family == CoupledSpins {
    let spins = loop.family.spins
    let case_ = LoopCase(
      loop, from: loop.family.member(at: SIMD2(0, 0)), "N = \(spins), M = \(loop.samples)",
      claim: id, seed: seed)
    let horizon = 400
    let ends = try case_.runs.replicates(replicates, context) {
      chain -> (level: Int?, time: Double) in
      _ = try chain.runUntilAbsorbed(horizon: horizon)
      guard case .level(let level) = chain.model.face else { return (nil, Double(horizon)) }
      return (level, Double(chain.generation))
    }
    let levels = (0...spins).map { k in
      Check.frequency(
        "probability to end at a level, S = \(2 * k - spins), \(case_.description)",
        of: ends.count { $0.level == 2 * k - spins }, in: replicates, prediction: law.levels[k],
        falseAlarm: falseAlarm)
    }
    let time = Check.mean(
      "mean time to the end, \(case_.description)", of: ends.map(\.time),
      prediction: law.meanTime, variance: law.meanSquareTime - law.meanTime * law.meanTime,
      deviation: Double(horizon), falseAlarm: falseAlarm)
    return levels + [time]
  }

  /// The solved law against the base measure, and its time against an independent program's.
  private static func solved(
    _ law: CoupledSpinsChain.Absorption, spins: Int, time: Double
  ) -> [Check] {
    let binomial = spins == 2 ? [0.25, 0.5, 0.25] : [0.125, 0.375, 0.375, 0.125]
    let largest = zip(law.levels, binomial).map { abs($0 - $1) }.max()!
    return [
      Check(
        "distance of the final law from the base measure, N = \(spins), M = 10", method: .exact,
        prediction: 0, measurement: largest, tolerance: 1e-9),
      Check(
        "mean time to the end, solved, N = \(spins), M = 10", method: .exact, prediction: time,
        measurement: law.meanTime, tolerance: 6e-8),
    ]
  }
}
