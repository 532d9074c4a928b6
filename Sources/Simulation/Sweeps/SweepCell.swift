import Documents
import Loop

/// One cell of a sweep: a definition with the values that are its own.
package struct SweepCell: Sendable {
  /// Its index in the plan, from 1.
  package let index: Int
  /// The fields that vary, and their values here.
  package let fields: [(name: String, value: String)]
  /// Under which its results are kept; `nil` if there can be none.
  package let address: SweepAddress?
  private let preparation: @Sendable () throws -> SweepJob

  /// The cell of a definition.
  ///
  /// - Parameters:
  ///   - program: what else the numbers depend on, for the address.
  ///   - experiments: those that a document may name.
  init(
    index: Int, fields: [(name: String, value: String)], document: JSONValue, predicts: Bool,
    table: String?, program: String, experiments: [any Experiment.Type]
  ) throws {
    (self.index, self.fields) = (index, fields)
    if case .object(let given) = document, let id = given["experiment"] {
      let type = try experiment(called: id, among: experiments)
      let (text, job) = try type.job(document, table: table)
      address = SweepAddress(of: "\(program)\n\(type.id) \(table ?? type.id)\n\(text)")
      preparation = { job }
    } else {
      let whole = try SimulationDefinition.complete(document)
      address = SweepAddress(
        of: whole, beside: "\(program)\n\(predicts ? "with" : "without") predictions")
      preparation = {
        let simulation = try SimulationDefinition.simulation(whole)
        return SweepJob(work: simulation.work) { context, state in
          let result = try simulation.run(context: context, after: state)
          // Where no replicate reached a row, the first of them has the reason.
          if result.table.rows.isEmpty, let ended = result.ended { throw ended.first }
          return (predicts ? result.predicted : result.table, result.state)
        }
      }
    }
  }

  /// The cell of changes that make no definition.
  init(index: Int, fields: [(name: String, value: String)], refusal: any Error) {
    (self.index, self.fields, address) = (index, fields, nil)
    preparation = { throw refusal }
  }

  /// What there is to do, checked in all its parts.
  ///
  /// - Throws: ``DefinitionError`` if the definition is refused.
  package func job() throws -> SweepJob { try preparation() }

  /// Why it can never run, or `nil` if it can.
  package var refusal: String? {
    do {
      _ = try job()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

/// A cell that is ready to run.
package struct SweepJob: Sendable {
  /// How much there is to do, in units that are the same for all cells of one kind.
  package let work: Double
  private let body: Body

  typealias Body = @Sendable (RunContext, SimulationState?) throws -> (Table, SimulationState?)

  init(work: Double, _ body: @escaping Body) { (self.work, self.body) = (work, body) }

  /// Runs it.
  ///
  /// - Parameter state: of a cell with the same definition except for fewer replicates, which are not run again.
  /// - Returns: what it finds, and what more replicates can go on with; in an experiment they cannot, since its
  ///   tables are made of all runs at once.
  /// - Throws: errors of the loop or of the exact theory.
  package func run(
    context: RunContext, after state: SimulationState? = nil
  ) throws -> (table: Table, state: SimulationState?) {
    try body(context, state)
  }
}

extension Experiment {
  /// The whole definition as text, and what keeps one of the experiment's tables.
  fileprivate static func job(_ document: JSONValue, table: String?) throws -> (String, SweepJob) {
    let definition = try definition(from: document)
    let job = SweepJob(work: 1) { context, _ in
      let tables = try run(definition, context: context)
      guard let kept = tables.first(where: { $0.name == table ?? id }) else {
        throw DefinitionError(
          field: "table", value: table ?? "nothing",
          allowed: Words.choice(of: tables.map(\.name), for: table ?? ""))
      }
      return (kept, nil)
    }
    return (definition.json, job)
  }
}
