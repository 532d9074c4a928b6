/// Data that cannot be read: where, and what is wrong there.
public struct ReadingError: Error, Equatable, CustomStringConvertible {
  /// Path of the file as it was given.
  public let file: String
  /// Line number, from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// What is wrong, and what is allowed.
  public let problem: String

  /// An error in `file`.
  public init(file: String, line: Int? = nil, problem: String) {
    (self.file, self.line, self.problem) = (file, line, problem)
  }

  /// One sentence for people.
  public var description: String {
    line.map { "\(file), line \($0): \(problem)" } ?? "\(file): \(problem)"
  }
}

/// A cell as messages show it: short, and on one line.
func shown(_ text: String) -> String {
  let line = String(text.map { $0.isNewline ? " " : $0 })
  return line.count > 60 ? "\(line.prefix(57))..." : line
}
