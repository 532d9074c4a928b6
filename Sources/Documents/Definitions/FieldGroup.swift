/// A definition, or a section of one: its stored properties are fields, sections, and texts that only say what the
/// definition is, and cannot be changed.
package protocol FieldGroup: Sendable, Equatable {}

extension FieldGroup {
  private var members: [(name: String, value: Any)] {
    // Behind a property with a wrapper lies one with an underscore before its name.
    Mirror(reflecting: self).children.map { (String($0.label!.drop { $0 == "_" }), $0.value) }
  }

  /// All that it holds.
  package var document: JSONValue {
    var object: [String: JSONValue] = [:]
    for (name, value) in members {
      switch value {
      case let field as any FieldGroupMember: object[name] = field.json
      case let section as any FieldGroup: object[name] = section.document
      case let text as String: object[name] = .string(text)
      default: preconditionFailure("\(name) is no field")
      }
    }
    return .object(object)
  }

  /// Its fields, section by section, in the order of their declaration.
  package var lines: [FieldLine] { lines(in: "") }

  private func lines(in path: String) -> [FieldLine] {
    members.flatMap { name, value -> [FieldLine] in
      if let field = value as? any FieldGroupMember { return [field.line(path + name)] }
      return (value as? any FieldGroup)?.lines(in: "\(path)\(name).") ?? []
    }
  }

  /// Takes what the fields say; what they do not say stays as it is.
  ///
  /// Copies that there are of this instance change with it: read into a new one.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that has a value which is not allowed, or is unknown.
  package func read(_ fields: inout Fields) throws(DefinitionError) {
    try take(from: &fields)
    try fields.finish()
  }

  /// The same where more is to be read.
  package func take(from fields: inout Fields) throws(DefinitionError) {
    for (name, value) in members {
      switch value {
      case let field as any FieldGroupMember: try field.read(name, from: &fields)
      case let section as any FieldGroup:
        if var inner = try fields.object(name) { try section.read(&inner) }
      case let text as String: try fields.only(name, text)
      default: preconditionFailure("\(name) is no field")
      }
    }
  }
}
