import Documents
import Foundation
import Simulation

/// Everything the figure `weights` depends on: how far weights put collapse off.
package struct WeightsDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family, its truth, and with it the start.
  package private(set) var family = "independent-spins, N = 1, p = 1/2"
  /// What each generation is trained on.
  package private(set) var policy = "importance weights: none, tilt, oracle, matched"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// M of the fractions alive.
  package var samples = [5, 10]
  /// Runs for each fraction.
  package var replicates = 1000
  /// The last generation shown.
  package var generations = 3000
  /// M of the mean times that are measured.
  package var timeSamples = [2, 3, 4, 5, 6, 7, 8, 9, 10]
  /// Runs for each mean time.
  package var timeReplicates = 200
  /// The largest M of the exact mean times.
  package var largestSamples = 16

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.list("samples", samples) {
      try Validate.count("samples", $0, atLeast: 2, atMost: 30)
    }
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.count("generations", generations, atMost: 1_000_000)
    // Every run goes on to its end, some 2^(M−1) generations.
    try Validate.list("timeSamples", timeSamples) {
      try Validate.count("timeSamples", $0, atLeast: 2, atMost: 16)
    }
    try Validate.count("timeReplicates", timeReplicates, atLeast: 2, atMost: 1_000_000)
    try Validate.count("largestSamples", largestSamples, atLeast: timeSamples.max()!, atMost: 30)
  }

  /// Some forty generations at equal ratios.
  var times: [Int] { AccumulateDefinition.geometric(from: 1, to: generations, count: 40) }
}
