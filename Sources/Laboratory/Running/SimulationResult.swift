import Tables

/// What a simulation found.
package struct SimulationResult: Sendable {
  /// One row a recorded generation: the mean and the variance over replicates of every quantity.
  package let table: Table
  /// The same with a prediction beside each, "none" where theory gives none.
  package let predicted: Table
  /// One row a replicate: how it ended; `nil` unless asked for.
  package let ends: Table?
  /// How many replicates were absorbed by the last generation, and how many were not: their absorption
  /// time is unknown, beyond being larger.
  package let absorbed: Int
  package let censored: Int
  /// Whether an absorbed replicate stays so: in loops that bring in nothing from outside.
  package let isAbsorbing: Bool

  init<Family: LaboratoryFamily>(
    plan: SimulationPlan<Family>, moments: [Moments], absorbed counts: [Int], ends: [ReplicateEnd],
    isAbsorbing: Bool
  ) {
    let names = plan.quantities.map(\.name)
    let replicates = Double(plan.replicates)
    var kept = plan.schedule
    if plan.stopsAbsorbed, let last = counts.firstIndex(of: plan.replicates) {
      kept = kept.prefix(through: last)
    }
    let predictions = Predictions(
      family: plan.family, start: plan.start, truth: plan.truth, samples: plan.samples,
      policy: plan.policy, estimator: plan.estimator, schedule: kept)
    func column(_ name: String, _ found: Double, _ expected: Double?) -> [Table.Cell] {
      [.number(found), expected.map { .number($0) } ?? .text("none")]
    }
    var plain = Table(
      name: "simulation",
      columns: ["generation", "absorbed"] + names.flatMap { ["\($0)_mean", "\($0)_variance"] })
    var beside = Table(
      name: "simulation",
      columns: ["generation", "absorbed", "absorbed_predicted"]
        + names.flatMap {
          ["\($0)_mean", "\($0)_mean_predicted", "\($0)_variance", "\($0)_variance_predicted"]
        })
    for (index, time) in kept.generations.enumerated() {
      let absorbed = Double(counts[index]) / replicates
      var row: [Table.Cell] = [.integer(time), .number(absorbed)]
      var pair: [Table.Cell] =
        [.integer(time)] + column("absorbed", absorbed, predictions.means["absorbed"]?[index])
      for (place, name) in names.enumerated() {
        let moment = moments[index * names.count + place]
        row += [.number(moment.mean), .number(moment.variance)]
        pair += column(name, moment.mean, predictions.means[name]?[index])
        pair += column(name, moment.variance, predictions.variances[name]?[index])
      }
      plain.append(row)
      beside.append(pair)
    }
    table = plain
    predicted = beside
    absorbed = counts.last ?? 0
    censored = plan.replicates - absorbed
    self.isAbsorbing = isAbsorbing
    self.ends = plan.recordsEnds ? Self.table(of: ends, names, last: plan.generations) : nil
  }

  private static func table(of ends: [ReplicateEnd], _ names: [String], last: Int) -> Table {
    Table(
      name: "ends", columns: ["replicate", "outcome", "generation"] + names,
      rows: ends.map { end in
        let outcome = end.absorption == nil ? "censored" : "absorbed"
        return [.integer(end.replicate), .text(outcome), .integer(end.absorption ?? last)]
          + end.values.map { .number($0) }
      })
  }
}
