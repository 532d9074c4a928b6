import Documents
import Foundation
import Simulation

/// Everything the figure `accumulate` depends on: what becomes of the truth when data add up.
package struct AccumulateDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family = "independent-spins, N = 1; Gaussian of known variance"
  /// What each generation is trained on.
  package private(set) var policy =
    "replace; accumulate; accumulate-and-subsample, without and with replacement"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// M.
  package var samples = 10
  /// The truth's frequency of up.
  package var truth = 0.5
  /// Runs under each policy.
  package var replicates = 4000
  /// The last generation of the spins.
  package var generations = 200
  /// The last generation of the Gaussian.
  package var gaussianGenerations = 20

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    // A single point has no variance to keep.
    try Validate.count("samples", samples, atLeast: 2, atMost: 1000)
    try Validate.number("truth", truth, in: 0.001...0.999)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    // Pools hold every point that was ever drawn.
    try Validate.count("generations", generations, atMost: 10_000)
    try Validate.count("gaussianGenerations", gaussianGenerations, atMost: 10_000)
  }

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
