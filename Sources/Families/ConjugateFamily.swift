import PortableMath
import Randomness

/// A family whose conjugate posterior can be drawn from.
public protocol ConjugateFamily: ExponentialFamily {
  /// A member drawn from the density `∝ exp(θ·Σφ − nA(θ)) dθ`.
  ///
  /// - Parameters:
  ///   - data: `Σφ` and n, data and pseudo-data together.
  ///   - generator: the source of random numbers.
  /// - Throws: ``EstimationError`` if the density is not normalisable and has no limit on a face.
  func drawPosterior<G: RandomNumberGenerator>(
    given data: Statistics, using generator: inout G
  ) throws(EstimationError) -> Member
}

/// Variates of Beta and Dirichlet laws, as shares of Gamma variates; a share of weight 0 is 0.
private func shares<G: RandomNumberGenerator>(
  _ weights: [Double], using generator: inout G
) -> [Double] {
  weights.map { $0 > 0 ? Gamma(shape: $0).draw(using: &generator) : 0 }
}

extension FrequencyFamily {
  /// The probability of success is Beta, its parameters the numbers of successes and failures.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: SufficientStatistics<Double>, using generator: inout G
  ) throws(EstimationError) -> Member {
    _ = try maximumLikelihood(data)
    let (ups, downs) = counts(in: data)
    let parts = shares([ups, downs], using: &generator)
    let total = parts[0] + parts[1]
    return Member(family: self, up: parts[0] / total, down: parts[1] / total)
  }
}

extension IndependentSpins: ConjugateFamily {}
extension BinomialFamily: ConjugateFamily {}

extension PoissonFamily: ConjugateFamily {
  /// The rate is Gamma, of shape Σs and rate n.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: SufficientStatistics<Double>, using generator: inout G
  ) throws(EstimationError) -> Member {
    let mean = try maximumLikelihood(data).mean
    if mean == 0 { return member(rate: 0) }
    let rate = Gamma(shape: data.sum).draw(using: &generator) / data.count
    guard rate <= Poisson.maximumMean else { throw .beyondDoublePrecision }
    return member(rate: rate)
  }
}

extension GammaKnownShape: ConjugateFamily {
  /// `−θ` is Gamma, of shape kn + 1 and rate Σs.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: ScaledStatistics, using generator: inout G
  ) throws(EstimationError) -> Member {
    _ = try maximumLikelihood(data)
    let size = shape * data.count + 1
    guard size < .infinity else { throw .beyondDoublePrecision }
    let sum = data.scaledSum
    let mean = shape * sum.significand / Gamma(shape: size).draw(using: &generator)
    guard mean < .infinity else { throw .beyondDoublePrecision }
    return Member(
      shape: shape, scaledMean: ScaledNumber(significand: mean, exponent: sum.exponent))
  }
}

extension NegativeBinomial: ConjugateFamily {
  /// `e^θ` is Beta, with the parameters Σs and rn + 1.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: SufficientStatistics<Double>, using generator: inout G
  ) throws(EstimationError) -> Member {
    _ = try maximumLikelihood(data)
    let second = size * data.count + 1
    guard data.sum + second < .infinity else { throw .beyondDoublePrecision }
    let parts = shares([data.sum, second], using: &generator)
    let mean = size * parts[0] / parts[1]
    guard mean <= NegativeBinomial.largestMean else { throw .beyondDoublePrecision }
    return member(mean: mean)
  }
}

extension GaussianKnownVariance: ConjugateFamily {
  /// The mean is normal, about φ̄ with the variance σ²/n.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: SufficientStatistics<Double>, using generator: inout G
  ) throws(EstimationError) -> Member {
    let centre = try maximumLikelihood(data).mean
    let deviation = (variance / data.count).squareRoot() * Normal.draw(using: &generator)
    return member(mean: centre + deviation)
  }
}

extension GaussianFamily: ConjugateFamily {
  /// The variance is inverse Gamma, of shape (n + 3)/2 and scale half the scatter; the mean is normal
  /// given the variance, about φ̄₁ with v/n.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: GaussianStatistics, using generator: inout G
  ) throws(EstimationError) -> Member {
    _ = try maximumLikelihood(data)
    let precision = Gamma(shape: 0.5 * (data.count + 3)).draw(using: &generator)
    let variance = (0.5 / precision) * data.scatter
    let deviation =
      variance.squareRoot / data.count.squareRoot() * Normal.draw(using: &generator)
    return Member(mean: data.centre + deviation, scaledVariance: variance)
  }
}

extension Categorical: ConjugateFamily {
  /// The probabilities are Dirichlet, with the counts as parameters; a symbol without a count is lost.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: SufficientStatistics<SparseVector>, using generator: inout G
  ) throws(EstimationError) -> Member {
    let model = try maximumLikelihood(data)
    let weights = model.probabilities.map { $0 * data.count }
    var all = [Double](repeating: 0, count: symbols)
    for (symbol, part) in zip(model.support, shares(weights, using: &generator)) {
      all[symbol] = part
    }
    return member(probabilities: all)
  }
}
