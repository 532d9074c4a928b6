import ArgumentParser
import Diagnosis
import Documents
import Driving
import Foundation
import Loop

/// `closedloop drive`.
struct Drive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the closed loop with any program as the model.",
    discussion: """
      The program is run once a generation, without a shell: it reads the training set from \
      {train}, fits, and writes {samples} rows to {output}, both CSV with the header of the \
      real data (or lines of text with --lines), with {seed} for its random numbers. With \
      --session it stays alive, gets one line of JSON for each generation on its standard \
      input, with train, samples, seed, output and generation, and answers each with the \
      line {"done": true} or {"error": "…"}.

      POLICIES
        replace        M rows of the last model and nothing else
        external       and m real rows: count (1) or fraction of the training set;
                       source fresh (each real row once, until all are used;
                       reuse=true shuffles them then) or fixed; impurity
        accumulate     all data so far; takes source and count as well
        subsample      M rows out of all so far; replacement (false)

      The output folder gets generations.csv (how often each value stands in each training \
      set; numbers by the tenths and tails of the real data), truth.csv (the same of the \
      real data), ends.csv, checks.csv, times.csv and drive.json, the definition. After an \
      interruption, run the same command: it goes on. More generations or replicates go on, \
      too. A model that fails stops its replicate only, and the exit code is then 1.

      EXAMPLES
        closedloop drive --data real.csv --samples 200 --replicates 8 \\
          --policy external,count=1 --output runs -- \\
          python3 fit.py {train} {samples} {seed} {output}
        closedloop drive --data real.csv --session --jobs 2 --diagnose \\
          --output runs -- python3 model.py
        closedloop drive drive.json --output runs
      """)

  @Argument(
    help: "A JSON file with the definition, such as drive.json of another run; options change it.")
  var definition: String?

  @Argument(parsing: .postTerminator, help: "The program and its words, after --.")
  var command: [String] = []

  @OptionGroup(title: "The loop") var choices: DriveChoices

  @Option(help: "Folder to write into; made if need be. A folder has one loop, which may go on.")
  var output: String

  @Option(
    parsing: .unconditional,
    help: "How many programs run at once, from 1 to 1024 (1); results do not depend on it.",
    transform: { try wholeNumber("--jobs", $0, in: 1...1024) })
  var jobs = 1

  @Flag(help: "Remove what the folder has, and begin anew.")
  var fresh = false

  @Flag(
    help: "Print what closedloop diagnose says of each replicate, and write it to diagnosis.csv.")
  var diagnose = false

  func run() throws {
    let loop = try read()
    for note in loop.real.notes { Output.note("note: \(note)") }
    if let last = loop.lastFreshGeneration {
      Output.note(
        "note: the real data last for \(last) of \(loop.generations) generations with"
          + " \(loop.policy.external) fresh rows each, and every replicate ends then; reuse=true"
          + " shuffles them and begins again")
    }
    let record = try drive(loop)
    try show(record, of: loop)
    if diagnose { try DriveDiagnosis(record, threads: jobs).show(in: output) }
    try complain(of: record)
  }

  /// Runs what is left of a loop, and writes its tables.
  private func drive(_ loop: DrivenDefinition) throws -> DrivenRecord {
    try driving {
      try Driver.check(loop)
      let folder = try DrivenFolder(output, of: loop, isFresh: fresh)
      try OutputFolder.fill(output) { files in
        try files.write(loop.document.json, to: "drive.json")
        return ["drive.json"]
      }
      let context = RunContext(threads: jobs)
      let progress = Progress("drive", meter: context.meter)
      defer { progress.finish() }
      let ends = try Driver(loop, in: folder).run(context: context)
      let record = DrivenRecord(loop, in: folder, ends: ends)
      try OutputFolder.fill(output) { try DriveFiles(record).write(into: $0) }
      return record
    }
  }

  private func show(_ record: DrivenRecord, of loop: DrivenDefinition) throws {
    let complete = record.ends.count { $0.reason == nil }
    try Output.print(
      "\(output)/generations.csv: \(complete) of \(record.ends.count) replicates have all"
        + " \(loop.generations) generations")
    if record.repeats == false {
      Output.note(
        "closedloop: warning: the model is not deterministic: asked twice with the same seed, it wrote"
          + " other rows, so that this loop cannot be repeated byte by byte")
    }
  }

  private func complain(of record: DrivenRecord) throws {
    let ended = record.ends.filter { $0.reason != nil }
    guard !ended.isEmpty else { return }
    for sentence in ended.prefix(10).compactMap(\.sentence) {
      Output.note("closedloop: \(sentence)")
    }
    throw Failure(
      code: .disagreement,
      sentence:
        "\(ended.count) of \(record.ends.count) replicates ended before the last generation, as"
        + " \(output)/ends.csv tells; the same command tries them again")
  }

  /// The definition of the file and the options.
  private func read() throws -> DrivenDefinition {
    var document = JSONValue.object([:])
    if let definition {
      document = try readDefinition(
        definition, hint: "use a file such as drive.json of another run")
    }
    let file = definition
    do {
      if !command.isEmpty {
        document = document.setting("command", to: .array(command.map { .string($0) }))
      }
      let whole = try DrivenFields.document(choices.options, over: document)
      return try driving { try DrivenDefinition(whole) }
    } catch let error as DefinitionError {
      throw Failure(
        code: file == nil ? .badArguments : .badData,
        sentence: file.map { "\($0): \(error)" } ?? "\(error)")
    }
  }
}

extension JSONValue {
  fileprivate func setting(_ name: String, to value: JSONValue) -> JSONValue {
    guard case .object(var fields) = self else { return self }
    fields[name] = value
    return .object(fields)
  }
}

/// What goes wrong in a driven loop, with its exit code.
func driving<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as ReadingError {
    throw Failure(code: .badData, sentence: "\(error)")
  } catch let error as SourceChecksums.Changed {
    throw Failure(code: .badData, sentence: "\(error)")
  } catch let error as DriveError {
    switch error.kind {
    case .noProgram: throw Failure(code: .missingProgram, sentence: "\(error)")
    case .cannotWrite: throw Failure(code: .cannotWrite, sentence: "\(error)")
    case .otherFolder: throw Failure(code: .badData, sentence: "\(error)")
    // Whoever asked for it ends the program.
    case .stopped: while true { sleep(1) }
    }
  }
}
