/// The share x of a value in training sets of M synthetic and K fresh real points, each of these counted w times.
///
/// `x′ = (Bin(M, x) + w·Bin(K, p))/(M + wK)`: the M points are drawn from the model, which has the share of its
/// training set as a maximum-likelihood fit of symbols does, and the K points anew from the truth, which has the
/// share p. All moments close on themselves (X5), so that those below are exact at every M, K and w. With
/// `b = wK/(M + wK)`, what the real points make of the training set, the squared distance of the truth
/// `D = E(x − p)²/(p(1 − p))` obeys `D′ = (1 − b)²(D + (1 − D)/M) + b²/K`.
public struct AnchoredShare: Sendable, Hashable {
  /// M ≥ 1, synthetic points in each generation.
  public let samples: Int
  /// K ≥ 0, fresh real points in each generation; with none the loop is closed.
  public let points: Int
  /// w > 0, how many synthetic points one real point counts for.
  public let weight: Double
  /// p in (0, 1), the true share.
  public let truth: Double

  /// The loop of a value whose true share is `truth`.
  ///
  /// - Parameters:
  ///   - samples: M ≥ 1.
  ///   - points: K ≥ 0.
  ///   - weight: w > 0 and finite.
  ///   - truth: p in (0, 1).
  public init(samples: Int, points: Int, weight: Double = 1, truth: Double) {
    precondition(samples >= 1 && points >= 0, "there are samples, and no negative number of points")
    precondition(weight > 0 && weight < .infinity, "a weight is positive")
    precondition(truth > 0 && truth < 1, "a true share lies inside (0, 1)")
    (self.samples, self.points, self.weight, self.truth) = (samples, points, weight, truth)
  }

  /// `b = wK/(M + wK)`, the share of the real points in a training set, by their weight.
  public var realShare: Double {
    let real = weight * Double(points)
    return real / (Double(samples) + real)
  }

  /// `1/b` generations: a deviation of the mean from the truth shrinks by 1 − b in each.
  ///
  /// - Returns: ∞ without real points.
  public var relaxationTime: Double { 1 / realShare }

  /// `E(x − p)²/(p(1 − p))` of the stationary law: what is lost of the diversity.
  ///
  /// `((1 − b)²/M + b²/K)/(1 − (1 − b)²(1 − 1/M))`, which is `(M + K)/(2MK + K² + M)` at w = 1; 1 without real points.
  public var relativeVariance: Double { relativeVariance(quadratic: -1) }

  /// The variance of the share in the stationary law.
  public var variance: Double { truth * (1 - truth) * relativeVariance }

  /// `E x(1 − x)/(p(1 − p))` in the stationary law, the diversity that is kept, of every share alike: `1 −`
  /// ``relativeVariance``.
  public var diversity: Double { 1 - relativeVariance }

  /// `1/relativeVariance`: so many effective symbols are kept at most, `1/E Σx²`, whatever the alphabet.
  ///
  /// Of symbols with true shares p, `E Σx² = 1 − (1 − Σp²)·diversity ≥ 1 − diversity`. For M → ∞ and w = 1 it is
  /// 2K + 1, the sum rule of the Dirichlet law with the parameters 2Kp (X6); at finite M somewhat less for few points.
  public var effectiveSymbols: Double { 1 / relativeVariance }

  /// How much of the stationary variance is the noise of the real points of one generation or another, and not of
  /// the synthetic ones: `b²/K` out of `b²/K + (1 − b)²·diversity/M`.
  public var noiseFromPoints: Double {
    guard points > 0 else { return 0 }
    let b = realShare
    let real = b * b / Double(points)
    return real / (real + (1 - b) * (1 - b) * diversity / Double(samples))
  }

  /// `E x(1 − x)/(p(1 − p))` after t = `generations` ≥ 0 generations.
  ///
  /// - Parameters:
  ///   - generations: t ≥ 0.
  ///   - start: the share of the first model, in [0, 1]; the truth's if `nil`.
  public func diversity(after generations: Int, from start: Double? = nil) -> Double {
    let (b, m, p) = (realShare, Double(samples), truth)
    let deviation = (start ?? p) - p
    let mean = power(1 - b, generations)
    // D_t = D + A λᵗ + C (1 − b)ᵗ, since the mean relaxes, too.
    let λ = (1 - b) * (1 - b) * (1 - 1 / m)
    let drift = (1 - 2 * p) * deviation / (p * (1 - p))
    let c = (1 - b) * drift / (m * (1 - (1 - b) * (1 - 1 / m)))
    let a = deviation * deviation / (p * (1 - p)) - relativeVariance - c
    return 1 + drift * mean - (relativeVariance + a * power(λ, generations) + c * mean)
  }

  /// The price of a model with D parameters in nats, `E[D(p*‖p) + D(p‖p*)]` to leading order in large M: D times the
  /// squared distance of a mean parameter whose variance does not hang on it.
  ///
  /// At w = 1 and M → ∞ it is ``PriceOfPoints/limit(parameters:points:)``, D/(2K), which holds for every K (X13); for
  /// the best weight it is D·b/K. Where b²/K or 1/M is not small it is a guide and no more.
  public func price(parameters: Int) -> Double {
    Double(parameters) * relativeVariance(quadratic: 0)
  }

  /// The squared distance of a mean parameter with `V(μ) = V₀ + v₂(μ − μ₀)²`, in units of V₀.
  private func relativeVariance(quadratic v2: Double) -> Double {
    guard points > 0 else { return v2 < 0 ? -1 / v2 : .infinity }
    let (m, k, b) = (Double(samples), Double(points), realShare)
    let kept = (1 - b) * (1 - b)
    // 1 − kept without cancellation.
    return (kept / m + b * b / k) / (b * (2 - b) - kept * v2 / m)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
