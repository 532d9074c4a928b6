import ArgumentParser
import Claims
import Documents
import Figures
import Foundation
import Loop
import Simulation

/// `closedloop run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs an experiment: tables, definition, gnuplot script and picture.",
    discussion: """
      Writes <id>.svg, <id>.gp, data/<id>*.csv and data/<id>.json (the definition) \
      into the output folder. The script draws the picture again with plain gnuplot.

      EXAMPLES
        closedloop run fig1
        closedloop run fig1 --output results --scale quick --seed 7
        closedloop run fig1 --output results --set samples=100
        closedloop run fig1 --output results --set b.spins=5,10
        closedloop run --definition results/data/fig1.json --output again
      """)

  @Argument(help: "The experiment; see closedloop list. That of the file with --definition.")
  var id: String?

  @Option(help: "Folder to write into; made if need be. results unless given.")
  var output: String?

  @OptionGroup var compute: ComputeOptions

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change a numeric field of the definition, in every section or in one (b.samples=50,100).",
      valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "A JSON file with the definition, as in data/<id>.json; --set and --seed change it.",
      valueName: "file"))
  var definition: String?

  @Flag(help: "Write tables and definition only; gnuplot is not needed.")
  var dataOnly = false

  func run() throws {
    if let definition {
      let file = try ExperimentDefinitionFile(definition)
      return try run(try file.subject(asked: id), from: file)
    }
    guard let id else {
      throw Failure(
        code: .badArguments,
        sentence: "the experiment is missing: use closedloop run with one of"
          + " \(allExperiments.map { $0.id }.joined(separator: ", ")), or with --definition")
    }
    try run(try experiment(id), from: nil)
  }

  /// Where results go unless they are told to go elsewhere.
  private static let standardOutput = "results"

  private func run<E: Experiment>(
    _ experiment: E.Type, from file: ExperimentDefinitionFile?
  ) throws {
    var start = E.definition(compute.scale)
    if let file {
      do {
        start = try E.definition(from: file.document, scale: compute.scale)
      } catch let error as DefinitionError {
        throw Failure(code: .badData, sentence: "\(file.path): \(error)")
      }
    }
    let definition: E.Definition
    do {
      // A file has a seed of its own.
      let seed = compute.givenSeed ?? (file == nil ? defaultSeed : start.seed)
      definition = try E.definition(start, seed: seed, settings: settings)
    } catch let error as DefinitionError {
      throw Failure(code: .badArguments, sentence: "\(error)")
    }
    if !dataOnly { try requireGnuplot() }
    var problem: Failure?
    let output = output ?? Self.standardOutput
    let files = try OutputFolder.fill(output) { folder in
      let context = RunContext(threads: compute.threads)
      let progress = Progress(E.id, meter: context.meter)
      defer { progress.finish() }
      let tables = try E.run(definition, context: context)
      var files: [String] = []
      for table in tables {
        try folder.write(table.csv, to: "data/\(table.name).csv")
        files.append("data/\(table.name).csv")
      }
      try folder.write(definition.json, to: "data/\(E.id).json")
      files.append("data/\(E.id).json")
      if !dataOnly {
        do {
          files += try drawFigure(try figure(E.id), tables: tables, on: .svg, in: folder)
        } catch let failure as Failure {
          // Hours of work are in the tables.
          problem = failure
        }
      }
      return files
    }
    if let problem {
      throw Failure(
        code: problem.code,
        sentence: "\(problem.sentence); the tables are written, and closedloop plot \(E.id)"
          + " --output \(output) draws them")
    }
    Output.wrote(files, into: output)
  }
}

/// Runs a script in the staging folder, where it may be kept, and passes on what gnuplot warns of.
func gnuplot(_ script: String, in folder: OutputFolder, keptAs file: String? = nil) throws {
  do {
    if let file {
      try Gnuplot.write(script, to: folder.staging.appendingPathComponent(file).path)
    }
    let warnings = try Gnuplot.run(script, in: folder.staging.path)
    for line in warnings.split(separator: "\n") where line.lowercased().contains("warning:") {
      Output.note("closedloop: warning: gnuplot: \(line.trimmingCharacters(in: .whitespaces))")
    }
  } catch {
    let code: Code =
      switch error {
      case .missing, .noTerminal: .missingProgram
      case .system: .cannotWrite
      case .refused: .software
      }
    throw Failure(code: code, sentence: "\(error)")
  }
}

/// Writes a figure's script and runs it in the staging folder.
///
/// - Returns: the files made.
func drawFigure<F: Figure>(
  _ figure: F.Type, tables: [Table], on terminal: Terminal, in folder: OutputFolder
) throws -> [String] {
  let script: String
  do {
    // From the tables as they stand in the files, so that drawing them again gives this script.
    let tables = try tables.map { try Table(name: $0.name, csv: $0.csv) }
    script = F.script(for: try FigureData(tables, for: F.inputs), on: terminal)
  } catch let error as CSVError {
    throw Failure(code: .badData, sentence: "\(error)")
  }
  let picture = "\(F.id).\(terminal.fileExtension)"
  let scriptFile = terminal == .svg ? "\(F.id).gp" : "\(F.id).\(terminal).gp"
  try gnuplot(script, in: folder, keptAs: scriptFile)
  let bytes = try checkWhole(picture, on: terminal, in: folder)
  if terminal == .tikz {
    // So that a review sees whether it is what its tables give.
    let stamp = OldNumbers.stamp(of: tables.map { ($0.name, $0.csv) })
    try folder.write("\(stamp)\n" + String(decoding: bytes, as: UTF8.self), to: picture)
  }
  return [scriptFile, picture]
}

/// The bytes of a picture in the staging folder.
///
/// - Throws: ``Failure`` with exit code 73 where gnuplot did not come to its end.
@discardableResult
func checkWhole(
  _ picture: String, on terminal: Terminal, in folder: OutputFolder
) throws -> Data {
  let bytes = (try? Data(contentsOf: folder.staging.appendingPathComponent(picture))) ?? Data()
  guard bytes.suffix(100).firstRange(of: terminal.ending) != nil else {
    throw Failure(
      code: .cannotWrite,
      sentence: "cannot write \(picture): gnuplot left it incomplete, as on a full disk")
  }
  return bytes
}
