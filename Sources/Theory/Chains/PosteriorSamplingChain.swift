/// Spins whose next model is drawn from the posterior of a Beta prior: the exact chain of counts.
///
/// With k of n = NM spins up the model's frequency is a Beta(a + k, b + n − k) variate, and the next count has
/// the beta-binomial law of n trials with these parameters. Data given a model, and a model given data, in
/// turn, are a Gibbs sampler of both: it keeps the prior, Beta(a, b), exactly, at every n, and with it the
/// beta-binomial law of the count.
public struct PosteriorSamplingChain: SpinChain {
  /// n ≥ 1.
  public let size: Int
  /// a > 0 and b > 0.
  public let prior: (up: Double, down: Double)

  /// The chain of n = `population` spins in a training set.
  public init(population: Int, prior: (up: Double, down: Double)) {
    precondition(
      population >= 1 && prior.up > 0 && prior.down > 0,
      "a population of at least one and a proper prior are needed")
    (size, self.prior) = (population, prior)
  }

  /// The posterior mean after a count of k, about which the frequency is drawn.
  public func frequency(_ k: Int) -> Double {
    (prior.up + Double(k)) / (prior.up + prior.down + Double(size))
  }

  /// Binomial.
  public func countProbabilities(from p: Double) -> [Double] {
    WrightFisherChain(population: size).countProbabilities(from: p)
  }

  /// Beta-binomial.
  public func countProbabilities(after k: Int) -> [Double] {
    Self.betaBinomial(
      trials: size, up: prior.up + Double(k), down: prior.down + Double(size - k))
  }

  /// The stationary law: beta-binomial with the prior's parameters.
  public var exactStationaryLaw: [Double] {
    Self.betaBinomial(trials: size, up: prior.up, down: prior.down)
  }

  /// The beta-binomial law of n trials: a frequency from Beta(a, b), and a count from it.
  ///
  /// From the ratios of neighbours, scaled to a sum of one; relative error below n ulp.
  static func betaBinomial(trials n: Int, up a: Double, down b: Double) -> [Double] {
    func ratio(_ j: Int) -> Double {
      // P(j + 1)/P(j)
      Double(n - j) / Double(j + 1) * ((a + Double(j)) / (b + Double(n - j - 1)))
    }
    var law = [Double](repeating: 0, count: n + 1)
    // From near the mean, the probabilities of what matters neither overflow nor vanish.
    let middle = min(n, Int(Double(n) * a / (a + b)))
    law[middle] = 1
    for j in middle..<max(n, middle) { law[j + 1] = law[j] * ratio(j) }
    for j in stride(from: middle - 1, through: 0, by: -1) { law[j] = law[j + 1] / ratio(j) }
    let sum = law.reduce(0, +)
    return law.map { $0 / sum }
  }
}
