import Definitions
import Experiments
import Tables

/// One cell of a sweep: a definition with the values that are its own.
package struct SweepCell: Sendable {
  /// Its index in the plan, from 1.
  package let index: Int
  /// The fields that vary, and their values here.
  package let fields: [(name: String, value: Table.Cell)]
  /// The columns of its rows, or `nil` where only running it tells: in an experiment.
  package let columns: [String]?
  private let body: @Sendable (RunContext) throws -> Table

  init(
    index: Int, fields: [(name: String, value: Table.Cell)], document: JSONValue, predicts: Bool,
    table: String?
  ) throws {
    (self.index, self.fields) = (index, fields)
    if case .object(let given) = document, let id = given["experiment"] {
      guard let type = allExperiments.first(where: { .string($0.id) == id }) else {
        throw DefinitionError(
          field: "experiment", value: id.text,
          allowed: "one of \(allExperiments.map { $0.id }.joined(separator: ", "))")
      }
      columns = nil
      body = try type.body(document, table: table)
    } else {
      let simulation = try SimulationDefinition.simulation(document)
      columns = Self.columns(fields.map(\.name), beside: simulation.columns(predicted: predicts))
      body = { context in
        let result = try simulation.run(context: context)
        // Where no replicate reached a row, the first of them has the reason.
        if result.table.rows.isEmpty, let ended = result.ended { throw ended.first }
        return predicts ? result.predicted : result.table
      }
    }
  }

  /// Runs it.
  ///
  /// - Returns: what it finds, each row after the index and the values that vary.
  /// - Throws: errors of the loop or of the exact theory.
  package func run(context: RunContext) throws -> Table {
    let found = try body(context)
    let own = [.integer(index)] + fields.map(\.value)
    return Table(
      name: "sweep", columns: Self.columns(fields.map(\.name), beside: found.columns),
      rows: found.rows.map { own + $0 })
  }

  /// A field whose name is that of a column of what is found is told apart from it.
  private static func columns(_ fields: [String], beside found: [String]) -> [String] {
    ["cell"] + fields.map { found.contains($0) ? "swept.\($0)" : $0 } + found
  }
}

extension Experiment {
  /// Runs the experiment of a definition and keeps one table.
  fileprivate static func body(
    _ document: JSONValue, table: String?
  ) throws -> @Sendable (RunContext) throws -> Table {
    let definition = try definition(from: document)
    return { context in
      let tables = try run(definition, context: context)
      guard let kept = tables.first(where: { $0.name == table ?? id }) else {
        throw DefinitionError(
          field: "table", value: table ?? "nothing",
          allowed: "one of \(tables.map(\.name).joined(separator: ", "))")
      }
      return kept
    }
  }
}
