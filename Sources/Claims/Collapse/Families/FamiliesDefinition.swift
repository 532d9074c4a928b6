import Documents
import Foundation
import Simulation

/// Everything the figure `families` depends on: closed loops of unbounded statistics.
package struct FamiliesDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family =
    "Poisson; Gaussian, mean and variance free; exponential; Gaussian of several variables"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// M.
  package var samples = 50
  /// Mλ₀ of the Poisson loops: the count expected in the first generation.
  package var counts = [5.0, 20, 80]
  /// The last generation of the Poisson loops.
  package var generationsShown = 2000
  /// The longest time of the Gaussian and of the exponential loop, in units of M generations.
  package var timeShown = 10.0
  /// d, the number of variables of the last loop.
  package var dimensions = 5
  /// The longest time of the loop of d variables, in units of M generations.
  package var covarianceTimeShown = 20.0
  /// Runs of each loop of one variable.
  package var replicates = 2000
  /// Runs of the loop of d variables.
  package var covarianceReplicates = 200
  /// Number of equal steps of time.
  package var steps = 20
  /// Coverage of the error bars of fractions, in (0, 1).
  package var confidence = 0.95

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("dimensions", dimensions, atLeast: 2, atMost: 10)
    // The d-th variate has M − d degrees of freedom.
    try Validate.count("samples", samples, atLeast: dimensions + 1, atMost: 10_000)
    try Validate.list("counts", counts) { try Validate.number("counts", $0, in: 0.001...1_000_000) }
    try Validate.count("generationsShown", generationsShown, atLeast: 2, atMost: 1_000_000)
    for (field, time) in [
      ("timeShown", timeShown), ("covarianceTimeShown", covarianceTimeShown),
    ] {
      try Validate.number(field, time, in: 0.01...100)
      try Validate.time(field, time, samples: samples)
    }
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.count("covarianceReplicates", covarianceReplicates, atLeast: 2, atMost: 100_000)
    try Validate.count("steps", steps, atMost: 200)
    try Validate.number("confidence", confidence, in: 0.5...0.999999)
  }

  /// Up to forty generations at equal ratios, from 1 to the last.
  var extinctionTimes: [Int] {
    let ratio = log(Double(generationsShown))
    return Set((0...40).map { Int(exp(ratio * Double($0) / 40).rounded()) }).sorted()
  }

  /// The generations shown, up to `time` units of M.
  func generations(upTo time: Double) -> [Int] {
    let times = (0...steps).map {
      Int((time * Double(samples) * Double($0) / Double(steps)).rounded())
    }
    return Set(times).sorted()
  }
}
