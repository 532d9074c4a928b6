import Documents
import Loop
import Simulation
import Theory

/// Everything the figure `infinite-synthetic` depends on: one real point against M synthetic ones.
package struct InfiniteSyntheticDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family: one spin, a Bernoulli variable.
  package private(set) var family = "independent-spins, N = 1"
  /// What each generation is trained on.
  package private(set) var policy = "replace, with fresh external points"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// m ≥ 1.
  package var external = 1
  /// x₀, the probability of an external spin to be up.
  package var truth = 0.5
  /// Every M that is simulated.
  package var samples = [10, 100, 1000, 10_000, 100_000, 1_000_000]
  /// Every M whose exact law is solved for.
  package var exactSamples = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000]
  /// Generations kept for each M, summed over its chains, unless ``relaxations`` asks for more.
  package var generations = 8_000_000
  /// Relaxation times M/m kept for each M, at least, summed over its chains.
  package var relaxations = 200.0
  /// Independent chains for each M, ≥ 2.
  package var chains = 16
  /// Relaxation times M/m that each chain runs before the first generation that is kept; the start is
  /// the mean, and what is left of its variance after two is e⁻⁴ at most.
  package var burnInTimes = 2.0
  /// Number of equal steps from 0 to 1 at which distribution functions are tabulated.
  package var steps = 200

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("external", external, atMost: 1000)
    try Validate.number("truth", truth, in: 0.001...0.999)
    try Validate.list("samples", samples) {
      try Validate.count("samples", $0, atMost: 1_000_000_000)
    }
    // Linear systems of that many unknowns, or of half as many where the truth is symmetric.
    let limit = truth == 0.5 ? 4000 : 2000
    try Validate.list("exactSamples", exactSamples) {
      try Validate.count("exactSamples", $0, atMost: limit)
    }
    try Validate.number("burnInTimes", burnInTimes, in: 0...1000)
    try Validate.count("steps", steps, atMost: 10_000)
    try Validate.number("relaxations", relaxations, in: 0...1e6)
    for m in samples {
      let run = longRun(samples: m)
      try Validate.longRun(
        generations: generations, kept: run.generations, chains: chains, burnIn: run.burnIn,
        called: "burnInTimes × \(m) / external")
      try Validate.count(
        "relaxations × \(m) / external", run.generations, atLeast: 0, atMost: Validate.longest)
    }
  }

  /// The chains at M = `samples`.
  func longRun(samples: Int) -> LongRun {
    let relaxationTime = Double(samples) / Double(external)
    return LongRun(
      generations: max(generations, Int(relaxations * relaxationTime)), chains: chains,
      burnIn: Int((burnInTimes * relaxationTime).rounded(.up)))
  }

  /// The exact chain at M = `samples`.
  func chain(samples: Int) -> AnchoredSpinsChain {
    AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: external, frequency: truth))
  }
}
