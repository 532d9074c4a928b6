import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// P10: the stationary law as M → ∞.
package enum StationaryLawClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P10",
    statement: "As M → ∞ the stationary law of θ has the density p₀(θ)^2u exp(−2m D_KL(q‖θ)).",
    reference: "Eq. 18, B33",
    conditions: """
      The density on the right is normalisable; M → ∞; D_KL stands for A(θ) − φ₀·θ up to a \
      constant, which is finite for fixed points of a continuous family, too. Proved is that no \
      probability flows in it; that it is the limit of the stationary laws is checked in the \
      cases shown. How fast they approach it depends on the case: as 1/M in two of them, and far \
      more slowly under a wide prior, though the mean statistic has a bounded density there, \
      too.
      """,
    derivation: """
      The equation of motion (P7) has the stationary flux A p − ½ ∇·(J⁻¹ p). For p ∝ exp(−2U) \
      det J, that is p₀^2u exp(−2m D_KL), it vanishes in every direction, because ∂_b J⁻¹_ab = \
      −J⁻¹_ab ∂_b ln det J for any log-partition function.
      """,
    equations: [
      Equation("Eq. 18", "p_st(θ) ∝ p₀(θ)^2u exp(−2m D_KL(q‖θ))", in: "StationaryLaw.logDensity"),
      Equation("Eq. B24", "A_a p − ½ Σ_b ∂_b(J⁻¹_ab p) = 0", in: "EquationOfMotion.drift"),
      Equation("Eq. B33", "p_st is a density with respect to dθ", in: "StationaryLaw.logDensity"),
    ],
    quantity: """
      largest distance between the distribution functions of runs and of Eq. 18, and its mean \
      under the claim; N = 1, M = 400, one fresh point
      """,
    evidence: ["fig2.svg", "fig3.svg", "data/fig2a.csv", "data/fig2-moments.csv"])

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Simulated laws against the limit, its quadrature against Beta laws, the order of the approach.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let cases = [
      AnchoredCase(spins: 1, samples: 400, external: .fresh(points: 1, frequency: 0.5)),
      AnchoredCase(spins: 3, samples: 100, external: .fresh(points: 2, frequency: 0.3)),
      AnchoredCase(spins: 5, samples: 50, external: .fixed(points: 3, up: 4)),
    ]
    let share = falseAlarm / Double(cases.count)
    let simulated = try cases.map {
      try $0.distanceToLimit(
        program, replicates: scale == .paper ? 4000 : 300, claim: id, seed: seed,
        falseAlarm: share, context)
    }
    return try simulated + quadrature.get() + approach.get() + [slow.get()]
  }

  /// Computed once: they depend on nothing.
  private static let quadrature = Result {
    try [(10, 1.0, -6.0), (1, 1, 0), (4, 2.5, 1)].map { spins, count, mean in
      let density = try StationaryLaw(
        family: IndependentSpins(spins: spins),
        external: SufficientStatistics(sum: count * mean, count: count)
      ).density()
      let x0 = (1 + mean / Double(spins)) / 2
      let weight = 2 * Double(spins) * count
      let largest = stride(from: -2.0, through: 2, by: 0.25).map { θ in
        let beta = ContinuousLaw.betaCumulative(
          weight * x0, weight * (1 - x0), at: 1 / (1 + exp(-2 * θ)))
        return abs(density.cumulative(θ).value - beta)
      }.max()!
      return Check(
        "distance of Eq. 18, integrated, from the Beta law, N = \(spins), m = \(count)",
        method: .exact, prediction: 0, measurement: largest, tolerance: 1e-9)
    }
  }

  /// The distance halves as M doubles, up to the next order, a few times 1/M.
  private static let approach = Result {
    try [
      ("one fixed point, S = −6, N = 10", 10, AnchoredSpinsChain.External.fixed(points: 1, up: 2)),
      ("one fresh point, x₀ = 0.5, N = 1", 1, .fresh(points: 1, frequency: 0.5)),
    ].map { name, spins, external in
      let (few, many) = spins == 1 ? (500, 1000) : (50, 100)
      let distances = try [few, many].map {
        try AnchoredSpinsChain(spins: spins, samples: $0, external: external).distanceToLimit()
      }
      return Check(
        "ratio of the distances to Eq. 18 at M = \(few) and \(many), \(name)", method: .exact,
        prediction: 2, measurement: distances[0] / distances[1], tolerance: 5 / Double(few))
    }
  }

  /// A wide prior on one spin: most of the law lies where M = 100 samples hardly ever are of both kinds.
  private static let slow = Result {
    let family = IndependentSpins(spins: 1)
    let prior = GaussianPrior<IndependentSpins>(mean: 0, variance: 8)
    let distances = try [50, 100].map { samples in
      let chain = WrightFisherChain(population: samples)
      let fields = try (0...samples).map { k in
        try prior.posteriorMode(
          given: SufficientStatistics(sum: Double(2 * k - samples), count: Double(samples)),
          in: family
        ).naturalParameter!
      }
      let law = try FiniteChain.stationaryLaw(
        rows: fields.map { chain.samplingProbabilities(at: family.member(at: $0).up) })
      // p₀² is normal of variance 4.
      return FiniteChain.distance(of: law) { 0.5 * erfc(-fields[$0] / 8.0.squareRoot()) }
    }
    // By an independent program.
    return Check(
      "ratio of the distances to Eq. 18 at M = 50 and 100, Gaussian prior of variance 8 on one spin",
      method: .exact, prediction: 1.331_512_543, measurement: distances[0] / distances[1],
      tolerance: 1e-6)
  }
}
