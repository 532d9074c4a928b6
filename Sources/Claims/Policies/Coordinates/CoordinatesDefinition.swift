import Documents
import Families
import Simulation

/// Everything the figure `coordinates` depends on: one prior, maximised in three coordinates.
package struct CoordinatesDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "independent-spins, N = 1"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-a-posteriori, a Beta prior in a coordinate"
  /// Both exponents of the Beta prior; ½ is Jeffreys' prior.
  package var exponent = 0.5
  /// M.
  package var samples = 100
  /// The frequency of up at the start.
  package var start = 0.5
  /// Runs in each coordinate.
  package var replicates = 10_000
  /// The longest time shown, in units of M generations, at which laws are shown, too.
  package var timeShown = 5.0
  /// Number of equal steps from 0 to 1 at which distribution functions are tabulated.
  package var steps = 50

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.number("exponent", exponent, in: 0.01...100)
    try Validate.count("samples", samples, atLeast: 3, atMost: 1000)
    try Validate.number("start", start, in: 0.001...0.999)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.number("timeShown", timeShown, in: 0.01...100)
    try Validate.count("steps", steps, atMost: 10_000)
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
