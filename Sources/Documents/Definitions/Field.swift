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
  private let allowed: Value.Limit

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
  package init<Number>(
    wrappedValue: Value, _ doc: String, in range: ClosedRange<Number>, because reason: String? = nil
  ) where Value.Limit == Allowed<Number> {
    (storage, self.doc) = (Storage(wrappedValue), doc)
    allowed = Allowed(range, because: reason)
  }

  /// With a limit of its own.
  init(wrappedValue: Value, _ doc: String, limit: Value.Limit) {
    (storage, self.doc, allowed) = (Storage(wrappedValue), doc, limit)
  }

  /// Its value.
  @inlinable package var wrappedValue: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }
}

extension Field where Value == String {
  /// One of some words.
  package init(wrappedValue: String, _ doc: String, among words: [String]) {
    (storage, self.doc, allowed) = (Storage(wrappedValue), doc, OneOf(words: words))
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
protocol FieldGroupMember {
  /// Its value in a document; `nil` if there is none.
  var json: JSONValue? { get }
  func read(_ name: String, from fields: inout Fields) throws(DefinitionError)
  func line(_ path: String) -> FieldLine
}

extension Field: FieldGroupMember {
  var json: JSONValue? { wrappedValue.json }

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
  /// Its standard value, if it has one.
  package let standard: JSONValue?
  /// What it, or each of the list, may be: "1 to 9".
  package var allowed: String
  /// What it is.
  package var doc = ""
  /// Whether it is an object, or its short form.
  package var isObject = false

  /// Whether it is a list.
  package var isList: Bool { if case .array = standard { true } else { false } }
}
