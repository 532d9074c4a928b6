import Documents
import Simulation

/// Everything the figure `rem` depends on: one parameter for each of 2^N configurations.
package struct RandomEnergyDefinition: ExperimentDefinition {
  @Field("Root of all random streams, and of the energies.") package var seed = defaultSeed
  package let family = "categorical, one symbol a configuration"
  package let policy = "replace"
  package let estimator = "maximum-likelihood"
  @Field(
    "N: there are 2^N configurations, each with a normal energy of variance N/2.", in: 1...20)
  package var spins = 16
  @Field(
    "M.", in: 2...2000, because: "the exact number of survivors takes a chain of M + 1 states")
  package var samples = 200
  @Field(
    "Temperatures of the first model, in units of the critical one, 1/(2√ln 2).", in: 0.05...1000,
    because: "far below one configuration has all the weight")
  package var temperatures = [0.5, 1, 2]
  @Field("Runs at each temperature.", in: 2...100_000) package var replicates = 2000
  @Field("The last generation at which survivors are counted.", in: 1...100_000)
  package var generationsShown = 2000

  /// Generations at which survivors are counted: about ten a decade.
  var generations: [Int] {
    var times: [Int] = []
    var t = 1.0
    while t <= Double(generationsShown) {
      if times.last != Int(t) { times.append(Int(t)) }
      t = max(t + 1, t * 1.3)
    }
    return times
  }
}
