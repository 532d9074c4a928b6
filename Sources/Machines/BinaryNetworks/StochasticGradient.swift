/// How an autoregressive network learns: Adam on the log-likelihood, then the output biases alone to the end.
package struct StochasticGradient: Codable, Sendable, Equatable {
  /// Updates of a fit.
  package var updates: Int
  /// Pictures in an update.
  package var batch: Int
  /// The most pictures of a training set that one fit sees.
  package var most: Int
  /// Adam's rate.
  package var rate: Double
  /// What the rate has lost by the last update, as a fraction.
  package var slowing: Double

  /// A way to learn.
  package init(updates: Int, batch: Int, most: Int, rate: Double, slowing: Double) {
    (self.updates, self.batch, self.most) = (updates, batch, most)
    (self.rate, self.slowing) = (rate, slowing)
  }
}
