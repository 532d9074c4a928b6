import ExponentialFamilies
import Theory

/// P12: one fixed data point prevents collapse.
public enum OnePointClaim: AnchoredClaimTest {
  /// `P12`.
  public static let id = "P12"
  /// Maximum likelihood of independent spins.
  public typealias P = FlatPrior<IndependentSpins>
  /// What is claimed.
  public static let statement =
    "One fixed data point with S = −6 in every generation prevents the collapse of ten spins under"
    + " maximum likelihood; the condition is that its statistic is interior (X7)."
  /// Where the paper says it.
  public static let reference = "Fig. 2, case i"
  /// When it is true.
  public static let conditions =
    "The statistic of the point, S = −6, is interior to [−N, N]. With S = ±N the loop"
    + " collapses onto the point."
  /// Why it is true.
  public static let derivation =
    "The next frequency is (k + b)/(N(M + 1)) with b = 2 spins of the point up: it is"
    + " neither 0 nor 1, so no state absorbs. The law is that of an exact finite chain, near"
    + " Beta(2b, 2(N − b))."
  /// What it covers.
  public static let equations = [
    Equation(
      "Fig. 2, i", "p_st(θ₁) ∝ exp(2(θ₁S − A(θ₁))), S = −6",
      in: "SpinChain.stationaryProbabilities")
  ]
  /// What the first check measures.
  public static let quantity = "mean frequency of up spins after 765 generations, N = 10, M = 50"
  /// Figures and tables that show it.
  public static let evidence = ["fig2.svg (a)", "data/fig2a.csv", "fixed-anchor.svg"]
  /// Not every point does.
  public static let recorded = Claim.Verdict.holdsWithCondition

  /// Mean, law and life of simulated runs; the exact moments.
  public static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let case_ = AnchoredCase(spins: 10, samples: 50, external: .fixed(points: 1, up: 2))
    let chain = case_.chain
    let replicates = scale == .paper ? 10_000 : 400
    let values = try case_.frequencies(
      program, at: case_.relaxed, from: 0.5, replicates: replicates, claim: id, seed: seed, context)
    let collapsed = values.count { $0 == 0 || $0 == 1 }
    let law = try chain.stationaryProbabilities()
    let mean =
      law.enumerated().reduce(0) { $0 + $1.element * Double($1.offset) }
      / Double(chain.size)
    return [
      .mean(
        "mean frequency of up spins, \(case_.description)", of: values, prediction: 0.2,
        variance: chain.stationaryVariance, deviation: 1, falseAlarm: falseAlarm / 2),
      .distance(
        "distance to the exact law, \(case_.description)",
        of: values.map { Int(($0 * Double(chain.size)).rounded()) }, cumulative: law.cumulative,
        falseAlarm: falseAlarm / 2),
      Check(
        "fraction of runs collapsed, \(case_.description)", method: .simulation, prediction: 0,
        measurement: Double(collapsed) / Double(replicates)),
      Check(
        "mean of the solved law", method: .exact, prediction: 0.2, measurement: mean,
        tolerance: 1e-10),
      Check(
        "variance of the frequency, closed form", method: .exact, prediction: 0.007_547_17,
        measurement: chain.stationaryVariance, tolerance: 5e-9),
    ]
  }
}
