import Loop

/// A simulation that is ready to run.
///
/// It holds a function and no generic type behind a protocol: that way the loop inside is compiled for its
/// family, policy and estimator.
package struct ReadySimulation: Sendable {
  /// How much there is to do, in generations of a single parameter that is fitted in closed form.
  package let work: Double
  private let body: Body

  typealias Body = @Sendable (RunContext, SimulationState?) throws -> SimulationResult

  init(work: Double, _ body: @escaping Body) { (self.work, self.body) = (work, body) }

  /// Runs all replicates.
  ///
  /// One that cannot go on ends alone: see ``SimulationResult/ended``.
  ///
  /// - Parameter state: of the same simulation with fewer replicates, which are not run again. The result is the
  ///   same without it.
  package func run(
    context: RunContext, after state: SimulationState? = nil
  ) throws -> SimulationResult {
    try body(context, state)
  }
}
