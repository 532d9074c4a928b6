import ArgumentParser
import Claims
import Documents
import Driving
import Foundation
import Simulation

/// `closedloop sweep`.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a definition for many values of its fields: a phase diagram, a scan.",
    discussion: """
      A plan is a JSON file:

        {
          "definition": {"family": "binomial", "truth": {"probability": 0.3},
                         "replicates": 1000},
          "axes": [
            {"samples": [10, 100], "generations": [200, 2000]},
            {"policy": ["replace", "external,count=1", "accumulate"]}
          ]
        }

      The definition is one of closedloop simulate, or with "experiment" that of an \
      experiment, of whose tables "table" names one, or with "command" one of closedloop \
      drive, of which each column has a row with what is left in the last generation. The fields of one axis vary \
      together; all axes are combined, here to 2 × 3 cells. A field is named by its \
      path, such as policy.count, and words have the short form of the command line. \
      With "predict": true, predictions stand beside what simulations find.

      A cell has the numbers that closedloop simulate gives for its definition. Each is \
      written to the output folder when it is finished, and never computed again: after \
      an interruption, run the same command; to add values, axes or replicates, run it \
      with the longer plan. (An experiment with more replicates is run anew: its tables \
      are made of all runs at once.) When all are there they are put together in \
      sweep.csv, a row for each recorded generation of each cell, the same bytes for any \
      number of threads and shards. A cell that cannot be computed has one row, with the \
      reason under failed.

      EXAMPLES
        closedloop sweep plan.json --output scan
        closedloop sweep plan.json --output scan --shard 3/8
        closedloop merge scan --output scan
        closedloop sweep plan.json --output scan --slurm && scan/submit
      """)

  @Argument(help: "The plan.")
  var plan: String

  @Option(
    help: "Folder to write into; made if need be. A folder has one sweep, which may grow.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Run only the i-th of n parts, and leave the table to closedloop merge.", valueName: "i/n"),
    transform: { try Shard($0) })
  var shard: Shard?

  @Option(
    parsing: .unconditional,
    help: "Number of threads, from 1 to 1024; results do not depend on it.",
    transform: { try wholeNumber("--threads", $0, in: 1...1024) })
  var threads: Int?

  @Flag(help: "Print which values each cell has, and run nothing.")
  var list = false

  @Flag(help: "Time some cells, and write scripts that submit the others to Slurm.")
  var slurm = false

  @Option(
    parsing: .unconditional,
    help: "How many shards the array of jobs has; from the time they take unless given.",
    transform: { try wholeNumber("--shards", $0, in: 1...100_000) })
  var shards: Int?

  @Option(
    parsing: .unconditional,
    help: "For how many seconds cells are timed; at least one is (20).",
    transform: { try wholeNumber("--pilot", $0, in: 1...86_400) })
  var pilot: Int?

  func run() throws {
    guard slurm || (shards == nil && pilot == nil) else {
      throw Failure(
        code: .badArguments, sentence: "--shards and --pilot are not allowed without --slurm")
    }
    guard [shard != nil, list, slurm].count(where: \.self) <= 1 else {
      throw Failure(
        code: .badArguments, sentence: "--shard, --list and --slurm are not allowed together")
    }
    let plan = try readPlan(plan)
    if list { return try printCells(of: plan) }
    guard let output else {
      throw Failure(
        code: .badArguments,
        sentence: "--output is missing: use it to name the folder to write into")
    }
    let part = (shard ?? .whole).cells(of: plan.count)
    let refused = try refusals(part, of: plan)
    let folder = try SweepFolder(output, plan: plan)
    if slurm {
      return try SlurmScripts(
        folder: folder, threads: threads ?? 1, shards: shards, seconds: Double(pilot ?? 20)
      ).write()
    }
    // The smallest fill the gaps at the end, and the time left is not found out at the very last.
    let left = folder.state(of: part).left.sorted { ($0.work, $1.cell) > ($1.work, $0.cell) }
    // With nothing to do, it still says of which plan it is.
    try folder.run(left, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    guard let shard else { return try writeTable(from: [output], to: output, told: refused) }
    let state = folder.state(of: part)
    try Output.print(
      "\(output): \(state.finished) cells of shard \(shard.index)/\(shard.count) are finished")
    warn(of: state.failed.filter { !refused.contains($0.cell) }, among: part.underestimatedCount)
  }

  /// Cells that can never run, which are told at once; all others are worth having.
  ///
  /// - Throws: ``Failure`` with exit code 65 where nothing can run.
  private func refusals(_ part: some Sequence<Int>, of plan: SweepPlan) throws -> Set<Int> {
    do {
      let refusals = try plan.refusals(part)
      warn(of: refusals, among: part.underestimatedCount)
      return Set(refusals.map(\.cell))
    } catch let error as DefinitionError {
      throw Failure(code: .badData, sentence: "\(self.plan): \(error)")
    }
  }

  private func printCells(of plan: SweepPlan) throws {
    var table = Table(name: "cells", columns: ["cell"] + plan.axes.flatMap(\.fields))
    for index in 1...plan.count {
      table.append([.integer(index)] + plan.cell(index).fields.map { .text($0.value) })
    }
    try Output.print(String(table.csv.dropLast()))
  }
}

extension SweepPlan {
  /// Reads a plan of anything that this program runs.
  init(ofAnyKind document: JSONValue) throws(DefinitionError) {
    try self.init(document, others: [SweptLoop()])
  }
}

/// The plan in a file, with the texts of tables in place of the names of their files, and checksums of other files.
///
/// - Throws: ``Failure`` with exit code 65.
private func readPlan(_ path: String) throws -> SweepPlan {
  var document = try readDefinition(path, hint: "use a plan as closedloop sweep --help shows it")
  do {
    if case .object(var fields) = document, let definition = fields["definition"] {
      fields["definition"] = try SourceChecksums.adding(to: try withTable(definition))
      document = .object(fields)
    }
    return try SweepPlan(ofAnyKind: document)
  } catch let error as DefinitionError {
    throw Failure(code: .badData, sentence: "\(path): \(error)")
  } catch let failure as Failure where failure.code == .badArguments {
    throw Failure(code: .badData, sentence: "\(path): \(failure.sentence)")
  }
}
