/// How an autoregressive network learns: Adam on the log-likelihood, then the output biases alone to the end.
public struct StochasticGradient: Codable, Sendable, Equatable {
  /// Updates of a fit.
  public var updates: Int
  /// Pictures in an update.
  public var batch: Int
  /// The most pictures of a training set that one fit sees.
  public var most: Int
  /// Adam's rate.
  public var rate: Double
  /// What the rate has lost by the last update, as a fraction.
  public var slowing: Double

  /// A way to learn.
  public init(updates: Int, batch: Int, most: Int, rate: Double, slowing: Double) {
    (self.updates, self.batch, self.most) = (updates, batch, most)
    (self.rate, self.slowing) = (rate, slowing)
  }
}
