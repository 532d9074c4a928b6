import Documents
import Families
import Foundation
import Simulation

/// Everything the figure `tails` depends on: what the closed loop loses, and when.
package struct TailsDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "categorical"
  package let policy = "replace"
  package let estimator = "maximum-likelihood"
  @Field("L, the number of symbols.", in: 2...10_000) package var symbols = 1000
  @Field("Symbols have probabilities inverse to their rank to this power.", in: 0...5)
  package var exponent = 1.0
  @Field("The rarest symbols that hold this share together are the minority.", in: 0.001...0.999)
  package var minority = 0.1
  @Field("M.", in: 2...2000) package var samples = 1000
  @Field("Independent runs.", in: 2...100_000) package var replicates = 400
  @Field("The longest time shown, in units of M generations.", in: 0.1...20)
  package var timeShown = 10.0

  package func validate() throws {
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
