import Families
import Foundation
import Loop
import Simulation
import Theory

/// X5: mean, variance and correlation of the anchored loop, at every M.
package enum RelaxationClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X5",
    statement: """
      With K external points a generation the mean statistic relaxes, and its correlation \
      decays, by M/(M + K) a generation, in every family; with one parameter and a variance that \
      is a quadratic function of the mean, of leading coefficient v₂, the stationary variance \
      with fresh points is V₀(M + K)/(2MK + K² − Mv₂), and more synthetic data lower it if and \
      only if K > v₂. A source that is the loop itself with probability c counts as (1 − c)K \
      points beside M + cK synthetic ones in the mean.
      """,
    reference: "from Eq. 5",
    conditions: """
      Maximum likelihood; for the variance fresh points of the member with mean φ₀. For fixed \
      points or a conjugate prior maximised in θ M + K in the numerator becomes M, and more \
      synthetic data always raise it. With V₀ > 0, a stationary state of finite variance exists \
      if and only if the denominator is positive; its correlation is meant. For v₂ = 0 compare what is known \
      of mixing real data in again and again (Dohmatob and others, 2024).
      """,
    derivation: """
      φ̄′ is the mean of M points of mean φ̄ and of K of mean φ₀: E φ̄′ − φ₀ = M/(M + K)·(φ̄ − \
      φ₀). Its variance given φ̄ is (M V(φ̄) + K V₀)/(M + K)², whose expectation needs E φ̄ and \
      Var φ̄ alone if V is quadratic. The second moment about φ₀ is multiplied by (M² + Mv₂)/(M \
      + K)², which is below 1 if the denominator is positive: it stays bounded, and the laws \
      have a stationary limit. If it is not below 1, no finite variance is stationary.
      """,
    equations: [
      Equation(
        "beyond Eq. 5", "E φ̄_t − φ₀ = (M/(M + K))^t (φ̄₀ − φ₀)", in: "MomentRecursion.advance"),
      Equation(
        "beyond Eq. 5", "λ_j = (M)_j/(M + K)^j, one spin", in: "AnchoredSpectrum.eigenvalues"),
      Equation(
        "beyond Eq. 5", "Var φ̄ = V₀(M + K)/(2MK + K² − Mv₂), fresh points, D = 1, V quadratic",
        in: "AnchoredVariance.fresh"),
    ],
    quantity: "stationary variance of the frequency of one spin, K = 1, M = 100",
    evidence: [
      "dose.svg", "data/dose-variance.csv", "data/fixed-anchor.csv", "remedies.svg",
      "data/remedies.csv",
    ])

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// Closed forms against exact chains and recursions; mean, variance and correlation as simulated.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let cases = [
      AnchoredCase(spins: 1, samples: 20, external: .fresh(points: 2, frequency: 0.3)),
      AnchoredCase(spins: 4, samples: 10, external: .fixed(points: 1, up: 1)),
    ]
    let share = falseAlarm / Double(3 * cases.count + 1)
    let replicates = scale == .paper ? 40_000 : 4000
    return try exactChains.get() + closedForms
      + cases.flatMap {
        try simulated($0, program, replicates: replicates, seed: seed, share, context)
      } + [try impure(program, replicates: replicates, seed: seed, share, context)]
  }

  // MARK: - Simulation

  /// From a start of frequency 0.9: mean and square after M/K generations, and the product with M/2K more.
  private static func simulated(
    _ case_: AnchoredCase, _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64,
    _ falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let (start, chain) = (0.9, case_.chain)
    let loop = case_.loop(program)
    let points = Double(chain.size / chain.spins - chain.samples)
    let (first, later) = (
      Int(Double(chain.samples) / points), Int(1.5 * Double(chain.samples) / points)
    )
    let runs = try LoopCase(
      loop, from: loop.family.member(magnetisation: 2 * start - 1), case_.description, claim: id,
      seed: seed
    ).runs.replicates(replicates, context) { running -> (Double, Double) in
      try running.advance(to: first)
      let x = running.model.up
      try running.advance(to: later)
      return (x, running.model.up)
    }
    var moments = case_.moments(from: start)
    for _ in 0..<first { moments.advance() }
    let centre = chain.stationaryMean
    let square = moments.variance + (moments.mean - centre) * (moments.mean - centre)
    let decay = pow(
      Double(chain.samples) / (Double(chain.samples) + points), Double(later - first))
    // The largest distance from the centre.
    let reach = max(centre, 1 - centre)
    func bounded(_ name: String, _ values: [Double], _ prediction: Double) -> Check {
      Check.mean(
        "\(name), t = \(first), \(case_.description)", of: values, prediction: prediction,
        // Both factors are at most the reach.
        variance: reach * reach * square, deviation: 2 * reach * reach, falseAlarm: falseAlarm)
    }
    return [
      Check.mean(
        "mean frequency, t = \(first), \(case_.description)", of: runs.map(\.0),
        prediction: moments.mean, variance: moments.variance, deviation: 1, falseAlarm: falseAlarm),
      bounded(
        "mean squared distance from x₀", runs.map { ($0.0 - centre) * ($0.0 - centre) }, square),
      bounded(
        "mean product of the distances \(later - first) generations apart",
        runs.map { ($0.0 - centre) * ($0.1 - centre) }, decay * square),
    ]
  }

  /// A source that is the loop itself four times in five: the mean relaxes by (M + cK)/(M + K).
  private static func impure(
    _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64, _ falseAlarm: Double,
    _ context: RunContext
  ) throws -> Check {
    let (family, samples, points, impurity, start) = (IndependentSpins(spins: 1), 20, 5, 0.8, 0.9)
    let truth = family.member(magnetisation: -0.4)
    let loop = program.loop(
      family: family, samples: samples,
      external: .impure(count: points, truth: truth, impurity: impurity), prior: FlatPrior())
    let case_ = LoopCase(
      loop, from: family.member(magnetisation: 2 * start - 1),
      "N = 1, M = \(samples), \(points) points, of which \(impurity) are the loop's own", claim: id,
      seed: seed)
    let values = try case_.runs.models(at: samples, replicates, context) { $0.up }
    var moments = MomentRecursion(
      samples: samples,
      policy: PolicyMoments<IndependentSpins>(
        external: SufficientStatistics(sum: Double(points) * truth.up, count: Double(points)),
        isFresh: true, impurity: impurity),
      variance: VarianceFunction(linear: 1, quadratic: -1), start: (start, 0), of: { $0 })
    for _ in 0..<samples { moments.advance() }
    let decay = pow(
      (Double(samples) + impurity * Double(points)) / Double(samples + points), Double(samples))
    return Check.mean(
      "mean frequency with an impure source, t = \(samples), \(case_.description)", of: values,
      prediction: truth.up + decay * (start - truth.up), variance: moments.variance, deviation: 1,
      falseAlarm: falseAlarm)
  }
}

extension AnchoredCase {
  /// Mean and variance of the frequency of a spin, generation by generation, from frequency `p`.
  func moments(from p: Double) -> MomentRecursion {
    let n = Double(chain.spins)
    let points = Double(chain.size) / n - Double(chain.samples)
    let isFresh = if case .fresh = chain.external { true } else { false }
    return MomentRecursion(
      samples: chain.samples,
      policy: PolicyMoments<IndependentSpins>(
        external: SufficientStatistics(sum: points * chain.stationaryMean, count: points),
        isFresh: isFresh),
      variance: VarianceFunction(linear: 1 / n, quadratic: -1 / n), start: (p, 0), of: { $0 })
  }
}
