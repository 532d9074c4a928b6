import Families
import Loop
import NumericalMethods
import Simulation
import Theory

/// X6: the infinite-synthetic limit is the conjugate prior.
package enum ConjugateLimitClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X6",
    statement: """
      For infinitely many synthetic points the law of the model is the conjugate prior worth 2m \
      points: Beta(2Nmx₀, 2Nm(1 − x₀)) for N spins, uniform for one spin, one point and x₀ = ½.
      """,
    reference: "Eq. 18 with u = 0",
    conditions: """
      The mean statistic φ₀ of the external points is interior. That the laws at finite M tend to \
      this one is checked, not proved.
      """,
    derivation: """
      With u = 0, Eq. 18 is exp(2m(θ·φ₀ − A(θ))): the density of Diaconis and Ylvisaker with 2m \
      points. For N independent spins it is a Beta law of the frequency, and uniform for one \
      spin, one point and x₀ = ½.
      """,
    equations: [
      Equation(
        "beyond Eq. 18", "p_st(θ) ∝ exp(2m(θ·φ₀ − A(θ)))", in: "AnchoredSpinsChain.limitShapes")
    ],
    quantity: """
      largest distance between the distribution function of runs and the uniform one, and its \
      mean under the claim; one fresh point, M = 1000
      """,
    evidence: [
      "infinite-synthetic.svg", "data/infinite-synthetic.csv",
      "data/infinite-synthetic-distance.csv",
    ])

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Simulated laws against Beta laws, exact distances, and the conjugate prior as a density.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let cases = [
      AnchoredCase(spins: 1, samples: 1000, external: .fresh(points: 1, frequency: 0.5)),
      AnchoredCase(spins: 10, samples: 100, external: .fixed(points: 1, up: 2)),
    ]
    let simulated = try cases.map {
      try $0.distanceToLimit(
        program, replicates: scale == .paper ? 2000 : 150, claim: id, seed: seed,
        falseAlarm: falseAlarm / Double(cases.count), context)
    }
    return simulated + (try exact.get())
  }

  /// Computed once: it depends on nothing.
  private static let exact = Result {
    let distances = try [1000, 2000].map {
      try AnchoredSpinsChain(
        spins: 1, samples: $0, external: .fresh(points: 1, frequency: 0.5)
      ).distanceToLimit()
    }
    let family = IndependentSpins(spins: 4)
    // One anchor, twice: as external data of m points, and as a conjugate prior of 2m pseudo-data.
    let anchor = SufficientStatistics(sum: -1.4, count: 0.7)
    let prior = ConjugatePrior<IndependentSpins>(
      SufficientStatistics(sum: 2 * anchor.sum, count: 2 * anchor.count))
    let law = try StationaryLaw(family: family, external: anchor)
    let offsets = stride(from: -3.0, through: 3, by: 0.5).map { θ in
      law.logDensity(at: θ) - prior.logDensity(at: θ, in: family)
    }
    return [
      Check(
        "ratio of the distances to the uniform law at M = 1000 and 2000", method: .exact,
        // Up to the next order, a few times 1/M.
        prediction: 2, measurement: distances[0] / distances[1], tolerance: 5e-3),
      Check(
        "spread of ln p_st − ln p_conjugate over θ", method: .exact, prediction: 0,
        measurement: offsets.max()! - offsets.min()!, tolerance: 1e-12),
    ]
  }
}
