import ExponentialFamilies
import NumericalMethods
import RandomStreams
import Retraining
import StatisticalChecks
import Tables
import Theory

/// A fixed point prevents collapse only off the boundary; on it, the loop collapses onto the point.
public enum FixedAnchor: Experiment {
  /// `fixed-anchor`.
  public static let id = "fixed-anchor"
  /// One line for `closedloop list`.
  public static let summary =
    "X7: one fixed point prevents collapse if its statistic is interior; a fresh one always does"

  /// N = 10 and M = 50, as in Figure 2.
  public static func definition(_ scale: Scale) -> FixedAnchorDefinition {
    var definition = FixedAnchorDefinition()
    if scale == .quick {
      definition.replicates = 200
      definition.generations = 100_000
    }
    return definition
  }

  /// Trajectories, fractions of collapsed runs, and stationary laws.
  public static func run(
    _ definition: FixedAnchorDefinition, context: RunContext
  ) throws -> [Table] {
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let perCase =
      definition.longRun.work
      + Double(definition.replicates * definition.generationsShown)
    context.meter.plan(Double(definition.sources.count) * perCase)
    var trajectories = Table(
      name: "fixed-anchor-trajectories",
      columns: ["source", "anchor", "generation", "magnetisation"])
    var collapsed = Table(
      name: "fixed-anchor-collapsed",
      columns: ["source", "anchor", "generation", "fraction", "lower", "upper", "exact"])
    var laws = Table(
      name: "fixed-anchor",
      columns: [
        "source", "anchor", "value", "density", "standard_error", "exact", "limit",
      ])
    for source in definition.sources {
      let case_ = AnchorCase(definition: definition, source: source, key: key)
      case_.appendTrajectory(to: &trajectories)
      try case_.appendCollapse(to: &collapsed, context)
      try case_.appendLaw(to: &laws, context)
    }
    return [trajectories, collapsed, laws]
  }
}

/// One kind of external points.
private struct AnchorCase {
  let definition: FixedAnchorDefinition
  let source: FixedAnchorDefinition.Source
  let label: [Table.Cell]
  let loop: RetrainingLoop<ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>>
  let key: StreamKey

  init(
    definition: FixedAnchorDefinition, source: FixedAnchorDefinition.Source, key: StreamKey
  ) {
    self.definition = definition
    self.source = source
    let mean = definition.mean(of: source)
    label = [.text(source.name), .number(mean)]
    let family = IndependentSpins(spins: definition.spins)
    let points: ExternalData<IndependentSpins>.Source =
      switch source {
      case .fixed:
        .fixed(
          SufficientStatistics(
            sum: Double(definition.external) * mean, count: Double(definition.external)))
      case .fresh:
        .fresh(
          count: definition.external,
          truth: family.member(magnetisation: mean / Double(definition.spins)))
      }
    loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: ExternalData(points),
      estimator: MaximumLikelihood())
    self.key = key.child("\(source.name) \(mean)")
  }

  private func chain(_ purpose: String, _ replicate: Int) -> RetrainingChain<
    ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>
  > {
    loop.chain(
      from: loop.family.member(magnetisation: 0),
      streams: ReplicateStreams(key: key.child(purpose), replicate: replicate))
  }

  /// One run.
  func appendTrajectory(to table: inout Table) {
    var chain = chain("trajectory", 0)
    for generation in 0...definition.generationsShown {
      if generation > 0 { advance(&chain) }
      table.append(label + [.integer(generation), .number(chain.model.magnetisation)])
    }
  }

  /// The statistics of spins always have an estimate.
  private func advance(
    _ chain:
      inout RetrainingChain<
        ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>
      >
  ) {
    do {
      try chain.advance()
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// How many runs are at S = −N or S = N at generation t, at forty times, beside the exact law.
  func appendCollapse(to table: inout Table, _ context: RunContext) throws {
    let horizon = definition.generationsShown
    let step = max(1, horizon / 40)
    let times = Array(stride(from: step, through: horizon, by: step))
    let runs = try Replicates(count: definition.replicates, threads: context.threads)
      .map(progress: { context.meter.complete(Double($0 * horizon)) }) { replicate in
        var chain = chain("collapse", replicate)
        return times.map { time in
          while chain.generation < time { advance(&chain) }
          return chain.model.isAbsorbed
        }
      }
    let exact = definition.chain(source).boundaryProbabilities(from: 0.5, generations: horizon)
    for (index, generation) in times.enumerated() {
      let count = runs.count { $0[index] }
      let interval = BinomialCount(successes: count, trials: runs.count)
        .confidenceInterval(falseAlarm: 1 - definition.confidence)
      table.append(
        label + [
          .integer(generation), .number(Double(count) / Double(runs.count)),
          .number(interval.lowerBound), .number(interval.upperBound), .number(exact[generation]),
        ])
    }
  }

  /// The stationary law of the frequency in bins of whole steps, k/n from 1 on; where all collapses
  /// there is none.
  func appendLaw(to table: inout Table, _ context: RunContext) throws {
    let chain = definition.chain(source)
    let n = Double(chain.size)
    let bins = max(1, chain.size / definition.binSteps)
    let width = Double(definition.binSteps) / n
    let shapes = chain.limitShapes
    guard shapes.up > 0, shapes.down > 0 else {
      context.meter.complete(definition.longRun.work)
      return
    }
    let runs = try definition.longRun.map(
      loop, from: loop.family.member(magnetisation: 0), key: key.child("law"), context,
      empty: Histogram(from: 0.5 / n, to: 0.5 / n + Double(bins) * width, bins: bins)
    ) { $0.record($1.up) }
    let exact = try chain.stationaryProbabilities()
    for index in 0..<bins {
      let bin = runs[0].bin(index)
      let density = Estimate(runs.map { $0.density(index) })
      let first = 1 + index * definition.binSteps
      let mass = exact[first..<min(first + definition.binSteps, exact.count)].reduce(0, +)
      let beta = [bin.left, bin.right].map {
        ContinuousLaw.betaCumulative(shapes.up, shapes.down, at: $0)
      }
      table.append(
        label + [
          .number(bin.middle), .number(density.mean), .number(density.standardError),
          .number(mass / width), .number((beta[1] - beta[0]) / width),
        ])
    }
  }
}
