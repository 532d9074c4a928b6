import ExponentialFamilies
import Retraining
import StatisticalChecks
import Theory

/// P4: in units of NM, the absorption time has one law.
public enum ScalingClaim: ClaimTest {
  /// `P4`.
  public static let id = "P4"
  /// What is claimed.
  public static let statement =
    "The absorption time scales as NM: the distribution functions of t/(NM) fall onto one curve."
  /// Where the paper says it.
  public static let reference = "Fig. 1b"
  /// What the first check measures.
  public static let quantity =
    "largest distance between nine simulated distribution functions and the limit law"
  /// Figures and tables that show it.
  public static let evidence = ["fig1.svg (b)", "data/fig1b.csv", "data/fig1b-limit.csv"]

  /// Simulated laws against the limit and against exact finite ones, and the approach between them.
  public static func checks(
    of program: some SpinProgram, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let sizes = [5, 10, 20].flatMap { n in [50, 100, 200].map { (n, $0) } }
    let small = [(2, 5), (5, 10), (5, 20)]
    // One share more than checks, for the horizons.
    let share = falseAlarm / Double(sizes.count + small.count + 1)
    let replicates = scale == .paper ? 10_000 : 500
    let distances = [125, 250, 500, 1000].map(distanceToLimit)
    let limit = try sizes.map { spins, samples in
      let spins = SpinCase(
        program.loop(spins: spins, samples: samples), p: 0.5, claim: id, seed: seed)
      // The exact law is this close to the limit at n ≤ 1000 and closer beyond.
      let allowance = distances[spins.population < 500 ? 1 : spins.population < 1000 ? 2 : 3]
      return try compare(
        spins, with: "limit law", replicates: replicates, falseAlarm: share,
        allowance: allowance, context
      ) {
        WrightFisherDiffusion.absorptionTimeDistribution(
          at: Double($0) / Double(spins.population), from: 0.5)
      }
    }
    let exact = try small.map { spins, samples in
      let spins = SpinCase(
        program.loop(spins: spins, samples: samples), p: 0.5, claim: id, seed: seed)
      let law = WrightFisherChain(population: spins.population).absorptionTimeDistribution(
        from: 0.5, generations: 60 * spins.population)
      return try compare(
        spins, with: "exact law", replicates: 4 * replicates, falseAlarm: share, allowance: 0,
        context
      ) { $0 < law.count ? law[$0] : 1 }
    }
    let largest = limit.max { $0.measurement < $1.measurement }!
    return [largest] + limit.filter { $0 != largest } + exact + [
      try approachOfTheMean(population: 1000)
    ]
  }

  /// The largest distance between an empirical distribution function of T and `law`.
  private static func compare<P, E>(
    _ spins: SpinCase<P, E>, with name: String, replicates: Int, falseAlarm: Double,
    allowance: Double, _ context: RunContext, law: (Int) -> Double
  ) throws -> Check {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: spins.population, from: spins.p, exceptWith: 1e-12 / Double(replicates))
    let times = try spins.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: horizon)
      return chain.generation
    }.sorted()
    var distance = 0.0
    for (index, time) in times.enumerated() {
      // Just below a jump and at its top.
      if index == 0 || times[index - 1] < time {
        distance = max(distance, abs(Double(index) / Double(replicates) - law(time - 1)))
      }
      if index == replicates - 1 || times[index + 1] > time {
        distance = max(distance, abs(Double(index + 1) / Double(replicates) - law(time)))
      }
    }
    let bound =
      DeviationBound.dvoretzkyKieferWolfowitz(count: replicates, falseAlarm: falseAlarm)
      + allowance
    return Check(
      "distance to the \(name), N = \(spins.loop.family.spins), M = \(spins.loop.samples)",
      prediction: 0, measurement: distance, standardError: 0.5 / Double(replicates).squareRoot(),
      interval: (distance - bound)...distance)
  }

  /// `sup |Fₙ − F|` between the exact law at finite n and the limit, over whole generations.
  private static func distanceToLimit(population: Int) -> Double {
    let law = WrightFisherChain(population: population).absorptionTimeDistribution(
      from: 0.5, generations: 8 * population)
    return WrightFisherDiffusion.distance(to: law, population: population, from: 0.5)
  }

  /// `n(2 ln 2 − E T/n)` grows by (ln 2)/3 with each doubling of n, up to O(1/n).
  ///
  /// With the third and fourth moments of the binomial law, `E t(x′) − t(x) = −1` has the solution
  /// `n t₀ + t₁`, `t₁ = −⅓ ln[x(1 − x)] + const`; matched to the boundary at x of order 1/n, the
  /// constant is −⅓ ln n: finite populations approach the limit as (ln n)/n, not 1/n.
  private static func approachOfTheMean(population: Int) throws -> Check {
    let deficits = try [population, 2 * population].map { n in
      let limit = WrightFisherDiffusion.meanAbsorptionTime(from: 0.5)
      return Double(n) * limit
        - (try WrightFisherChain(population: n).meanAbsorptionTime(from: 0.5))
    }
    return Check(
      "growth of NM·2 ln 2 − E T from NM = \(population) to \(2 * population)", method: .exact,
      prediction: WrightFisherDiffusion.meanDeficitPerDoubling,
      measurement: deficits[1] - deficits[0], tolerance: 1 / Double(population))
  }
}
