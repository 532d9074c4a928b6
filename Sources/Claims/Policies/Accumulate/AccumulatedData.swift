import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Data that add up: alive forever, and never better than the real data alone.
package enum AccumulatedData: Experiment {
  package static let id = "accumulate"
  package static let summary =
    "X9: training on all data so far keeps the loop alive, and never improves on the real data alone"
  package static let caption = """
    Nothing thrown away. (a) The variance of one spin that is left, M = 10: everything so far keeps \
    0.8434 of the truth's, M points out of it a little less, a replaced training set nothing. (b) \
    The variance of the mean of a Gaussian, in units of what M real points leave: all data so far \
    never do better than the real ones alone (grey), and end at π²/6 of their variance. Points: \
    simulation; lines: exact.
    """

  /// M = 10.
  package static func definition(_ scale: Scale) -> AccumulateDefinition {
    var definition = AccumulateDefinition()
    if scale == .quick { definition.replicates = 400 }
    return definition
  }

  /// Surviving variances against time, their limits, and the variance of a Gaussian's mean.
  package static func run(
    _ definition: AccumulateDefinition, context: RunContext
  ) throws -> [Table] {
    let runs = Double(definition.replicates)
    context.meter.plan(
      runs * Double(4 * definition.times.last! + 2 * definition.gaussianGenerations))
    var spins = Table(
      name: "accumulate",
      columns: ["policy", "generation", "fraction", "standard_error", "exact", "limit"])
    try append(
      "replace",
      TabulatedReplace(family: IndependentSpins(spins: 1), samples: definition.samples), nil,
      definition, context, to: &spins)
    try append("accumulate", Accumulate(Replace()), .all, definition, context, to: &spins)
    try append(
      "subsample", AccumulateAndSubsample(replacement: false), .subsample, definition, context,
      to: &spins)
    try append(
      "bootstrap", AccumulateAndSubsample(replacement: true), .bootstrap, definition, context,
      to: &spins)
    var gaussian = Table(
      name: "accumulate-gaussian",
      columns: ["policy", "generation", "variance", "standard_error", "exact", "limit"])
    let last = definition.gaussianGenerations
    try append(
      "replace", Replace(), exact: (0...last).map(Double.init), limit: .infinity, definition,
      context, to: &gaussian)
    try append(
      "accumulate", Accumulate(Replace()), exact: Accumulation.gaussianVariance(generations: last),
      limit: .pi * .pi / 6, definition, context, to: &gaussian)
    return [spins, gaussian]
  }

  /// `V(model)/V(truth)` of one spin.
  private static func append<P: DataPolicy<IndependentSpins>>(
    _ name: String, _ policy: P, _ choice: Accumulation.Choice?,
    _ definition: AccumulateDefinition, _ context: RunContext, to table: inout Table
  ) throws {
    let (samples, truth, times) = (definition.samples, definition.truth, definition.times)
    let family = IndependentSpins(spins: 1)
    let values = try simulate(
      name, policy, family, from: family.member(magnetisation: 2 * truth - 1), definition,
      at: times,
      context
    ) { $0.up * $0.down / (truth * (1 - truth)) }
    let exact: [Double] =
      choice.map { choice -> [Double] in
        Accumulation.heterozygosity(choice, samples: samples, generations: times.last!)
      }
      ?? (0...times.last!).map {
        IndependentSpinsTheory.heterozygosityDecay(population: samples, generations: $0)
      }
    let limit = choice.map { Accumulation.limit($0, samples: samples) } ?? 0
    for (index, t) in times.enumerated() {
      let fraction = Estimate(values.map { $0[index] })
      table.append([
        .text(name), .integer(t), .number(fraction.mean), .number(fraction.standardError),
        .number(exact[t]), .number(limit),
      ])
    }
  }

  /// The squared distance of a Gaussian's mean from the truth, in units of σ²/M.
  private static func append<P: DataPolicy<GaussianKnownVariance>>(
    _ name: String, _ policy: P, exact: [Double], limit: Double,
    _ definition: AccumulateDefinition, _ context: RunContext, to table: inout Table
  ) throws {
    let family = GaussianKnownVariance(variance: 1)
    let m = Double(definition.samples)
    let times = Array(1...definition.gaussianGenerations)
    let values = try simulate(
      "gaussian \(name)", policy, family, from: family.member(mean: 0), definition, at: times,
      context
    ) { m * $0.mean * $0.mean }
    for (index, t) in times.enumerated() {
      let variance = Estimate(values.map { $0[index] })
      table.append([
        .text(name), .integer(t), .number(variance.mean), .number(variance.standardError),
        .number(exact[t]), .number(limit),
      ])
    }
  }

  /// What `measure` makes of the models at the given generations, run by run.
  private static func simulate<P: DataPolicy>(
    _ name: String, _ policy: P, _ family: P.Family, from start: P.Family.Member,
    _ definition: AccumulateDefinition, at times: [Int], _ context: RunContext,
    _ measure: @Sendable (P.Family.Member) -> Double
  ) throws -> [[Double]] where P.Family: ExponentialFamily {
    let loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: policy, estimator: MaximumLikelihood())
    let key = StreamKey(rootSeed: definition.seed).child(id).child(name)
    return try loop.ensemble(from: start, key: key)
      .values(at: times, definition.replicates, work: Double(times.last!), context, measure)
  }
}
