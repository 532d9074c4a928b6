import ExponentialFamilies
import Foundation
import Retraining
import Theory

/// X5: mean, variance and correlation of the anchored loop, at every M.
public enum RelaxationClaim: AnchoredClaimTest {
  /// `X5`.
  public static let id = "X5"
  /// Maximum likelihood of independent spins.
  public typealias P = FlatPrior<IndependentSpins>
  /// What is claimed.
  public static let statement =
    "With K external points a generation the mean statistic relaxes, and its correlation decays, by"
    + " M/(M + K) a generation, in every family; where the variance is a quadratic function of the mean, of"
    + " leading coefficient v₂, the stationary variance is V₀(M + K)/(2MK + K² − Mv₂), and more synthetic"
    + " data lower it if and only if K > v₂. A source that is the loop itself with probability c counts as"
    + " (1 − c)K points in the mean."
  /// Where it comes from.
  public static let reference = "from Eq. 5"
  /// When it is true.
  public static let conditions =
    "Maximum likelihood, fresh points of the truth. For fixed points or a conjugate prior M + K in the"
    + " numerator becomes M. The variance exists where the denominator is positive."
  /// Why it is true.
  public static let derivation =
    "φ̄′ is the mean of M points of mean φ̄ and of K of mean φ₀: E φ̄′ − φ₀ = M/(M + K)·(φ̄ − φ₀). Its variance"
    + " given φ̄ is (M V(φ̄) + K V₀)/(M + K)², whose expectation needs E φ̄ and Var φ̄ alone if V is quadratic."
  /// What it covers.
  public static let equations = [
    Equation(
      "beyond Eq. 5", "E φ̄_t − φ₀ = (M/(M + K))^t (φ̄₀ − φ₀)", in: "MomentRecursion.advance"),
    Equation(
      "beyond Eq. 5", "λ_j = (M)_j/(M + K)^j, one spin", in: "AnchoredSpectrum.eigenvalues"),
    Equation(
      "beyond Eq. 5", "Var φ̄ = V₀(M + K)/(2MK + K² − Mv₂)", in: "AnchoredVariance.fresh"),
  ]
  /// What the first check measures.
  public static let quantity = "stationary variance of the frequency of one spin, K = 1, M = 100"
  /// Figures and tables that show it.
  public static let evidence = ["dose.svg", "data/dose-variance.csv", "data/fixed-anchor.csv"]

