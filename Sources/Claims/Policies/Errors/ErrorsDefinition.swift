import Documents
import Families
import Foundation
import Loop
import Simulation
import Theory

/// Everything the figure `errors` depends on: functional, sampling and learning error, one by one.
package struct ErrorsDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "coupled-spins and independent-spins, N = 2; Gaussian mean"
  package let policy = "replace, with M samples or infinitely many"
  package let estimator = "maximum-likelihood; gradient steps, restarted or continued"
  @Field("θ₁ of the truth.", in: -2...2) package var field = 0.15
  @Field("θ₂ of the truth.", in: -3...3) package var coupling = 1.4
  @Field("M.", in: 2...60, because: "the exact chain has (M + 1)(M + 2)/2 states")
  package var samples = 50
  @Field("θ₁ of the model that gradient steps start from; its coupling is 0.", in: -3...3)
  package var startField = -0.5
  @Field(
    "Learning rate η.", in: 0.001...0.25,
    because: "Var S is 4 at most, and gradient steps at twice this rate do not converge")
  package var rate = 0.2
  @Field("Gradient steps in one fit.", in: 1...10_000) package var steps = 5
  @Field("Runs of each case.", in: 2...1_000_000) package var replicates = 2000
  @Field("The last generation shown.", in: 2...100_000) package var generationsShown = 1000
  @Field("Generations shown in a decade.", in: 1...1000) package var perDecade = 10

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
