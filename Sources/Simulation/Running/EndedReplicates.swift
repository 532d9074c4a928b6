/// Why a replicate could not go on.
package struct SimulationError: Error, Equatable, CustomStringConvertible {
  /// Index of the replicate.
  package let replicate: Int
  /// The generation that could not be computed.
  package let generation: Int
  /// The reason.
  package let reason: String
  /// One sentence for people.
  package var description: String {
    "replicate \(replicate) ends before generation \(generation): \(reason)"
  }
}

/// Replicates that could not go on to the last generation, while the others did.
package struct EndedReplicates: Sendable, Equatable, CustomStringConvertible {
  /// How many they are.
  package private(set) var count: Int
  /// Out of how many.
  package let replicates: Int
  /// Why the first of them, by its index, ended.
  package let first: SimulationError

  /// One sentence for people.
  package var description: String {
    count == replicates
      ? "all \(count) replicates end before the last generation; \(first)"
      : "\(count) of \(replicates) replicates end before the last generation, and each row is of those"
        + " that reach it, so that its means are conditional on that; \(first)"
  }

  /// One of so many, or more of which it is the first.
  init(_ error: SimulationError, count: Int = 1, of replicates: Int) {
    (self.count, self.replicates, first) = (count, replicates, error)
  }

  /// Takes in others, whose indices are larger.
  mutating func merge(_ others: Self) { count += others.count }
}
