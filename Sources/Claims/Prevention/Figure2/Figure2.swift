import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Figure 2: what one data point, a prior, and both make of a loop that would collapse.
package enum Figure2: Experiment {
  package static let id = "fig2"
  package static let summary =
    "Fig. 2: one data point, a prior, or both prevent collapse; their stationary laws"
  package static let caption = """
    Prevention. Ten spins with (i) one fixed data point at S = −6 in every generation, (ii) Gaussian \
    priors of variance 2 on field and coupling, (iii) these priors and one data point at S = 0. In \
    colour, 10⁷ generations a case; in black, the limit law for M → ∞, Eq. 18. At M = 50 the lattice \
    of possible samples shows: the steps of case ii are not noise. Black dots: the exact law of case \
    i at M = 50, in the same bins; its distribution function is 0.28/M from the limit's.
    """

  /// 10⁷ generations a case, as in the paper.
  package static func definition(_ scale: Scale) -> Figure2Definition {
    var definition = Figure2Definition()
    if scale == .quick {
      definition.generations = 200_000
      definition.chains = 8
      definition.burnIn = 5000
    }
    return definition
  }

  /// Histograms of θ₁ and θ₂ beside their limit laws, and their moments.
  package static func run(
    _ definition: Figure2Definition, context: RunContext
  ) throws -> [Table] {
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let count =
      definition.i.samples.count + definition.ii.samples.count
      + definition.iii.samples.count
    context.meter.plan(Double(count) * definition.longRun.work)
    var cases = try definition.i.samples.map {
      try anchored(definition, samples: $0, key: key, context)
    }
    for (name, prior) in [("ii", definition.ii), ("iii", definition.iii)] {
      let law = try prior.law()
      let limits = [law.marginal(of: 0), law.marginal(of: 1)]
      cases += try prior.samples.map {
        try penalised(definition, name, prior, limits, samples: $0, key: key, context)
      }
    }
    return [
      densities("fig2a", of: 0, in: cases), densities("fig2b", of: 1, in: cases),
      limits(cases, reach: definition.maximumParameter), moments(cases),
      try exactDensities(definition), try exactDistances(definition),
    ]
  }

  /// One case at one M: histograms by parameter and by chain, and the limit laws.
  private struct Case {
    let name: String
    let samples: Int
    let histograms: [[Histogram]]
    let limits: [StationaryDensity]
  }

  private static func anchored(
    _ definition: Figure2Definition, samples: Int, key: StreamKey, _ context: RunContext
  ) throws -> Case {
    let i = definition.i
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: i.spins), samples: samples,
      policy: ExternalData(.fixed(i.externalData)), estimator: MaximumLikelihood())
    let chains = try definition.longRun.map(
      loop, from: loop.family.member(magnetisation: 0),
      key: key.child("case i, N=\(i.spins) M=\(samples)"), context,
      empty: definition.histogram(bins: i.bins)
    ) { histogram, model in histogram.record(model.naturalParameter ?? .nan) }
    return Case(
      name: "i", samples: samples, histograms: [chains], limits: [try i.law().density()])
  }

  private static func penalised(
    _ definition: Figure2Definition, _ name: String, _ prior: Figure2Definition.PriorCase,
    _ limits: [StationaryDensity], samples: Int, key: StreamKey, _ context: RunContext
  ) throws -> Case {
    let loop = RetrainingLoop(
      family: prior.coupledSpins, samples: samples,
      policy: ExternalData(.fixed(prior.externalData)),
      estimator: MaximumAPosteriori(prior: prior.prior))
    let empty = definition.histogram(bins: prior.bins)
    let chains = try definition.longRun.map(
      loop, from: loop.family.member(at: SIMD2(0, 0)),
      key: key.child("case \(name), N=\(prior.spins) M=\(samples)"), context, empty: [empty, empty]
    ) { histograms, model in
      let θ = model.naturalParameter ?? SIMD2(.nan, .nan)
      histograms[0].record(θ.x)
      histograms[1].record(θ.y)
    }
    return Case(
      name: name, samples: samples, histograms: [chains.map { $0[0] }, chains.map { $0[1] }],
      limits: limits)
  }

  /// The density of one parameter in each bin, with the mean of the limit law over the bin.
  private static func densities(_ name: String, of parameter: Int, in cases: [Case]) -> Table {
    var table = Table(
      name: name, columns: ["case", "samples", "theta", "density", "standard_error", "limit"])
    for case_ in cases where parameter < case_.histograms.count {
      let chains = case_.histograms[parameter]
      for index in chains[0].counts.indices {
        let bin = chains[0].bin(index)
        let density = Estimate(chains.map { $0.density(index) })
        let limit = case_.limits[parameter].probability(from: bin.left, to: bin.right).value
        table.append([
          .text(case_.name), .integer(case_.samples), .number(bin.middle), .number(density.mean),
          .number(density.standardError), .number(limit / chains[0].width),
        ])
      }
    }
    return table
  }

  /// The limit laws as curves, once for each case.
  private static func limits(_ cases: [Case], reach: Double) -> Table {
    var table = Table(name: "fig2-limit", columns: ["case", "parameter", "theta", "density"])
    var seen = Set<String>()
    for case_ in cases where seen.insert(case_.name).inserted {
      for (parameter, limit) in case_.limits.enumerated() {
        for step in -100...100 {
          let θ = reach * Double(step) / 100
          table.append([
            .text(case_.name), .integer(parameter + 1), .number(θ), .number(limit(θ)),
          ])
        }
      }
    }
    return table
  }

  private static func moments(_ cases: [Case]) -> Table {
    var table = Table(
      name: "fig2-moments",
      columns: [
        "case", "samples", "parameter", "mean", "mean_error", "variance", "variance_error",
        "limit_mean", "limit_variance",
      ])
    for case_ in cases {
      for (parameter, chains) in case_.histograms.enumerated() {
        let mean = Estimate(chains.map(\.mean))
        let variance = Estimate(chains.map { $0.meanSquare(about: mean.mean) })
        let limit = case_.limits[parameter]
        table.append([
          .text(case_.name), .integer(case_.samples), .integer(parameter + 1), .number(mean.mean),
          .number(mean.standardError), .number(variance.mean), .number(variance.standardError),
          .number(limit.mean.value), .number(limit.variance.value),
        ])
      }
    }
    return table
  }
}

extension Figure2Definition {
  var longRun: LongRun { LongRun(generations: generations, chains: chains, burnIn: burnIn) }

  func histogram(bins: Int) -> Histogram {
    Histogram(from: -maximumParameter, to: maximumParameter, bins: bins)
  }
}
