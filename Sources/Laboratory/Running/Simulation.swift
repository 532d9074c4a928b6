import Experiments

/// A simulation that is ready to run.
///
/// It holds a function and no generic type behind a protocol: that way the loop inside is compiled for its
/// family, policy and estimator.
package struct Simulation: Sendable {
  private let quantities: [String]
  private let body: @Sendable (RunContext) throws -> SimulationResult

  /// - Parameter quantities: the names of what is recorded.
  init(
    _ quantities: [String], _ body: @escaping @Sendable (RunContext) throws -> SimulationResult
  ) {
    (self.quantities, self.body) = (quantities, body)
  }

  /// The columns of its table, known before it runs.
  package func columns(predicted: Bool) -> [String] {
    SimulationResult.columns(of: quantities, predicted: predicted)
  }

  /// Runs all replicates.
  ///
  /// One that cannot go on ends alone: see ``SimulationResult/ended``.
  package func run(context: RunContext) throws -> SimulationResult { try body(context) }
}
