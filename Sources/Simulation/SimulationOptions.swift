import Documents
import Families

/// A definition as options of a command line.
package enum SimulationOptions {
  /// The words for policies.
  package static let policies = PolicyChoice<PoissonFamily>.kinds

  /// The document with the given fields in place of those of `document`.
  ///
  /// - Parameter options: fields and their texts, such as `("policy", "external,count=1")`.
  /// - Throws: ``DefinitionError`` where a text has no such form.
  package static func document(
    _ options: [(field: String, text: String)], over document: JSONValue = .object([:])
  ) throws(DefinitionError) -> JSONValue {
    guard case .object(var fields) = document else { return document }
    for (field, text) in options {
      fields[field] =
        SimulationFields.objects.contains(field)
        ? try ShortForm.parse(text, field: "--\(field)")
        : JSONValue(number: text) ?? .string(text)
    }
    return .object(fields)
  }
}

/// A question with the simulation that answers it.
package struct SimulationExample: Sendable {
  /// What `closedloop definition` calls it.
  package let id: String
  /// The question.
  package let question: String
  /// The options of `closedloop simulate`.
  package let options: [(field: String, text: String)]

  /// The options as they are typed.
  package var commandLine: String {
    options.map { "--\($0.field) \($0.text)" }.joined(separator: " ")
  }

  /// The definition.
  package func document() throws(DefinitionError) -> JSONValue {
    try SimulationOptions.document(options)
  }
}

/// One example for each kind of question.
package let simulationExamples = [
  SimulationExample(
    id: "collapse", question: "How does my family collapse?",
    options: [("family", "gaussian"), ("samples", "100"), ("generations", "2000")]),
  SimulationExample(
    id: "one-fresh-point", question: "Does one real data point a generation prevent it?",
    options: [
      ("family", "binomial"), ("truth", "probability=0.3"), ("policy", "external,count=1"),
    ]),
  SimulationExample(
    id: "regularised", question: "Does a prior, or a penalty?",
    options: [
      ("family", "coupled-spins,spins=10"), ("samples", "50"), ("estimator", "map"),
      ("prior", "gaussian,variance=2"),
    ]),
  SimulationExample(
    id: "keep-everything", question: "What if nothing is thrown away?",
    options: [
      ("family", "categorical,symbols=10"), ("truth", "zipf=1"), ("policy", "accumulate"),
      ("samples", "20"),
    ]),
  SimulationExample(
    id: "extinction", question: "How long does it take?",
    options: [
      ("family", "poisson"), ("truth", "rate=0.2"), ("stop", "absorbed"),
      ("generations", "10000"), ("replicates", "1000"),
    ]),
  SimulationExample(
    id: "fault", question: "What does a common bug do to the conclusion?",
    options: [
      ("family", "gaussian"), ("fault", "jittered-variance,jitter=1e-6"), ("samples", "20"),
      ("generations", "2000"),
    ]),
]
