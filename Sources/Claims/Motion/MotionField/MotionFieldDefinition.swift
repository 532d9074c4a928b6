import Documents
import Simulation

/// Everything the figure `equation-of-motion` depends on: one generation from each of many θ.
package struct MotionFieldDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family =
    "coupled-spins; categorical, K = 3; gaussian; independent-spins; poisson"
  /// What each generation is trained on.
  package private(set) var policy = "replace, with fixed external points"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-a-posteriori"
  /// N of independent and of coupled spins.
  package var spins = 10
  /// M.
  package var samples = 1000
  /// Generations drawn from each θ.
  package var replicates = 20_000
  /// The variance of the Gaussian priors on field and coupling, where there are any.
  package var variance = 2.0
  /// S of the external point of coupled spins.
  package var anchor = 0
  /// S of the external point of independent spins.
  package var fieldAnchor = -6
  /// Number of values of each parameter in a plane.
  package var grid = 5
  /// Number of values of θ on a line.
  package var values = 13

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.spins(nil, spins, samples: [samples], atLeast: 2)
    // Fewer points often have an estimate on the boundary.
    try Validate.count("samples", samples, atLeast: 100, atMost: 1_000_000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.number("variance", variance, in: 1e-3...1e6)
    try Validate.anchor("anchor", anchor, spins: spins)
    try Validate.anchor("fieldAnchor", fieldAnchor, spins: spins)
    try Validate.count("grid", grid, atLeast: 2, atMost: 100)
    try Validate.count("values", values, atLeast: 2, atMost: 1000)
  }
}
