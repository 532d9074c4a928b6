/// The stationary variance of the mean parameter of an anchored loop, X5: closed forms at every M.
///
/// In a family with `V(μ) = v₀ + v₁μ + v₂μ²`, means and variances of the mean parameter close on
/// themselves: the distance of E μ from φ₀ shrinks by `M/(M + K)` a generation, which is also the
/// correlation of two generations, and the variance obeys
/// `(M + K)² Var′ = M² Var + M E V(μ) + (noise of the K points)`.
public enum AnchoredVariance {
  /// `V₀(M + K)/(2MK + K² − Mv₂)`, K points drawn anew in every generation; V₀ = V(φ₀).
  ///
  /// - Returns: ∞ where the stationary law has no variance.
  public static func fresh(
    samples: Double, points: Double, quadratic v2: Double, variance v0: Double
  ) -> Double {
    quotient(v0 * (samples + points), samples, points, v2)
  }

  /// `V₀M/(2Mκ + κ² − Mv₂)`, the same κ points in every generation, or a conjugate prior worth κ, maximised in θ.
  ///
  /// - Returns: ∞ where the stationary law has no variance.
  public static func fixed(
    samples: Double, points: Double, quadratic v2: Double, variance v0: Double
  ) -> Double {
    quotient(v0 * samples, samples, points, v2)
  }

  /// Both for M → ∞: `V₀/(2K − v₂)`.
  ///
  /// - Returns: ∞ where the stationary law has no variance.
  public static func limit(
    points: Double, quadratic v2: Double, variance v0: Double
  ) -> Double {
    2 * points > v2 ? v0 / (2 * points - v2) : .infinity
  }

  private static func quotient(
    _ numerator: Double, _ samples: Double, _ points: Double, _ v2: Double
  ) -> Double {
    let denominator = 2 * samples * points + points * points - samples * v2
    return denominator > 0 ? numerator / denominator : .infinity
  }
}

/// What K external points a generation buy, X13.
public enum PriceOfPoints {
  /// `E[D(p*‖p) + D(p‖p*)] = D/(2K)` of the limit law, M → ∞, in nats, for points that count once each.
  ///
  /// The family must hold the truth and be regular: A is infinite at the ends of its parameters. At finite M the
  /// expectation is infinite where a model may lie on the boundary. The sum of both divergences is
  /// `(θ − θ*)·(μ − μ*)`, and −2K(μ − μ*) is the gradient of the logarithm of the limit law, Eq. 18: integration by
  /// parts leaves the number of parameters.
  public static func limit(parameters: Int, points: Double) -> Double {
    Double(parameters) / (2 * points)
  }
}
