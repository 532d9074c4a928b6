import Documents
import Simulation

/// Everything the figure `remedies` depends on: every policy, on one Bernoulli variable.
package struct RemediesDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "binomial, one trial"
  /// The probability of a success under the truth, and at the start.
  package var truth = 0.3
  /// M.
  package var samples = 10
  /// The generation that is shown.
  package var generations = 1000
  /// Runs of each remedy.
  package var replicates = 2000
  /// M of the row with more synthetic data.
  package var moreSamples = 100
  /// M of the row that stands for infinitely many synthetic data; it runs for ten times as many generations.
  package var manySamples = 1000
  /// m of the row with more external points.
  package var external = 10
  /// How often an external point of an impure source is the loop's own output.
  package var impurity = 0.9
  /// The probability of a success in a source that is not the truth.
  package var otherTruth = 0.6
  /// Weights are exp(tilt·s).
  package var tilt = 0.2
  /// λ of the penalty λθ².
  package var penalty = 0.25

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.number("truth", truth, in: 0.01...0.99)
    try Validate.count("samples", samples, atLeast: 3, atMost: 300)
    try Validate.count("generations", generations, atMost: 10_000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.count("moreSamples", moreSamples, atLeast: samples, atMost: 300)
    try Validate.count("manySamples", manySamples, atLeast: 3, atMost: 10_000)
    try Validate.count("external", external, atLeast: 2, atMost: 1000)
    try Validate.number("impurity", impurity, in: 0...0.99)
    try Validate.number("otherTruth", otherTruth, in: 0.01...0.99)
    try Validate.number("tilt", tilt, in: -10...10)
    try Validate.number("penalty", penalty, in: 0.001...1000)
  }
}
