import Documents

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
            allowed: "numbers, lists of numbers or of words, or words such as \"external,count=1\"")
        }
      }
      values.append(list)
    }
    self.values = values
    count = values[0].count
    try checkDistinct(path)
  }

  /// Of two cells with the same values no table can tell which is which.
  private func checkDistinct(_ path: String) throws(DefinitionError) {
    var seen: [String: Int] = [:]
    for place in 0..<count {
      let key = zip(fields, values).map { Self.meaning($1[place], of: $0) }
        .joined(separator: "\n")
      if let first = seen.updateValue(place, forKey: key) {
        throw DefinitionError(
          field: "\(path).\(fields.joined(separator: ", "))",
          value: labels(place).joined(separator: ", "),
          allowed:
            "each value once: it stands at place \(first + 1) and again at place \(place + 1)")
      }
    }
  }

  /// What the fields' values at `place` change.
  func changes(_ place: Int) -> [SweepChange] {
    zip(fields, values).map { SweepChange(field: $0, value: $1[place]) }
  }

  /// What stands in the table for the values at `place`.
  func labels(_ place: Int) -> [String] { values.map { Self.label($0[place])! } }

  /// A number in as many digits as tell it from all others, so that tables can be joined by it.
  private static func label(_ value: JSONValue) -> String? {
    switch value {
    case .integer(let number): return "\(number)"
    case .unsigned(let number): return "\(number)"
    case .number(let number):
      return Int(exactly: number).map(String.init) ?? "\(number)"
    case .bool(let flag): return "\(flag)"
    case .string(let text):
      let isPlain = !text.isEmpty && !text.unicodeScalars.contains { $0.value < 32 }
      return isPlain ? text : nil
    case .array(let list):
      let words = list.compactMap { if case .string(let word) = $0 { word } else { nil } }
      // A command, as it is typed.
      if !list.isEmpty, words.count == list.count {
        return label(.string(words.joined(separator: " ")))
      }
      guard value.isNumberList else { return nil }
      // As on the command line.
      return list.compactMap(label).joined(separator: ":")
    case .object, .null: return nil
    }
  }

  /// The same for values that mean the same: for words in the short form, whatever the order of their parts.
  private static func meaning(_ value: JSONValue, of field: String) -> String {
    if case .string(let text) = value, SimulationFields.objects.contains(field),
      let object = try? ShortForm.parse(text, field: field)
    {
      return object.json
    }
    return label(value)!
  }
}
