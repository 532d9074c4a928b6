import Randomness

/// A restricted Boltzmann machine of 64 visible and 64 hidden units with values 0 and 1.
///
/// `p(v, h) ∝ exp(b·v + c·h + v·W h)`. Given one layer the units of the other are independent, so that Gibbs
/// sampling changes a whole layer, one word, at a time.
package struct PictureBoltzmannMachine: PictureModel {
  /// W, a row for each visible unit.
  package private(set) var weights = Weights()
  /// Its transpose.
  private(set) var transposed = Weights()
  /// b.
  package private(set) var visibleBias: Vector64
  /// c.
  package private(set) var hiddenBias = Vector64(repeating: Lanes(), count: 8)
  /// Pixels at which b is infinite.
  package private(set) var fixed = FixedPixels.none
  /// How it learns, and how it is sampled.
  package var learning: ContrastiveDivergence

  /// A machine with small random weights, whose visible units have the given means if no weight were there.
  ///
  /// - Parameter means: of each pixel, in [0, 1]; pulled away from the ends by a hundredth.
  package init<G: RandomNumberGenerator>(
    means: [Double], learning: ContrastiveDivergence, using generator: inout G
  ) {
    self.learning = learning
    visibleBias = logits(ofMeans: means)
    for i in 0..<512 {
      for k in 0..<8 {
        weights.lanes[i][k] = Float(0.01 * Normal.draw(using: &generator))
      }
    }
    transposed = weights.transposed
  }

  /// A machine with the given parameters.
  package init(
    weights: Weights, visibleBias: Vector64, hiddenBias: Vector64, fixed: FixedPixels,
    learning: ContrastiveDivergence
  ) {
    (self.weights, transposed) = (weights, weights.transposed)
    (self.visibleBias, self.hiddenBias) = (visibleBias, hiddenBias)
    (self.fixed, self.learning) = (fixed, learning)
  }

  // MARK: - One layer given the other

  /// Probabilities of the hidden units, into `probabilities`.
  @inline(__always)
  func hidden(given visible: UInt64, _ probabilities: inout Vector64) {
    weights.sumRows(visible, from: hiddenBias, into: &probabilities)
    for k in 0..<8 { probabilities[k] = logistic(probabilities[k]) }
  }

  /// Probabilities of the visible units, as if none were fixed, into `probabilities`.
  @inline(__always)
  func visible(given hidden: UInt64, _ probabilities: inout Vector64) {
    transposed.sumRows(hidden, from: visibleBias, into: &probabilities)
    for k in 0..<8 { probabilities[k] = logistic(probabilities[k]) }
  }

  /// A picture one sweep on: the hidden layer is drawn, and then the visible one.
  @inline(__always)
  package func sweep<G: RandomNumberGenerator>(
    _ picture: UInt64, _ scratch: inout Vector64, using generator: inout G
  ) -> UInt64 {
    hidden(given: picture, &scratch)
    visible(given: bernoulli(scratch, using: &generator), &scratch)
    return fixed.applied(to: bernoulli(scratch, using: &generator))
  }

  /// Pictures at the ends of Gibbs chains that start from random pictures of the training set.
  ///
  /// Whatever such a chain is too short to mix, its start has resampled: the share of a mode, say.
  package func samples(
    _ count: Int, trainedOn data: [UInt64], using stream: inout RandomStream
  ) -> [UInt64] {
    var scratch = Vector64(repeating: Lanes(), count: 8)
    return (0..<count).map { _ in
      var picture = fixed.applied(to: data[stream.nextIndex(below: data.count)])
      for _ in 0..<learning.sweeps { picture = sweep(picture, &scratch, using: &stream) }
      return picture
    }
  }

  // MARK: - Learning

  /// Persistent contrastive divergence; see ``ContrastiveDivergence``.
  package mutating func fit(to data: [UInt64], using stream: inout RandomStream) {
    fixed = FixedPixels(data)
    let free = mask(ofFree: fixed)
    let means = vector(bitMeans(data))
    // As many chains start from each picture, so that no noise enters before the first sweep.
    let seen = subset(of: data, count: learning.chains, using: &stream)
    var chains = (0..<learning.chains).map { seen[$0 % seen.count] }
    for update in 0..<learning.updates {
      let pace = 1 - learning.slowing * Double(update) / Double(learning.updates)
      let batch = subset(of: seen, count: learning.batch, using: &stream)
      let step = gradient(batch, &chains, using: &stream)
      let (w, b) = (Float(learning.weightRate * pace), Float(learning.biasRate * pace))
      let decay = Float(learning.decay)
      for i in 0..<512 {
        weights.lanes[i] += w * (step.weights.lanes[i] - decay * weights.lanes[i])
      }
      for k in 0..<8 {
        visibleBias[k] += b * free[k] * (means[k] - step.visible[k])
        hiddenBias[k] += w * step.hidden[k]
      }
      transposed = weights.transposed
    }
  }

  /// One step's direction: data minus model for W and c, and the means of the visible units in the model.
  ///
  /// - Parameter chains: the model's persistent chains, moved on by a sweep.
  package func gradient<G: RandomNumberGenerator>(
    _ batch: [UInt64], _ chains: inout [UInt64], using generator: inout G
  ) -> (weights: Weights, hidden: Vector64, visible: Vector64) {
    var step = Weights()
    var scratch = Vector64(repeating: Lanes(), count: 8)
    var hiddenStep = scratch
    var visibleMean = scratch
    let unit = 1 / Float(batch.count)
    for picture in batch {
      hidden(given: picture, &scratch)
      step.add(scratch, times: unit, toRows: picture)
      for k in 0..<8 { hiddenStep[k] += unit * scratch[k] }
    }
    let share = 1 / Float(chains.count)
    for i in chains.indices {
      let picture = fixed.applied(to: chains[i])
      hidden(given: picture, &scratch)
      step.add(scratch, times: -share, toRows: picture)
      for k in 0..<8 { hiddenStep[k] -= share * scratch[k] }
      visible(given: bernoulli(scratch, using: &generator), &scratch)
      for k in 0..<8 { visibleMean[k] += share * scratch[k] }
      chains[i] = bernoulli(scratch, using: &generator)
    }
    return (step, hiddenStep, visibleMean)
  }
}

/// 64 numbers in lanes.
func vector(_ numbers: [Double]) -> Vector64 {
  (0..<8).map { k in Lanes((0..<8).map { Float(numbers[8 * k + $0]) }) }
}

/// 1 for a pixel that is free, 0 for one that is fixed.
func mask(ofFree fixed: FixedPixels) -> Vector64 {
  vector((0..<64).map { fixed.all >> UInt64($0) & 1 == 0 ? 1 : 0 })
}
