import Documents
import Foundation
import Machines
import Simulation

/// Everything the figure `machines` depends on: closed loops of Boltzmann machines.
package struct MachinesDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let family = "restricted Boltzmann machines of units ±1"
  package let policy = "replace; one fresh point; one fixed point"
  package let estimator =
    "maximum-likelihood, visible biases to 1e-10; stopped early; L2 on all parameters"
  @Field("Visible units of all machines but one.", in: 1...10) package var visible = 6
  @Field("Hidden units of the machines whose units are compared.", in: 0...19)
  package var hidden = [0, 4, 12]
  @Field("Hidden units of the machines of all other loops.", in: 0...19)
  package var hiddenShown = 4
  @Field("Hidden units of the truth.", in: 0...10) package var truthHidden = 3
  @Field("The size of the truth's weights; its fields are 0.", in: 0...3)
  package var coupling = 0.7
  @Field("M.", in: 2...1000) package var samples = 20
  @Field("M of one more loop.", in: 2...1000) package var moreSamples = 50
  @Field("The last time shown, in units of M generations.", in: 0.1...100)
  package var timeShown = 4.0
  @Field("Number of equal steps of time.", in: 1...1000) package var steps = 16
  @Field("λ of the penalty λ Σ θ² on the log-likelihood of all data.", in: 0.001...100)
  package var penalty = 0.25
  @Field("Quasi-Newton steps of a fit that is stopped early.", in: 1...60)
  package var earlySteps = 5
  @Field("Runs of each loop.", in: 2...100_000) package var replicates = 400
  @Field(
    "Units of either kind of one large machine, with a truth of as many visible ones.", in: 1...10)
  package var largeUnits = 10
  @Field("Its runs.", in: 2...10_000) package var largeReplicates = 60

  package func validate() throws {
    try Validate.count("hidden", hidden, from: 0, to: 20 - visible)
    try Validate.count("hiddenShown", [hiddenShown], from: 0, to: 20 - visible)
    try Validate.time("timeShown", timeShown, samples: min(samples, moreSamples))
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
