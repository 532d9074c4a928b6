import Documents
import Foundation
import Machines
import Simulation

/// Everything the figure `machines` depends on: closed loops of Boltzmann machines.
package struct MachinesDefinition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// The models.
  package private(set) var family = "restricted Boltzmann machines of units ±1"
  /// What each generation is trained on.
  package private(set) var policy = "replace; one fresh point; one fixed point"
  /// How each generation is fitted.
  package private(set) var estimator =
    "maximum-likelihood, visible biases to 1e-10; stopped early; L2 on all parameters"
  /// Visible units of all machines but one.
  package var visible = 6
  /// Hidden units of the machines whose units are compared.
  package var hidden = [0, 4, 12]
  /// Hidden units of the machines of all other loops.
  package var hiddenShown = 4
  /// Hidden units of the truth.
  package var truthHidden = 3
  /// The size of the truth's weights; its fields are 0.
  package var coupling = 0.7
  /// M.
  package var samples = 20
  /// M of one more loop.
  package var moreSamples = 50
  /// The last time shown, in units of M generations.
  package var timeShown = 4.0
  /// Number of equal steps of time.
  package var steps = 16
  /// λ of the penalty λ Σ θ² on the log-likelihood of all data.
  package var penalty = 0.25
  /// Quasi-Newton steps of a fit that is stopped early.
  package var earlySteps = 5
  /// Runs of each loop.
  package var replicates = 400
  /// Units of either kind of one large machine, with a truth of as many visible ones.
  package var largeUnits = 10
  /// Its runs.
  package var largeReplicates = 60

  /// The built-in definition.
  package init() {}

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.count("visible", visible, atMost: 10)
    let allowed = 20 - visible
    try Validate.list("hidden", hidden) {
      try Validate.count("hidden", $0, atLeast: 0, atMost: allowed)
    }
    try Validate.count("hiddenShown", hiddenShown, atLeast: 0, atMost: allowed)
    try Validate.count("truthHidden", truthHidden, atLeast: 0, atMost: 10)
    try Validate.number("coupling", coupling, in: 0...3)
    try Validate.count("samples", samples, atLeast: 2, atMost: 1000)
    try Validate.count("moreSamples", moreSamples, atLeast: 2, atMost: 1000)
    try Validate.number("timeShown", timeShown, in: 0.1...100)
    try Validate.time("timeShown", timeShown, samples: min(samples, moreSamples))
    try Validate.count("steps", steps, atMost: 1000)
    try Validate.number("penalty", penalty, in: 0.001...100)
    try Validate.count("earlySteps", earlySteps, atMost: 60)
    try Validate.count("replicates", replicates, atLeast: 2, atMost: 100_000)
    try Validate.count("largeUnits", largeUnits, atMost: 10)
    try Validate.count("largeReplicates", largeReplicates, atLeast: 2, atMost: 10_000)
  }

  /// The generations shown with M = `samples`: equal steps of time, each at least one generation.
  func generations(samples: Int) -> [Int] {
    var times = [0]
    for step in 1...steps {
      let t = Int(
        (timeShown * Double(samples) * Double(step) / Double(steps)).rounded())
      if t > times.last! { times.append(t) }
    }
    return times
  }

  /// The truth of so many visible units: weights ±`coupling` without fields, so that each unit is even.
  ///
  /// The signs are those of Walsh's functions: each hidden unit prefers a pattern of its own, and its
  /// opposite.
  func truth(visible: Int) -> BoltzmannMember {
    let machine = RestrictedBoltzmannMachine(visible: visible, hidden: truthHidden)
    var hidden = [Double]()
    for j in 0..<truthHidden {
      hidden.append(0)
      for i in 0..<visible { hidden.append(i >> j & 1 == 0 ? coupling : -coupling) }
    }
    return BoltzmannFamily(machine).member(
      biases: [Double](repeating: 0, count: visible), hidden: hidden)
  }
}
