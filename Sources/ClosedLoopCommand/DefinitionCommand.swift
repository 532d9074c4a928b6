import ArgumentParser
import Claims
import Documents
import Foundation
import Simulation

/// `closedloop definition`.
struct DefinitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "definition",
    abstract: "Prints a built-in definition as JSON, to be changed and run.",
    discussion: """
      The experiments' definitions are those of closedloop run; the others are the \
      examples of closedloop simulate --help.

      EXAMPLES
        closedloop definition
        closedloop definition fig3 > mine.json
        closedloop definition fig3 --fields
        closedloop simulate --definition mine.json
      """)

  @Argument(help: "An experiment or an example; all of them are listed unless given.")
  var id: String?

  @Option(help: "The paper's parameters (paper), or enough to see the shape (quick).")
  var scale: Scale = .paper

  @Flag(help: "Print it byte by byte as closedloop run writes it to data/<id>.json.")
  var asWritten = false

  @Flag(help: "List the fields: path, standard value, what is allowed, and what it is.")
  var fields = false

  func run() throws {
    guard let id else {
      for experiment in allExperiments {
        try Output.print("\(experiment.id)  \(experiment.summary)")
      }
      for example in simulationExamples { try Output.print("\(example.id)  \(example.question)") }
      return
    }
    if fields {
      try Output.print(fieldTable(try lines(id)))
    } else if asWritten {
      try Output.print(String(experiment(id).writtenDefinition(scale).dropLast()))
    } else {
      try Output.printJSON(try document(id))
    }
  }

  private func lines(_ id: String) throws -> [FieldLine] {
    func lines<E: Experiment>(_ type: E.Type) -> [FieldLine] { type.definition(scale).lines }
    if let experiment = experiment(named: id) { return lines(experiment) }
    return try SimulationDefinition.lines(of: document(id))
  }

  private func document(_ id: String) throws -> JSONValue {
    if let experiment = experiment(named: id) { return try experiment.document(scale) }
    let examples = simulationExamples.map(\.id)
    guard let known = Words.match(id, in: examples),
      let example = simulationExamples.first(where: { $0.id == known })
    else {
      throw unknownWord("definition", id, among: allExperiments.map { $0.id } + examples)
    }
    return try example.document()
  }
}

extension Experiment {
  /// The built-in definition as it stands beside the tables.
  static func writtenDefinition(_ scale: Scale) -> String { definition(scale).json }
}
