import Documents
import Families
import Foundation
import Simulation

/// Everything the figure `tails` depends on: what the closed loop loses, and when.
package struct TailsDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "categorical"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// L, the number of symbols.
  package var symbols = 1000
  /// Symbols have probabilities inverse to their rank to this power.
  package var exponent = 1.0
  /// The rarest symbols that hold this share together are the minority.
  package var minority = 0.1
  /// M.
  package var samples = 1000
  /// Independent runs.
  package var replicates = 400
  /// The longest time shown, in units of M generations.
  package var timeShown = 10.0

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("symbols", symbols, atLeast: 2, atMost: 10_000)
    try Validate.number("exponent", exponent, in: 0...5)
    try Validate.number("minority", minority, in: 0.001...0.999)
    try Validate.count("samples", samples, atLeast: 2, atMost: 2000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.number("timeShown", timeShown, in: 0.1...20)
    try Validate.time("timeShown", timeShown, samples: samples)
  }

  var law: ZipfLaw { ZipfLaw(symbols: symbols, exponent: exponent) }

  /// The last generation.
  var last: Int { max(1, Int((timeShown * Double(samples)).rounded())) }

  /// The generations at which metrics are shown: six a decade.
  var generations: [Int] { Self.decades(6, upTo: last) }

  /// The powers of ten at which the ranks that are left are shown.
  var moments: [Int] { Self.decades(1, upTo: last) }

  /// The ranks shown, about eight a decade, and the last.
  var ranks: [Int] { Set(Self.decades(8, upTo: symbols) + [symbols]).sorted() }

  private static func decades(_ count: Int, upTo last: Int) -> [Int] {
    var values: Set<Int> = []
    for step in 0... {
      let value = Int(pow(10, Double(step) / Double(count)).rounded())
      if value > last { break }
      values.insert(value)
    }
    return values.sorted()
  }
}
