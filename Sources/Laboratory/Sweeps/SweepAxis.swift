import Definitions
import Tables

/// One direction of a sweep: fields that vary together.
///
/// A JSON object whose every field has a list of as many values: `{"samples": [10, 100], "generations": [200,
/// 2000]}` has two places, and not four.
package struct SweepAxis: Sendable {
  /// The fields by their paths, such as `policy.count`, in the order of their names.
  package let fields: [String]
  /// For each field its value at each place.
  private let values: [[JSONValue]]
  /// How many places it has, ≥ 1.
  package let count: Int

  /// Reads an axis.
  ///
  /// - Parameter path: where it is in the plan: "axes[2]".
  /// - Throws: ``DefinitionError``.
  init(_ document: JSONValue, path: String) throws(DefinitionError) {
    guard case .object(let object) = document, let first = object.keys.min() else {
      throw DefinitionError(
        field: path, value: document.text,
        allowed: #"an object with a list of values for each field, as in {"samples": [10, 100]}"#)
    }
    fields = object.keys.sorted()
    var values: [[JSONValue]] = []
    for field in fields {
      guard case .array(let list)? = object[field], !list.isEmpty else {
        throw DefinitionError(
          field: "\(path).\(field)", value: object[field]!.text,
          allowed: "a list of at least one value")
      }
      guard list.count == values.first?.count ?? list.count else {
        throw DefinitionError(
          field: "\(path).\(field)", value: "a list of \(list.count)",
          allowed: "as many values as \(first) has, \(values[0].count), since they vary together")
      }
      for value in list {
        guard Self.label(value) != nil else {
          throw DefinitionError(
            field: "\(path).\(field)", value: value.text,
            allowed: "numbers, lists of numbers, or words such as \"external,count=1\"")
        }
      }
      values.append(list)
    }
    self.values = values
    count = values[0].count
  }

  /// What the fields' values at `place` change.
  func changes(_ place: Int) -> [SweepChange] {
    zip(fields, values).map { SweepChange(field: $0, value: $1[place]) }
  }

  /// What stands in the table for the values at `place`.
  func labels(_ place: Int) -> [Table.Cell] { values.map { Self.label($0[place])! } }

  private static func label(_ value: JSONValue) -> Table.Cell? {
    switch value {
    case .integer(let number): return .integer(number)
    case .unsigned(let number): return .text("\(number)")
    case .number(let number): return .number(number)
    case .bool(let flag): return .text("\(flag)")
    case .string(let text):
      let isPlain = !text.isEmpty && !text.unicodeScalars.contains { $0.value < 32 }
      return isPlain ? .text(text) : nil
    case .array(let list):
      guard value.isNumberList else { return nil }
      // As on the command line.
      let labels = list.compactMap { label($0)?.description }
      return labels.count == 1 ? label(list[0]) : .text(labels.joined(separator: ":"))
    case .object, .null: return nil
    }
  }
}

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
    if case .string(let text) = value, SimulationOptions.objects.contains(field) {
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
    // A word alone is an object with that kind.
    case .string(let kind)?: object = ["kind": .string(kind)]
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
