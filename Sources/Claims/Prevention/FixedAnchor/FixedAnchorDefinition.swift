import Documents
import Families
import Loop
import Simulation
import Theory

/// Everything the figure `fixed-anchor` depends on: which external points prevent collapse.
package struct FixedAnchorDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins"
  package let policy = "replace, with fixed or fresh external points"
  package let estimator = "maximum-likelihood"
  @Field("N.", in: 1...2000) package var spins = 10
  @Field("M.", in: 1...3999) package var samples = 50
  @Field("m.", in: 1...1000) package var external = 1
  @Field("S of the fixed points, case by case.", in: Validate.levels)
  package var anchors = [-6, -8, -10]
  @Field(
    "In one more case the points are fresh, from independent spins up with this probability.",
    in: 0.0001...0.9999)
  package var truth = 0.05
  @Field("Generations of the trajectories.", in: 1...2_500_000_000)
  package var generationsShown = 400
  @Field("Replicates of the fraction of collapsed runs.", in: 1...10_000_000)
  package var replicates = 2000
  @Field(
    "Generations kept for the stationary law, in each case, summed over its chains.",
    in: Validate.generations)
  package var generations = 2_000_000
  @Field("Independent chains of each case.", in: 2...1000) package var chains = 20
  @Field(
    "Generations that each chain runs before the first that is kept.",
    in: Validate.burnIn)
  package var burnIn = 2000
  @Field("Steps 1/(N(M + m)) of the frequency in one bin.", in: 1...1000)
  package var binSteps = 5
  @Field("Coverage of the error bars.", in: 0.5...0.999_999) package var confidence = 0.95

  package func validate() throws {
    let size = spins * (samples + external)
    // The exact laws are solved for by linear algebra.
    try Validate.that(
      size <= 4000, "spins × (samples + external)", "\(spins) × (\(samples) + \(external))",
      use: "a product of at most 4000")
    try Validate.anchor("anchors", anchors, spins: spins)
    // The exact law at each generation costs size² multiplications.
    try Validate.count("generationsShown", [generationsShown], to: 10_000_000_000 / (size * size))
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
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
