import Documents

/// How a restricted Boltzmann machine learns: persistent contrastive divergence.
///
/// T. Tieleman, *Training restricted Boltzmann machines using approximations to the likelihood gradient*, ICML
/// 2008, doi 10.1145/1390156.1390290. The gradient is what the data expect minus what the model expects; the
/// latter comes from Gibbs chains that move by one sweep between two updates, while the model moves slowly. The
/// visible biases have a rate of their own: they alone make the means of the pixels those of the training set.
package struct ContrastiveDivergence: FieldGroup {
  @Field("Updates of a fit.", in: 1...1_000_000) package var updates = 8000
  @Field(
    "Chains of the model, and the most pictures of a training set that one fit sees besides their means.",
    in: 1...100_000)
  package var chains = 200
  @Field("Pictures of the training set in an update.", in: 1...100_000) package var batch = 100
  @Field("Rate of weights and hidden biases.", in: 0...1) package var weightRate = 0.1
  @Field("Rate of visible biases.", in: 0...1) package var biasRate = 0.1
  @Field("What the rates have lost by the last update, as a fraction.", in: 0...1)
  package var slowing = 0.98
  @Field("Weights decay at this rate, in units of their own.", in: 0...1)
  package var decay = 0.0001
  @Field("Sweeps from a training picture to a sample.", in: 0...100_000) package var sweeps = 20

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
