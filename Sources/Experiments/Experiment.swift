import Definitions
import Tables

/// One result of the paper, or beyond it: a definition in, tables out.
public protocol Experiment: Sendable {
  /// The type of its definition.
  associatedtype Definition: ExperimentDefinition

  /// Identifier, shared with its figure: `fig1`.
  static var id: String { get }
  /// One line for `closedloop list`.
  static var summary: String { get }
  /// What its figure shows, panel by panel, as in the README.
  static var caption: String { get }

  /// The built-in definition at a scale.
  static func definition(_ scale: Scale) -> Definition

  /// Runs a valid definition.
  ///
  /// - Returns: the tables, named after the files they become.
  /// - Throws: errors of the loop or of the exact theory.
  static func run(_ definition: Definition, context: RunContext) throws -> [Table]
}

extension Experiment {
  /// The built-in definition with another seed and some fields set by name.
  ///
  /// - Parameters:
  ///   - scale: which built-in definition to start from.
  ///   - seed: root seed.
  ///   - settings: `name=value` each; see ``DefinitionEditor``.
  /// - Throws: ``DefinitionError``.
  public static func definition(
    _ scale: Scale, seed: UInt64, settings: [String]
  ) throws -> Definition {
    try definition(definition(scale), seed: seed, settings: settings)
  }

  /// A definition with another seed and some fields set by name, valid.
  ///
  /// - Throws: ``DefinitionError``.
  package static func definition(
    _ start: Definition, seed: UInt64, settings: [String]
  ) throws -> Definition {
    var start = start
    start.seed = seed
    var editor = try DefinitionEditor(start)
    for setting in settings { try editor.set(setting) }
    return try editor.definition()
  }
}

/// The standard experiments, in the order in which they are listed and run.
public let experiments: [any Experiment.Type] = [
  Figure1.self, Figure2.self, Figure3.self, FixedAnchor.self, InfiniteSynthetic.self,
  RandomEnergy.self, MotionField.self, Entropy.self, Coordinates.self, Families.self,
  Dose.self, AccumulatedData.self, SampleWeights.self, Tails.self, Errors.self, Blur.self,
  Remedies.self,
]

/// The experiments beyond exponential families, which take minutes.
///
/// `make figures-beyond` runs them; they are in no default set.
public let beyondExperiments: [any Experiment.Type] = [
  Machines.self, DigitsMachine.self, DigitsNetwork.self,
]

/// Both sets.
public let allExperiments = experiments + beyondExperiments

/// The experiment with an identifier; capital letters do not matter.
package func experiment(named id: String) -> (any Experiment.Type)? {
  let known = Words.match(id, in: allExperiments.map { $0.id })
  return allExperiments.first { $0.id == known }
}

/// The experiment that a document names in `experiment`.
///
/// - Throws: ``DefinitionError`` if there is none of that name.
package func experiment(called id: JSONValue) throws(DefinitionError) -> any Experiment.Type {
  var word = ""
  if case .string(let text) = id { word = text }
  guard let found = experiment(named: word) else {
    throw DefinitionError(
      field: "experiment", value: id.text,
      allowed: Words.choice(of: allExperiments.map { $0.id }, for: word))
  }
  return found
}
