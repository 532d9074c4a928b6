import Documents
import Foundation
import Simulation

/// Everything the figure `accumulate` depends on: what becomes of the truth when data add up.
package struct AccumulateDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins, N = 1; Gaussian of known variance"
  package let policy =
    "replace; accumulate; accumulate-and-subsample, without and with replacement"
  package let estimator = "maximum-likelihood"
  @Field("M.", in: 2...1000, because: "a single point has no variance to keep")
  package var samples = 10
  @Field("The truth's frequency of up.", in: 0.001...0.999) package var truth = 0.5
  @Field("Runs under each policy.", in: 2...1_000_000) package var replicates = 4000
  @Field(
    "The last generation of the spins.", in: 1...10_000,
    because: "pools hold every point that was ever drawn")
  package var generations = 200
  @Field(
    "The last generation of the Gaussian.", in: 1...10_000,
    because: "pools hold every point that was ever drawn")
  package var gaussianGenerations = 20

  /// Some twenty generations at equal ratios from the first to the last.
  var times: [Int] { Self.geometric(from: 1, to: generations, count: 20) }

  /// Whole numbers at nearly equal ratios.
  static func geometric(from first: Int, to last: Int, count: Int) -> [Int] {
    let ratio = Double(last) / Double(first)
    let times = (0...count).map {
      Int((Double(first) * pow(ratio, Double($0) / Double(count))).rounded())
    }
    return Set(times).sorted()
  }
}
