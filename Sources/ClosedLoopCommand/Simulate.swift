import ArgumentParser
import Claims
import Documents
import Figures
import Foundation
import Loop
import Simulation

/// `closedloop simulate`.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs any family under any data policy with any estimator.",
    discussion: """
      Prints a table: in each recorded generation the number of replicates that reach it, \
      the fraction of them that are absorbed, and mean and variance over them of every \
      statistic, of the entropy (relative to the family's base measure), of the \
      divergences of truth and model in nats, and of what else the family has, each \
      with its standard error. With --predict the exact value stands beside each where \
      theory gives one, and "none" where it does not. On a terminal it is a table for \
      people, and CSV with all digits elsewhere or with --csv. A replicate that cannot go on \
      ends alone, with a warning.

      A choice is one word, kind,name=value,name=value; lists have colons.

      FAMILIES, with their standard values
      \(Self.families)
        bernoulli, geometric and exponential name binomial, negative-binomial
        and gamma at their standard values. A member is also given by mean=μ
        and, except for gaussian-vector, by natural=θ, with D numbers.

      POLICIES
        replace        M samples of the last model and nothing else
        external       and m points: source (fresh, or fixed: drawn once, or with
                       a given mean statistic), count (1) or fraction of the
                       training set (of whole points), impurity, from.mean=… if
                       not the truth
        accumulate     all data so far, those of start=sample too; takes source
                       and count as well
        subsample      M points out of all so far; replacement (false)
        weights        M weighted samples: tilt=c by exp(c·φ), or oracle=true

      ESTIMATORS  ml, map, posterior (drawn, not maximised)
      PRIORS      flat, gaussian (mean, variance or penalty), laplace (centre,
                  penalty), conjugate (mean, weight), exponential (rate; poisson),
                  beta (up, down) and jeffreys (binomial, spins); for families of
                  one parameter with a coordinate: natural, mean or arcsine, that of
                  constant information
      FAULTS      unbiased-variance, jittered-variance (jitter), reused-seed

      EXAMPLES
      \(Self.examples)
      """)

  private static var families: String {
    simulatedFamilies.map { type in
      let name = type.kind.padding(toLength: 18, withPad: " ", startingAt: 0)
      let lines = wrapped(type.summary, width: 57)
      return "  \(name)" + lines.joined(separator: "\n" + String(repeating: " ", count: 20))
    }.joined(separator: "\n")
  }

  private static var examples: String {
    simulationExamples.map { example in
      let lines = wrapped("closedloop simulate \(example.commandLine)", width: 70)
      return "  \(example.question)\n    " + lines.joined(separator: " \\\n      ")
    }.joined(separator: "\n")
  }

  @OptionGroup(title: "The simulation") var choices: SimulationChoices

  @Option(
    help: ArgumentHelp(
      "A JSON file with the simulation, or with a definition of an experiment; options change it.",
      valueName: "file"))
  var definition: String?

  @Option(
    parsing: .unconditional,
    help: "Number of threads, from 1 to 1024; results do not depend on it.",
    transform: { try wholeNumber("--threads", $0, in: 1...1024) })
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Put what theory predicts beside each column.")
  var predict = false

  @Flag(
    help: """
      Print one row a replicate instead: absorbed (since when), censored (not absorbed by the last \
      generation) or ended (which generation could not be computed, and the reason).
      """)
  var ends = false

  @Flag(help: "Exit with code 70 if a replicate could not go on, in place of a warning.")
  var strict = false

  @Flag(help: "Print CSV on a terminal, too, where else a table for people stands.")
  var csv = false

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Draw the table: terminal, for a sketch in place of it, or the name of an SVG file.",
      valueName: "where"))
  var plot: String?

  func run() throws {
    var document = JSONValue.object([:])
    if let definition {
      document = try readDefinition(definition)
      if case .object(let fields) = document, fields["axes"] != nil {
        throw Failure(
          code: .badData,
          sentence: "\(definition) is the plan of a sweep: use closedloop sweep \(definition)"
            + " --output scan")
      }
      if choices.family == nil,
        let experiment = try ExperimentDefinitionFile.subject(of: document, at: definition)
      {
        guard case .object(let fields) = document, fields["experiment"] != nil else {
          throw Failure(
            code: .badData,
            sentence: "\(definition) is a definition of the experiment \(experiment.id): use"
              + " closedloop run --definition \(definition) --output results")
        }
        return try runExperiment(experiment, document)
      }
    }
    let simulation = try checked {
      let whole = try SimulationOptions.document(choices.options, over: document)
      return try SimulationDefinition.simulation(try withTable(whole), recordsEnds: ends)
    }
    if let plot { try checkDrawing(at: plot) }
    let context = RunContext(threads: threads)
    let result = try withProgress("simulate", context) {
      try simulation.run(context: context)
    }
    if result.table.rows.isEmpty, !ends, let ended = result.ended {
      throw Failure(code: .software, sentence: "\(ended)")
    }
    let problem = try show(result)
    try comment(on: result)
    if let problem { throw problem }
  }

  /// What a table of means does not say.
  private func comment(on result: SimulationResult) throws {
    if result.isAbsorbing {
      Output.note(
        "\(result.absorbed) replicates absorbed, \(result.censored) censored"
          + (result.censored > 0
            ? ": not absorbed by the last generation, and so absorbed later or never" : ""))
    }
    guard let ended = result.ended else { return }
    if strict { throw Failure(code: .software, sentence: "\(ended)") }
    Output.note("closedloop: warning: \(ended)")
  }

  /// Prints the table, and draws it where that is wanted.
  ///
  /// - Returns: why there is no picture; the table is printed all the same.
  private func show(_ result: SimulationResult) throws -> Failure? {
    guard plot == "terminal" else {
      try printTable(of: result)
      return try failure {
        guard let plot else { return }
        try drawSimulation(result.predicted, at: plot)
        Output.note("wrote \(plot)")
      }
    }
    let problem = try failure { try sketchSimulation(result.predicted) }
    if problem != nil { try printTable(of: result) }
    return problem
  }

  private func failure(of body: () throws -> Void) throws -> Failure? {
    do {
      try body()
      return nil
    } catch let failure as Failure {
      return failure
    }
  }

  private func printTable(of result: SimulationResult) throws {
    let shown = result.ends ?? (predict ? result.predicted : result.table)
    if json {
      try Output.printJSON(Rows(shown))
    } else if !csv, let width = Screen.width {
      try Output.print(
        result.ends.map { Sheet($0, repeating: 3).lines(width: width).joined(separator: "\n") }
          ?? SimulationSheet(shown).text(width: width))
    } else {
      try Output.print(String(shown.csv.dropLast()))
    }
  }

  /// Errors of the command line and of a file have codes of their own.
  private func checked<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as DefinitionError {
      throw Failure(
        code: definition == nil ? .badArguments : .badData,
        sentence: definition.map { "\($0): \(error)" } ?? "\(error)")
    }
  }

  private func runExperiment(
    _ experiment: any Experiment.Type, _ document: JSONValue
  ) throws {
    guard choices.options.isEmpty, plot == nil, !predict, !ends, !strict else {
      throw Failure(
        code: .badArguments,
        sentence: "--definition with an experiment is not allowed with other options but --json and"
          + " --threads: change the file instead")
    }
    let tables = try run(experiment, document)
    if json {
      try Output.printJSON(
        Dictionary(uniqueKeysWithValues: tables.map { ($0.name, Rows($0)) }))
    } else {
      // Several tables in one stream, each after its name.
      for table in tables { try Output.print("# \(table.name)\n\(table.csv)") }
    }
  }

  private func run<E: Experiment>(_ type: E.Type, _ document: JSONValue) throws -> [Table] {
    let definition = try checked { try E.definition(from: document) }
    let context = RunContext(threads: threads)
    return try withProgress(E.id, context) { try E.run(definition, context: context) }
  }

  private func withProgress<R>(
    _ title: String, _ context: RunContext, _ body: () throws -> R
  ) rethrows -> R {
    let progress = Progress(title, meter: context.meter)
    defer { progress.finish() }
    return try body()
  }
}
