import Documents
import Loop

/// What a simulation found.
package struct SimulationResult: Sendable {
  /// One row a recorded generation that a replicate reaches: how many do, and over them the fraction absorbed,
  /// and mean and variance of every quantity with their standard errors.
  package let table: Table
  private let prediction: @Sendable () -> Table
  /// One row a replicate: how it ended; `nil` unless asked for.
  package let ends: Table?
  /// How many replicates were absorbed by the last generation, and how many reached it and were not: their
  /// absorption time is unknown, beyond being larger.
  package let absorbed: Int
  package let censored: Int
  /// The replicates that could not go on to the last generation; `nil` if all could.
  package let ended: EndedReplicates?
  /// Whether an absorbed replicate stays so: in loops that bring in nothing from outside.
  package let isAbsorbing: Bool
  /// What more replicates go on with; `nil` where none can.
  package let state: SimulationState?

  init<Family: SimulatedFamily>(
    plan: SimulationPlan<Family>, record: SimulationRecord, state: SimulationState?
  ) {
    self.state = state
    let names = plan.quantities.map(\.name)
    let kept = plan.schedule.prefix(record.rows(stoppingAbsorbed: plan.stopsAbsorbed))
    /// The table, with a prediction beside each column if there are any.
    @Sendable func table(with predictions: Predictions<Family>?) -> Table {
      func cells(_ found: Estimate, _ expected: Double?) -> [Table.Cell] {
        let beside: [Table.Cell] =
          predictions == nil ? [] : [expected.map { .number($0) } ?? .text("none")]
        return [.number(found.mean)] + beside + [.number(found.standardError)]
      }
      var table = Table(
        name: "simulation",
        columns: Self.columns(of: names, predicted: predictions != nil))
      for (index, time) in kept.generations.enumerated() {
        var row: [Table.Cell] = [.integer(time), .integer(record.replicates[index])]
        row += cells(
          Estimate(count: record.absorbed[index], of: record.replicates[index]),
          predictions?.means["absorbed"]?[index])
        for (moment, name) in zip(record.moments[index], names) {
          row += cells(moment.estimatedMean, predictions?.means[name]?[index])
          row += cells(moment.estimatedVariance, predictions?.variances[name]?[index])
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
    absorbed = record.absorbed.last ?? 0
    censored = (record.replicates.last ?? 0) - absorbed
    ended = record.ended
    isAbsorbing = plan.absorption != .never
    ends = plan.recordsEnds ? Self.table(of: record.ends, names) : nil
  }

  /// The columns of the table of the quantities with these names.
  static func columns(of names: [String], predicted: Bool) -> [String] {
    let found =
      [("absorbed", "absorbed_standard_error")]
      + names.flatMap {
        [
          ("\($0)_mean", "\($0)_standard_error"),
          ("\($0)_variance", "\($0)_variance_standard_error"),
        ]
      }
    return ["generation", "replicates"]
      + found.flatMap { predicted ? [$0, "\($0)_predicted", $1] : [$0, $1] }
  }

  /// The table with a prediction beside each column, "none" where theory gives none.
  ///
  /// Made when it is asked for: an exact chain may take some seconds.
  package var predicted: Table { prediction() }

  private static func table(of ends: [ReplicateEnd], _ names: [String]) -> Table {
    Table(
      name: "ends", columns: ["replicate", "outcome", "generation"] + names + ["reason"],
      rows: ends.map { end in
        let (outcome, reason) =
          switch end.outcome {
          case .absorbed: ("absorbed", "")
          case .censored: ("censored", "")
          case .ended(let error): ("ended", error.reason)
          }
        return [.integer(end.replicate), .text(outcome), .integer(end.generation)]
          + end.values.map { .number($0) } + [.text(reason)]
      })
  }
}

extension SimulationRecord {
  /// How many of the recorded generations have a row: up to the last that a replicate reaches, or to the first
  /// in which all that reach it are absorbed for good, and do not end any more.
  fileprivate func rows(stoppingAbsorbed stops: Bool) -> Int {
    let reached = replicates.firstIndex(of: 0) ?? replicates.count
    let over = replicates.indices.first { absorbed[$0] > 0 && absorbed[$0] == replicates[$0] }
    return stops ? over.map { $0 + 1 } ?? reached : reached
  }
}
