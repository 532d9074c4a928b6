import Families
import Foundation
import Loop
import Simulation
import Theory

/// P7a: the diffusion of N independent spins, in which unit of time.
package enum IsingDiffusionClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P7a",
    statement: """
      In τ = t/M the magnetisation of N independent spins diffuses as dμ = √((1 − μ²)/N) dW, and \
      1 − ⟨μ²⟩ decays as exp(−τ/N).
      """,
    reference: "below Eq. 15",
    conditions: """
      Closed-loop maximum likelihood of independent spins; μ is, as there, the magnetisation per \
      spin, φ̄/N. The exact decay is 1 − 1/(NM) a generation.
      """,
    derivation: """
      The variance of the mean of NM spins is (1 − μ²)/(NM), and a unit of τ is M generations, \
      not NM. The same follows from B14: φ₁ = Nμ has the Fisher information N(1 − μ²).
      """,
    equations: [
      Equation(
        "below Eq. 15", "dμ = √((1 − μ²)/N) dW, 1 − ⟨μ²⟩ ∝ exp(−τ/N)",
        in: "IndependentSpinsTheory.heterozygosityDecay")
    ],
    correction: Correction(
      "The text below Eq. 15 prints dμ = √(1 − μ²) dW and a decay as exp(−τ), which is right for time in units"
        + " of NM; in τ = t/M the variance is 1/N of it, a tenth for ten spins.", factor: 0.1,
      label: "1/N"),
    quantity: "mean of 1 − μ² after M generations, N = 10, M = 50, from μ = 0",
    evidence: ["fig1.svg (b)", "data/fig1b.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// The decay after M and after NM generations, and the variance of one.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let (spins, samples) = (10, 50)
    let share = falseAlarm / 3
    let loop = program.loop(family: IndependentSpins(spins: spins), samples: samples)
    let case_ = LoopCase(loop, p: 0.5, claim: id, seed: seed)
    let times = [samples, spins * samples]
    let values = try case_.runs.replicates(scale == .paper ? 20_000 : 1000, context) { chain in
      try times.map { t in
        try chain.advance(to: t)
        return 4 * chain.model.up * chain.model.down
      }
    }
    func mean(_ name: String, _ index: Int, _ prediction: Double, _ role: Check.Role) -> Check {
      Check.mean(
        "mean of 1 − μ² after \(times[index]) generations\(name), \(case_.description)",
        of: values.map { $0[index] }, prediction: prediction,
        // A variable in [0, 1] with this mean has at most this variance.
        variance: prediction * (1 - prediction), deviation: 1, falseAlarm: share, role: role)
    }
    func exact(_ generations: Int) -> Double {
      IndependentSpinsTheory.heterozygosityDecay(
        population: spins * samples, generations: generations)
    }
    let law = OneStepLaw.spins(spins, up: 0.7, samples: samples)
    let step = law.moments { $0.mean / Double(spins) }
    // μ = 0.4: printed, the variance of a unit of τ is 1 − μ².
    let ratio = Double(samples) * step.covariance[0][0] / (1 - 0.4 * 0.4)
    return [
      mean(" as printed", 0, exp(-1), .printed), mean("", 0, exact(samples), .claimed),
      mean("", 1, exact(spins * samples), .claimed),
      Check(
        "exact variance for a unit of τ over the one printed, N = \(spins), M = \(samples)",
        method: .exact, prediction: words.correction!.factor, measurement: ratio, tolerance: 1e-12),
    ]
  }
}
