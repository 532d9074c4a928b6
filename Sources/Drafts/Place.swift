/// A line of a file.
public struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file, as it was named.
  public let file: String
  /// Its line, from 1.
  public let line: Int

  /// A line of a file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `main.tex:12`.
  public var description: String { "\(file):\(line)" }
}

/// A draft that cannot be read as one.
public struct DraftError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What is wrong there.
  public let problem: String

  /// An error in a place.
  public init(place: Place, problem: String) {
    self.place = place
    self.problem = problem
  }

  /// One sentence.
  public var description: String { "\(place): \(problem)" }
}
