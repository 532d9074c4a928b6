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
  init(index: Int, fields: [(name: String, value: String)], content: SweepContent) {
    (self.index, self.fields) = (index, fields)
    (address, preparation) = (content.address, content.prepare)
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

  /// What is run, with a state to go on with, and a folder for files of its own.
  package typealias Body =
    @Sendable (RunContext, SimulationState?, String?) throws -> (Table, SimulationState?)

  /// A cell that does `work` units of work.
  package init(work: Double, _ body: @escaping Body) { (self.work, self.body) = (work, body) }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - state: of a cell with the same definition except for fewer replicates, which are not run again.
  ///   - folder: where it may keep files of its own, from which it goes on after an interruption.
  /// - Returns: what it finds, and what more replicates can go on with; in an experiment they cannot, since its
  ///   tables are made of all runs at once.
  /// - Throws: errors of the loop or of the exact theory.
  package func run(
    context: RunContext, after state: SimulationState? = nil, in folder: String? = nil
  ) throws -> (table: Table, state: SimulationState?) {
    try body(context, state, folder)
  }
}
