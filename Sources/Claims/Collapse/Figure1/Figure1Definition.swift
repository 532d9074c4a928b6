import Documents
import Simulation

/// Everything Figure 1 depends on: closed-loop maximum likelihood of N spins, independent in panels
/// a to c and coupled in d.
package struct Figure1Definition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The exponential family.
  package private(set) var family = "independent-spins"
  /// What each generation is trained on.
  package private(set) var policy = "replace"
  /// How each generation is fitted.
  package private(set) var estimator = "maximum-likelihood"
  /// Panel a.
  package var a = Trajectories()
  /// Panel b.
  package var b = AbsorptionTimes()
  /// Panel c.
  package var c = FinalStates()
  /// Panel d.
  package var d = FinalLevels()

  /// Panel a: trajectories from one start, run to absorption.
  package struct Trajectories: Codable, Sendable, Equatable {
    /// N.
    package var spins = 20
    /// M.
    package var samples = 50
    /// φ̄₁,₀/N, in [−1, 1].
    package var start = 0.0
    /// Number of trajectories.
    package var trajectories = 4
    /// Horizon, in generations.
    package var generations = 1_000_000
  }

  /// Panel b: the law of the absorption time.
  package struct AbsorptionTimes: Codable, Sendable, Equatable {
    /// Every N.
    package var spins = [5, 10, 20]
    /// Every M, combined with every N.
    package var samples = [50, 100, 200]
    /// φ̄₁,₀/N, in [−1, 1].
    package var start = 0.0
    /// Replicates a curve.
    package var replicates = 10_000
    /// Horizon, in generations.
    package var generations = 1_000_000
    /// The largest t/(NM) of the tabulated curves.
    package var maximumScaledTime = 8.0
    /// Number of equal steps from 0 to ``maximumScaledTime``.
    package var steps = 400
    /// The exact mean is computed up to this population NM.
    package var exactMeanUpTo = 4000
    /// The exact law is computed up to this population NM.
    package var exactLawUpTo = 1000
  }

  /// Panel c: the probability to end all up.
  package struct FinalStates: Codable, Sendable, Equatable {
    /// N.
    package var spins = 10
    /// Every M.
    package var samples = [50, 100]
    /// Starts (1 + φ̄₁,₀/N)/2, in [0, 1].
    package var starts = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
    /// Runs a point.
    package var replicates = 200
    /// Horizon, in generations.
    package var generations = 1_000_000
    /// Coverage of the error bars, in (0, 1).
    package var confidence = 0.95
  }

  /// Panel d: where coupled spins end.
  package struct FinalLevels: Codable, Sendable, Equatable {
    /// The exponential family.
    package private(set) var family = "coupled-spins"
    /// N.
    package var spins = 20
    /// M.
    package var samples = 100
    /// Initial fields θ₁; the coupling is 0 at first and fitted from then on.
    package var fields = (-20...20).map { Double($0) / 10 }
    /// Runs from each field.
    package var replicates = 100
    /// Horizon, in generations.
    package var generations = 1_000_000
  }

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    let many = 10_000_000
    let long = 1_000_000_000_000
    try Validate.spinsAndSamples("a", spins: [a.spins], samples: [a.samples])
    try Validate.number("a.start", a.start, in: -1...1)
    try Validate.count("a.trajectories", a.trajectories, atMost: 1000)
    try Validate.count("a.generations", a.generations, atMost: long)

    try Validate.spinsAndSamples("b", spins: b.spins, samples: b.samples)
    try Validate.number("b.start", b.start, in: -1...1)
    try Validate.count("b.replicates", b.replicates, atMost: many)
    try Validate.count("b.generations", b.generations, atMost: long)
    try Validate.number("b.maximumScaledTime", b.maximumScaledTime, in: 0.001...1000)
    try Validate.count("b.steps", b.steps, atMost: 100_000)
    try Validate.count("b.exactMeanUpTo", b.exactMeanUpTo, atLeast: 0, atMost: 10_000)
    try Validate.count("b.exactLawUpTo", b.exactLawUpTo, atLeast: 0, atMost: 4000)

    try Validate.spinsAndSamples("c", spins: [c.spins], samples: c.samples)
    try Validate.list("c.starts", c.starts) { try Validate.number("c.starts", $0, in: 0...1) }
    try Validate.count("c.replicates", c.replicates, atMost: many)
    try Validate.count("c.generations", c.generations, atMost: long)
    try Validate.number("c.confidence", c.confidence, in: 0.5...0.999_999)

    try Validate.spins("d", d.spins, samples: [d.samples], atLeast: 2)
    try Validate.list("d.fields", d.fields) { try Validate.number("d.fields", $0, in: -20...20) }
    try Validate.count("d.replicates", d.replicates, atMost: many)
    try Validate.count("d.generations", d.generations, atMost: long)
  }
}
