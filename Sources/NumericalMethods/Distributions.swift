import CNumericalMethods

/// The binomial law as theory and tests need it: probabilities, tails and exact intervals.
///
/// Evaluated by Boost.Math, so that it shares no code with the sampler it is held against.
public struct BinomialLaw: Sendable {
  /// Number of trials.
  public let trials: Double
  /// Probability of success.
  public let probability: Double

  /// The law of the number of successes in `trials` trials.
  ///
  /// - Parameters:
  ///   - trials: an integer ≥ 0, as a double so that it may exceed `Int`.
  ///   - probability: in [0, 1]; outside, every result is NaN.
  public init(trials: Double, probability: Double) {
    self.trials = trials
    self.probability = probability
  }

  /// `P(K = k)`, NaN unless `0 ≤ k ≤ trials`.
  public func probability(of k: Double) -> Double {
    cnm_binomial_probability(trials, probability, k)
  }

  /// `P(K ≤ k)`.
  public func cumulative(_ k: Double) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return cnm_binomial_cumulative(trials, probability, k)
  }

  /// `P(K > k)`, accurate where it is small.
  public func survival(_ k: Double) -> Double {
    if k < 0 { return 1 }
    if k >= trials { return 0 }
    return cnm_binomial_survival(trials, probability, k)
  }
}

/// The Poisson law as tests need it, evaluated by Boost.Math.
public struct PoissonLaw: Sendable {
  /// The mean.
  public let mean: Double

  /// The law with mean > 0; otherwise every result is NaN.
  public init(mean: Double) { self.mean = mean }

  /// `P(K = k)`, k ≥ 0.
  public func probability(of k: Double) -> Double { cnm_poisson_probability(mean, k) }

  /// `P(K ≤ k)`.
  public func cumulative(_ k: Double) -> Double { k < 0 ? 0 : cnm_poisson_cumulative(mean, k) }
}

/// Special functions, evaluated by Boost.Math.
public enum SpecialFunction {
  /// The digamma function ψ(x) = d ln Γ(x)/dx, x > 0.
  public static func digamma(_ x: Double) -> Double { cnm_digamma(x) }

  /// The trigamma function ψ′(x), x > 0.
  public static func trigamma(_ x: Double) -> Double { cnm_trigamma(x) }

  /// The tetragamma function ψ″(x), x > 0.
  public static func tetragamma(_ x: Double) -> Double { cnm_polygamma(2, x) }
}

/// Laws on the real line: limits of closed loops, and carriers of test statistics and intervals.
public enum ContinuousLaw {
  /// The density of Beta(`a`, `b`) at x in [0, 1].
  public static func betaDensity(_ a: Double, _ b: Double, at x: Double) -> Double {
    cnm_beta_density(a, b, x)
  }

  /// `P(X ≤ x)` of Beta(`a`, `b`), for any x.
  public static func betaCumulative(_ a: Double, _ b: Double, at x: Double) -> Double {
    cnm_beta_cumulative(a, b, min(1, max(0, x)))
  }

  /// The density of the Gamma law with the given shape and rate at x ≥ 0.
  public static func gammaDensity(shape: Double, rate: Double, at x: Double) -> Double {
    cnm_gamma_density(shape, rate, x)
  }

  /// `P(X ≤ x)` of the Gamma law with the given shape and rate, for any x.
  public static func gammaCumulative(shape: Double, rate: Double, at x: Double) -> Double {
    cnm_gamma_cumulative(shape, rate, max(0, x))
  }

  /// The quantile of Beta(`a`, `b`) at `probability`.
  ///
  /// - Returns: a number in [0, 1], or NaN if `a` or `b` is not positive.
  public static func betaQuantile(_ a: Double, _ b: Double, at probability: Double) -> Double {
    cnm_beta_quantile(a, b, probability)
  }

  /// `P(χ² > x)` with the given degrees of freedom, accurate where it is small.
  public static func chiSquaredSurvival(_ x: Double, degreesOfFreedom: Double) -> Double {
    cnm_chi_squared_survival(degreesOfFreedom, x)
  }
}
