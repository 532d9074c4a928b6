import Foundation

/// The fields of a JSON object, read one by one, strictly.
///
/// Every complaint names the field by its full path, its value, and what is allowed. What was not read in
/// the end is unknown, and a complaint, too. Whoever reads a field states what it may hold; nothing is
/// said twice.
package struct Fields {
  /// Where the object is: "policy", or "" for the whole document.
  package let path: String
  private(set) var values: [String: JSONValue]
  private var known: Set<String> = []
  private var kinds: [String] = []
  private let notes: Notes?

  /// What was asked of fields, in the order in which it was.
  package final class Notes {
    /// A line for each field.
    package fileprivate(set) var lines: [FieldLine] = []

    /// None yet.
    package init() {}
  }

  /// The fields of an object; a text inside a document is one in its short form: see ``ShortForm``.
  ///
  /// - Parameter notes: where to note what is asked.
  /// - Throws: ``DefinitionError`` unless it is an object or a text that spells one.
  package init(
    _ value: JSONValue, path: String = "", notes: Notes? = nil
  ) throws(DefinitionError) {
    (self.path, self.notes) = (path, notes)
    switch value {
    case .object(let values): self.values = values
    case .string(let text) where !path.isEmpty:
      values = try ShortForm.fields(text, field: path)
    default:
      throw DefinitionError(
        field: path.isEmpty ? "the definition" : path, value: value.text,
        allowed: path.isEmpty
          ? "a JSON object" : "a JSON object, or its short form kind,name=value,…")
    }
  }

  /// The fields of the document in `text`.
  ///
  /// - Throws: ``JSONError`` if it is not JSON, and ``DefinitionError`` if it is not an object.
  package init(json text: String) throws {
    try self.init(try JSONValue(json: text))
  }

  private func name(_ field: String) -> String { path.isEmpty ? field : "\(path).\(field)" }

  /// The names of all fields that are there and not yet read, in the order of their letters.
  package var names: [String] { values.keys.sorted() }

  /// Notes what is asked of a field, the first time.
  func note(_ field: String, _ allowed: String, _ standard: JSONValue? = nil) {
    guard let notes, !notes.lines.contains(where: { $0.path == name(field) }) else { return }
    notes.lines.append(FieldLine(path: name(field), standard: standard, allowed: allowed))
  }

  mutating func take(_ field: String) -> JSONValue? {
    known.insert(field)
    let value = values.removeValue(forKey: field)
    return value == .null ? nil : value
  }

  /// A complaint about a field of this object.
  package func error(_ field: String, _ value: String, allowed: String) -> DefinitionError {
    DefinitionError(field: name(field), value: value, allowed: allowed)
  }

  /// Whether the field is there and not yet read; it counts as one that is allowed.
  package mutating func has(_ field: String) -> Bool {
    known.insert(field)
    return values[field].map { $0 != .null } ?? false
  }

  /// Whether any of the fields is there and not yet read.
  package mutating func has(anyOf fields: [String]) -> Bool {
    fields.reduce(false) { has($1) || $0 }
  }

  /// Whether the field is there and holds a single number.
  package mutating func hasNumber(_ field: String) -> Bool {
    guard has(field), let value = values[field] else { return false }
    if case .array(let list) = value { return list.count == 1 && list[0].isNumber }
    return value.isNumber
  }

  /// Whether the kind is this word, which then is read.
  package mutating func isKind(_ word: String) -> Bool {
    kinds.append(word)
    guard case .string(let kind)? = values["kind"], Words.match(kind, in: [word]) != nil else {
      return false
    }
    return take("kind") != nil
  }

  // MARK: - Reading

  /// A word out of a list; capital letters do not matter.
  ///
  /// - Parameters:
  ///   - standard: what it is if the field is absent; without it the field is needed.
  ///   - others: words that are known for one of these, or for what to write instead.
  package mutating func word(
    _ field: String, from words: [String], standard: String? = nil, others: [String: String] = [:]
  ) throws(DefinitionError) -> String {
    note(field, words.joined(separator: ", "), standard?.json)
    guard let value = take(field) else {
      return try need(field, standard, Words.choice(of: words, for: ""))
    }
    guard case .string(let given) = value else {
      throw error(field, value.text, allowed: Words.choice(of: words, for: ""))
    }
    let other = others[given.lowercased()].flatMap { Words.match($0, in: words) }
    guard let word = Words.match(given, in: words) ?? other else {
      throw error(
        field, value.text, allowed: Words.choice(of: words, for: given, others: others))
    }
    return word
  }

  /// Any text.
  package mutating func text(
    _ field: String, standard: String? = nil
  ) throws(DefinitionError) -> String {
    guard let value = take(field) else { return try need(field, standard, "a text") }
    guard case .string(let text) = value else { throw error(field, value.text, allowed: "a text") }
    return text
  }

  /// True or false.
  package mutating func flag(_ field: String, standard: Bool) throws(DefinitionError) -> Bool {
    note(field, "true, false", .bool(standard))
    switch take(field) {
    case nil: return standard
    case .bool(let value): return value
    case .string("true"): return true
    case .string("false"): return false
    case .some(let value): throw error(field, value.text, allowed: "true or false")
    }
  }

  /// A text that is what the field has if it is there.
  mutating func only(_ field: String, _ text: String) throws(DefinitionError) {
    if let value = take(field), value != .string(text) {
      throw error(field, value.text, allowed: "\"\(text)\", the only one here")
    }
  }

  /// An object, or `nil` if the field is absent.
  package mutating func object(_ field: String) throws(DefinitionError) -> Fields? {
    guard let value = take(field) else { return nil }
    return try Fields(value, path: name(field), notes: notes)
  }

  /// Complains of a field that nobody has read.
  package func finish() throws(DefinitionError) {
    for field in known.sorted() { note(field, "") }
    guard let unknown = values.keys.min(), let value = values[unknown] else { return }
    // A word alone, where there are no kinds.
    if unknown == "kind", !path.isEmpty, case .string(let word) = value {
      let names = known.subtracting(["kind"]).sorted()
      let form = "name=value with one of the fields \(names.joined(separator: ", "))"
      throw DefinitionError(
        field: path, value: value.text,
        allowed: Words.choice(
          of: [(kinds + [form]).joined(separator: ", or ")], for: word, and: (kinds + names, "")))
    }
    throw error(unknown, value.text, allowed: Words.fields(known, for: unknown))
  }

  // MARK: - Words

  func need<T>(
    _ field: String, _ standard: T?, _ allowed: String
  ) throws(DefinitionError) -> T {
    guard let standard else { throw error(field, "nothing", allowed: allowed) }
    return standard
  }
}
