import Documents
import Foundation
import Simulation

/// Everything the figure `libraries` depends on: what four habits of well-known libraries do to a closed loop.
package struct LibrariesDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "gaussian, kernel estimates, independent-spins with N = 1"
  package let policy = "replace; accumulate, of kernel estimates"
  package let estimator =
    "maximum likelihood with a constant added to the variance or to counts; kernels; a squared variance"
  @Field("M of the variance with a floor.", in: 3...1000) package var floorSamples = 20
  @Field("Runs with each divisor.", in: 2...1_000_000) package var floorReplicates = 20_000
  @Field("M of the kernel estimates.", in: 2...1000) package var kernelSamples = 100
  @Field("Runs of each bandwidth.", in: 2...100_000) package var kernelReplicates = 200
  @Field("The last generation of kernel estimates.", in: 1...10_000)
  package var kernelGenerations = 1000
  @Field(
    "The last generation with all data kept.", in: 1...200,
    because: "every generation is trained on all points so far")
  package var poolGenerations = 100
  @Field("M of the smoothed counts.", in: 2...200) package var smoothingSamples = 50
  @Field("What is added to each count.", in: 0.05...10) package var constants = [0.25, 1.0]
  @Field("Runs of each constant.", in: 2...1_000_000) package var smoothingReplicates = 5000
  @Field("M of the squared variance.", in: 3...1000) package var squaredSamples = [5, 20, 100]
  @Field("Runs from each start.", in: 2...1_000_000) package var squaredReplicates = 1000

  /// Scott's rule for one variable, M^(−1/5).
  var bandwidth: Double { pow(Double(kernelSamples), -0.2) }

  /// From where a variance is squared again and again.
  var starts: [Double] { (0...16).map { pow(10, -0.4 + 0.05 * Double($0)) } }

  /// Values of v/(εM).
  var multiples: [Double] { (0...24).map { pow(10, -1 + 0.125 * Double($0)) } }

  /// Generations up to a last one, at equal ratios.
  func generations(upTo last: Int) -> [Int] { logarithmicGenerations(upTo: last, perDecade: 8) }
}
