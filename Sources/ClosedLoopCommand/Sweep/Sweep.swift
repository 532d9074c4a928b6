import ArgumentParser
import Definitions
import Foundation
import Laboratory
import Tables

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
      experiment, of whose tables "table" names one. The fields of one axis vary \
      together; all axes are combined, here to 2 × 3 cells. A field is named by its \
      path, such as policy.count, and words have the short form of the command line. \
      With "predict": true, predictions stand beside what simulations find.

      A cell has the numbers that closedloop simulate gives for its definition. Each is \
      written to the output folder when it is finished, and never computed again: after \
      an interruption, run the same command. When all are there they are put together \
      in sweep.csv, a row for each recorded generation of each cell, the same bytes for \
      any number of threads and shards.

      EXAMPLES
        closedloop sweep plan.json --output scan
        closedloop sweep plan.json --output scan --shard 3/8
        closedloop merge scan --output scan
        closedloop sweep plan.json --output scan --slurm && scan/submit
      """)

  @Argument(help: "The plan.")
  var plan: String

  @Option(
    help: "Folder to write into; made if need be. A folder has one sweep. Needed but for --list.")
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
    let part = shard ?? .whole
    let plan = try readPlan(plan, checking: part)
    if list { return try printCells(of: plan) }
    guard let output else {
      throw Failure(
        code: .badArguments,
        sentence: "--output is missing: use it to name the folder to write into")
    }
    let folder = try SweepFolder(output, plan: plan)
    if slurm {
      return try SlurmScripts(
        folder: folder, threads: threads ?? 1, shards: shards, seconds: Double(pilot ?? 20)
      ).write()
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    // With nothing to do, it still says of which plan it is.
    try folder.run(folder.unfinished(of: part.cells(of: plan.count)), threads: threads ?? cores)
    if shard == nil { try writeTable(from: [output], to: output) }
  }

  private func printCells(of plan: SweepPlan) throws {
    let first = try plan.cell(1)
    var table = Table(name: "cells", columns: ["cell"] + first.fields.map(\.name))
    for index in 1...plan.count {
      table.append([.integer(index)] + (try plan.cell(index).fields.map(\.value)))
    }
    try Output.print(String(table.csv.dropLast()))
  }
}

/// `closedloop merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the shards of a sweep together in one table.",
    discussion: """
      Writes sweep.csv and sweep.json, byte by byte those of a sweep that was run in one \
      piece. Cells that are missing, there twice, damaged, or of another plan or version \
      are refused.

      EXAMPLES
        closedloop merge scan --output scan
        closedloop merge left right --output whole
      """)

  @Argument(help: "Folders that closedloop sweep wrote, with cells of one plan.")
  var folders: [String]

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  func run() throws { try writeTable(from: folders, to: output) }
}

private func writeTable(from folders: [String], to output: String) throws {
  let (plan, csv) = try SweepFolder.merge(
    folders, version: ClosedLoopCommand.configuration.version)
  try OutputFolder.fill(output) { folder in
    try folder.write(plan, to: "sweep.json")
    try folder.write(csv, to: "sweep.csv")
    return ["sweep.json", "sweep.csv"]
  }
}

/// The plan in a file, with the texts of tables in place of the names of their files.
///
/// - Parameter shard: whose cells are checked.
/// - Throws: ``Failure`` with exit code 65.
private func readPlan(_ path: String, checking shard: Shard) throws -> SweepPlan {
  var document = try readDefinition(path, hint: "use a plan as closedloop sweep --help shows it")
  do {
    if case .object(var fields) = document, let definition = fields["definition"] {
      fields["definition"] = try withTable(definition)
      document = .object(fields)
    }
    let plan = try SweepPlan(document, version: ClosedLoopCommand.configuration.version)
    try plan.check(shard.cells(of: plan.count))
    return plan
  } catch let error as DefinitionError {
    throw Failure(code: .badData, sentence: "\(path): \(error)")
  } catch let failure as Failure where failure.code == .badArguments {
    throw Failure(code: .badData, sentence: "\(path): \(failure.sentence)")
  }
}
