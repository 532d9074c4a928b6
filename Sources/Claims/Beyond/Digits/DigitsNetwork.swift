import Documents
import Loop
import Machines
import Randomness
import Simulation

/// Generations of a small autoregressive network on handwritten digits.
package enum DigitsNetwork: Experiment {
  package static let id = "digits-network"
  package static let summary =
    "A small neural network that learns handwritten digits, then its own"

  package static let caption = """
    The same for a small neural network that writes digits pixel by pixel. (d) How likely it finds \
    real digits that it never saw, if one in a hundred of its pixels is a coin. (e) The entropy of \
    what it writes. (f) The fraction of those real digits that it could still write at all. With \
    one fresh digit the pixels keep two thirds of their variance and most kinds of digits remain, \
    yet the network's picture of the world has become a poor one; with twenty there is little to \
    see. (g)-(i) What the shares of dark pixels in the training sets tell, as before.
    """

  /// 200 pictures a generation, for three times as many generations.
  package static func definition(_ scale: Scale) -> DigitsNetworkDefinition {
    var definition = DigitsNetworkDefinition()
    if scale == .quick {
      (definition.start.updates, definition.retraining.updates) = (300, 10)
      definition.loop = .quick
    }
    return definition
  }

  /// The measures, the pictures shown, what pixels tell, and generations of one run.
  ///
  /// Pixels are written in the order of decreasing variance in the truth, so that the first is the most open.
  package static func run(
    _ definition: DigitsNetworkDefinition, context: RunContext
  ) throws -> [Table] {
    let loop = DigitLoop<AutoregressiveNetwork>(id: id, definition.loop, seed: definition.seed)
    let variances = loop.means.map { $0 * (1 - $0) }
    let order = (0..<Digit.pixelCount).sorted { (variances[$1], $0) < (variances[$0], $1) }
    var stream = RandomStream(key: loop.key.child("first"), purpose: .start)
    var network = AutoregressiveNetwork(
      order: order, means: loop.means, learning: definition.start, using: &stream)
    network.fit(to: loop.truth, using: &stream)
    network.learning = definition.retraining
    let (open, noise) = (variances[order[0]], definition.noise)
    let (heldOut, rareClass) = (loop.split.heldOut, definition.loop.rareClass)
    // The held-out digits are weighted as the truth is: the rare class is rare.
    let rareShare = loop.rareShare
    return try loop.run(
      from: network, columns: ["first", "entropy", "likelihood", "rare_likelihood", "possible"],
      context: context
    ) { model, pictures in
      func mean(_ digits: [UInt64], _ value: (UInt64) -> Double) -> Double {
        digits.reduce(0) { $0 + value($1) } / Double(digits.count)
      }
      let (rare, common) = (
        heldOut.filter { $0.label == rareClass }.map(\.pixels),
        heldOut.filter { $0.label != rareClass }.map(\.pixels)
      )
      func weighted(_ value: (UInt64) -> Double) -> (all: Double, rare: Double) {
        let (a, b) = (mean(common, value), mean(rare, value))
        return ((1 - rareShare) * a + rareShare * b, b)
      }
      let likelihood = weighted { model.logLikelihood(of: $0, noise: noise) }
      return [
        model.firstPixel * (1 - model.firstPixel) / open,
        -mean(pictures) { model.logLikelihood(of: $0) }, likelihood.all, likelihood.rare,
        weighted { model.logLikelihood(of: $0) > -.infinity ? 1 : 0 }.all,
      ]
    }
  }
}

/// Everything the figure `digits-network` depends on.
package struct DigitsNetworkDefinition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  /// The truth, the policies, what is recorded.
  package var loop = DigitLoopDefinition()
  @Field(
    "Held-out digits are judged by a model that writes each pixel by a fair coin with this probability.",
    in: 0.0001...0.5)
  package var noise = 0.01
  /// How the first network learns.
  package var start = StochasticGradient(
    updates: 4000, batch: 50, most: 2000, rate: 0.003, slowing: 0.98)
  /// How each further network learns, from the last one.
  package var retraining = StochasticGradient(
    updates: 40, batch: 50, most: 800, rate: 0.001, slowing: 0.9)
}
