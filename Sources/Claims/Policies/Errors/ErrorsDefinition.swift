import Documents
import Families
import Foundation
import Loop
import Simulation
import Theory

/// Everything the figure `errors` depends on: functional, sampling and learning error, one by one.
package struct ErrorsDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential families.
  package private(set) var family = "coupled-spins and independent-spins, N = 2; Gaussian mean"
  /// What each generation is trained on.
  package private(set) var policy = "replace, with M samples or infinitely many"
  /// How each generation is fitted.
  package private(set) var estimator =
    "maximum-likelihood; gradient steps, restarted or continued"
  /// θ₁ of the truth.
  package var field = 0.15
  /// θ₂ of the truth.
  package var coupling = 1.4
  /// M.
  package var samples = 50
  /// θ₁ of the model that gradient steps start from; its coupling is 0.
  package var startField = -0.5
  /// Learning rate η.
  package var rate = 0.2
  /// Gradient steps in one fit.
  package var steps = 5
  /// Runs of each case.
  package var replicates = 2000
  /// The last generation shown.
  package var generationsShown = 1000
  /// Generations shown in a decade.
  package var perDecade = 10

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.number("field", field, in: -2...2)
    try Validate.number("coupling", coupling, in: -3...3)
    // The exact chain has (M + 1)(M + 2)/2 states.
    try Validate.count("samples", samples, atLeast: 2, atMost: 60)
    try Validate.number("startField", startField, in: -3...3)
    // Var S is 4 at most: twice this rate would overshoot for ever.
    try Validate.number("rate", rate, in: 0.001...0.25)
    try Validate.count("steps", steps, atMost: 10_000)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 1_000_000)
    try Validate.count("generationsShown", generationsShown, atLeast: 2, atMost: 100_000)
    try Validate.count("perDecade", perDecade, atMost: 1000)
  }

  /// The generations shown, at equal distances on a logarithmic axis.
  var generations: [Int] { logarithmicGenerations(upTo: generationsShown, perDecade: perDecade) }

  var truth: SIMD2<Double> { SIMD2(field, coupling) }

  /// What a model can hold.
  enum Family: String, CaseIterable {
    case coupled, independent

    var theory: PairLoop.Family { self == .coupled ? .coupled : .independent }
  }

  /// How far a fit goes, and where it starts.
  enum Fit: String, CaseIterable {
    case complete, restarted, continued
  }

  /// The estimator of unfinished fits.
  func stopping<F>(from start: EarlyStopping<F>.Start) -> EarlyStopping<F> {
    EarlyStopping(steps: steps, rate: rate, from: start)
  }

  /// The exact loop, where there is one: a fit that continues has a memory of infinitely many values.
  func exact(_ family: Family, _ fit: Fit) -> PairLoop? {
    switch fit {
    case .complete: PairLoop(family.theory, .complete)
    case .restarted:
      PairLoop(
        family.theory, .restarted(steps: steps, rate: rate, start: SIMD2(startField, 0)))
    case .continued: nil
    }
  }
}

/// Generations from 1 to `last` at equal distances on a logarithmic axis, without repetition.
func logarithmicGenerations(upTo last: Int, perDecade: Int) -> [Int] {
  var generations = [1]
  for index in 1... {
    let t = Int(pow(10, Double(index) / Double(perDecade)).rounded())
    if t >= last { break }
    if t > generations.last! { generations.append(t) }
  }
  return last > 1 ? generations + [last] : generations
}
