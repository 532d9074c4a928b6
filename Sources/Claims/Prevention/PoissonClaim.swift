import Families
import Foundation
import Loop
import Simulation
import Theory

/// P16: the Poisson loop lives with external data and dies without, whatever its prior.
package enum PoissonClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P16",
    statement: """
      The rate of a Poisson loop with m > 0 fresh points and the prior λ exp(−λϑ) follows \
      Gamma(2mϑ₀, 2(m + λ)) as M → ∞; with m = 0 it collapses to 0 for every λ.
      """,
    reference: "Eqs. C2, C3, Fig. 3",
    conditions: """
      m > 0 for the Gamma law. The prior λ exp(−λϑ) is a density in ϑ; it is bounded at ϑ = 0 \
      and holds nothing off it.
      """,
    derivation: """
      The count K = Σs over a training set is Poisson given the last one: a branching process \
      with immigration, and its estimate is K/(M + m + λ). In τ = t/M its rate obeys C1, whose \
      stationary law is Gamma; without immigration its mean offspring is at most one, and it \
      dies out.
      """,
    equations: [
      Equation("Eq. C2", "p₀(ϑ) = λ exp(−λϑ)", in: "ExponentialPrior.posteriorMode"),
      Equation(
        "Eq. C3", "p_st(ϑ) ∝ ϑ^(2mϑ₀ − 1) exp(−2(m + λ)ϑ)",
        in: "PoissonStationaryLaw.limitDistribution"),
      Equation("Fig. 3", "E ϑ = mϑ₀/(m + λ) at every M", in: "PoissonStationaryLaw.mean"),
    ],
    quantity: """
      largest distance between the distribution function of runs and the exact one, and its mean \
      under the claim; ϑ₀ = 1, λ = 0, m = 1, M = 200
      """,
    evidence: ["fig3.svg", "data/fig3.csv", "data/fig3-summary.csv"])

  /// Maximum a posteriori of a Poisson rate with an exponential prior.
  package typealias P = ExponentialPrior

  private static let cases = [(1.0, 0.0), (1, 1), (0.25, 0), (0.25, 1)]

  /// Their exact distribution functions at M = 200; they depend on nothing.
  private static let exactLaws = cases.map { truth, rate in
    PoissonStationaryLaw(samples: 200, external: 1, truth: truth, rate: rate)
      .probabilities().cumulative
  }

  /// Simulated laws and times of extinction, exact atoms, and the approach to the Gamma law.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / Double(cases.count + 3)
    let laws = try cases.map { truth, rate in
      try stationary(
        program, truth: truth, rate: rate, replicates: scale == .paper ? 4000 : 200, seed: seed,
        falseAlarm: share, context)
    }
    let deaths = try [0.0, 0.5, 2].map {
      try extinction(
        program, rate: $0, replicates: scale == .paper ? 20_000 : 2000, seed: seed,
        falseAlarm: share, context)
    }
    return laws + deaths + exact
  }

  private static func stationary(
    _ program: some AnchoredProgram<P>, truth: Double, rate: Double, replicates: Int, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let family = PoissonFamily()
    let law = PoissonStationaryLaw(samples: 200, external: 1, truth: truth, rate: rate)
    let loop = program.loop(
      family: family, samples: 200,
      external: .fresh(count: 1, truth: family.member(rate: truth)),
      prior: ExponentialPrior(rate: rate))
    let case_ = LoopCase(
      loop, from: family.member(rate: law.mean), "ϑ₀ = \(truth), λ = \(rate), m = 1, M = 200",
      claim: id, seed: seed)
    let counts = try case_.runs.models(at: Int(15 * law.relaxationTime), replicates, context) {
      Int(($0.rate * law.divisor).rounded())
    }
    return Check.distance(
      "distance to the exact law, \(case_.description)", of: counts,
      cumulative: exactLaws[cases.firstIndex { $0 == (truth, rate) }!], falseAlarm: falseAlarm)
  }

  /// Without external points K is a branching process: extinct by t with probability q_t^K₀,
  /// `q_t = exp(a(q_{t−1} − 1))`, `a = M/(M + λ)`, q₀ = 0.
  private static func extinction(
    _ program: some AnchoredProgram<P>, rate: Double, replicates: Int, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let family = PoissonFamily()
    let (samples, start, generation) = (20, 20.0, 50)
    let loop = program.loop(
      family: family, samples: samples, external: .fixed(SufficientStatistics(sum: 0, count: 0)),
      prior: ExponentialPrior(rate: rate))
    let divisor = Double(samples) + rate
    let case_ = LoopCase(
      loop, from: family.member(rate: start / divisor),
      "K₀ = \(start), λ = \(rate), m = 0, M = \(samples)", claim: id, seed: seed)
    let extinct = try case_.runs.models(at: generation, replicates, context) { $0.isAbsorbed }
      .count { $0 }
    let q = (0..<generation).reduce(0.0) { q, _ in exp(Double(samples) / divisor * (q - 1)) }
    return Check.frequency(
      "fraction extinct at generation \(generation), \(case_.description)", of: extinct,
      in: replicates, prediction: pow(q, start), falseAlarm: falseAlarm)
  }

  /// Computed once: it depends on nothing.
  private static let exact: [Check] = {
    let atoms = [(0.0, 0.093_44), (1, 0.130_35)].map { rate, atom in
      Check(
        "probability of rate 0, ϑ₀ = 0.25, λ = \(rate), M = 200", method: .exact,
        prediction: atom,
        measurement: PoissonStationaryLaw(samples: 200, external: 1, truth: 0.25, rate: rate).atom,
        tolerance: 5e-6)
    }
    let distances = [100, 200].map {
      PoissonStationaryLaw(samples: $0, external: 1, truth: 1, rate: 0).distanceToLimit
    }
    let probabilities = PoissonStationaryLaw(samples: 200, external: 1, truth: 1, rate: 1)
      .probabilities()
    let mean = probabilities.enumerated().reduce(0) { $0 + $1.element * Double($1.offset) } / 202
    return atoms + [
      Check(
        "ratio of the distances to the Gamma law at M = 100 and 200, ϑ₀ = 1, λ = 0",
        // Up to the next order, a few times 1/M.
        method: .exact, prediction: 2, measurement: distances[0] / distances[1], tolerance: 0.05),
      Check(
        "mean rate of the exact law, ϑ₀ = 1, λ = 1, M = 200", method: .exact, prediction: 0.5,
        measurement: mean, tolerance: 1e-9),
    ]
  }()
}
