import Families
import Foundation
import Loop
import Simulation
import Theory

/// A6: a least value of the variance.
package enum LeastVarianceClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "A6",
    statement: """
      A least value f of the variance (Armadillo's and Weka's mixtures) also ends the collapse, but near f \
      and not near fM as a constant that is added does: v/f has an atom at 1, the tail index κ of A1, \
      2 < κ < 3, and as M → ∞ Pareto's law of index 2: median √2, mean 2, no variance.
      """,
    reference: "what libraries do",
    conditions: """
      One Gaussian component, maximum likelihood with the divisor M, all data replaced in every \
      generation, v′ = max(vχ²/M, f). The atom vanishes as 1/√M, and so does the distance to the limit.
      """,
    derivation: """
      ln(v/f) is a random walk of steps ln(χ²/M) that is stopped at 0: Lindley's recursion, whose \
      stationary law is that of the largest of all sums of steps. The steps have the mean −2/M and the \
      variance 2/M for large M, a Brownian motion whose largest value is exponential with the rate 2. \
      The tail has the index κ of E (χ²/M)^κ = 1.
      """,
    equations: [
      Equation(
        "libraries", "ln(v′/f) = max(0, ln(v/f) + ln(χ²_{M−1}/M))",
        in: "LeastVariance.stationaryLaw"),
      Equation("libraries", "P(v > xf) → x⁻²", in: "LeastVariance.limitSurvival"),
    ],
    quantity: "fraction of loops at the least variance, M = 10",
    evidence: ["libraries.svg (a)", "data/libraries-floor.csv"])

  package typealias Family = GaussianFamily

  /// All checks of the program with that floor.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: LeastVarianceProgram(), scale: scale, seed: seed, context: context)
  }

  /// The atom and the law at finite M, and the limit.
  package static func checks(
    of program: some ClosedProgram<GaussianFamily>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let (samples, generations) = (10, 30)
    let family = GaussianFamily()
    let floor = LeastVarianceProgram.floor
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 0, variance: floor),
      "M = \(samples)", claim: id, seed: seed)
    let values = try case_.runs.models(
      at: generations, scale == .paper ? 10_000 : 1000, context
    ) { $0.variance / floor }
    let law = LeastVariance(samples: samples).law(after: generations - 1)
    return [
      Check.frequency(
        "fraction of loops at the least variance, M = \(samples), t = \(generations)",
        of: values.count { $0 == 1 }, in: values.count, prediction: law.nextCumulative(1),
        falseAlarm: falseAlarm / 2, allowance: 1e-5),
      Check.distance(
        "distance of v/f to its exact law, M = \(samples), t = \(generations)", of: values,
        falseAlarm: falseAlarm / 2, allowance: 1e-5,
        below: { $0 <= 1 ? 0 : law.nextCumulative($0) }, upTo: law.nextCumulative),
    ] + (try exact.get())
  }

  /// Digits of another program, by Spitzer's identity, and the limit.
  private static let exact = Result {
    let ten = try LeastVariance(samples: 10).stationaryLaw()
    let means = try [16, 64].map { try LeastVariance(samples: $0).stationaryLaw().mean }
    return [
      Check(
        "P(v = f) of the stationary law by Spitzer's identity, M = 10", method: .exact,
        prediction: 0.473_496, measurement: ten.atom, tolerance: 5e-6),
      Check(
        "E v/f of the stationary law by Spitzer's identity, M = 10", method: .exact,
        prediction: 1.578_726, measurement: ten.mean, tolerance: 5e-6),
      // Terms of order 1/M are left: 1/32 of a number near 1.
      Check(
        "E v/f without its term of order 1/√M, from M = 16 and 64", method: .exact,
        prediction: 2, measurement: 2 * means[1] - means[0], tolerance: 0.05),
    ]
  }
}

/// Maximum likelihood with a least variance.
package struct LeastVarianceFit: DeterministicEstimator {
  package typealias Family = GaussianFamily

  let floor: Double

  package func estimate(
    from data: GaussianStatistics, in family: GaussianFamily
  ) throws(EstimationError) -> GaussianFamily.Member {
    let model = try family.maximumLikelihood(data)
    return model.variance < floor ? family.member(mean: model.mean, variance: floor) : model
  }
}

/// The loop of a library with such a floor.
package struct LeastVarianceProgram: ClosedProgram {
  /// f; a power of two, so that v/f is exact.
  package static let floor = 0.0625

  /// The program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: GaussianFamily, samples: Int
  ) -> RetrainingLoop<Replace<GaussianFamily>, LeastVarianceFit> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(),
      estimator: LeastVarianceFit(floor: Self.floor))
  }
}
