import Families
import Foundation
import Loop
import Simulation

/// X3: closed loops of counts, times and Gaussian variables.
package enum FamiliesClaim: ClaimTest {
  package static let words = ClaimWords(
    id: "X3",
    statement: """
      Without bounded statistics each family has its own end: Poisson counts die out after a \
      time of infinite mean; variances and exponential means shrink forever, typically far \
      faster than on average; of a covariance of three or more variables the rank goes before \
      the scale, of three only just, since both tie as M → ∞; and the mean of a Gaussian of \
      known variance never settles.
      """,
    reference: "beyond Eq. 6",
    conditions: """
      Maximum likelihood, no external data, M > d. Exact at every t and M: the law of \
      extinction, the means of ln σ², of the log of an exponential mean and of ln det Σ, E σ², \
      and the normal law. The rate of a single log eigenvalue is a Lyapunov exponent, reached as \
      t → ∞: from Σ = 1, the mean sum of the k largest is at least t times that of k rates, and \
      larger by O(√t) at most. The condition number of three variables has the rate 2/(M − 3), \
      the scale one that is below 2/(M − 1) + 1/(3(M − 1)²). Of two variables the scale goes \
      first, except at M = 3.
      """,
    derivation: """
      Each count has Poisson(1) descendants. Sums of squared deviations are σ²χ² with M − 1 \
      degrees of freedom, sums of times Gamma(M): their logarithms are sums of independent \
      terms. Every leading minor of Σ is multiplied by independent χ² variates over M, of M − 1, \
      …, M − k degrees; the k largest eigenvalues together are at least such a minor, and at \
      most the sum of all minors of its size.
      """,
    equations: [
      Equation(
        "beyond C2", "P(T ≤ t) = q_t^(Mλ₀), q_t = exp(q_{t−1} − 1), q_0 = 0",
        in: "CriticalBranching.extinctionTimeDistribution"),
      Equation(
        "beyond Eq. 17", "E ln μ_t = ln μ_0 + t[ψ(M) − ln M], exponential",
        in: "EntropyDrift.exponential"),
      Equation(
        "beyond Eq. 17", "E ln σ²_t = ln σ²_0 + t[ψ((M − 1)/2) + ln(2/M)]",
        in: "EntropyDrift.gaussian"),
      Equation(
        "beyond Eq. 17", "E ln det Σ_t = ln det Σ_0 + t Σ_i ρ_i, ρ_i = ψ((M − i)/2) + ln(2/M)",
        in: "EntropyDrift.gaussian"),
      Equation("beyond Eq. 17", "(ln λ_i)/t → ρ_i, i = 1 … d", in: "EntropyDrift.gaussian"),
    ],
    quantity: "mean change of ln σ² in a generation, Gaussian, M = 100",
    evidence: [
      "families.svg", "data/families-extinction.csv", "data/families-scale.csv",
      "data/families-eigenvalues.csv",
    ])

  /// All checks of the real programs.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: FamilyPrograms(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `programs` and draws the verdict.
  package static func evaluate<C, T, G, M, V>(
    _ programs: FamilyPrograms<C, T, G, M, V>, scale: Scale, seed: UInt64 = defaultSeed,
    context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: programs, scale: scale, seed: seed, context: context))
  }

  /// Simulations in each family against exact laws, and closed forms against other roads to them.
  static func checks<C, T, G, M, V>(
    of programs: FamilyPrograms<C, T, G, M, V>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let factor = scale == .paper ? 10 : 1
    let runs = FamilyRuns(
      seed: seed, falseAlarm: falseAlarm / Double(FamilyRuns.checks), context: context)
    return try runs.variance(programs.gaussians, replicates: 400 * factor)
      + runs.logMean(programs.times, replicates: 400 * factor)
      + runs.extinction(programs.counts, replicates: 2000 * factor)
      + runs.wandering(programs.means, replicates: 8000 * factor)
      + runs.eigenvalues(programs.vectors, replicates: 10 * factor)
      + FamilyLaws.checks.get()
  }
}
