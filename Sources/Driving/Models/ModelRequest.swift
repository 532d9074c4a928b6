/// What a model is asked for: one generation.
struct ModelRequest: Sendable {
  /// Path of the training set.
  let train: String
  /// How many rows to write.
  let samples: Int
  /// 63 bits.
  let seed: UInt64
  /// Path to write them to.
  let output: String
  /// The number of the generation that they are of.
  let generation: Int
  /// More bytes than these are no sensible output.
  let mostBytes: Int
}

/// Why a model did not do what it was asked for.
struct ModelFailure: Error, Sendable {
  /// What was wrong, and what is allowed.
  let reason: String
  /// The last lines that it wrote to standard error.
  var lines: [String] = []
}

/// A program that is asked for one generation after the other.
protocol Model: Sendable {
  /// Has it write one generation.
  ///
  /// - Throws: ``ModelFailure``; `DriveError` where the loop is to stop.
  func run(_ request: ModelRequest) async throws

  /// The last lines that it wrote to standard error.
  var lastLines: [String] { get }

  /// Ends it.
  func close() async
}
