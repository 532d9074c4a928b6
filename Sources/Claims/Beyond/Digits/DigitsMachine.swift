import Documents
import Loop
import Machines
import Randomness
import Simulation

/// Generations of a restricted Boltzmann machine on handwritten digits.
package enum DigitsMachine: Experiment {
  package static let id = "digits-machine"
  package static let summary =
    "A restricted Boltzmann machine that learns handwritten digits, then its own"

  package static let caption = """
    A restricted Boltzmann machine of 64 visible and 64 hidden units that learnt handwritten \
    digits, and then, generation by generation, its own: 200 pictures of the last machine, alone \
    (red) or with real digits beside them. (a) The variance of the pixels, in units of the \
    truth's: points are measured, lines the law of a perfect fit. (b) How many kinds of digits a \
    classifier finds among 200 pictures. (c) How often the rare digit is among them, a zero, which \
    is 2 % of the truth. Means of six runs, with standard errors. (d)-(f) What the shares of dark \
    pixels in the training sets tell somebody who does not know the policy, run by run (intervals \
    of 95 %; black is what is true): (d) how many fresh digits a generation has, (e) of how many \
    pictures the drift is, (f) which verdict each pixel has by itself.
    """

  /// 200 pictures a generation, for three times as many generations.
  package static func definition(_ scale: Scale) -> DigitsMachineDefinition {
    var definition = DigitsMachineDefinition()
    if scale == .quick {
      (definition.start.updates, definition.start.chains) = (1000, 100)
      (definition.retraining.updates, definition.retraining.chains) = (20, 100)
      definition.loop = .quick
    }
    return definition
  }

  /// The measures, the pictures shown, what pixels tell, and generations of one run.
  package static func run(
    _ definition: DigitsMachineDefinition, context: RunContext
  ) throws -> [Table] {
    let loop = DigitLoop<PictureBoltzmannMachine>(id: id, definition.loop, seed: definition.seed)
    var stream = RandomStream(key: loop.key.child("first"), purpose: .start)
    var machine = PictureBoltzmannMachine(
      means: loop.means, learning: definition.start, using: &stream)
    machine.fit(to: loop.truth, using: &stream)
    machine.learning = definition.retraining
    return try loop.run(from: machine, columns: [], context: context) { _, _ in [] }
  }
}

/// Everything the figure `digits-machine` depends on.
package struct DigitsMachineDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  /// The truth, the policies, what is recorded.
  package var loop = DigitLoopDefinition()
  /// How the first machine learns.
  package var start = ContrastiveDivergence(
    updates: 8000, chains: 200, batch: 100, weightRate: 0.1, biasRate: 0.1, slowing: 0.98,
    decay: 0.0001, sweeps: 20)
  /// How each further machine learns, from the last one.
  package var retraining = ContrastiveDivergence(
    updates: 40, chains: 800, batch: 200, weightRate: 0.05, biasRate: 0.3, slowing: 0.9,
    decay: 0.0001, sweeps: 20)
}
