import Foundation

/// The closed loop of a Poisson rate under maximum likelihood: a critical branching process.
///
/// Every count of a generation has on average one count in the next, Poisson by itself, so that the total
/// Mφ̄ dies out with certainty, after a time of infinite mean.
public enum CriticalBranching {
  /// `P(T ≤ t)` for t = 0 … `generations`, from a first generation of Poisson total `mean` = Mϑ₀.
  ///
  /// `q_t^mean` with `q_0 = 0`, `q_t = exp(q_{t−1} − 1)`: the chance of one line of descent to end.
  public static func extinctionTimeDistribution(mean: Double, generations: Int) -> [Double] {
    if mean == 0 { return [Double](repeating: 1, count: generations + 1) }
    var distribution = [0.0]
    // 1 − q keeps its digits as q → 1.
    var survival = 1.0
    while distribution.count <= generations {
      distribution.append(exp(-mean * survival))
      survival = -expm1(-survival)
    }
    return distribution
  }
}
