import Documents
import Simulation

/// Everything the figure `entropy` depends on: how fast the entropy falls.
package struct EntropyDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "exponential; Gaussian, mean and variance free; categorical"
  package let policy = "replace"
  package let estimator = "maximum-likelihood"
  @Field(
    "M.", in: 20...2000,
    because: "with fewer the variance of some run of the Gaussian is lost beside its mean")
  package var samples = 50
  @Field("Runs of each family.", in: 2...100_000) package var replicates = 4000
  @Field(
    "Longest time shown for the exponential distribution and the Gaussian, in units of M generations.",
    in: 0.01...4, because: "later the variance of some run of the Gaussian is lost beside its mean")
  package var timeShown = 4.0
  @Field("Longest time shown for the categorical families.", in: 0.01...20)
  package var discreteTimeShown = 2.0
  @Field("Number of equal steps of time.", in: 1...200) package var steps = 20
  @Field(
    "Numbers of symbols K of the categorical families, which start uniform.", in: 2...10_000)
  package var symbols = [2, 4, 8]

  package func validate() throws {
    try Validate.time("timeShown", timeShown, samples: samples)
    try Validate.time("discreteTimeShown", discreteTimeShown, samples: samples)
  }

  /// The generations shown, up to `time` units of M.
  func generations(upTo time: Double) -> [Int] {
    let times = (0...steps).map {
      Int((time * Double(samples) * Double($0) / Double(steps)).rounded())
    }
    return times.enumerated().filter { $0.offset == 0 || times[$0.offset - 1] < $0.element }
      .map(\.element)
  }
}
