import Documents

/// How an autoregressive network learns: Adam on the log-likelihood, then the output biases alone to the end.
package struct StochasticGradient: FieldGroup {
  @Field("Updates of a fit.", in: 1...1_000_000) package var updates = 4000
  @Field("Pictures in an update.", in: 1...100_000) package var batch = 50
  @Field("The most pictures of a training set that one fit sees.", in: 1...100_000)
  package var most = 2000
  @Field("Adam's rate.", in: 0...1) package var rate = 0.003
  @Field("What the rate has lost by the last update, as a fraction.", in: 0...1)
  package var slowing = 0.98

  /// A way to learn.
  package init(updates: Int, batch: Int, most: Int, rate: Double, slowing: Double) {
    (self.updates, self.batch, self.most) = (updates, batch, most)
    (self.rate, self.slowing) = (rate, slowing)
  }
}
