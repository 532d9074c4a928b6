import Documents

/// A field of a definition with another value.
struct SweepChange {
  private let field: String
  /// The names that lead to it.
  let path: [String]
  private let value: JSONValue

  /// The field called by its path, such as `policy.count`.
  init(field: String, value: JSONValue) {
    (self.field, self.value) = (field, value)
    path = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The definition with this change.
  ///
  /// A word for a field that is an object has the short form of the command line.
  ///
  /// - Throws: ``DefinitionError`` where the field lies in what is no object, or a word has another form.
  func applied(to document: JSONValue) throws(DefinitionError) -> JSONValue {
    var value = value
    if case .string(let text) = value, SimulationFields.objects.contains(field) {
      value = try ShortForm.parse(text, field: field)
    }
    return try set(value, at: path[...], in: document)
  }

  private func set(
    _ value: JSONValue, at path: ArraySlice<String>, in document: JSONValue?
  ) throws(DefinitionError) -> JSONValue {
    guard let name = path.first else { return value }
    var object: [String: JSONValue]
    switch document {
    case nil, .null?: object = [:]
    case .object(let fields)?: object = fields
    // A word alone has the short form.
    case .string(let text)?: object = try ShortForm.fields(text, field: field)
    case .some(let other):
      throw DefinitionError(
        field: field, value: other.text, allowed: "the path of a field of the definition")
    }
    guard !name.isEmpty, path.count <= 8 else {
      throw DefinitionError(
        field: field, value: value.text, allowed: "a path such as policy.count")
    }
    object[name] = try set(value, at: path.dropFirst(), in: object[name])
    return .object(object)
  }
}
