import Tables

/// What a simulation found.
package struct SimulationResult: Sendable {
  /// One row a recorded generation: the mean and the variance over replicates of every quantity.
  package let table: Table
  private let prediction: @Sendable () -> Table
  /// One row a replicate: how it ended; `nil` unless asked for.
  package let ends: Table?
  /// How many replicates were absorbed by the last generation, and how many were not: their absorption
  /// time is unknown, beyond being larger.
  package let absorbed: Int
  package let censored: Int
  /// Whether an absorbed replicate stays so: in loops that bring in nothing from outside.
  package let isAbsorbing: Bool

  init<Family: LaboratoryFamily>(
    plan: SimulationPlan<Family>, moments: [Moments], absorbed counts: [Int], ends: [ReplicateEnd]
  ) {
    let names = plan.quantities.map(\.name)
    let replicates = Double(plan.replicates)
    let last = plan.stopsAbsorbed ? counts.firstIndex(of: plan.replicates) : nil
    let kept = last.map { plan.schedule.prefix(through: $0) } ?? plan.schedule
    /// The table, with a prediction beside each column if there are any.
    @Sendable func table(with predictions: Predictions<Family>?) -> Table {
      func cells(_ found: Double, _ expected: Double?) -> [Table.Cell] {
        predictions == nil
          ? [.number(found)] : [.number(found), expected.map { .number($0) } ?? .text("none")]
      }
      var table = Table(
        name: "simulation",
        columns: Self.columns(of: names, predicted: predictions != nil))
      for (index, time) in kept.generations.enumerated() {
        var row: [Table.Cell] = [.integer(time)]
        row += cells(Double(counts[index]) / replicates, predictions?.means["absorbed"]?[index])
        for (place, name) in names.enumerated() {
          let moment = moments[index * names.count + place]
          row += cells(moment.mean, predictions?.means[name]?[index])
          row += cells(moment.variance, predictions?.variances[name]?[index])
        }
        table.append(row)
      }
      return table
    }
    self.table = table(with: nil)
    prediction = {
      table(
        with: Predictions(
          family: plan.family, start: plan.start, truth: plan.truth, samples: plan.samples,
          policy: plan.policy, estimator: plan.estimator, schedule: kept))
    }
    absorbed = counts.last ?? 0
    censored = plan.replicates - absorbed
    isAbsorbing = plan.isAbsorbing
    self.ends = plan.recordsEnds ? Self.table(of: ends, names, last: plan.generations) : nil
  }

  /// The columns of the table of the quantities with these names.
  static func columns(of names: [String], predicted: Bool) -> [String] {
    let found = ["absorbed"] + names.flatMap { ["\($0)_mean", "\($0)_variance"] }
    return ["generation"] + found.flatMap { predicted ? [$0, "\($0)_predicted"] : [$0] }
  }

  /// The table with a prediction beside each column, "none" where theory gives none.
  ///
  /// Made when it is asked for: an exact chain may take some seconds.
  package var predicted: Table { prediction() }

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
