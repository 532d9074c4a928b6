import Documents
import Foundation
import Simulation

/// Everything Figure 3 depends on: Poisson counts with a fresh point and an exponential prior.
package struct Figure3Definition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "poisson"
  /// What each generation is trained on.
  package private(set) var policy = "replace, with fresh external points"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-a-posteriori, exponential in the rate"
  /// Every ϑ₀ > 0.
  package var truths = [1.0, 0.25]
  /// Every λ ≥ 0, combined with every ϑ₀.
  package var rates = [0.0, 1.0]
  /// M.
  package var samples = 200
  /// m ≥ 1.
  package var external = 1
  /// Generations kept in each case, summed over its chains.
  package var generations = 4_000_000
  /// Independent chains of each case, ≥ 2.
  package var chains = 20
  /// Generations that each chain runs before the first that is kept.
  package var burnIn = 5000
  /// Steps 1/(M + m + λ) of the lattice in one bin.
  package var binSteps = 20
  /// The histograms reach to this ϑ.
  package var maximumValue = 3.0

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
    try Validate.list("truths", truths) { try Validate.number("truths", $0, in: 1e-6...1e6) }
    try Validate.list("rates", rates) { try Validate.number("rates", $0, in: 0...1e6) }
    try Validate.count("samples", samples, atMost: 2000)
    guard external != 0 else {
      throw DefinitionError(
        field: "external", value: "0",
        allowed: "at least 1, because there is no stationary law without external points: the loop"
          + " collapses onto the rate 0, whatever the prior")
    }
    try Validate.count("external", external, atMost: 1_000_000)
    try Validate.count("binSteps", binSteps, atMost: 100_000)
    try Validate.number("maximumValue", maximumValue, in: 0.001...1e6)
    try checkWidth()
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
