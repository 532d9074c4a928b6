import EnumeratedFamilies
import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// P11: what it means for the loop whether the stationary density is normalisable.
package enum NormalisabilityClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P11",
    statement: """
      With finitely many values of φ, Eq. 18 of external data, or of a conjugate prior of \
      positive weight maximised in θ, is normalisable if and only if their mean statistic is \
      interior. If it is, the loop does not collapse; if not, it collapses onto the smallest \
      face that holds it, and totally if that is a vertex. For other priors the integral decides \
      only whether the limit M → ∞ has this law.
      """,
    reference: "after Eq. 18",
    conditions: """
      Maximum likelihood with external data, or a conjugate prior of positive weight that is \
      maximised in θ. In another coordinate its weight may be zero or negative, as that of \
      Jeffreys' prior of a spin in the angle and in the frequency (X8), and the loop collapses \
      though the prior's mean is interior. For infinitely many bounded values the integral is \
      decided in the same way, for the loop see the draft. Not normalisable does not mean \
      collapsed: at finite M a chain may stay irreducible although the limit has no law, as with \
      the prior (1 + θ²)^(−1/8); two free spins with a Gaussian prior on one of their fields fix \
      the other and live for good; and points on an edge leave a living edge (X7).
      """,
    derivation: """
      If the mean is interior the density is that of Diaconis and Ylvisaker, which is proper. If \
      not, there is a direction c with c·φ ≤ c·φ₀ for all φ: along it θ·φ₀ − A never falls, and \
      the integral is infinite. What the loop does is X7.
      """,
    equations: [
      Equation("after Eq. 18", "∫ p₀^2u exp(−2m D_KL) dθ < ∞", in: "StationaryLaw.reason")
    ],
    quantity: """
      cases of one and two parameters, of 16, in which theory decides rightly whether Eq. 18 is \
      normalisable
      """,
    evidence: ["fixed-anchor.svg (b)", "data/fixed-anchor-collapsed.csv"],
    recorded: Claim.Verdict.holdsWithCondition)

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Fractions of collapsed runs, decisions about existence, and a prior on the verge.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let cases: [(AnchoredSpinsChain.External, Int)] = [
      (.fixed(points: 1, up: 0), 400), (.fixed(points: 1, up: 1), 400),
      (.fresh(points: 1, frequency: 0.05), 400), (.fixed(points: 0, up: 0), 1000),
    ]
    let simulated = try cases.map { external, generation in
      try collapsed(
        AnchoredCase(spins: 10, samples: 50, external: external), at: generation, program,
        replicates: scale == .paper ? 10_000 : 1000, seed: seed,
        falseAlarm: falseAlarm / Double(cases.count), context)
    }
    return try [decisions] + simulated + verge.get() + partial.get()
  }

  private static func collapsed(
    _ case_: AnchoredCase, at generation: Int, _ program: some AnchoredProgram<P>,
    replicates: Int, seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let values = try case_.frequencies(
      program, at: generation, from: 0.5, replicates: replicates, claim: id, seed: seed, context)
    let exact = case_.chain.boundaryProbabilities(from: 0.5, generations: generation)
    return Check.frequency(
      "fraction collapsed at generation \(generation), \(case_.description)",
      of: values.count { $0 == 0 || $0 == 1 }, in: replicates, prediction: exact[generation],
      falseAlarm: falseAlarm)
  }

  /// Decisions by theory that agree with what the paper, or an exact law, says of the loop.
  private static var decisions: Check {
    func exists<Q: Prior>(
      _ family: Q.Family, _ prior: Q, _ sum: Q.Family.Vector, _ count: Double
    ) -> Bool {
      (try? StationaryLaw(
        family: family, prior: prior, external: Q.Family.Statistics(sum: sum, count: count)))
        != nil
    }
    let spins = IndependentSpins(spins: 10)
    let coupled = CoupledSpins(spins: 10)
    let zero = SIMD2<Double>(0, 0)
    let gaussian = GaussianPrior<CoupledSpins>(mean: zero, variance: SIMD2(2, 2))
    let table = ClaimTables.twoFields
    func points(_ φ: [[Double]]) -> Bool {
      exists(
        table, FlatPrior(), φ.map { DenseVector($0) }.reduce(.zero, +), Double(φ.count))
    }
    let right = [
      !exists(spins, FlatPrior(), 0, 0), exists(spins, FlatPrior(), -6, 1),
      !exists(spins, FlatPrior(), -10, 1), exists(spins, FlatPrior(), -9, 1),
      exists(spins, LaplacePrior(centre: 0, penalty: 1), 0, 0),
      exists(coupled, gaussian, zero, 0),
      exists(coupled, gaussian, coupled.statistic(ofLevel: 0), 1),
      !exists(coupled, FlatPrior(), coupled.statistic(ofLevel: 0), 1),
      !exists(PoissonFamily(), ExponentialPrior(rate: 1), 0, 0),
      exists(PoissonFamily(), ExponentialPrior(rate: 1), 0.25, 1),
      // Inside, on an edge between vertices, and at a vertex.
      points([[0, 0]]), points([[0, 0], [2, 2]]), !points([[0, 2]]), !points([[-2, 2], [2, 2]]),
      !points([[2, 2]]), !points([[2, 2], [2, 2]]),
    ]
    return Check(
      "decisions about existence that agree, of \(right.count)", method: .exact,
      prediction: Double(right.count), measurement: Double(right.count { $0 }))
  }

  // MARK: - Neither a law nor a total collapse

  /// Two free spins whose density is not normalisable, exactly: with a prior on one field, and with points on
  /// one edge.
  private static let partial = Result {
    let (family, samples) = (ClaimTables.twoSpins, 6)
    let start = family.member(at: DenseVector([0, 0]))
    let spin = IndependentSpins(spins: 1)
    let prior = GaussianPrior<IndependentSpins>(mean: 0, variance: 2)
    // The spins are independent, so that each is fitted by itself.
    let oneField = try TableChain(family, samples: samples, from: start) { data in
      let first = try prior.posteriorMode(
        given: SufficientStatistics(sum: data.sum[0], count: data.count), in: spin)
      let mean = DenseVector([first.magnetisation, data.sum[1] / data.count])
      return try family.maximumLikelihood(
        SufficientStatistics(sum: data.count * mean, count: data.count))
    }
    let edge = try TableChain(
      family, samples: samples, from: start,
      external: [
        (1, [[-1, 1], [1, 1]].map { ClaimTables.state($0, of: family) })
      ])
    func isFixed(_ model: EnumeratedFamily.Member) -> Bool {
      Set(model.states.map { family.statistic(of: $0)[1] }).count == 1
    }
    return [("a Gaussian prior on the other's field", oneField), ("two points on an edge", edge)]
      .flatMap { name, chain in
        [
          Check(
            "probability that one of two free spins is fixed by generation 400, \(name)",
            method: .exact, prediction: 1, measurement: chain.probability(after: 400, of: isFixed),
            tolerance: 1e-12),
          Check(
            "probability of a total collapse by generation 400, two free spins, \(name)",
            method: .exact, prediction: 0,
            measurement: chain.probability(after: 400) { $0.isAbsorbed }),
        ]
      }
  }

  // MARK: - A prior on the verge

  /// The prior (1 + θ²)^(−1/8) on one spin.
  ///
  /// Its square is not integrable, yet every finite chain is irreducible. With each doubling of M, less
  /// of the stationary law is left at |θ| ≤ 1, by far more than rounding; with a Gaussian prior the law
  /// settles, up to the mass of a few lattice points at |θ| = 1, half a percent each.
  private static let verge = Result {
    let samples = [25, 50, 100, 200, 400]
    let power = try samples.map { try centralMass(PowerPrior(exponent: 0.125), samples: $0) }
    let gaussian = try samples.map {
      try centralMass(GaussianPrior<IndependentSpins>(mean: 0, variance: 2), samples: $0)
    }
    let falls = zip(power, power.dropFirst()).count { $0 > $1 + 1e-3 }
    // A normal law of variance 1, half the prior's.
    let limit = try StationaryLaw(
      family: IndependentSpins(spins: 1),
      prior: GaussianPrior<IndependentSpins>(mean: 0, variance: 2),
      external: SufficientStatistics(sum: 0, count: 0)
    ).density().probability(from: -1, to: 1).value
    return [
      Check(
        "doublings of M that thin out |θ| ≤ 1 under the prior (1 + θ²)^(−1/8)", method: .exact,
        prediction: Double(samples.count - 1), measurement: Double(falls)),
      Check(
        "distance of the mass at |θ| ≤ 1 from its limit under a Gaussian prior, M = 400",
        method: .exact, prediction: 0, measurement: gaussian[samples.count - 1] - limit,
        tolerance: 0.02),
    ]
  }

  /// The exact stationary probability of |θ| ≤ 1 for one spin and M samples.
  private static func centralMass<Q: Prior>(_ prior: Q, samples: Int) throws -> Double
  where Q.Family == IndependentSpins {
    let family = IndependentSpins(spins: 1)
    let wrightFisher = WrightFisherChain(population: samples)
    let models = try (0...samples).map { k in
      try prior.posteriorMode(
        given: SufficientStatistics(sum: Double(2 * k - samples), count: Double(samples)),
        in: family)
    }
    let law = try FiniteChain.stationaryLaw(
      rows: models.map { wrightFisher.samplingProbabilities(at: $0.up) })
    return zip(models, law).reduce(0) {
      $0 + (abs($1.0.naturalParameter ?? .infinity) <= 1 ? $1.1 : 0)
    }
  }

  /// The prior `(1 + θ²)^(−s)` on the field of independent spins.
  private struct PowerPrior: Prior {
    let exponent: Double
    var coordinate: PriorCoordinate { .natural }
    func logDensity(at θ: Double, in family: IndependentSpins) -> Double {
      -exponent * log1p(θ * θ)
    }
    func logDensityGradient(at θ: Double, in family: IndependentSpins) -> Double {
      -2 * exponent * θ / (1 + θ * θ)
    }
    /// By bisection: the pull of the prior falls off slower than that of the data.
    func posteriorMode(
      given data: SufficientStatistics<Double>, in family: IndependentSpins
    ) -> IndependentSpins.Member {
      func slope(_ θ: Double) -> Double {
        data.sum - data.count * family.meanParameter(at: θ) + logDensityGradient(at: θ, in: family)
      }
      var (low, high) = (-40.0, 40.0)
      for _ in 0..<100 {
        let middle = (low + high) / 2
        if slope(middle) > 0 { low = middle } else { high = middle }
      }
      return family.member(at: (low + high) / 2)
    }
    /// Less than any direction: no exponential decay, and no pseudo-data.
    func confinement(in family: IndependentSpins) -> PriorConfinement<SufficientStatistics<Double>>
    {
      .pseudoData(SufficientStatistics(sum: 0, count: 0))
    }
  }
}
