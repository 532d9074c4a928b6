import Documents

extension SimulationDefinition {
  /// What a definition that leaves these fields out means by them.
  private static let standards: [String: JSONValue] = [
    "samples": .integer(100), "policy": .object(["kind": .string("replace")]),
    "estimator": .object(["kind": .string("ml")]), "generations": .integer(1000),
    "replicates": .integer(100), "stop": .string("horizon"), "seed": .integer(Int(defaultSeed)),
  ]

  /// The same definition with standard values where it has none and objects in place of words, so that
  /// definitions of the same loop are written alike.
  ///
  /// - Throws: ``DefinitionError`` where a word has no short form.
  package static func complete(_ document: JSONValue) throws(DefinitionError) -> JSONValue {
    guard case .object(var fields) = document else { return document }
    for (name, value) in fields {
      if case .string(let word) = value, SimulationOptions.objects.contains(name) {
        fields[name] = try ShortForm.parse(word, field: name)
      } else if value == .null {
        fields[name] = nil
      }
    }
    return .object(fields.merging(standards) { own, _ in own })
  }
}
