import Documents
import Loop
import Machines
import Simulation
import Theory

/// What happens to Boltzmann machines in a closed loop, and what one point a generation saves.
package enum ClosedMachines: Experiment {
  package static let id = "machines"
  package static let summary =
    "X12: Boltzmann machines collapse unit by unit; one fresh point saves the units, not their joint law"

  package static let caption = """
    Boltzmann machines, fitted to samples of themselves. (a) Each visible unit loses its variance as a spin of its \
    own would (line), with any number of hidden units, once the moment equations are solved; fits that stop early \
    do not. (b) The probability that a unit is constant, and (open) that all are. One fresh point a generation keeps \
    units alive, with some constant for a while; a fixed one does not. (c) The entropy of the machine in units of \
    the truth's: with one fresh point much of the joint structure is gone though no unit dies for good. (d) The \
    divergence of the model from the truth. Points: simulation; lines: exact, and in (c) and (d) guides to the eye.
    """

  /// Machines of six visible units, and one of ten.
  package static func definition(_ scale: Scale) -> MachinesDefinition {
    var definition = MachinesDefinition()
    if scale == .quick {
      definition.replicates = 30
      definition.largeUnits = 7
      definition.largeReplicates = 2
      definition.timeShown = 2
      definition.steps = 8
    }
    return definition
  }

  /// Units of several machines; dead units under several policies; entropies and divergences.
  package static func run(_ definition: MachinesDefinition, context: RunContext) throws -> [Table] {
    let loops = MachineLoops(definition: definition, context: context)
    plan(definition, context)
    let units = try self.units(loops)
    var dead = Table(
      name: "machines-dead",
      columns: [
        "policy", "time", "dead", "lower", "upper", "exact", "collapsed", "collapsed_lower",
        "collapsed_upper",
      ])
    var joint = Table(
      name: "machines-joint",
      columns: [
        "policy", "time", "entropy", "entropy_error", "divergence", "divergence_error",
        "entropy_truth",
      ])
    for outside in MachineLoops.Outside.allCases {
      let runs = try loops.run(
        outside.rawValue, visible: definition.visible, hidden: definition.hiddenShown,
        samples: definition.samples, outside, replicates: definition.replicates)
      append(outside, runs, definition, to: &dead)
      append(outside.rawValue, runs, definition, to: &joint)
    }
    let runs = try loops.run(
      "penalty", visible: definition.visible, hidden: definition.hiddenShown,
      samples: definition.samples, .replace, .penalty, replicates: definition.replicates)
    append("penalty", runs, definition, to: &joint)
    return [units, dead, joint]
  }

  private static func plan(_ definition: MachinesDefinition, _ context: RunContext) {
    func work(_ visible: Int, _ hidden: Int, _ samples: Int, _ replicates: Int) -> Double {
      Double(replicates)
        * MachineLoops.work(
          .init(visible: visible, hidden: hidden),
          generations: definition.generations(samples: samples).last!)
    }
    let n = definition.visible
    let shown = work(n, definition.hiddenShown, definition.samples, definition.replicates)
    context.meter.plan(
      definition.hidden.reduce(0) {
        $0 + work(n, $1, definition.samples, definition.replicates)
      } + work(n, definition.hiddenShown, definition.moreSamples, definition.replicates)
        + work(
          definition.largeUnits, definition.largeUnits, definition.samples,
          definition.largeReplicates) + 5 * shown)
  }

  /// The mean of 1 − m² against time, of machines of all kinds.
  private static func units(_ loops: MachineLoops) throws -> Table {
    let definition = loops.definition
    var table = Table(
      name: "machines-units",
      columns: [
        "fit", "visible", "hidden", "samples", "time", "variance", "standard_error", "exact",
      ])
    func append(
      visible: Int, hidden: Int, samples: Int, _ fit: MachineLoops.Fit = .complete, replicates: Int
    ) throws {
      let runs = try loops.run(
        "\(fit.rawValue) \(visible) \(hidden) \(samples)", visible: visible, hidden: hidden,
        samples: samples, .replace, fit, replicates: replicates)
      for (index, t) in definition.generations(samples: samples).enumerated() {
        let variance = Estimate(runs.map { $0[index].heterozygosity })
        table.append([
          .text(fit.rawValue), .integer(visible), .integer(hidden), .integer(samples),
          .number(Double(t) / Double(samples)), .number(variance.mean),
          .number(variance.standardError),
          .number(
            IndependentSpinsTheory.heterozygosityDecay(population: samples, generations: t)),
        ])
      }
    }
    for hidden in definition.hidden {
      try append(
        visible: definition.visible, hidden: hidden, samples: definition.samples,
        replicates: definition.replicates)
    }
    try append(
      visible: definition.visible, hidden: definition.hiddenShown, samples: definition.moreSamples,
      replicates: definition.replicates)
    try append(
      visible: definition.largeUnits, hidden: definition.largeUnits, samples: definition.samples,
      replicates: definition.largeReplicates)
    try append(
      visible: definition.visible, hidden: definition.hiddenShown, samples: definition.samples,
      .early, replicates: definition.replicates)
    return table
  }

  /// The fraction of runs whose first unit is dead, beside the exact one, and of those with one state left.
  private static func append(
    _ outside: MachineLoops.Outside, _ runs: [[MachineLoops.State]],
    _ definition: MachinesDefinition, to table: inout Table
  ) {
    let times = definition.generations(samples: definition.samples)
    let exact = self.exact(outside, definition, generations: times.last!)
    for (index, t) in times.enumerated() {
      let dead = runs.count { abs($0[index].magnetisations[0]) == 1 }
      table.append(
        [.text(outside.rawValue), .number(Double(t) / Double(definition.samples))]
          + Table.Cell.fraction(of: dead, in: runs.count) + [.number(exact[t])]
          + Table.Cell.fraction(of: runs.count { $0[index].isCollapsed }, in: runs.count))
    }
  }

  /// The probability of one unit to be dead after t = 0 … `generations`.
  private static func exact(
    _ outside: MachineLoops.Outside, _ definition: MachinesDefinition, generations: Int
  ) -> [Double] {
    switch outside {
    case .replace:
      return WrightFisherChain(population: definition.samples)
        .absorptionTimeDistribution(from: 0.5, generations: generations)
    case .fresh:
      return anchored(.fresh(points: 1, frequency: 0.5))
    case .fixed:
      // An even unit: which way the point lies does not matter.
      return anchored(.fixed(points: 1, up: 1))
    }
    func anchored(_ external: AnchoredSpinsChain.External) -> [Double] {
      AnchoredSpinsChain(spins: 1, samples: definition.samples, external: external)
        .boundaryProbabilities(from: 0.5, generations: generations)
    }
  }

  /// Entropies and divergences from the truth.
  ///
  /// The other divergence, of the truth from the model, is infinite as soon as a unit is dead, and before
  /// that it says how far the weights have climbed rather than how far they could.
  private static func append(
    _ name: String, _ runs: [[MachineLoops.State]], _ definition: MachinesDefinition,
    to table: inout Table
  ) {
    let truth = definition.truth(visible: definition.visible).entropy
    for (index, t) in definition.generations(samples: definition.samples).enumerated() {
      let entropy = Estimate(runs.map { $0[index].entropy / truth })
      let divergence = Estimate(runs.map { $0[index].divergence })
      table.append([
        .text(name), .number(Double(t) / Double(definition.samples)), .number(entropy.mean),
        .number(entropy.standardError), .number(divergence.mean),
        .number(divergence.standardError), .number(truth),
      ])
    }
  }
}
