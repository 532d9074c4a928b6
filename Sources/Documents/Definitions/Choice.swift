/// A field that is an object of one kind or another, or its short form, and is read where these are known.
@propertyWrapper
package struct Choice: FieldGroupMember, Equatable {
  /// The short form of what it is if it is absent; `nil` if that depends on others.
  package var wrappedValue: String?
  private let doc: String

  /// An object.
  package init(wrappedValue: String?, _ doc: String) {
    (self.wrappedValue, self.doc) = (wrappedValue, doc)
  }

  var json: JSONValue? { wrappedValue.flatMap { try? ShortForm.parse($0, field: "") } }
  func read(_ name: String, from fields: inout Fields) {}
  func line(_ path: String) -> FieldLine {
    FieldLine(
      path: path, standard: wrappedValue.map { .string($0) }, allowed: "", doc: doc, isObject: true)
  }
}
