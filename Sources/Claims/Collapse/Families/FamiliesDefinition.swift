import Documents
import Foundation
import Simulation

/// Everything the figure `families` depends on: closed loops of unbounded statistics.
package struct FamiliesDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family =
    "Poisson; Gaussian, mean and variance free; exponential; Gaussian of several variables"
  package let policy = "replace"
  package let estimator = "maximum-likelihood"
  @Field("M.", in: 3...10_000) package var samples = 50
  @Field(
    "Mλ₀ of the Poisson loops: the count expected in the first generation.", in: 0.001...1_000_000)
  package var counts = [5.0, 20, 80]
  @Field("The last generation of the Poisson loops.", in: 2...1_000_000)
  package var generationsShown = 2000
  @Field(
    "The longest time of the Gaussian and of the exponential loop, in units of M generations.",
    in: 0.01...100)
  package var timeShown = 10.0
  @Field("d, the number of variables of the last loop.", in: 2...10) package var dimensions = 5
  @Field("The longest time of the loop of d variables, in units of M generations.", in: 0.01...100)
  package var covarianceTimeShown = 20.0
  @Field("Runs of each loop of one variable.", in: 2...1_000_000) package var replicates = 2000
  @Field("Runs of the loop of d variables.", in: 2...100_000)
  package var covarianceReplicates = 200
  @Field("Number of equal steps of time.", in: 1...200) package var steps = 20
  @Field("Coverage of the error bars of fractions.", in: 0.5...0.999_999)
  package var confidence = 0.95

  package func validate() throws {
    // The d-th variate has M − d degrees of freedom.
    try Validate.count("samples", [samples], from: dimensions + 1, to: 10_000)
    try Validate.time("timeShown", timeShown, samples: samples)
    try Validate.time("covarianceTimeShown", covarianceTimeShown, samples: samples)
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
