import ArgumentParser

/// The fields of a simulation.
struct SimulationChoices: ParsableArguments {
  @Option(help: "The exponential family; needed, here or in a file.")
  var family: String?
  @Option(help: "The true member.")
  var truth: String?
  @Option(help: "The first model: a member, or sample=n, fitted to n true points (the truth).")
  var start: String?
  @Option(parsing: .unconditional, help: "M, samples of the model in each generation (100).")
  var samples: String?
  @Option(help: "What each generation is trained on (replace).")
  var policy: String?
  @Option(help: "How it is fitted (ml).")
  var estimator: String?
  @Option(help: "The prior of map or posterior (flat).")
  var prior: String?
  @Option(help: "A bug of public programs (none).")
  var impostor: String?
  @Option(parsing: .unconditional, help: "How many generations (1000).")
  var generations: String?
  @Option(parsing: .unconditional, help: "How many independent runs (100).")
  var replicates: String?
  @Option(help: "horizon, or absorbed: the table ends where all replicates are (horizon).")
  var stop: String?
  @Option(help: "Generations shown: every=10, at=0:10:100 or perDecade=10 (perDecade=10).")
  var record: String?
  @Option(parsing: .unconditional, help: "Root seed, from 0 to 2^64 - 1 (20260514).")
  var seed: String?

  /// What was given.
  var options: [(field: String, text: String)] {
    [
      ("family", family), ("truth", truth), ("start", start), ("samples", samples),
      ("policy", policy), ("estimator", estimator), ("prior", prior), ("impostor", impostor),
      ("generations", generations), ("replicates", replicates), ("stop", stop),
      ("record", record), ("seed", seed),
    ].compactMap { field, text in text.map { (field, $0) } }
  }
}
