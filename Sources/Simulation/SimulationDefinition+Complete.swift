import Documents

extension SimulationDefinition {
  /// The same definition with standard values where it has none and objects in place of words, so that
  /// definitions of the same loop are written alike.
  ///
  /// - Throws: ``DefinitionError`` where a word has no short form.
  package static func complete(_ document: JSONValue) throws(DefinitionError) -> JSONValue {
    guard case .object(var fields) = document,
      case .object(let standards) = SimulationFields().document
    else { return document }
    for (name, value) in fields {
      if case .string(let word) = value, SimulationFields.objects.contains(name) {
        fields[name] = try ShortForm.parse(word, field: name)
      } else if value == .null {
        fields[name] = nil
      }
    }
    return .object(fields.merging(standards) { own, _ in own })
  }
}