  /// Closed forms against exact chains and recursions; mean, variance and correlation as simulated.
  public static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let cases = [
      AnchoredCase(spins: 1, samples: 20, external: .fresh(points: 2, frequency: 0.3)),
      AnchoredCase(spins: 4, samples: 10, external: .fixed(points: 1, up: 1)),
    ]
    let share = falseAlarm / Double(3 * cases.count + 1)
    let replicates = scale == .paper ? 40_000 : 4000
    return try chains.get() + closedForms
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
    ).replicates(replicates, context) { running -> (Double, Double) in
      try running.advance(to: first)
      let x = running.model.up
      try running.advance(to: later)
      return (x, running.model.up)
    }
    var moments = case_.moments(from: start)
    for _ in 0..<first { moments.advance() }
    let centre = chain.stationaryMean
    let square = moments.spread + (moments.mean - centre) * (moments.mean - centre)
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
        prediction: moments.mean, variance: moments.spread, deviation: 1, falseAlarm: falseAlarm),
      bounded(
        "mean squared distance from x₀", runs.map { ($0.0 - centre) * ($0.0 - centre) }, square),
      bounded(
        "mean product of the distances \(later - first) generations apart",
        runs.map { ($0.0 - centre) * ($0.1 - centre) }, decay * square),
    ]
  }

  /// A source that is the loop itself four times in five: the mean relaxes as with a fifth of the points.
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
    let values = try case_.models(at: samples, replicates, context) { $0.up }
    var moments = MomentRecursion(
      samples: samples,
      policy: PolicyMoments<IndependentSpins>(
        external: SufficientStatistics(sum: Double(points) * truth.up, count: Double(points)),
        isFresh: true, impurity: impurity),
      variance: VarianceFunction(linear: 1, quadratic: -1), start: (start, 0), of: { $0 })
    for _ in 0..<samples { moments.advance() }
    return Check.mean(
      "mean frequency with an impure source, t = \(samples), \(case_.description)", of: values,
      prediction: moments.mean, variance: moments.spread, deviation: 1, falseAlarm: falseAlarm)
  }

  // MARK: - Exact

  /// Stationary variances of one spin from its chain, to ten printed digits; and of more spins and points.
  private static let chains = Result {
    func variance(_ chain: AnchoredSpinsChain) throws -> Double {
      let law = try chain.stationaryProbabilities()
      return law.enumerated().reduce(0) { sum, entry in
        let d = Double(entry.offset) / Double(chain.size) - chain.stationaryMean
        return sum + entry.element * d * d
      }
    }
    // Of an independent program.
    let printed = try [(100, 0.083_887_043_2), (2, 0.107_142_857_1)].map { samples, value in
      Check(
        "stationary variance of one spin with a fresh point, M = \(samples)", method: .exact,
        prediction: value,
        measurement: try variance(
          AnchoredSpinsChain(
            spins: 1, samples: samples, external: .fresh(points: 1, frequency: 0.5))),
        tolerance: 5e-11)
    }
    let cases: [AnchoredSpinsChain] = [1, 3].flatMap { n in
      [5, 40].flatMap { m in
        [
          AnchoredSpinsChain(spins: n, samples: m, external: .fresh(points: 2, frequency: 0.3)),
          AnchoredSpinsChain(spins: n, samples: m, external: .fixed(points: 3, up: n)),
        ]
      }
    }
    let errors = try cases.map { chain in
      let (n, m) = (Double(chain.spins), Double(chain.samples))
      let points = Double(chain.size) / n - m
      let v0 = chain.stationaryMean * (1 - chain.stationaryMean) / n
      let closed =
        if case .fresh = chain.external {
          AnchoredVariance.fresh(samples: m, points: points, quadratic: -1 / n, variance: v0)
        } else {
          AnchoredVariance.fixed(samples: m, points: points, quadratic: -1 / n, variance: v0)
        }
      return abs(try variance(chain) / closed - 1)
    }
    return printed + spectrum + [
      Check(
        "largest relative error of the closed forms, \(cases.count) chains of spins",
        method: .exact, prediction: 0, measurement: errors.max()!, tolerance: 1e-9)
    ]
  }

  /// All eigenvalues, of which the second is the relaxation of the mean.
  private static var spectrum: [Check] {
    let sizes = [1, 2, 5, 10, 20, 50, 100, 200]
    let deviations = sizes.map {
      AnchoredSpectrum.largestDeviation(
        AnchoredSpinsChain(spins: 1, samples: $0, external: .fresh(points: 1, frequency: 0.3)))
    }
    let proved = (1...4).count { AnchoredSpectrum.isProved(own: $0, outside: 1, truth: third) }
    return [
      Check(
        "largest relative error of what the eigenvalues (M)_j/(M + 1)^j are made of, M to 200",
        method: .exact, prediction: 0, measurement: deviations.max()!,
        // Of sums of 200 products of up to 400 factors each.
        tolerance: 1e-9),
      Check(
        "characteristic polynomials with the roots (M)_j/(M + 1)^j, M = 1 to 4", method: .proof,
        prediction: 4, measurement: Double(proved)),
    ]
  }

  private static let third = Rational(1, 3)

  /// The closed forms against the recursion of mean and variance, in all families with a quadratic variance.
  private static var closedForms: [Check] {
    let quadratics = [-1, -0.25, 0, 0.5, 1, 2, 3]
    let errors = quadratics.flatMap { v2 in
      [2.0, 5].flatMap { points -> [Double] in
        // V₀ = 1 at the mean 1, whatever v₂ is.
        let variance = VarianceFunction(constant: 1 - v2, quadratic: v2)
        func settled(isFresh: Bool) -> Double {
          var moments = MomentRecursion(
            samples: 10,
            policy: PolicyMoments<PoissonFamily>(
              external: SufficientStatistics(sum: points, count: points), isFresh: isFresh),
            variance: variance, start: (1, 0), of: { $0 })
          for _ in 0..<2000 { moments.advance() }
          return moments.spread
        }
        return [
          abs(
            settled(isFresh: true)
              / AnchoredVariance.fresh(samples: 10, points: points, quadratic: v2, variance: 1) - 1),
          abs(
            settled(isFresh: false)
              / AnchoredVariance.fixed(samples: 10, points: points, quadratic: v2, variance: 1) - 1),
        ]
      }
    }
    let pairs = quadratics.flatMap { v2 in
      (2...6).filter { 2 * Double($0) > v2 }.map { (v2, Double($0)) }
    }
    let agree = pairs.count { v2, points in
      func variance(_ samples: Double) -> Double {
        AnchoredVariance.fresh(samples: samples, points: points, quadratic: v2, variance: 1)
      }
      return points == v2
        ? abs(variance(20) / variance(10) - 1) < 1e-12
        : (variance(20) < variance(10)) == (points > v2)
    }
    let poisson = PoissonStationaryLaw(samples: 30, external: 2, truth: 0.8, rate: 0)
    return [
      Check(
        "largest relative error of the closed forms, families of v₂ from −1 to 3", method: .exact,
        prediction: 0, measurement: errors.max()!, tolerance: 1e-9),
      Check(
        "cases in which more synthetic data lower the variance if K > v₂ only, of \(pairs.count)",
        method: .exact, prediction: Double(pairs.count), measurement: Double(agree)),
      Check(
        "variance of the exact Poisson law over the closed form, K = 2, M = 30", method: .exact,
        prediction: 1,
        measurement: poisson.variance
          / AnchoredVariance.fresh(samples: 30, points: 2, quadratic: 0, variance: 0.8),
        tolerance: 1e-12),
    ]
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
