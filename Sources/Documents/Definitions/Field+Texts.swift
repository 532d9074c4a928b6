/// What is allowed where a field takes any text, or any of a few values that need no list.
package struct AnyText: FieldLimit {
  package let short: String
}

/// A text that a field may hold: the name of a file.
package struct FieldText: FieldValue, ExpressibleByStringLiteral {
  /// The text; empty where there is none.
  package var text: String

  /// A text.
  package init(stringLiteral text: String) { self.text = text }

  package var json: JSONValue { .string(text) }
  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: AnyText, standard: Self
  ) throws(DefinitionError) -> Self {
    Self(stringLiteral: try fields.text(name, standard: standard.text))
  }
}

/// A list of words that a field may hold: a command.
package struct FieldWords: FieldValue, ExpressibleByArrayLiteral {
  /// The words in order.
  package var words: [String]

  /// A list of words.
  package init(arrayLiteral words: String...) { self.words = words }

  package var json: JSONValue { .array(words.map { .string($0) }) }
  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: AnyText, standard: Self
  ) throws(DefinitionError) -> Self {
    guard let words = try fields.texts(name) else { return standard }
    var list = Self()
    list.words = words
    return list
  }
}

extension Bool: FieldValue {
  package var json: JSONValue { .bool(self) }
  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: AnyText, standard: Bool
  ) throws(DefinitionError) -> Bool {
    try fields.flag(name, standard: standard)
  }
}

extension Field where Value.Limit == AnyText {
  /// A text, a list of words, or true or false.
  ///
  /// - Parameter allowed: what it may be, in short.
  package init(wrappedValue: Value, _ doc: String, allowed: String = "true, false") {
    self.init(wrappedValue: wrappedValue, doc, limit: AnyText(short: allowed))
  }
}

extension Fields {
  /// A list of texts, or `nil` if the field is absent; a text alone is a list of one.
  package mutating func texts(_ field: String) throws(DefinitionError) -> [String]? {
    guard let value = take(field) else { return nil }
    var texts: [String] = []
    for part in value.list {
      guard case .string(let text) = part else {
        throw error(field, value.text, allowed: "a list of words, each a text")
      }
      texts.append(text)
    }
    return texts
  }
}
