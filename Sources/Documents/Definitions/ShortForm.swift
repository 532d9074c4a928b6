/// An object in one word of a command line: `kind,name=value,name=value`.
///
/// `external,count=1,from.mean=0.2:0.3` is `{"kind": "external", "count": 1, "from": {"mean": [0.2, 0.3]}}`:
/// lists have colons, and names of inner objects dots. The kind may be absent. Inside documents it stands for
/// an object, too.
package enum ShortForm {
  /// The object that `text` spells.
  ///
  /// - Parameter field: what to call it in a complaint.
  /// - Throws: ``DefinitionError`` if it has another form.
  package static func parse(_ text: String, field: String) throws(DefinitionError) -> JSONValue {
    .object(try fields(text, field: field))
  }

  /// The fields of that object.
  package static func fields(
    _ text: String, field: String
  ) throws(DefinitionError) -> [String: JSONValue] {
    var root: [String: JSONValue] = [:]
    for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      guard let equals = part.firstIndex(of: "=") else {
        guard index == 0, !part.isEmpty else {
          throw DefinitionError(
            field: field, value: text, allowed: "kind,name=value,… with a value for each name")
        }
        root["kind"] = .string(String(part))
        continue
      }
      let path = part[..<equals].split(separator: ".", omittingEmptySubsequences: false)
        .map(String.init)
      let value = value(String(part[part.index(after: equals)...]))
      guard path.count <= 8, !path.contains(""), insert(value, at: path[...], into: &root) else {
        throw DefinitionError(
          field: field, value: text, allowed: "kind,name=value,… with every name once")
      }
    }
    return root
  }

  private static func value(_ text: String) -> JSONValue {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { JSONValue(number: $0) }
    guard numbers.count == parts.count else { return .string(text) }
    return numbers.count == 1 ? numbers[0] : .array(numbers)
  }

  private static func insert(
    _ value: JSONValue, at path: ArraySlice<String>, into object: inout [String: JSONValue]
  ) -> Bool {
    guard let first = path.first else { return false }
    if path.count == 1 {
      guard object[first] == nil else { return false }
      object[first] = value
      return true
    }
    var inner: [String: JSONValue]
    switch object[first] {
    case nil: inner = [:]
    case .object(let values): inner = values
    default: return false
    }
    guard insert(value, at: path.dropFirst(), into: &inner) else { return false }
    object[first] = .object(inner)
    return true
  }
}
