import ArgumentParser
import Driving

private func help(_ field: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: DrivenFields.help(field))
}

/// The fields of a driven loop, but its command.
struct DriveChoices: ParsableArguments {
  @Option(help: help("data")) var data: String?
  @Flag(help: help("lines")) var lines = false
  @Flag(help: help("session")) var session = false
  @Option(parsing: .unconditional, help: help("limit")) var limit: String?
  @Option(help: help("start")) var start: String?
  @Option(parsing: .unconditional, help: help("samples")) var samples: String?
  @Option(help: help("policy")) var policy: String?
  @Option(parsing: .unconditional, help: help("generations")) var generations: String?
  @Option(parsing: .unconditional, help: help("replicates")) var replicates: String?
  @Option(help: help("keep")) var keep: String?
  @Option(parsing: .unconditional, help: help("seed")) var seed: String?

  /// What was given.
  var options: [(field: String, text: String)] {
    [
      ("data", data), ("lines", lines ? "true" : nil), ("session", session ? "true" : nil),
      ("limit", limit), ("start", start), ("samples", samples), ("policy", policy),
      ("generations", generations), ("replicates", replicates), ("keep", keep), ("seed", seed),
    ].compactMap { field, text in text.map { (field, $0) } }
  }
}
