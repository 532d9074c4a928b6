import Foundation

/// How far training on all data so far keeps the truth's variance: closed forms.
///
/// Generation j adds M points of the model of generation j − 1 to a pool, the first M from the truth itself.
/// The pool's mean is a martingale in every family, and its steps shrink like 1/j, so that it converges.
/// Variances are in the families whose variance is a quadratic function of the mean; `v₂` is its quadratic
/// coefficient, −1 for one spin or symbol and 0 for a Gaussian of known variance. E V is multiplied by 1 + v₂/(Mj²) in
/// generation j: it falls for v₂ < 0 and grows for v₂ > 0.
public enum Accumulation {
  /// How the model is fitted to the pool.
  public enum Choice: Sendable, CaseIterable {
    /// To all of it.
    case all
    /// To M points of it, chosen without replacement.
    case subsample
    /// To M points of it, chosen with replacement.
    case bootstrap
  }

  /// `E V(model_t)/V(truth)` for t = 0 … `generations`, for one spin or symbol, exactly, at every M.
  ///
  /// Of the jM points of the pool a choice keeps the fraction s_j of their variance on average: 1, all of
  /// it; `(jM − j)/(jM − 1)` for M of them; `1 − 1/M` with replacement. Given the pool, the mean of the next
  /// M points then has the variance `V(pool)(1 − s_j + s_j/M)`, and it moves the pool's mean by 1/(j + 1)
  /// of its own deviation.
  ///
  /// - Parameters:
  ///   - choice: what of the pool a generation is trained on.
  ///   - m: M ≥ 1.
  ///   - generations: the last t, ≥ 0.
  public static func heterozygosity<Number: ChainNumber>(
    _ choice: Choice, samples m: Int, generations: Int
  ) -> [Number] {
    let one = Number.ratio(1, 1)
    var (pool, result) = (one - .ratio(1, m), [one])
    for j in stride(from: 1, through: generations, by: 1) {
      let kept: Number =
        switch choice {
        case .all: one
        // A pool of one point is chosen as a whole.
        case .subsample: j * m == 1 ? one : .ratio(j * m - j, j * m - 1)
        case .bootstrap: .ratio(m - 1, m)
        }
      result.append(pool * kept)
      let noise = one - kept + .ratio(1, m) * kept
      pool = pool * (one - .ratio(1, (j + 1) * (j + 1)) * noise)
    }
    return result
  }

  /// The same for t → ∞.
  ///
  /// All data: Euler's product, `sin(π/√M)/(π/√M)`. With replacement `sin(π√c)/(π√c)`,
  /// `c = (2M − 1)/M²`. Without, the factor of generation j is `j(j − r₁)(j − r₂)/((j − 1/M)(j + 1)²)` with
  /// `r = −1 + 1/2M ∓ d`, `d² = 3/M − 3/4M²`, which Gamma functions sum up:
  /// `(1 − 1/M)² Γ(1 − 1/M)/(Γ(2 − 1/2M + d) Γ(2 − 1/2M − d))`.
  public static func limit(_ choice: Choice, samples: Int) -> Double {
    let m = Double(samples)
    func euler(_ c: Double) -> Double { sin(.pi * c.squareRoot()) / (.pi * c.squareRoot()) }
    // A single point has no variance.
    if samples == 1 { return 0 }
    switch choice {
    case .all: return euler(1 / m)
    case .bootstrap: return euler((2 * m - 1) / (m * m))
    case .subsample:
      let d = (3 / m - 0.75 / (m * m)).squareRoot()
      let (a, b): (Double, Double) = (2 - 0.5 / m + d, 2 - 0.5 / m - d)
      let logarithm: Double = lgamma(1 - 1 / m) - lgamma(a) - lgamma(b)
      return (1 - 1 / m) * (1 - 1 / m) * exp(logarithm)
    }
  }

  /// The variance of the pool's mean in units of σ²/M, σ² the known variance of a Gaussian:
  /// `Σ_{j ≤ t} 1/j²`, for t = 0 … `generations`; π²/6 for t → ∞.
  ///
  /// Twice M times the expected divergence of the model from the truth, too. The real data alone have 1.
  public static func gaussianVariance(generations: Int) -> [Double] {
    var sums = [0.0]
    for j in stride(from: 1, through: generations, by: 1) {
      sums.append(sums[j - 1] + 1 / Double(j * j))
    }
    return sums
  }
}
