import Documents
import Foundation
import Simulation

/// Everything Figure 3 depends on: Poisson counts with a fresh point and an exponential prior.
package struct Figure3Definition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "poisson"
  package let policy = "replace, with fresh external points"
  package let estimator = "maximum-a-posteriori, exponential in the rate"
  @Field("Every ϑ₀.", in: 1e-6...1e6) package var truths = [1.0, 0.25]
  @Field("Every λ, combined with every ϑ₀.", in: 0...1e6) package var rates = [0.0, 1.0]
  @Field("M.", in: 1...2000) package var samples = 200
  @Field(
    "m.", in: 1...1_000_000,
    because: "there is no stationary law without external points: the loop collapses onto the"
      + " rate 0, whatever the prior")
  package var external = 1
  @Field("Generations kept in each case, summed over its chains.", in: Validate.generations)
  package var generations = 4_000_000
  @Field("Independent chains of each case.", in: 2...1000) package var chains = 20
  @Field(
    "Generations that each chain runs before the first that is kept.",
    in: Validate.burnIn)
  package var burnIn = 5000
  @Field("Steps 1/(M + m + λ) of the lattice in one bin.", in: 1...100_000)
  package var binSteps = 20
  @Field("The histograms reach to this ϑ.", in: 0.001...1e6) package var maximumValue = 3.0

  /// Checks that the exact laws and the histograms are narrow enough to be computed, too.
  package func validate() throws {
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
    let m = Double(external)
    func divisor(_ rate: Double) -> Double { Double(samples) + m + rate }
    // The exact law is inverted from (20 + 12mϑ₀)(M + m + λ)/(m + λ) points, here 2¹⁶ at most.
    let least = rates.min()!
    let largest = (65_536 * (m + least) / divisor(least) - 20) / (12 * m)
    for truth in truths {
      try Validate.that(
        truth <= largest, "truths", DefinitionError.plain(truth),
        use: "values up to \(Self.rounded(largest)) with these samples, external points and"
          + " rates, since the exact law takes too long beyond")
    }
    let reach = 10_000 * Double(binSteps) / divisor(rates.max()!)
    try Validate.that(
      maximumValue <= reach, "maximumValue", DefinitionError.plain(maximumValue),
      use: "a number up to \(Self.rounded(reach)), or more binSteps, so that there are at"
        + " most 10000 bins of binSteps/(samples + external + rate)")
  }

  /// The exact laws and the histograms must be narrow enough to be computed.
  private func checkWidth() throws {
    let m = Double(external)
    func divisor(_ rate: Double) -> Double { Double(samples) + m + rate }
    // The exact law is inverted from (20 + 12mϑ₀)(M + m + λ)/(m + λ) points, here 2¹⁶ at most.
    let least = rates.min()!
    let largest = (65_536 * (m + least) / divisor(least) - 20) / (12 * m)
    for truth in truths where truth > largest {
      throw DefinitionError(
        field: "truths", value: DefinitionError.plain(truth),
        allowed: "values up to \(Self.rounded(largest)) with these samples, external points and"
          + " rates, since the exact law takes too long beyond")
    }
    let reach = 10_000 * Double(binSteps) / divisor(rates.max()!)
    guard maximumValue <= reach else {
      throw DefinitionError(
        field: "maximumValue", value: DefinitionError.plain(maximumValue),
        allowed: "a number up to \(Self.rounded(reach)), or more binSteps, so that there are at"
          + " most 10000 bins of binSteps/(samples + external + rate)")
    }
  }

  /// Three significant digits, rounded down.
  private static func rounded(_ value: Double) -> String {
    let unit = pow(10, log10(value).rounded(.down) - 2)
    return String(format: "%.3g", (value / unit).rounded(.down) * unit)
  }
}
