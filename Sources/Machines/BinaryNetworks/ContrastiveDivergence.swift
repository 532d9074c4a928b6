/// How a restricted Boltzmann machine learns: persistent contrastive divergence.
///
/// T. Tieleman, *Training restricted Boltzmann machines using approximations to the likelihood gradient*, ICML
/// 2008, doi 10.1145/1390156.1390290. The gradient is what the data expect minus what the model expects; the
/// latter comes from Gibbs chains that move by one sweep between two updates, while the model moves slowly. The
/// visible biases have a rate of their own: they alone make the means of the pixels those of the training set.
package struct ContrastiveDivergence: Codable, Sendable, Equatable {
  /// Updates of a fit.
  package var updates: Int
  /// Chains of the model, and the most pictures of a training set that one fit sees besides their means.
  package var chains: Int
  /// Pictures of the training set in an update.
  package var batch: Int
  /// Rate of weights and hidden biases.
  package var weightRate: Double
  /// Rate of visible biases.
  package var biasRate: Double
  /// What the rates have lost by the last update, as a fraction.
  package var slowing: Double
  /// Weights decay at this rate, in units of their own.
  package var decay: Double
  /// Sweeps from a training picture to a sample.
  package var sweeps: Int

  /// A way to learn.
  package init(
    updates: Int, chains: Int, batch: Int, weightRate: Double, biasRate: Double, slowing: Double,
    decay: Double, sweeps: Int
  ) {
    (self.updates, self.chains, self.batch) = (updates, chains, batch)
    (self.weightRate, self.biasRate, self.slowing) = (weightRate, biasRate, slowing)
    (self.decay, self.sweeps) = (decay, sweeps)
  }
}
