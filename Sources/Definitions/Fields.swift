import Foundation

/// The fields of a JSON object, read one by one, strictly.
///
/// Every complaint names the field by its full path, its value, and what is allowed. What was not read in
/// the end is unknown, and a complaint, too. Whoever reads a field states what it may hold; nothing is
/// said twice.
public struct Fields {
  /// Where the object is: "policy", or "" for the whole document.
  public let path: String
  private var values: [String: JSONValue]
  private var known: [String] = []

  /// The fields of an object; a word alone is an object with that `kind`.
  ///
  /// - Throws: ``DefinitionError`` unless it is an object or a word.
  public init(_ value: JSONValue, path: String = "") throws(DefinitionError) {
    self.path = path
    switch value {
    case .object(let values): self.values = values
    case .string(let kind) where !path.isEmpty: values = ["kind": .string(kind)]
    default:
      throw DefinitionError(
        field: path.isEmpty ? "the definition" : path, value: value.text,
        allowed: path.isEmpty ? "a JSON object" : "a JSON object, or the name of a kind")
    }
  }

  /// The fields of the document in `text`.
  ///
  /// - Throws: ``DefinitionError`` if it is not JSON, or not an object.
  public init(json text: String) throws(DefinitionError) {
    try self.init(try JSONValue(json: text))
  }

  private func name(_ field: String) -> String { path.isEmpty ? field : "\(path).\(field)" }

  private mutating func take(_ field: String) -> JSONValue? {
    known.append(field)
    let value = values.removeValue(forKey: field)
    return value == .null ? nil : value
  }

  /// A complaint about a field of this object.
  public func error(_ field: String, _ value: String, allowed: String) -> DefinitionError {
    DefinitionError(field: name(field), value: value, allowed: allowed)
  }

  /// Whether the field is there and not yet read.
  public func has(_ field: String) -> Bool { values[field].map { $0 != .null } ?? false }

  // MARK: - Reading

  /// A word out of a list.
  ///
  /// - Parameter standard: what it is if the field is absent; without it the field is needed.
  public mutating func word(
    _ field: String, from words: [String], standard: String? = nil
  ) throws(DefinitionError) -> String {
    let allowed = "one of \(words.joined(separator: ", "))"
    guard let value = take(field) else { return try need(field, standard, allowed) }
    guard case .string(let word) = value, words.contains(word) else {
      throw error(field, value.text, allowed: allowed)
    }
    return word
  }

  /// Any text.
  public mutating func text(
    _ field: String, standard: String? = nil
  ) throws(DefinitionError) -> String {
    guard let value = take(field) else { return try need(field, standard, "a text") }
    guard case .string(let text) = value else { throw error(field, value.text, allowed: "a text") }
    return text
  }

  /// True or false.
  public mutating func flag(_ field: String, standard: Bool) throws(DefinitionError) -> Bool {
    switch take(field) {
    case nil: return standard
    case .bool(let value): return value
    case .string("true"): return true
    case .string("false"): return false
    case .some(let value): throw error(field, value.text, allowed: "true or false")
    }
  }

  /// A whole number in a range.
  public mutating func integer(
    _ field: String, in range: ClosedRange<Int>, standard: Int? = nil
  ) throws(DefinitionError) -> Int {
    let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let value = take(field) else { return try need(field, standard, allowed) }
    guard let number = value.whole, range.contains(number) else {
      throw error(field, value.text, allowed: allowed)
    }
    return number
  }

  /// A whole number from 0 to 2⁶⁴ − 1.
  public mutating func seed(
    _ field: String, standard: UInt64
  ) throws(DefinitionError) -> UInt64 {
    switch take(field) {
    case nil: return standard
    case .integer(let value) where value >= 0: return UInt64(value)
    case .unsigned(let value): return value
    case .some(let value):
      throw error(field, value.text, allowed: "a whole number from 0 to 2^64 - 1")
    }
  }

  /// A number in a range.
  public mutating func number(
    _ field: String, in range: ClosedRange<Double>, standard: Double? = nil
  ) throws(DefinitionError) -> Double {
    let allowed = Self.words(range)
    guard let value = take(field) else { return try need(field, standard, allowed) }
    guard let number = value.double, range.contains(number) else {
      throw error(field, value.text, allowed: allowed)
    }
    return number
  }

  /// A list of numbers, all in a range; a number alone is a list of one.
  ///
  /// - Parameter count: how many are needed.
  public mutating func numbers(
    _ field: String, count: ClosedRange<Int>, in range: ClosedRange<Double>
  ) throws(DefinitionError) -> [Double] {
    let many =
      count.lowerBound == count.upperBound
      ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
    let allowed =
      count == 1...1 ? Self.words(range) : "a list of \(many) numbers, each \(Self.words(range))"
    guard let value = take(field) else { return try need(field, nil, allowed) }
    let parts: [JSONValue]
    if case .array(let values) = value { parts = values } else { parts = [value] }
    guard count.contains(parts.count) else {
      throw error(
        field, parts.count == 1 ? value.text : "a list of \(parts.count)", allowed: allowed)
    }
    var numbers: [Double] = []
    for part in parts {
      guard let number = part.double, range.contains(number) else {
        throw error(field, part.text, allowed: allowed)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// An object, or `nil` if the field is absent.
  public mutating func object(_ field: String) throws(DefinitionError) -> Fields? {
    guard let value = take(field) else { return nil }
    return try Fields(value, path: name(field))
  }

  /// Complains of a field that nobody has read.
  public func finish() throws(DefinitionError) {
    guard let unknown = values.keys.min() else { return }
    let names = Set(known).sorted().joined(separator: ", ")
    throw DefinitionError(
      field: name(unknown), value: values[unknown]!.text,
      allowed: names.isEmpty ? "no field here" : "one of the fields \(names)")
  }

  // MARK: - Words

  private func need<T>(
    _ field: String, _ standard: T?, _ allowed: String
  ) throws(DefinitionError) -> T {
    guard let standard else { throw error(field, "nothing", allowed: allowed) }
    return standard
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let largest = Double.greatestFiniteMagnitude
    let (isLow, isHigh) = (low <= -largest, high >= largest)
    if isLow, isHigh { return "a finite number" }
    if isHigh { return "a number of at least \(DefinitionError.plain(low))" }
    if isLow { return "a number of at most \(DefinitionError.plain(high))" }
    return "a number from \(DefinitionError.plain(low)) to \(DefinitionError.plain(high))"
  }
}

extension ClosedRange<Double> {
  /// All finite numbers.
  public static var finite: Self {
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }
  /// All finite numbers from 0 on.
  public static var nonnegative: Self { 0...Double.greatestFiniteMagnitude }
}
