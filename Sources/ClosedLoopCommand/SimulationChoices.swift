import ArgumentParser
import Simulation

private func help(_ field: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: SimulationFields.help(field))
}

/// The fields of a simulation.
struct SimulationChoices: ParsableArguments {
  @Option(help: help("family")) var family: String?
  @Option(help: help("truth")) var truth: String?
  @Option(help: help("start")) var start: String?
  @Option(parsing: .unconditional, help: help("samples")) var samples: String?
  @Option(help: help("policy")) var policy: String?
  @Option(help: help("estimator")) var estimator: String?
  @Option(help: help("prior")) var prior: String?
  @Option(help: help("fault")) var fault: String?
  @Option(parsing: .unconditional, help: help("generations")) var generations: String?
  @Option(parsing: .unconditional, help: help("replicates")) var replicates: String?
  @Option(help: help("stop")) var stop: String?
  @Option(help: help("record")) var record: String?
  @Option(parsing: .unconditional, help: help("seed")) var seed: String?

  /// What was given.
  var options: [(field: String, text: String)] {
    [
      ("family", family), ("truth", truth), ("start", start), ("samples", samples),
      ("policy", policy), ("estimator", estimator), ("prior", prior), ("fault", fault),
      ("generations", generations), ("replicates", replicates), ("stop", stop),
      ("record", record), ("seed", seed),
    ].compactMap { field, text in text.map { (field, $0) } }
  }
}
