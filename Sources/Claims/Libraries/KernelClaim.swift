import Loop
import Simulation

/// A2: kernel density estimates.
package enum KernelClaim: SeveralProgramsClaimTest {
  package static let words = ClaimWords(
    id: "A2",
    statement: """
      The kernel of a density estimate adds variance in every generation, and sampling takes some. With \
      the bandwidth h in units of the data (SciPy) the mean variance is multiplied by exactly 1 − 1/M + h², \
      and explodes for h > 1/√M, as Scott's h is; the typical one grows less, and of two points with Scott's \
      h it falls. With a fixed h (scikit-learn) the mean settles at (M − 1)h², with a standard deviation of \
      √(4/3) of that as M → ∞, and the difference of two points is a sum of a geometric number of \
      normal steps, M on average: Laplace's law as M → ∞. If all data are kept, the variance with a \
      fixed bandwidth still grows as h² ln t.
      """,
    reference: "what libraries do",
    conditions: """
      Normal kernels, M ≥ 2 points, all data replaced in every generation unless stated. Variances have \
      the divisor M. Exact at every M: both means, the second moment with either bandwidth, the law of \
      the difference and of a point of a pool, with a fixed one in any number of variables. The limits \
      are of the moments. A bandwidth that falls with the size of a pool, as Scott's rule has it, makes \
      the sum over h²/t converge.
      """,
    derivation: """
      The model's variance is that of its points and of the kernel, and M points drawn from it have 1 − \
      1/M of that. E m₂² needs m₂² and m₄ of the points alone, linearly. Looking back, two points have \
      one parent with probability 1/M in each generation and are otherwise parted by one more step \
      each: 2h² times a geometric number. In a pool of t generations the parent is of any generation \
      with probability 1/t, so that a point is 1 + ½ + … + 1/t steps from the start on average. Two \
      points with a relative bandwidth have d′/d = hZ or ±1 + hZ: ln d² is a random walk.
      """,
    equations: [
      Equation("libraries", "E V′ = (1 − 1/M + h²) E V, relative h", in: "KernelMoments.growth"),
      Equation("libraries", "E V → (M − 1)h², fixed h", in: "KernelMoments.stationaryMean"),
      Equation(
        "libraries", "E V² → h⁴(M − 1)(2M − 1)(7M² − 11M + 6)/(6M² − 11M + 6), fixed h",
        in: "KernelMoments.stationarySquare"),
      Equation(
        "libraries", "x₁ − x₂ = √2 h (Z_1 + … + Z_G), P(G > g) = (1 − 1/M)^g",
        in: "KernelAncestry.commonParent"),
      Equation(
        "libraries",
        "E V_{t+1} = (1 − 1/(M(t + 1)²)) E V_t + (1 − 1/(M(t + 1))) h²/(t + 1), pool",
        in: "KernelPool.advance"),
      Equation(
        "libraries", "E ln (d′/d)² = ln(2h²) + ½[ψ(½) + E ψ(½ + k)], k Poisson(1/(2h²)), M = 2",
        in: "KernelAncestry.logGrowthOfTwo"),
    ],
    quantity: "mean variance over h² with a fixed bandwidth, M = 20, t = 40",
    evidence: ["libraries.svg (b)", "data/libraries-kernel.csv"])

  /// The loops that are checked.
  package typealias Programs = KernelPrograms

  /// Simulated laws and means against exact ones, and closed forms against recursions.
  package static func checks(
    of programs: KernelPrograms, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = KernelRuns(
      programs: programs, replicates: scale == .paper ? 10_000 : 1200, seed: seed,
      falseAlarm: falseAlarm / 6, context: context)
    return try runs.fixed() + runs.relative() + [runs.pair(), runs.pool()] + KernelLaws.checks
  }
}
