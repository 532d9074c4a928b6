import Families
import Loop
import Simulation
import Theory

/// P12: one fixed data point prevents collapse.
package enum OnePointClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P12",
    statement: """
      One fixed data point with S = −6 in every generation prevents the collapse of ten spins \
      under maximum likelihood; the condition is that its statistic is interior (X7).
      """,
    reference: "Fig. 2, case i",
    conditions: """
      The statistic of the point, S = −6, is interior to [−N, N]. With S = ±N the loop collapses \
      onto the point, totally.
      """,
    derivation: """
      The next frequency is (k + b)/(N(M + 1)) with b = 2 spins of the point up: it is neither 0 \
      nor 1, so that every count can follow any other. The law is that of an exact finite chain, \
      near Beta(2b, 2(N − b)).
      """,
    equations: [
      Equation(
        "Fig. 2, i", "p_st(θ₁) ∝ exp(2(θ₁S − A(θ₁))), S = −6",
        in: "SpinChain.stationaryProbabilities")
    ],
    quantity: """
      probability that a tenth to three tenths of the spins are up after 765 generations, N = \
      10, M = 50
      """,
    evidence: ["fig2.svg (a)", "data/fig2a.csv", "fixed-anchor.svg"],
    recorded: Claim.Verdict.holdsWithCondition)

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Of three random checks, as much as elsewhere of two.
  package static let falseAlarm = 3e-9

  /// Law and life of simulated runs, and the exact chain.
  ///
  /// A mean would not show survival: a loop that starts at the point's frequency and collapses keeps it.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let case_ = AnchoredCase(spins: 10, samples: 50, external: .fixed(points: 1, up: 2))
    let chain = case_.chain
    let replicates = scale == .paper ? 10_000 : 400
    let values = try case_.frequencies(
      program, at: case_.relaxed, from: 0.5, replicates: replicates, claim: id, seed: seed, context)
    let collapsed = values.count { $0 == 0 || $0 == 1 }
    let law = try chain.stationaryProbabilities()
    let steps = Double(chain.size)
    func isWithin(_ frequency: Double) -> Bool {
      let count = (frequency * steps).rounded()
      return count >= 0.1 * steps && count <= 0.3 * steps
    }
    let within = law.enumerated().reduce(0) {
      $0 + (isWithin(Double($1.offset) / steps) ? $1.element : 0)
    }
    let mean =
      law.enumerated().reduce(0) { $0 + $1.element * Double($1.offset) }
      / Double(chain.size)
    return [
      .frequency(
        "probability of a frequency from 0.1 to 0.3, \(case_.description)",
        of: values.count(where: isWithin), in: replicates, prediction: within,
        falseAlarm: falseAlarm / 3),
      .mean(
        "mean frequency of up spins, \(case_.description)", of: values, prediction: 0.2,
        variance: chain.stationaryVariance, deviation: 1, falseAlarm: falseAlarm / 3),
      .distance(
        "distance to the exact law, \(case_.description)",
        of: values.map { Int(($0 * Double(chain.size)).rounded()) }, cumulative: law.cumulative,
        falseAlarm: falseAlarm / 3),
      Check(
        "fraction of runs collapsed, \(case_.description)", method: .simulation, prediction: 0,
        measurement: Double(collapsed) / Double(replicates)),
      // By an independent program.
      Check(
        "mean time from all of the loop's own spins up to a frequency from 0.1 to 0.3",
        method: .exact, prediction: 93.680_347_184,
        measurement: try chain.transitions.meanTimes(
          to: law.indices.map { isWithin(Double($0) / steps) })[chain.size - 8],
        tolerance: 1e-6),
      Check(
        "mean of the solved law", method: .exact, prediction: 0.2, measurement: mean,
        tolerance: 1e-10),
      Check(
        "variance of the frequency, closed form", method: .exact, prediction: 0.007_547_17,
        measurement: chain.stationaryVariance, tolerance: 5e-9),
    ]
  }
}
