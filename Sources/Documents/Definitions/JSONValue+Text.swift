import Foundation

extension JSONValue {
  /// The document in `text`.
  ///
  /// - Throws: ``JSONError`` if it is not JSON, or has a key twice.
  package init(json text: String) throws(JSONError) {
    var parser = JSONParser(text)
    self = try parser.document()
  }

  /// The document in one line, shortened.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }

  /// The whole document with sorted keys, ending in a line break: the same for the same document.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "?"
  }

  /// The number it is.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The values of a list; another value is a list of one.
  var list: [JSONValue] { if case .array(let values) = self { values } else { [self] } }
}
