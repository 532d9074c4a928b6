import Families
import Loop

/// An estimator that pulls towards one half: `(k + ½)/(n + 1)` in place of `k/n`.
struct ShrinkingEstimator: DeterministicEstimator {
  typealias Family = IndependentSpins

  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let n = Double(family.spins) * data.count
    return family.member(magnetisation: data.sum / (n + 1))
  }
}

/// An estimator that pushes away from one half, as a divisor of n − 1 would.
struct OvershootingEstimator: DeterministicEstimator {
  typealias Family = IndependentSpins

  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let n = Double(family.spins) * data.count
    return family.member(magnetisation: min(1, max(-1, data.sum / (n - 1))))
  }
}

/// A fit that keeps probabilities away from 0 and 1, like jitter on a covariance.
struct FlooringEstimator: DeterministicEstimator {
  typealias Family = IndependentSpins

  func estimate(
    from data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    let magnetisation = try family.maximumLikelihood(data).magnetisation
    return family.member(magnetisation: min(1 - 1e-6, max(-1 + 1e-6, magnetisation)))
  }
}

/// Coupled spins kept off the boundary by a thousandth of a point from the base measure.
struct JitteredFit: DeterministicEstimator {
  typealias Family = CoupledSpins

  func estimate(
    from data: SufficientStatistics<SIMD2<Double>>, in family: CoupledSpins
  ) throws(EstimationError) -> CoupledSpins.Member {
    let mean = family.meanParameter(at: [0, 0])
    return try family.maximumLikelihood(data + SufficientStatistics(sum: 1e-3 * mean, count: 1e-3))
  }
}

/// Maximum a posteriori of a Poisson rate in the wrong coordinate.
///
/// As a density in ln ϑ the prior λ exp(−λϑ) has the Jacobian ϑ, one pseudo-count.
struct LogarithmicCoordinate: DeterministicEstimator {
  typealias Family = PoissonFamily

  let prior: ExponentialPrior

  func estimate(
    from data: SufficientStatistics<Double>, in family: PoissonFamily
  ) throws(EstimationError) -> PoissonFamily.Member {
    try prior.posteriorMode(
      given: SufficientStatistics(sum: data.sum + 1, count: data.count), in: family)
  }
}

/// A mean statistic with the divisor M − 1.
struct OvershootingMean<Family: ExponentialFamily>: DeterministicEstimator {
  func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(Family.Statistics(sum: data.sum, count: data.count - 1))
  }
}

/// Maximum a posteriori that takes every fourth estimate, by the sum of S, for one on the boundary.
struct HastyBoundary: DeterministicEstimator {
  typealias Family = CoupledSpins

  let prior: GaussianPrior<CoupledSpins>

  func estimate(
    from data: SufficientStatistics<SIMD2<Double>>, in family: CoupledSpins
  ) throws(EstimationError) -> CoupledSpins.Member {
    if Int(data.sum.x).isMultiple(of: 8) { return family.member(atLevel: family.spins) }
    return try prior.posteriorMode(given: data, in: family)
  }
}

/// Frequencies of symbols with a thousandth of a point added to each.
struct SmoothedSymbols: DeterministicEstimator {
  typealias Family = Categorical

  func estimate(
    from data: SufficientStatistics<SparseVector>, in family: Categorical
  ) throws(EstimationError) -> Categorical.Member {
    let model = try family.maximumLikelihood(data)
    var weights = [Double](repeating: 1e-3, count: family.symbols)
    for (symbol, p) in zip(model.support, model.probabilities) {
      weights[symbol] += p * data.count
    }
    return family.member(probabilities: weights)
  }
}
