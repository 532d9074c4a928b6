import Documents
import Simulation

/// Everything the figure `equation-of-motion` depends on: one generation from each of many θ.
package struct MotionFieldDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "coupled-spins; categorical, K = 3; gaussian; independent-spins; poisson"
  package let policy = "replace, with fixed external points"
  package let estimator = "maximum-a-posteriori"
  @Field("N of independent and of coupled spins.", in: 2...10_000) package var spins = 10
  @Field(
    "M.", in: 100...1_000_000, because: "fewer points often have an estimate on the boundary")
  package var samples = 1000
  @Field("Generations drawn from each θ.", in: 2...1_000_000) package var replicates = 20_000
  @Field(
    "The variance of the Gaussian priors on field and coupling, where there are any.",
    in: 1e-3...1e6)
  package var variance = 2.0
  @Field("S of the external point of coupled spins.", in: Validate.levels) package var anchor = 0
  @Field("S of the external point of independent spins.", in: Validate.levels)
  package var fieldAnchor = -6
  @Field("Number of values of each parameter in a plane.", in: 2...100) package var grid = 5
  @Field("Number of values of θ on a line.", in: 2...1000) package var values = 13

  package func validate() throws {
    try Validate.anchor("anchor", [anchor], spins: spins)
    try Validate.anchor("fieldAnchor", [fieldAnchor], spins: spins)
  }
}
