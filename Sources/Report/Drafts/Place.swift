/// A line of a file.
package struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file, as it was named.
  package let file: String
  /// Its line, from 1.
  package let line: Int

  /// A line of a file.
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `main.tex:12`.
  package var description: String { "\(file):\(line)" }
}

/// A draft that cannot be read as one.
package struct DraftError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where.
  package let place: Place
  /// What is wrong there.
  package let problem: String

  /// An error in a place.
  package init(place: Place, problem: String) {
    self.place = place
    self.problem = problem
  }

  /// One sentence.
  package var description: String { "\(place): \(problem)" }
}
