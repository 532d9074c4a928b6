import Documents
import Simulation

/// Everything the figure `dose` depends on: what K external points a generation buy.
package struct DoseDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family =
    "Gaussians: mean free; mean and variance free; in three dimensions, all free; independent spins, N = 2"
  package let policy = "external, K fresh points; for the spins K fixed ones, S = 0"
  package let estimator = "maximum-likelihood"
  @Field("M of the simulations.", in: 10...10_000) package var samples = 400
  @Field("Numbers K of external points.", in: 1...1000)
  package var external = [1, 2, 4, 8, 16, 32]
  @Field("Runs of each family at each K.", in: 2...100_000) package var replicates = 1000
  @Field("Numbers M at which exact values are shown.", in: 1...1500)
  package var exactSamples = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]
  @Field("Numbers K at which exact values are shown.", in: 1...100)
  package var exactExternal = [1, 2, 4]
  @Field(
    "Shape of the Gamma variables whose variance is shown: v₂ is its inverse.", in: 0.05...100)
  package var shape = 0.5

  /// A generation by which a deviation of the mean has shrunk by e⁻⁶, and that of the variance by e⁻¹².
  func relaxed(_ points: Int) -> Int { 6 * (samples / points + 1) }
}
