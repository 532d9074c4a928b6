/// Text that is no JSON document, or says something twice.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// Where, from 1.
  public let line: Int
  /// Where in the line, in characters from 1.
  public let column: Int
  /// What is wrong there.
  public let problem: String

  /// One sentence for people.
  public var description: String { "line \(line), column \(column): \(problem)" }
}
