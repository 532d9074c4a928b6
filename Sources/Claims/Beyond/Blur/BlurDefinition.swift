import Documents
import Simulation
import Theory

/// Everything the figure `blur` depends on: two classes that collapse.
package struct BlurDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "two classes of independent binary features"
  /// What each generation is trained on.
  package private(set) var policy =
    "replace, as many points of either class; in one case fresh labelled points"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// Points of each class that a generation draws from the last model: M/2.
  package var samples = 25
  /// Fresh points of each class in every generation, in the case with some.
  package var fresh = 1
  /// F of the loops shown against time.
  package var features = 2
  /// How much the classes differ there: frequencies (1 ± difference)/2 in the truth.
  package var difference = 0.6
  /// F of the loops whose ends are shown.
  package var featureCounts = [1, 2, 4]
  /// Number of equal steps of the difference from 0 to 1, at which ends are simulated.
  package var steps = 10
  /// Runs of each case.
  package var replicates = 4000
  /// The last generation shown.
  package var generationsShown = 1000
  /// Generations shown in a decade.
  package var perDecade = 8

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("samples", samples, atLeast: 2, atMost: 90)
    try Validate.count("fresh", fresh, atLeast: 1, atMost: 10)
    // Products of F counts must be exact, and the 2^F points few.
    try Validate.count("features", features, atMost: 8)
    try Validate.number("difference", difference, in: 0...1)
    try Validate.list("featureCounts", featureCounts) {
      try Validate.count("featureCounts", $0, atMost: 8)
    }
    try Validate.count("steps", steps, atMost: 1000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.count("generationsShown", generationsShown, atLeast: 2, atMost: 100_000)
    try Validate.count("perDecade", perDecade, atMost: 1000)
  }

  /// The generations shown, at equal distances on a logarithmic axis.
  var generations: [Int] { logarithmicGenerations(upTo: generationsShown, perDecade: perDecade) }

  /// The classes shown against time.
  var truth: TwoClasses { TwoClasses(features: features, difference: difference) }

  /// Whether the laws of all counts together are few enough to be summed over.
  func isEnumerated(fresh: Int) -> Bool {
    (0..<(2 * features)).reduce(1.0) { product, _ in product * Double(samples + fresh + 1) } <= 1e6
  }
}
