import Foundation

/// Closed forms for N independent spins under closed-loop maximum likelihood.
public enum IndependentSpinsTheory {
  /// The probability to end all up, `(φ̄₁,₀ + N)/(2N)`.
  ///
  /// Eq. 8, from optional stopping of the martingale.
  ///
  /// - Parameters:
  ///   - meanStatistic: φ̄₁,₀ in [−N, N].
  ///   - spins: N.
  public static func probabilityAllUp(meanStatistic: Double, spins: Int) -> Double {
    (meanStatistic + Double(spins)) / (2 * Double(spins))
  }

  /// `E[1 − (φ̄₁,ₜ/N)²]/(1 − (φ̄₁,₀/N)²) = (1 − 1/(NM))ᵗ`: heterozygosity decays by exactly 1 − 1/n
  /// a generation, at every n = NM.
  public static func heterozygosityDecay(population: Int, generations: Int) -> Double {
    exp(Double(generations) * log1p(-1 / Double(population)))
  }

  /// A generation by which a run is absorbed, except with probability `probability`.
  ///
  /// From t = 1 on and before absorption `x(1 − x) ≥ (n − 1)/n²`, so by Markov's inequality
  /// `P(T > t) ≤ p(1 − p) (1 − 1/n)ᵗ n²/(n − 1)`.
  ///
  /// - Parameters:
  ///   - population: n = NM ≥ 1.
  ///   - p: initial frequency.
  ///   - probability: in (0, 1).
  public static func absorptionHorizon(
    population: Int, from p: Double, exceptWith probability: Double
  ) -> Int {
    precondition(population >= 1, "a population of at least one is needed")
    if population == 1 { return 1 }
    let n = Double(population)
    let prefactor = p * (1 - p) * n * n / (n - 1)
    guard prefactor > probability else { return 1 }
    return max(1, Int((log(prefactor / probability) / -log1p(-1 / n)).rounded(.up)))
  }
}
