import Documents
import Families
import Loop
import Simulation
import Theory

/// Everything the figure `fixed-anchor` depends on: which external points prevent collapse.
package struct FixedAnchorDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "independent-spins"
  /// What each generation is trained on.
  package private(set) var policy = "replace, with fixed or fresh external points"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// N.
  package var spins = 10
  /// M.
  package var samples = 50
  /// m ≥ 1.
  package var external = 1
  /// S of the fixed points, case by case.
  package var anchors = [-6, -8, -10]
  /// In one more case the points are fresh, from independent spins up with this probability.
  package var truth = 0.05
  /// Generations of the trajectories.
  package var generationsShown = 400
  /// Replicates of the fraction of collapsed runs.
  package var replicates = 2000
  /// Generations kept for the stationary law, in each case, summed over its chains.
  package var generations = 2_000_000
  /// Independent chains of each case, ≥ 2.
  package var chains = 20
  /// Generations that each chain runs before the first that is kept.
  package var burnIn = 2000
  /// Steps 1/(N(M + m)) of the frequency in one bin.
  package var binSteps = 5
  /// Coverage of the error bars, in (0, 1).
  package var confidence = 0.95

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.spins(nil, spins, samples: [samples], atLeast: 1)
    try Validate.count("external", external, atMost: 1000)
    // The exact laws are solved for by linear algebra.
    guard samples <= 4000, spins * (samples + external) <= 4000 else {
      throw DefinitionError(
        field: "spins × (samples + external)", value: "\(spins) × (\(samples) + \(external))",
        allowed: "a product of at most 4000")
    }
    try Validate.list("anchors", anchors) {
      try Validate.anchor("anchors", $0, spins: spins)
    }
    try Validate.number("truth", truth, in: 0.0001...0.9999)
    let size = spins * (samples + external)
    // The exact law at each generation costs size² multiplications.
    try Validate.count("generationsShown", generationsShown, atMost: 10_000_000_000 / (size * size))
    try Validate.count("replicates", replicates, atMost: 10_000_000)
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
    try Validate.count("binSteps", binSteps, atMost: 1000)
    try Validate.number("confidence", confidence, in: 0.5...0.999_999)
  }

  /// One case: points that are the same in every generation, or drawn anew.
  enum Source: Sendable {
    case fixed(level: Int)
    case fresh

    var name: String {
      switch self {
      case .fixed: "fixed"
      case .fresh: "fresh"
      }
    }
  }

  var sources: [Source] { anchors.map { .fixed(level: $0) } + [.fresh] }

  /// φ₀, the mean statistic of the external points.
  func mean(of source: Source) -> Double {
    switch source {
    case .fixed(let level): Double(level)
    case .fresh: Double(spins) * (2 * truth - 1)
    }
  }

  /// The exact chain of one case.
  func chain(_ source: Source) -> AnchoredSpinsChain {
    switch source {
    case .fixed(let level):
      AnchoredSpinsChain(
        spins: spins, samples: samples,
        external: .fixed(points: external, up: external * (level + spins) / 2))
    case .fresh:
      AnchoredSpinsChain(
        spins: spins, samples: samples, external: .fresh(points: external, frequency: truth))
    }
  }

  var longRun: LongRun { LongRun(generations: generations, chains: chains, burnIn: burnIn) }
}
