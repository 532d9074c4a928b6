import ExponentialFamilies
import Foundation
import NumericalMethods
import Theory

/// P11: collapse if and only if the stationary density is not normalisable.
public enum NormalisabilityClaim: AnchoredClaimTest {
  /// `P11`.
  public static let id = "P11"
  /// Maximum likelihood of independent spins.
  public typealias P = FlatPrior<IndependentSpins>
  /// What is claimed.
  public static let statement =
    "In the limit M → ∞ a loop that can collapse does so if and only if Eq. 18 is not normalisable; at"
    + " finite M it may stay irreducible all the same."
  /// Where the paper says it.
  public static let reference = "after Eq. 18"
  /// When it is true.
  public static let conditions =
    "M → ∞. At finite M a chain on a lattice may stay irreducible although the limit has no"
    + " law, as with the prior (1 + θ²)^(−1/8)."
  /// Why it is true.
  public static let derivation =
    "A diffusion whose flux-free density has an infinite integral has no stationary law."
    + " For external data and conjugate priors the integral is finite if and only if their"
    + " mean statistic is interior (Diaconis and Ylvisaker)."
  /// What it covers.
  public static let equations = [
    Equation("after Eq. 18", "∫ p₀^2u exp(−2m D_KL) dθ < ∞", in: "StationaryLaw.reason")
  ]
  /// What the first check measures.
  public static let quantity =
    "fraction of runs collapsed after 400 generations, N = 10, M = 50, one fixed point at S = −10"
  /// Figures and tables that show it.
  public static let evidence = ["fixed-anchor.svg (b)", "data/fixed-anchor-collapsed.csv"]
  /// The condition is the limit.
  public static let recorded = Claim.Verdict.holdsWithCondition

  /// Fractions of collapsed runs, decisions about existence, and a prior on the verge.
  public static func checks(
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
    return simulated + [decisions] + (try verge.get())
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
    let right = [
      !exists(spins, FlatPrior(), 0, 0), exists(spins, FlatPrior(), -6, 1),
      !exists(spins, FlatPrior(), -10, 1), exists(spins, FlatPrior(), -9, 1),
      exists(spins, LaplacePrior(centre: 0, penalty: 1), 0, 0),
      exists(coupled, gaussian, zero, 0),
      exists(coupled, gaussian, coupled.statistic(ofLevel: 0), 1),
      !exists(coupled, FlatPrior(), coupled.statistic(ofLevel: 0), 1),
      !exists(PoissonFamily(), ExponentialPrior(rate: 1), 0, 0),
      exists(PoissonFamily(), ExponentialPrior(rate: 1), 0.25, 1),
    ]
    return Check(
      "decisions about existence that agree, of \(right.count)", method: .exact,
      prediction: Double(right.count), measurement: Double(right.count { $0 }))
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
