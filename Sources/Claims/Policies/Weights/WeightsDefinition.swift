import Documents
import Foundation
import Simulation

/// Everything the figure `weights` depends on: how far weights put collapse off.
package struct WeightsDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins, N = 1, p = 1/2"
  package let policy = "importance weights: none, tilt, oracle, matched"
  package let estimator = "maximum-likelihood"
  @Field("M of the fractions alive.", in: 2...30) package var samples = [5, 10]
  @Field("Runs for each fraction.", in: 2...1_000_000) package var replicates = 1000
  @Field("The last generation shown.", in: 1...1_000_000) package var generations = 3000
  @Field(
    "M of the mean times that are measured.", in: 2...16,
    because: "every run goes on to its end, some 2^(M−1) generations")
  package var timeSamples = [2, 3, 4, 5, 6, 7, 8, 9, 10]
  @Field("Runs for each mean time.", in: 2...1_000_000) package var timeReplicates = 200
  @Field("The largest M of the exact mean times.", in: 2...30) package var largestSamples = 16

  package func validate() throws {
    try Validate.count("largestSamples", [largestSamples], from: timeSamples.max()!, to: 30)
  }

  /// Some forty generations at equal ratios.
  var times: [Int] { AccumulateDefinition.geometric(from: 1, to: generations, count: 40) }
}
