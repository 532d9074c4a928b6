import Documents
import Simulation

/// Everything the figure `entropy` depends on: how fast the entropy falls.
package struct EntropyDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family = "exponential; Gaussian, mean and variance free; categorical"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// M.
  package var samples = 50
  /// Runs of each family.
  package var replicates = 4000
  /// Longest time shown for the exponential distribution and the Gaussian, in units of M generations.
  package var timeShown = 4.0
  /// Longest time shown for the categorical families.
  package var discreteTimeShown = 2.0
  /// Number of equal steps of time.
  package var steps = 20
  /// Numbers of symbols K of the categorical families, which start uniform.
  package var symbols = [2, 4, 8]

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    // With fewer, or for longer, the variance of some run of the Gaussian is lost beside its mean.
    try Validate.count("samples", samples, atLeast: 20, atMost: 2000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.number("timeShown", timeShown, in: 0.01...4)
    try Validate.number("discreteTimeShown", discreteTimeShown, in: 0.01...20)
    for (field, time) in [("timeShown", timeShown), ("discreteTimeShown", discreteTimeShown)] {
      try Validate.time(field, time, samples: samples)
    }
    try Validate.count("steps", steps, atMost: 200)
    try Validate.list("symbols", symbols) {
      try Validate.count("symbols", $0, atLeast: 2, atMost: 10_000)
    }
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
