/// Text that is no JSON document, or says something twice.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// Where, from 1.
  package let line: Int
  /// Where in the line, in characters from 1.
  package let column: Int
  /// What is wrong there.
  package let problem: String

  /// One sentence for people.
  package var description: String { "line \(line), column \(column): \(problem)" }
}
