import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// X13: what a single external point a generation buys.
package enum PriceClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X13",
    statement: """
      With K external points a generation, each counted once, the law of the loop as M → ∞ is at \
      a divergence of E[D(p*‖p) + D(p‖p*)] = D/(2K) from the truth, in every regular family of D \
      parameters that holds it: what 2K independent real points leave, to leading order in 1/K, \
      and it stays so forever.
      """,
    reference: "from Eq. 18",
    conditions: """
      An interior truth in a minimal and regular family; it is a statement about the limit law, \
      Eq. 18. At finite M fresh points leave a model on the boundary with a probability above \
      zero if a face has one, as with finitely many values, so that E D(p*‖p) is infinite at \
      every M; fixed ones with an interior mean cannot, nor can fresh ones where there is no \
      boundary, as for all integers with h(s) = exp(−s²/2). It is the price of points that count \
      once: counted r times each they leave D/(2rK).
      """,
    derivation: """
      The sum of both divergences is (θ − θ*)·(μ − μ*), and the gradient of ln p_st is −2K(μ − \
      μ*): its mean against θ − θ* is −D, by parts on each ray from θ*: p_st vanishes at the \
      ends of the parameters, where A is infinite, and decays exponentially at infinity, as an \
      integrable density with a concave logarithm does. n independent real points leave an \
      estimate at D/n to leading order in 1/n.
      """,
    equations: [
      Equation(
        "beyond Eq. 18", "E[D(p*‖p) + D(p‖p*)] = D/(2K)", in: "PriceOfPoints.limit"),
      Equation("beyond Eq. 18", "1/E Σp² symbols ≤ 2K + 1", in: "DirichletLimit.effectiveSymbols"),
    ],
    quantity: "mean sum of both divergences, two spins with a fixed point S = 0, M = 200",
    unit: "nats",
    evidence: ["dose.svg", "data/dose.csv", "data/dose-approach.csv"])

  /// Maximum likelihood of independent spins.
  package typealias P = FlatPrior<IndependentSpins>

  /// A simulation against the exact chain, its limit, and the limit law in eight families.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    [
      try simulated(
        program, replicates: scale == .paper ? 20_000 : 600, seed: seed, falseAlarm, context)
    ] + (try exact.get())
  }

  /// Two spins and the point S = 0: one of the two is up.
  private static func anchored(samples: Int) -> AnchoredCase {
    AnchoredCase(spins: 2, samples: samples, external: .fixed(points: 1, up: 1))
  }

  private static func simulated(
    _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64, _ falseAlarm: Double,
    _ context: RunContext
  ) throws -> Check {
    let case_ = anchored(samples: 200)
    let law = try SymmetricDivergence(case_.chain)
    let frequencies = try case_.frequencies(
      program, at: case_.relaxed, from: 0.5, replicates: replicates, claim: id, seed: seed, context)
    return Check.mean(
      "mean sum of both divergences, \(case_.description)", of: frequencies.map(law.value),
      prediction: law.mean, variance: law.variance, deviation: law.largest, falseAlarm: falseAlarm)
  }

  /// Computed once: they depend on nothing.
  private static let exact = Result {
    [
      Check(
        Expectation(
          extrapolating: "mean sum of both divergences, two spins with a fixed point", from: 100,
          prediction: PriceOfPoints.limit(parameters: 1, points: 1)),
        measurement: try Extrapolation.limit(from: 100) {
          try SymmetricDivergence(anchored(samples: $0).chain).mean
        }),
      try line("one spin, x₀ = ½, K = 1", IndependentSpins(spins: 1), at: 0, points: 1),
      try line("ten spins, K = 2", IndependentSpins(spins: 10), at: 0.3, points: 2),
      try line("Poisson, rate 2, K = 1", PoissonFamily(), at: log(2), points: 1),
      try line(
        "exponential distribution, K = 1", GammaKnownShape.exponential, at: -1, points: 1),
      try line(
        "Gaussian of known variance, K = 3", GaussianKnownVariance(variance: 2), at: 1, points: 3),
      gaussian(points: 1),
      symbols([0.4, 0.3, 0.2, 0.1], points: 1),
      symbols([0.7, 0.2, 0.05, 0.04, 0.01], points: 2.5),
    ] + uniform + [effectiveSymbols, try weighted(), try boundary()]
  }

  /// The point S = 0 of two spins, counted four times in every generation.
  private static func weighted() throws -> Check {
    Check(
      Expectation(
        extrapolating:
          "mean sum of both divergences, two spins with a fixed point counted four times",
        from: 100, prediction: PriceOfPoints.limit(parameters: 1, points: 4)),
      measurement: try Extrapolation.limit(from: 100) {
        try SymmetricDivergence(
          AnchoredSpinsChain(spins: 2, samples: $0, external: .fixed(points: 4, up: 4))
        ).mean
      })
  }

  /// Where D(p*‖p) is infinite: all spins alike, though every truth is inside.
  private static func boundary() throws -> Check {
    let law = try AnchoredSpinsChain(
      spins: 2, samples: 20, external: .fresh(points: 1, frequency: 0.5)
    ).stationaryProbabilities()
    return Check(
      "stationary probability that D(p*‖p) is infinite, two spins with a fresh point, M = 20",
      method: .exact,
      // By an independent program.
      prediction: 0.002_329_996_534_5, measurement: law.first! + law.last!, tolerance: 1e-12)
  }

  /// The mean of `(θ − θ*)(μ − μ*)` under the limit law, by quadrature.
  private static func line<F: ExponentialFamily>(
    _ name: String, _ family: F, at truth: Double, points: Double
  ) throws -> Check where F.Vector == Double {
    let mean = family.meanParameter(at: truth)
    let law = try StationaryLaw(
      family: family, external: F.Statistics(sum: points * mean, count: points)
    ).density()
    let found = law.expectation { ($0 - truth) * (family.meanParameter(at: $0) - mean) }
    return Check(
      "sum of both divergences by Eq. 18 over D/(2K), \(name)", method: .exact, prediction: 1,
      measurement: found.value / PriceOfPoints.limit(parameters: 1, points: points),
      // The estimated error of the quadrature, and as much again.
      tolerance: 1e-8)
  }

  /// Mean and variance free: σ² ~ InvGamma((2K + 3)/2, Kσ*²), and the mean has the variance σ²/(2K).
  private static func gaussian(points k: Double) -> Check {
    let (shape, rate) = ((2 * k + 3) / 2, k)
    let (variance, precision) = (rate / (shape - 1), shape / rate)
    // Half of σ² + 1/σ² − 2 + m²(1 + 1/σ²), with σ* = 1 and m* = 0.
    let found =
      0.5 * (variance + precision - 2 + variance / (2 * k) + 1 / (2 * k))
    return Check(
      "sum of both divergences of the inverse Gamma and normal laws over D/(2K), Gaussian, K = \(Int(k))",
      method: .exact,
      prediction: 1, measurement: found / PriceOfPoints.limit(parameters: 2, points: k),
      tolerance: 1e-12)
  }

  private static func symbols(_ truth: [Double], points: Double) -> Check {
    let law = DirichletLimit(truth: truth, points: points)
    return Check(
      "sum of both divergences by Eq. 18 over D/(2K), \(truth.count) symbols, K = \(points)",
      method: .exact, prediction: 1,
      measurement: (law.forwardDivergence + law.reverseDivergence)
        / PriceOfPoints.limit(parameters: truth.count - 1, points: points), tolerance: 1e-12)
  }

  /// One spin and one point, x₀ = ½: each divergence by itself.
  private static var uniform: [Check] {
    let law = DirichletLimit(truth: [0.5, 0.5], points: 1)
    return [
      Check(
        "E D(p*‖p), one spin, x₀ = ½, K = 1", method: .exact, prediction: 1 - log(2),
        measurement: law.forwardDivergence, tolerance: 1e-12),
      Check(
        "E D(p‖p*), one spin, x₀ = ½, K = 1", method: .exact, prediction: log(2) - 0.5,
        measurement: law.reverseDivergence, tolerance: 1e-12),
    ]
  }

  /// A thousand equal symbols, of which K = 2 points sustain 2K + 1 at most.
  private static var effectiveSymbols: Check {
    let law = DirichletLimit(truth: [Double](repeating: 1e-6, count: 1_000_000), points: 2)
    return Check(
      "effective symbols that 2 points a generation sustain, of 10^6", method: .exact,
      prediction: 5, measurement: law.effectiveSymbols, tolerance: 1e-4)
  }
}
