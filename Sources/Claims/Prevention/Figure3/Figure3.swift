import Documents
import Families
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// Figure 3: Poisson counts, one fresh point a generation, an exponential prior.
package enum Figure3: Experiment {
  package static let id = "fig3"
  package static let summary =
    "Fig. 3: Poisson counts with one fresh point a generation; exact lattice law and Gamma limit"
  package static let caption = """
    Poisson counts with one fresh point a generation from the rate ϑ₀ and the prior λ exp(−λϑ); M = \
    200. (a) Points: simulation. Steps: the exact law on its lattice, in bins of 20 lattice steps. \
    Black: the Gamma law for M → ∞. The exact law has an atom at ϑ = 0, given in the legend, which \
    the limit has not. (b) The largest distance between the distribution functions falls as 1/M \
    where 2mϑ₀ > 1; elsewhere the atom, which falls as M^(−2mϑ₀), keeps it up.
    """

  /// The paper's four cases.
  package static func definition(_ scale: Scale) -> Figure3Definition {
    var definition = Figure3Definition()
    if scale == .quick {
      definition.generations = 200_000
      definition.burnIn = 1000
    }
    return definition
  }

  /// The density of the rate in bins of whole lattice steps, its atom at 0, and its moments.
  package static func run(
    _ definition: Figure3Definition, context: RunContext
  ) throws -> [Table] {
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let cases = definition.truths.flatMap { truth in definition.rates.map { (truth, $0) } }
    context.meter.plan(Double(cases.count) * definition.longRun.work)
    // The exact laws differ in cost, and each is computed by one thread.
    let laws = try Replicates(count: cases.count, threads: context.threads).map { index in
      definition.law(truth: cases[index].0, rate: cases[index].1).probabilities()
    }
    var densities = Table(
      name: "fig3",
      columns: ["truth", "rate", "value", "density", "standard_error", "exact", "limit"])
    var summary = Table(
      name: "fig3-summary",
      columns: [
        "truth", "rate", "atom", "atom_error", "atom_exact", "mean", "mean_error", "mean_exact",
        "variance", "variance_error", "variance_exact",
      ])
    for (index, (truth, rate)) in cases.enumerated() {
      let law = definition.law(truth: truth, rate: rate)
      let records = try run(definition, law, key: key, context)
      let chains = records.map(\.histogram)
      let rows = definition.lattice(law).rows(
        chains, exact: laws[index], limit: law.limitDistribution)
      for row in rows { densities.append([.number(truth), .number(rate)] + row) }
      let mean = Estimate(chains.map(\.mean))
      let variance = Estimate(chains.map { $0.meanSquare(about: mean.mean) })
      let atom = Estimate(records.map(\.atom))
      summary.append(
        [
          truth, rate, atom.mean, atom.standardError, law.atom, mean.mean, mean.standardError,
          law.mean, variance.mean, variance.standardError, law.variance,
        ].map { .number($0) })
    }
    return [
      densities, limits(cases, definition), summary, try distances(cases, definition, context),
    ]
  }

  /// The largest distance between the exact distribution function and the Gamma law, from M/16 to M.
  ///
  /// It falls as 1/M, but not below the atom at 0, which falls as M^(−2mϑ₀): where 2mϑ₀ < 1, more slowly.
  private static func distances(
    _ cases: [(Double, Double)], _ definition: Figure3Definition, _ context: RunContext
  ) throws -> Table {
    var table = Table(name: "fig3-distance", columns: ["truth", "rate", "samples", "distance"])
    let all = cases.flatMap { case_ in
      Set([16, 8, 4, 2, 1].map { max(1, definition.samples / $0) }).sorted().map { (case_, $0) }
    }
    let distances = try Replicates(count: all.count, threads: context.threads).map { index in
      PoissonStationaryLaw(
        samples: all[index].1, external: definition.external, truth: all[index].0.0,
        rate: all[index].0.1
      ).distanceToLimit
    }
    for ((case_, samples), distance) in zip(all, distances) {
      table.append([
        .number(case_.0), .number(case_.1), .integer(samples), .number(distance),
      ])
    }
    return table
  }

  /// The Gamma laws as curves; from half a lattice step on, since some are infinite at 0.
  private static func limits(_ cases: [(Double, Double)], _ definition: Figure3Definition) -> Table
  {
    var table = Table(name: "fig3-limit", columns: ["truth", "rate", "value", "density"])
    for (truth, rate) in cases {
      let law = definition.law(truth: truth, rate: rate)
      for step in 0...300 {
        let value = max(0.5 / law.divisor, definition.maximumValue * Double(step) / 300)
        let density = ContinuousLaw.gammaDensity(
          shape: law.limit.shape, rate: law.limit.rate, at: value)
        table.append([truth, rate, value, density].map { .number($0) })
      }
    }
    return table
  }

  private static func run(
    _ definition: Figure3Definition, _ law: PoissonStationaryLaw, key: StreamKey,
    _ context: RunContext
  ) throws -> [Record] {
    let family = PoissonFamily()
    let loop = RetrainingLoop(
      family: family, samples: definition.samples,
      policy: ExternalData(
        .fresh(count: definition.external, truth: family.member(rate: law.truth))),
      estimator: MaximumAPosteriori(prior: ExponentialPrior(rate: law.rate)))
    return try definition.longRun.map(
      loop, from: family.member(rate: law.mean),
      key: key.child("truth=\(law.truth) rate=\(law.rate) M=\(definition.samples)"), context,
      empty: Record(histogram: definition.lattice(law).empty)
    ) { record, model in
      record.histogram.record(model.rate)
      if model.isAbsorbed { record.zeros += 1 }
    }
  }

  /// The rate's lattice points in bins, and how often it is 0.
  private struct Record: Sendable {
    var histogram: Histogram
    var zeros = 0
    var atom: Double { Double(zeros) / Double(histogram.total) }
  }
}

extension Figure3Definition {
  var longRun: LongRun { LongRun(generations: generations, chains: chains, burnIn: burnIn) }

  /// Bins of the rate; the atom K = 0 is apart.
  func lattice(_ law: PoissonStationaryLaw) -> LatticeHistogram {
    LatticeHistogram(
      divisor: law.divisor, steps: binSteps,
      bins: max(1, Int(maximumValue * law.divisor) / binSteps))
  }

  func law(truth: Double, rate: Double) -> PoissonStationaryLaw {
    PoissonStationaryLaw(samples: samples, external: external, truth: truth, rate: rate)
  }
}
