import Documents
import Simulation

/// Everything the figure `dose` depends on: what K external points a generation buy.
package struct DoseDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family =
    "Gaussians: mean free; mean and variance free; in three dimensions, all free; independent spins, N = 2"
  /// What each generation is trained on.
  package private(set) var policy =
    "external, K fresh points; for the spins K fixed ones, S = 0"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// M of the simulations.
  package var samples = 400
  /// Numbers K of external points.
  package var external = [1, 2, 4, 8, 16, 32]
  /// Runs of each family at each K.
  package var replicates = 1000
  /// Numbers M at which exact values are shown.
  package var exactSamples = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]
  /// Numbers K at which exact values are shown.
  package var exactExternal = [1, 2, 4]
  /// Shape of the Gamma variables whose variance is shown: v₂ is its inverse.
  package var shape = 0.5

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("samples", samples, atLeast: 10, atMost: 10_000)
    try Validate.list("external", external) {
      try Validate.count("external", $0, atMost: 1000)
    }
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.list("exactSamples", exactSamples) {
      try Validate.count("exactSamples", $0, atMost: 1500)
    }
    try Validate.list("exactExternal", exactExternal) {
      try Validate.count("exactExternal", $0, atMost: 100)
    }
    try Validate.number("shape", shape, in: 0.05...100)
  }

  /// A generation by which a deviation of the mean has shrunk by e⁻⁶, and that of the variance by e⁻¹².
  func relaxed(_ points: Int) -> Int { 6 * (samples / points + 1) }
}
