/// A field of a definition with a value that is not allowed.
package struct DefinitionError: Error, Equatable, CustomStringConvertible {
  /// Name of the field, such as `b.samples`.
  package let field: String
  /// The offending value.
  package let value: String
  /// What is allowed.
  package let allowed: String

  /// An error about `field`.
  package init(field: String, value: String, allowed: String) {
    self.field = field
    self.value = value
    self.allowed = allowed
  }

  /// One sentence for people.
  package var description: String {
    let subject = field.hasPrefix("--") ? "\(field) \(value)" : "\(field) = \(value)"
    return "\(subject) is not allowed: use \(allowed)"
  }

  /// A number as people write it: whole ones without decimals.
  package static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) <= 1e15 ? "\(Int(value))" : "\(value)"
  }
}
