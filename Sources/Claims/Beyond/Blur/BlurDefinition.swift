import Documents
import Simulation
import Theory

/// Everything the figure `blur` depends on: two classes that collapse.
package struct BlurDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "two classes of independent binary features"
  package let policy =
    "replace, as many points of either class; in one case fresh labelled points"
  package let estimator = "maximum-likelihood"
  @Field("Points of each class that a generation draws from the last model: M/2.", in: 2...90)
  package var samples = 25
  @Field(
    "Fresh points of each class in every generation, in the case with some.", in: 1...10)
  package var fresh = 1
  @Field(
    "F of the loops shown against time.", in: 1...8,
    because: "products of F counts must be exact, and the 2^F points few")
  package var features = 2
  @Field(
    "How much the classes differ there: frequencies (1 ± difference)/2 in the truth.", in: 0...1)
  package var difference = 0.6
  @Field(
    "F of the loops whose ends are shown.", in: 1...8,
    because: "products of F counts must be exact, and the 2^F points few")
  package var featureCounts = [1, 2, 4]
  @Field(
    "Number of equal steps of the difference from 0 to 1, at which ends are simulated.",
    in: 1...1000)
  package var steps = 10
  @Field("Runs of each case.", in: 2...1_000_000) package var replicates = 4000
  @Field("The last generation shown.", in: 2...100_000) package var generationsShown = 1000
  @Field("Generations shown in a decade.", in: 1...1000) package var perDecade = 8

  /// The generations shown, at equal distances on a logarithmic axis.
  var generations: [Int] { logarithmicGenerations(upTo: generationsShown, perDecade: perDecade) }

  /// The classes shown against time.
  var truth: TwoClasses { TwoClasses(features: features, difference: difference) }

  /// Whether the laws of all counts together are few enough to be summed over.
  func isEnumerated(fresh: Int) -> Bool {
    (0..<(2 * features)).reduce(1.0) { product, _ in product * Double(samples + fresh + 1) } <= 1e6
  }
}
