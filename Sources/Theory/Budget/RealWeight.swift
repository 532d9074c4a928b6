/// What real points should count for (He, Xu and Cheng 2025, arXiv:2502.18049, exact at finite M).
///
/// Of a mean parameter with `V(μ) = V₀ + v₂(μ − μ₀)²` the stationary variance is least where the real points make up the
/// share b of the training set with `c b² + (1 + k − c) b − k = 0`, k = K/M, c = 1 + v₂/M, and it is then `V₀ b/K`.
public enum RealWeight {
  /// The share b of the real points beside the synthetic ones that keeps the most diversity.
  ///
  /// - Parameters:
  ///   - samples: M ≥ 1.
  ///   - points: K ≥ 1.
  ///   - v2: v₂; −1 for the shares of values.
  public static func bestShare(samples: Int, points: Int, quadratic v2: Double = -1) -> Double {
    let (k, c) = (Double(points) / Double(samples), 1 + v2 / Double(samples))
    let linear = 1 + k - c
    return 2 * k / (linear + (linear * linear + 4 * c * k).squareRoot())
  }

  /// `(√(k² + 4k) − k)/2`, k = K/M: the best share for M → ∞, and for every M where the variance of a point does not
  /// hang on the model; the inverse of the golden ratio at k = 1, and √k for few real points.
  public static func goldenShare(samples: Int, points: Int) -> Double {
    bestShare(samples: samples, points: points, quadratic: 0)
  }

  /// How many synthetic points each of `points` real points must count for to make up `share` in (0, 1) together.
  public static func weight(samples: Int, points: Int, share: Double) -> Double {
    share * Double(samples) / (Double(points) * (1 - share))
  }

  /// The weight of a real point that keeps the most diversity: about √(M/K) for few of them.
  public static func best(samples: Int, points: Int) -> Double {
    weight(
      samples: samples, points: points, share: bestShare(samples: samples, points: points))
  }
}
