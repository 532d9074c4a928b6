import Documents
import Foundation

/// Sets numeric fields of any definition by name.
///
/// A field is called by its path (`b.samples`) or by its last name (`samples`), which then means
/// every section that has it. A list takes one value or several with commas between.
package struct DefinitionEditor<Definition: ExperimentDefinition>: Sendable {
  private var root: [String: JSONValue]

  /// An editor for the fields of `definition`.
  package init(_ definition: Definition) throws {
    let data = try JSONEncoder().encode(definition)
    root = try JSONDecoder().decode([String: JSONValue].self, from: data)
  }

  /// The paths of all numeric fields, sorted.
  package var fields: [String] {
    root.flatMap { name, value -> [String] in
      if case .object(let section) = value {
        return section.filter { $0.value.isNumber || $0.value.isNumberList }
          .map { "\(name).\($0.key)" }
      }
      return value.isNumber || value.isNumberList ? [name] : []
    }.sorted()
  }

  /// Applies one `name=value`.
  ///
  /// - Throws: ``DefinitionError`` if the text has another form, the name is unknown, or the value
  ///   is not a number.
  package mutating func set(_ assignment: String) throws {
    guard let equals = assignment.firstIndex(of: "=") else {
      throw DefinitionError(
        field: "--set", value: assignment, allowed: "name=value, such as samples=100")
    }
    let name = String(assignment[..<equals])
    let text = assignment[assignment.index(after: equals)...]
    let targets = fields.filter { $0 == name || $0.hasSuffix(".\(name)") }
    guard !targets.isEmpty else {
      let short = Set(fields.compactMap { $0.split(separator: ".").last.map(String.init) })
      let long = fields.filter { $0.contains(".") }
      throw DefinitionError(
        field: "--set", value: name,
        allowed: Words.choice(
          of: short.sorted(), for: name,
          and: (
            long, long.isEmpty ? "" : ", or in one section only: \(long.joined(separator: ", "))"
          )))
    }
    let values = try text.split(separator: ",", omittingEmptySubsequences: false).map {
      guard let value = JSONValue(number: $0) else {
        throw DefinitionError(field: name, value: String(text), allowed: "a number")
      }
      return value
    }
    for target in targets { try assign(values, to: target) }
    do {
      _ = try decoded()
    } catch is DecodingError {
      let range = targets == ["seed"] ? "0 to 2^64 - 1" : "-2^63 to 2^63 - 1"
      throw DefinitionError(
        field: name, value: String(text), allowed: "a whole number from \(range)")
    }
  }

  /// The edited definition, validated.
  ///
  /// - Throws: ``DefinitionError`` naming the field and what is allowed.
  package func definition() throws -> Definition {
    let edited = try decoded()
    try edited.validate()
    return edited
  }

  private func decoded() throws -> Definition {
    try JSONDecoder().decode(Definition.self, from: JSONEncoder().encode(root))
  }

  private mutating func assign(_ values: [JSONValue], to path: String) throws {
    let parts = path.split(separator: ".").map(String.init)
    var section = root
    if parts.count == 2, case .object(let inner)? = root[parts[0]] { section = inner }
    let key = parts[parts.count - 1]
    if section[key]?.isNumberList == true {
      section[key] = .array(values)
    } else if values.count == 1 {
      section[key] = values[0]
    } else {
      throw DefinitionError(
        field: path, value: "a list of \(values.count) values", allowed: "a single number")
    }
    if parts.count == 2 { root[parts[0]] = .object(section) } else { root = section }
  }
}
