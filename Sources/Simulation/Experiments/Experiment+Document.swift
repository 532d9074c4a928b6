import Documents
import Foundation

extension Experiment {
  /// The built-in definition as a document, with the name of the experiment in `experiment`.
  package static func document(_ scale: Scale) throws -> JSONValue {
    var fields = try self.fields(of: definition(scale))
    fields["experiment"] = .string(id)
    return .object(fields)
  }

  /// The definition that a document describes, valid; what it leaves out is as built in at a scale.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that does not belong, or has another type than
  ///   it should, or a value that is not allowed.
  package static func definition(
    from document: JSONValue, scale: Scale = .paper
  ) throws -> Definition {
    guard case .object(var given) = document else {
      throw DefinitionError(field: "the definition", value: "no object", allowed: "a JSON object")
    }
    given["experiment"] = nil
    let merged = try merge(
      given, into: try fields(of: definition(scale)), path: "")
    let definition = try JSONDecoder().decode(
      Definition.self, from: JSONEncoder().encode(JSONValue.object(merged)))
    try definition.validate()
    return definition
  }

  private static func fields(of definition: Definition) throws -> [String: JSONValue] {
    let value = try JSONDecoder().decode(
      JSONValue.self, from: JSONEncoder().encode(definition))
    guard case .object(let fields) = value else { return [:] }
    return fields
  }

  /// The fields of `given` in place of those of `standard`, which says of what type each is.
  private static func merge(
    _ given: [String: JSONValue], into standard: [String: JSONValue], path: String
  ) throws -> [String: JSONValue] {
    var merged = standard
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard let usual = standard[name] else {
        throw DefinitionError(
          field: path + name, value: value.text,
          allowed: Words.fields(standard.keys, for: name))
      }
      if case .object(let inner) = usual {
        guard case .object(let changes) = value else {
          throw DefinitionError(field: path + name, value: value.text, allowed: "a JSON object")
        }
        merged[name] = .object(try merge(changes, into: inner, path: "\(path)\(name)."))
        continue
      }
      guard let allowed = mismatch(value, usual) else {
        merged[name] = value
        continue
      }
      throw DefinitionError(field: path + name, value: value.text, allowed: allowed)
    }
    return merged
  }

  /// What is allowed where `value` is not of the kind of `usual`; `nil` where it is.
  private static func mismatch(_ value: JSONValue, _ usual: JSONValue) -> String? {
    switch usual {
    case .string(let text): value == usual ? nil : "\"\(text)\", the only one here"
    case .array: value.isNumberList ? nil : "a list of numbers"
    case .bool: if case .bool = value { nil } else { "true or false" }
    default: value.isNumber ? nil : "a number"
    }
  }
}
