/// What a field may hold: a number, a list of numbers, or a word.
package protocol FieldValue: Equatable, Sendable {
  /// What is allowed.
  associatedtype Limit: FieldLimit

  /// It in a document.
  var json: JSONValue { get }
  /// Reads the field of a name.
  ///
  /// - Parameter standard: what it is if the field is absent.
  static func read(
    _ name: String, from fields: inout Fields, _ allowed: Limit, standard: Self
  ) throws(DefinitionError) -> Self
}

/// What is allowed in a field.
package protocol FieldLimit: Sendable {
  /// In short: "1 to 9".
  var short: String { get }
}

/// A number that a field may hold.
package protocol FieldNumber: FieldValue, Comparable where Limit == Allowed<Self> {
  /// The number that a document has, if it is of this type.
  init?(_ document: JSONValue)
  /// What it is: "a whole number".
  static var kind: String { get }
  /// It as people write it.
  var words: String { get }
  /// What no finite number lies beyond, if there is such a bound.
  static var bounds: ClosedRange<Self>? { get }
}

/// The numbers that a field may hold.
package struct Allowed<Number: FieldNumber>: FieldLimit {
  private let range: ClosedRange<Number>
  private let reason: String?

  /// Those of a range.
  init(_ range: ClosedRange<Number>, because reason: String? = nil) {
    (self.range, self.reason) = (range, reason)
  }

  /// The number that a document has, if it is allowed.
  func number(_ document: JSONValue) -> Number? {
    Number(document).flatMap { range.contains($0) ? $0 : nil }
  }

  /// "a number from 1 to 9, because ten are too many".
  var words: String { words(withReason: true) }

  private func words(withReason isReasoned: Bool) -> String {
    let (low, high) = (range.lowerBound.words, range.upperBound.words)
    let isLow = Number.bounds.map { range.lowerBound <= $0.lowerBound } ?? false
    let isHigh = Number.bounds.map { range.upperBound >= $0.upperBound } ?? false
    let words =
      switch (isLow, isHigh) {
      case (true, true): "a finite number"
      case (true, false): "\(Number.kind) of at most \(high)"
      case (false, true): "\(Number.kind) of at least \(low)"
      case (false, false): "\(Number.kind) from \(low) to \(high)"
      }
    return words + (isReasoned ? reason.map { ", because \($0)" } ?? "" : "")
  }

  package var short: String {
    let words = words(withReason: false)
    return String(words.trimmingPrefix("\(Number.kind) ").trimmingPrefix("from "))
  }
}

extension FieldNumber {
  package static var bounds: ClosedRange<Self>? { nil }

  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: Allowed<Self>, standard: Self
  ) throws(DefinitionError) -> Self {
    try fields.number(name, allowed, standard: standard)
  }
}

extension Int: FieldNumber {
  package init?(_ document: JSONValue) {
    switch document {
    case .integer(let value): self = value
    case .number(let value): self.init(exactly: value)
    default: return nil
    }
  }
  package static var kind: String { "a whole number" }
  package var words: String { "\(self)" }
  package var json: JSONValue { .integer(self) }
}

extension UInt64: FieldNumber {
  package init?(_ document: JSONValue) {
    switch document {
    case .integer(let value): self.init(exactly: value)
    case .unsigned(let value): self = value
    case .number(let value): self.init(exactly: value)
    default: return nil
    }
  }
  package static var kind: String { "a whole number" }
  package var words: String { self == .max ? "2^64 - 1" : "\(self)" }
  package var json: JSONValue { Int(exactly: self).map { .integer($0) } ?? .unsigned(self) }
}

extension Double: FieldNumber {
  package init?(_ document: JSONValue) {
    guard let value = document.double else { return nil }
    self = value
  }
  package static var kind: String { "a number" }
  package static var bounds: ClosedRange<Double>? { .finite }
  package var words: String { DefinitionError.plain(self) }
  /// A whole number as it is read from a document; larger ones are written with an exponent, and −0 with its sign.
  package var json: JSONValue {
    let isPlain = abs(self) < 0x1p53 && !(self == 0 && sign == .minus)
    return isPlain ? Int(exactly: self).map { .integer($0) } ?? .number(self) : .number(self)
  }
}

extension Array: FieldValue where Element: FieldNumber {
  package var json: JSONValue { .array(map(\.json)) }
  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: Allowed<Element>, standard: [Element]
  ) throws(DefinitionError) -> [Element] {
    try fields.list(name, allowed, standard: standard)
  }
}

/// Words that are allowed.
package struct OneOf: FieldLimit {
  let words: [String]
  package var short: String { words.joined(separator: ", ") }
}

extension String: FieldValue {
  package var json: JSONValue { .string(self) }
  package static func read(
    _ name: String, from fields: inout Fields, _ allowed: OneOf, standard: String
  ) throws(DefinitionError) -> String {
    try fields.word(name, from: allowed.words, standard: standard)
  }
}
