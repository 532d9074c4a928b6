import Documents
import Simulation

/// Everything the figure `rem` depends on: one parameter for each of 2^N configurations.
package struct RandomEnergyDefinition: ExperimentDefinition {
  /// Root of all random streams, and of the energies.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "categorical, one symbol a configuration"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// N: there are 2^N configurations, each with a normal energy of variance N/2.
  package var spins = 16
  /// M.
  package var samples = 200
  /// Temperatures of the first model, in units of the critical one, 1/(2√ln 2).
  package var temperatures = [0.5, 1, 2]
  /// Runs at each temperature.
  package var replicates = 2000
  /// The last generation at which survivors are counted.
  package var generationsShown = 2000

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("spins", spins, atMost: 20)
    // The exact number of survivors takes a chain of M + 1 states.
    try Validate.count("samples", samples, atLeast: 2, atMost: 2000)
    try Validate.list("temperatures", temperatures) {
      // Far below, one configuration has all the weight.
      try Validate.number("temperatures", $0, in: 0.05...1000)
    }
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.count("generationsShown", generationsShown, atMost: 100_000)
  }

  /// Generations at which survivors are counted: about ten a decade.
  var generations: [Int] {
    var times: [Int] = []
    var t = 1.0
    while t <= Double(generationsShown) {
      if times.last != Int(t) { times.append(Int(t)) }
      t = max(t + 1, t * 1.3)
    }
    return times
  }
}
