import Documents
import Loop
import Simulation
import Theory

/// Everything the figure `infinite-synthetic` depends on: one real point against M synthetic ones.
package struct InfiniteSyntheticDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins, N = 1"
  package let policy = "replace, with fresh external points"
  package let estimator = "maximum-likelihood"
  @Field("m.", in: 1...1000) package var external = 1
  @Field("x₀, the probability of an external spin to be up.", in: 0.001...0.999)
  package var truth = 0.5
  @Field("Every M that is simulated.", in: 1...1_000_000_000)
  package var samples = [10, 100, 1000, 10_000, 100_000, 1_000_000]
  @Field("Every M whose exact law is solved for.", in: 1...4000)
  package var exactSamples = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000]
  @Field(
    "Generations kept for each M, summed over its chains, unless relaxations asks for more.",
    in: Validate.generations)
  package var generations = 8_000_000
  @Field(
    "Relaxation times M/m kept for each M, at least, summed over its chains.", in: 0...1e6)
  package var relaxations = 200.0
  @Field("Independent chains for each M.", in: 2...1000) package var chains = 16
  // The start is the mean, and what is left of its variance after two is e⁻⁴ at most.
  @Field(
    "Relaxation times M/m that each chain runs before the first generation that is kept.",
    in: 0...1000)
  package var burnInTimes = 2.0
  @Field(
    "Number of equal steps from 0 to 1 at which distribution functions are tabulated.",
    in: 1...10_000)
  package var steps = 200

  package func validate() throws {
    // Linear systems of that many unknowns, or of half as many where the truth is symmetric.
    try Validate.count("exactSamples", exactSamples, to: truth == 0.5 ? 4000 : 2000)
    for m in samples {
      let (run, burnIn) = (longRun(samples: m), "burnInTimes × \(m) / external")
      try Validate.count(burnIn, [run.burnIn], from: 0, to: Validate.burnIn.upperBound)
      try Validate.longRun(
        generations: generations, kept: run.generations, chains: chains, burnIn: run.burnIn,
        called: burnIn)
      try Validate.count(
        "relaxations × \(m) / external", [run.generations], from: 0,
        to: Validate.generations.upperBound)
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
