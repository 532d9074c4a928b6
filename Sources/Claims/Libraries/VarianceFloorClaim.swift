import Loop
import Simulation

/// A1: a constant that is added to the variance.
package enum VarianceFloorClaim: SeveralProgramsClaimTest {
  package static let words = ClaimWords(
    id: "A1",
    statement: """
      A constant ε added to the variance of a Gaussian fit, as scikit-learn's mixtures add 10⁻⁶, ends \
      the collapse, and not near ε: E v = εM and E v² = ε²M²(2M − 1) exactly, the third moment is \
      infinite for every M, and for large M the law of v/(εM) is inverse Gamma of shape 2, whose \
      median is 0.596 and whose variance is infinite. With the divisor M − 1 there is no mean \
      either, and the shape is 1. Of d variables the covariance over εM is inverse Wishart with d + 3 \
      degrees of freedom and the scale 2·1: uncorrelated data end with correlations of density \
      ¾(1 − ρ²).
      """,
    reference: "what libraries do",
    conditions: """
      One Gaussian component, M ≥ 2, all data replaced in every generation, a variance that is \
      maximum likelihood (divisor M) unless stated. In a mixture of several components that stay \
      apart each has its own M. Laws for large M are limits; the moments and the tail index are exact \
      at every M, and so is the variance along any fixed direction of d variables: that of one.
      """,
    derivation: """
      v′ = vχ²/M + ε with M − 1 degrees of freedom, of which E χ²/M = 1 − 1/M, E (χ²/M)² = 1 − 1/M² \
      and E (χ²/M)³ > 1: the recursions of E v and E v² have fixed points, that of E v³ diverges. \
      Moments exist below the κ with E (χ²/M)^κ = 1 (Kesten; Goldie), 2 < κ < 3. In units of εM and \
      of M generations dx = (1 − x)dτ + √2 x dW, whose law is x⁻³e^(−1/x). For a matrix Y = X⁻¹ \
      obeys dY = ((d + 2)Y − Y²)dτ + noise of covariance Y_ik Y_jl + Y_il Y_jk, with no flux at the \
      density |Y| e^(−tr Y), a Wishart law of d + 3 degrees of freedom.
      """,
    equations: [
      Equation(
        "libraries", "E v = εM, E v² = ε²M²(2M − 1), E (χ²_{M−1}/M)³ > 1",
        in: "FlooredVariance.meanSquare"),
      Equation("libraries", "E (χ²_{M−1}/M)^κ = 1, 2 < κ < 3", in: "FlooredVariance.tailIndex"),
      Equation(
        "libraries", "P(v ≤ xεM) → (1 + 1/x)e^(−1/x); e^(−1/x) with the divisor M − 1",
        in: "FlooredVariance.limitDistribution"),
      Equation(
        "libraries", "E tr S² = ε²d M²(2M − 1)(2M − 1 + (M − 1)d)/(3M − 2)",
        in: "FlooredCovariance.stationary"),
      Equation(
        "libraries", "S/(εM) → inverse Wishart, d + 3 degrees of freedom, scale 2·1",
        in: "FlooredCovariance.limitOfCorrelation"),
    ],
    quantity: "median of v/(εM), extrapolated to large M",
    evidence: ["libraries.svg (a)", "data/libraries-floor.csv"])

  /// The loops that are checked.
  package typealias Programs = FlooredPrograms

  /// Simulated laws against exact ones, closed forms against recursions, and limits.
  package static func checks(
    of programs: FlooredPrograms, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = FlooredRuns(
      programs: programs, replicates: scale == .paper ? 8000 : 1000, seed: seed,
      falseAlarm: falseAlarm / 4, context: context)
    return try FlooredLaws.checks.get() + [
      runs.law(unbiased: false), runs.law(unbiased: true), runs.direction(), runs.correlation(),
    ]
  }
}
