import Documents
import Families
import Simulation

/// Everything the figure `coordinates` depends on: one prior, maximised in three coordinates.
package struct CoordinatesDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins, N = 1"
  package let policy = "replace"
  package let estimator = "maximum-a-posteriori, a Beta prior in a coordinate"
  @Field("Both exponents of the Beta prior; ½ is Jeffreys' prior.", in: 0.01...100)
  package var exponent = 0.5
  @Field("M.", in: 3...1000) package var samples = 100
  @Field("The frequency of up at the start.", in: 0.001...0.999) package var start = 0.5
  @Field("Runs in each coordinate.", in: 2...1_000_000) package var replicates = 10_000
  @Field(
    "The longest time shown, in units of M generations, at which laws are shown, too.",
    in: 0.01...100)
  package var timeShown = 5.0
  @Field(
    "Number of equal steps from 0 to 1 at which distribution functions are tabulated.",
    in: 1...10_000)
  package var steps = 50

  package func validate() throws {
    try Validate.time("timeShown", timeShown, samples: samples)
  }

  /// Forty generations at equal distances, the last at the longest time; fewer where they coincide.
  var generations: [Int] {
    let times = (1...40).map { Int((timeShown * Double(samples * $0) / 40).rounded()) }
    return Set(times.filter { $0 > 0 }).sorted()
  }

  /// The coordinates, in the order of the tables.
  static let coordinates: [PriorCoordinate] = [.natural, .arcsine, .mean]

  func prior(in coordinate: PriorCoordinate) -> BetaPrior<IndependentSpins> {
    BetaPrior<IndependentSpins>(up: exponent, down: exponent, in: coordinate)
  }
}
