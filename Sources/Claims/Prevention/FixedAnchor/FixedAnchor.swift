import Documents
import Families
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// A fixed point prevents collapse only off the boundary; on it, the loop collapses onto the point.
package enum FixedAnchor: Experiment {
  package static let id = "fixed-anchor"
  package static let summary =
    "X7: one fixed point prevents collapse if its statistic is interior; one fresh from an interior truth always does"
  package static let caption = """
    Which data points prevent collapse. Case i of Figure 2 with the fixed point at S = −6, −8 and \
    −10, and with a fresh point in every generation from spins that are up with probability 0.05. \
    The point at S = −10 lies on the boundary: the loop collapses onto it. The fresh points are S = \
    −10 more often than not, and the loop lives. (b) Fraction of runs whose spins are all alike. (c) \
    Stationary laws, simulated, exact, and for M → ∞.
    """

  /// N = 10 and M = 50, as in Figure 2.
  package static func definition(_ scale: Scale) -> FixedAnchorDefinition {
    var definition = FixedAnchorDefinition()
    if scale == .quick {
      definition.replicates = 200
      definition.generations = 100_000
    }
    return definition
  }

  /// Trajectories, fractions of collapsed runs, and stationary laws.
  package static func run(
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
      try case_.appendTrajectory(to: &trajectories)
      try case_.appendCollapse(to: &collapsed, context)
      try case_.appendLaw(to: &laws, context)
    }
    return [trajectories, collapsed, laws]
  }
}

/// One kind of external points.
private struct AnchorCase {
  let definition: FixedAnchorDefinition
  let exact: AnchoredSpinsChain
  let label: [Table.Cell]
  let loop: RetrainingLoop<ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>>
  let key: StreamKey

  init(
    definition: FixedAnchorDefinition, source: FixedAnchorDefinition.Source, key: StreamKey
  ) {
    self.definition = definition
    exact = definition.chain(source)
    loop = exact.loop
    let mean = definition.mean(of: source)
    label = [.text(source.name), .number(mean)]
    self.key = key.child("\(source.name) \(mean)")
  }

  private func runs(_ purpose: String) -> Ensemble<
    ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>
  > {
    loop.ensemble(from: loop.family.member(magnetisation: 0), key: key.child(purpose))
  }

  /// One run.
  func appendTrajectory(to table: inout Table) throws {
    var chain = runs("trajectory").chain(0)
    for generation in 0...definition.generationsShown {
      if generation > 0 { try chain.advance() }
      table.append(label + [.integer(generation), .number(chain.model.magnetisation)])
    }
  }

  /// How many runs are at S = −N or S = N at generation t, at forty times, beside the exact law.
  func appendCollapse(to table: inout Table, _ context: RunContext) throws {
    let horizon = definition.generationsShown
    let step = max(1, horizon / 40)
    let times = Array(stride(from: step, through: horizon, by: step))
    let runs = try runs("collapse").values(
      at: times, definition.replicates, work: Double(horizon), context
    ) { $0.isAbsorbed }
    let probabilities = exact.boundaryProbabilities(from: 0.5, generations: horizon)
    for (index, generation) in times.enumerated() {
      let count = runs.count { $0[index] }
      let interval = BinomialCount(successes: count, trials: runs.count)
        .confidenceInterval(falseAlarm: 1 - definition.confidence)
      let row: [Table.Cell] = [
        .integer(generation), .number(Double(count) / Double(runs.count)),
        .number(interval.lowerBound), .number(interval.upperBound),
        .number(probabilities[generation]),
      ]
      table.append(label + row)
    }
  }

  /// The stationary law of the frequency in bins of whole steps, k/n from 1 on; where all collapses
  /// there is none.
  func appendLaw(to table: inout Table, _ context: RunContext) throws {
    guard exact.limitShapes.up > 0, exact.limitShapes.down > 0 else {
      context.meter.complete(definition.longRun.work)
      return
    }
    let lattice = LatticeHistogram(
      divisor: Double(exact.size), steps: definition.binSteps,
      bins: max(1, exact.size / definition.binSteps))
    let runs = try definition.longRun.map(
      loop, from: loop.family.member(magnetisation: 0), key: key.child("law"), context,
      empty: lattice.empty
    ) { $0.record($1.up) }
    let rows = lattice.rows(
      runs, exact: try exact.stationaryProbabilities(), limit: exact.limitDistribution)
    for row in rows { table.append(label + row) }
  }
}
