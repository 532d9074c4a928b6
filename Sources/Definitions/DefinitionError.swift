/// A field of a definition with a value that is not allowed.
public struct DefinitionError: Error, Equatable, CustomStringConvertible {
  /// Name of the field, such as `b.samples`.
  public let field: String
  /// The offending value.
  public let value: String
  /// What is allowed.
  public let allowed: String

  /// An error about `field`.
  public init(field: String, value: String, allowed: String) {
    self.field = field
    self.value = value
    self.allowed = allowed
  }

  /// One sentence for people.
  public var description: String {
    let subject = field.hasPrefix("--") ? "\(field) \(value)" : "\(field) = \(value)"
    return "\(subject) is not allowed: use \(allowed)"
  }

  /// A number as people write it: whole ones without decimals.
  public static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) <= 1e15 ? "\(Int(value))" : "\(value)"
  }
}
