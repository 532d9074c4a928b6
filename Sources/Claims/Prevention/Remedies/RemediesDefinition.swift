import Documents
import Simulation

/// Everything the figure `remedies` depends on: every policy, on one Bernoulli variable.
package struct RemediesDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "binomial, one trial"
  @Field("The probability of a success under the truth, and at the start.", in: 0.01...0.99)
  package var truth = 0.3
  @Field("M.", in: 3...300) package var samples = 10
  @Field("The generation that is shown.", in: 1...10_000) package var generations = 1000
  @Field("Runs of each remedy.", in: 2...100_000) package var replicates = 2000
  @Field("M of the row with more synthetic data.", in: 3...300) package var moreSamples = 100
  @Field(
    "M of the row that stands for infinitely many synthetic data; it runs for ten times as many generations.",
    in: 3...10_000)
  package var manySamples = 1000
  @Field("m of the row with more external points.", in: 2...1000) package var external = 10
  @Field(
    "How often an external point of an impure source is the loop's own output.", in: 0...0.99)
  package var impurity = 0.9
  @Field("The probability of a success in a source that is not the truth.", in: 0.01...0.99)
  package var otherTruth = 0.6
  @Field("Weights are exp(tilt·s).", in: -10...10) package var tilt = 0.2
  @Field("λ of the penalty λθ².", in: 0.001...1000) package var penalty = 0.25

  package func validate() throws {
    try Validate.count("moreSamples", [moreSamples], from: samples, to: 300)
  }
}
