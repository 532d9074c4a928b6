import Documents
import Simulation

/// Everything Figure 1 depends on: closed-loop maximum likelihood of N spins, independent in panels
/// a to c and coupled in d.
package struct Figure1Definition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "independent-spins"
  package let policy = "replace"
  package let estimator = "maximum-likelihood"
  /// Panel a.
  package var a = Trajectories()
  /// Panel b.
  package var b = AbsorptionTimes()
  /// Panel c.
  package var c = FinalStates()
  /// Panel d.
  package var d = FinalLevels()

  /// Panel a: trajectories from one start, run to absorption.
  package struct Trajectories: FieldGroup {
    @Field("N.", in: Validate.exact) package var spins = 20
    @Field("M.", in: Validate.exact) package var samples = 50
    @Field("φ̄₁,₀/N.", in: -1...1) package var start = 0.0
    @Field("Number of trajectories.", in: 1...1000) package var trajectories = 4
    @Field("Horizon, in generations.", in: Validate.generations)
    package var generations = 1_000_000
  }

  /// Panel b: the law of the absorption time.
  package struct AbsorptionTimes: FieldGroup {
    @Field("Every N.", in: Validate.exact) package var spins = [5, 10, 20]
    @Field("Every M, combined with every N.", in: Validate.exact)
    package var samples = [50, 100, 200]
    @Field("φ̄₁,₀/N.", in: -1...1) package var start = 0.0
    @Field("Replicates a curve.", in: 1...10_000_000) package var replicates = 10_000
    @Field("Horizon, in generations.", in: Validate.generations)
    package var generations = 1_000_000
    @Field("The largest t/(NM) of the tabulated curves.", in: 0.001...1000)
    package var maximumScaledTime = 8.0
    @Field("Number of equal steps from 0 to maximumScaledTime.", in: 1...100_000)
    package var steps = 400
    @Field("The exact mean is computed up to this population NM.", in: 0...10_000)
    package var exactMeanUpTo = 4000
    @Field("The exact law is computed up to this population NM.", in: 0...4000)
    package var exactLawUpTo = 1000
  }

  /// Panel c: the probability to end all up.
  package struct FinalStates: FieldGroup {
    @Field("N.", in: Validate.exact) package var spins = 10
    @Field("Every M.", in: Validate.exact) package var samples = [50, 100]
    @Field("Starts (1 + φ̄₁,₀/N)/2.", in: 0...1)
    package var starts = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
    @Field("Runs a point.", in: 1...10_000_000) package var replicates = 200
    @Field("Horizon, in generations.", in: Validate.generations)
    package var generations = 1_000_000
    @Field("Coverage of the error bars.", in: 0.5...0.999_999) package var confidence = 0.95
  }

  /// Panel d: where coupled spins end.
  package struct FinalLevels: FieldGroup {
    package let family = "coupled-spins"
    @Field("N.", in: 2...10_000) package var spins = 20
    @Field("M.", in: Validate.exact) package var samples = 100
    @Field(
      "Initial fields θ₁; the coupling is 0 at first and fitted from then on.", in: -20...20)
    package var fields = (-20...20).map { Double($0) / 10 }
    @Field("Runs from each field.", in: 1...10_000_000) package var replicates = 100
    @Field("Horizon, in generations.", in: Validate.generations)
    package var generations = 1_000_000
  }

  package func validate() throws {
    try Validate.spinsAndSamples("a", spins: [a.spins], samples: [a.samples])
    try Validate.spinsAndSamples("b", spins: b.spins, samples: b.samples)
    try Validate.spinsAndSamples("c", spins: [c.spins], samples: c.samples)
    try Validate.byLevel("d.samples", [d.samples], spins: d.spins)
  }
}
