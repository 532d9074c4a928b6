/// A field of a definition: all that is known of it stands where it is declared.
///
///     @Field("M.", in: 3...300) package var samples = 10
///
/// It is called like the property, and what this holds at first is the standard value. How it is read, written,
/// listed and complained of follows: see ``FieldGroup``.
@propertyWrapper
package struct Field<Value: FieldValue>: Sendable {
  @usableFromInline var storage: Storage
  private let doc: String
  private let allowed: Allowed<Value.Number>

  /// Copies share it, and a new value has a new one; reading alone changes it, while there are no copies.
  @usableFromInline final class Storage: @unchecked Sendable {
    @usableFromInline var value: Value
    @usableFromInline init(_ value: Value) { self.value = value }
  }

  /// A number, or a list of numbers.
  ///
  /// - Parameters:
  ///   - doc: what it is, in one sentence.
  ///   - range: where it, or each of the list, lies.
  ///   - reason: why not elsewhere, after "because", if that is not plain.
  package init(
    wrappedValue: Value, _ doc: String, in range: ClosedRange<Value.Number>,
    because reason: String? = nil
  ) {
    (storage, self.doc) = (Storage(wrappedValue), doc)
    allowed = Allowed(range, because: reason)
  }

  /// Its value.
  @inlinable package var wrappedValue: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }
}

extension Field where Value == UInt64 {
  /// Any whole number below 2⁶⁴.
  package init(wrappedValue: UInt64, _ doc: String) {
    self.init(wrappedValue: wrappedValue, doc, in: 0 ... .max)
  }
}

extension Field: Equatable {
  package static func == (a: Self, b: Self) -> Bool { a.wrappedValue == b.wrappedValue }
}

/// A field whatever it holds.
protocol AnyField {
  var json: JSONValue { get }
  func read(_ name: String, from fields: inout Fields) throws(DefinitionError)
  func line(_ path: String) -> FieldLine
}

extension Field: AnyField {
  var json: JSONValue { wrappedValue.json }

  func read(_ name: String, from fields: inout Fields) throws(DefinitionError) {
    storage.value = try Value.read(name, from: &fields, allowed, standard: wrappedValue)
  }

  func line(_ path: String) -> FieldLine {
    FieldLine(path: path, standard: json, allowed: allowed.short, doc: doc)
  }
}

/// What a list of fields says of one.
package struct FieldLine: Sendable, Equatable {
  /// Its names, outermost first: "b.samples".
  package let path: String
  /// Its standard value.
  package let standard: JSONValue
  /// What it, or each of the list, may be: "1 to 9".
  package let allowed: String
  /// What it is.
  package let doc: String

  /// Whether it is a list.
  package var isList: Bool { if case .array = standard { true } else { false } }
}
