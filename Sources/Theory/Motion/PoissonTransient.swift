import Foundation

/// The anchored Poisson loop on its way: its law at finite M, and the diffusion it tends to.
///
/// C1: `dϑ = (mϑ₀ − (m + λ)ϑ) dτ + √ϑ dW` with τ = t/M, the square-root process of Cox, Ingersoll and
/// Ross. Both laws are given by their Laplace transforms `E exp(−sϑ)`, in closed form.
public struct PoissonTransient: Sendable {
  /// m ≥ 0.
  public let external: Double
  /// ϑ₀ ≥ 0, the rate of the external points.
  public let truth: Double
  /// λ ≥ 0, the rate of the prior.
  public let rate: Double

  /// The loop with m fresh points of rate ϑ₀ and the prior λ exp(−λϑ).
  public init(external: Double, truth: Double, rate: Double) {
    precondition(external >= 0 && truth >= 0 && rate >= 0, "no negative numbers")
    self.external = external
    self.truth = truth
    self.rate = rate
  }

  /// `E exp(−sϑ_t)` at M = `samples`, from rate `start`.
  ///
  /// `K ~ Poisson(Mϑ + mϑ₀)` and `ϑ′ = K/(M + m + λ)`, so each generation turns s into
  /// `M(1 − e^{−s/(M+m+λ)})`.
  public func transform(
    at s: Double, samples: Int, generations: Int, from start: Double
  ) -> Double {
    let divisor = Double(samples) + external + rate
    var (argument, exponent) = (s, 0.0)
    for _ in 0..<generations {
      let loss = -expm1(-argument / divisor)
      exponent -= external * truth * loss
      argument = Double(samples) * loss
    }
    return exp(exponent - argument * start)
  }

  /// `E exp(−sϑ_τ)` of the diffusion, from rate `start`.
  ///
  /// `(1 + cs)^{−2mϑ₀} exp(−s e^{−bτ} ϑ(0)/(1 + cs))` with b = m + λ and `c = (1 − e^{−bτ})/(2b)`.
  public func limitTransform(at s: Double, time τ: Double, from start: Double) -> Double {
    let b = external + rate
    let c = b > 0 ? -expm1(-b * τ) / (2 * b) : τ / 2
    let growth = 1 + c * s
    return exp(-2 * external * truth * log(growth) - s * exp(-b * τ) * start / growth)
  }

  /// Drift `M(E ϑ′ − ϑ)` and variance `M Var ϑ′` of one generation, exactly, per unit of τ.
  public func step(samples: Int, from ϑ: Double) -> (drift: Double, variance: Double) {
    let m = Double(samples)
    let divisor = m + external + rate
    return (
      m * (external * truth - (external + rate) * ϑ) / divisor,
      m * (m * ϑ + external * truth) / (divisor * divisor)
    )
  }
}
