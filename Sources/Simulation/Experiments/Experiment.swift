import Documents
import Loop

/// One result of the paper, or beyond it: a definition in, tables out.
package protocol Experiment: Sendable {
  /// The type of its definition.
  associatedtype Definition: ExperimentDefinition

  /// Identifier, shared with its figure: `fig1`.
  static var id: String { get }
  /// One line for `closedloop list`.
  static var summary: String { get }
  /// What its figure shows, panel by panel, as in docs/figures.md.
  static var caption: String { get }

  /// The built-in definition at a scale.
  static func definition(_ scale: Scale) -> Definition

  /// Runs a valid definition.
  ///
  /// - Returns: the tables, named after the files they become.
  /// - Throws: errors of the loop or of the exact theory.
  static func run(_ definition: Definition, context: RunContext) throws -> [Table]
}

/// The experiment that a document names in `experiment`.
///
/// - Parameter experiments: those that there are.
/// - Throws: ``DefinitionError`` if there is none of that name.
package func experiment(
  called id: JSONValue, among experiments: [any Experiment.Type]
) throws(DefinitionError) -> any Experiment.Type {
  var word = ""
  if case .string(let text) = id { word = text }
  let known = Words.match(word, in: experiments.map { $0.id })
  guard let found = experiments.first(where: { $0.id == known }) else {
    throw DefinitionError(
      field: "experiment", value: id.text,
      allowed: Words.choice(of: experiments.map { $0.id }, for: word))
  }
  return found
}
