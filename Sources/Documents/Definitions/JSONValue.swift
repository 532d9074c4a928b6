/// A JSON document of any form, so that the fields of a definition can be listed and set by name.
package enum JSONValue: Encodable, Equatable, Sendable {
  /// Names and values.
  case object([String: JSONValue])
  /// Values in order.
  case array([JSONValue])
  /// A whole number.
  case integer(Int)
  /// A whole number beyond 2⁶³ − 1.
  case unsigned(UInt64)
  /// Any other number.
  case number(Double)
  /// Text.
  case string(String)
  /// True or false.
  case bool(Bool)
  /// Nothing.
  case null

  /// The document as it is.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .bool(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }

  /// The number that `text` spells, or `nil`.
  package init?(number text: some StringProtocol) {
    if let value = Int(text) {
      self = .integer(value)
    } else if let value = UInt64(text) {
      self = .unsigned(value)
    } else if let value = Double(text), value.isFinite {
      self = .number(value)
    } else {
      return nil
    }
  }

  /// Whether it is a number.
  package var isNumber: Bool {
    switch self {
    case .integer, .unsigned, .number: true
    default: false
    }
  }

  /// Whether it is a list of numbers, and not empty.
  package var isNumberList: Bool {
    if case .array(let values) = self { return !values.isEmpty && values.allSatisfy(\.isNumber) }
    return false
  }
}
