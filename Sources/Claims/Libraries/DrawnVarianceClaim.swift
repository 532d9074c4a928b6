import Families
import Foundation
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// A7: a variance that is drawn from its posterior.
package enum DrawnVarianceClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "A7",
    statement: """
      A variance that is drawn from its posterior under the prior 1/v, not estimated (proper imputation, as R's \
      mice has it), does not collapse in a closed loop, and does not settle: v′ = vχ²/χ′², so that ln v is a \
      symmetric random walk. Its median stays at the start forever, its variance is exactly 2tψ′((M − 1)/2), \
      about 4t/M, and the mean E v_t = v₀((M − 1)/(M − 3))^t explodes.
      """,
    reference: "what libraries do",
    conditions: """
      One Gaussian variable, all data replaced in every generation, M ≥ 2, and M > 3 for a finite mean; both χ² \
      have M − 1 degrees of freedom and are independent. No proper prior: with one, X8 has a stationary law.
      """,
    derivation: """
      Data of variance v have the scatter vχ², and the posterior of the variance with density 1/v is that \
      scatter over an independent χ′² of as many degrees of freedom. The ratio and its inverse have the same \
      law, F of M − 1 and M − 1 degrees. E χ² = M − 1, E 1/χ′² = 1/(M − 3), Var ln χ² = ψ′((M − 1)/2).
      """,
    equations: [
      Equation(
        "libraries", "Var ln v_t = 2t ψ′((M − 1)/2)", in: "DrawnVariance.logVariance"),
      Equation(
        "libraries", "P(v′/v ≤ x) = I_{x/(1 + x)}((M − 1)/2, (M − 1)/2)",
        in: "DrawnVariance.cumulative"),
      Equation("libraries", "E v_t = v₀((M − 1)/(M − 3))^t", in: "DrawnVariance.growth"),
    ],
    quantity: "fraction of loops whose variance is above its start, M = 20, t = 50",
    evidence: ["families.svg", "data/families-scale.csv"])

  package typealias Family = GaussianFamily

  /// All checks of the program that draws.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: DrawnVarianceProgram(), scale: scale, seed: seed, context: context)
  }

  /// The median, the law of a generation, and moments by quadrature.
  package static func checks(
    of program: some ClosedProgram<GaussianFamily>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let (samples, generations) = (20, 50)
    let family = GaussianFamily()
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 0, variance: 1),
      "M = \(samples)", claim: id, seed: seed)
    let runs = try case_.runs.values(
      at: [1, generations], scale == .paper ? 10_000 : 1000, context
    ) { $0.logVariance }
    let theory = DrawnVariance(samples: samples)
    func law(_ x: Double) -> Double { theory.cumulative(exp(x)) }
    return [
      Check.frequency(
        "fraction of loops above their start, M = \(samples), t = \(generations)",
        of: runs.count { $0[1] > 0 }, in: runs.count, prediction: 0.5,
        falseAlarm: falseAlarm / 2),
      Check.distance(
        "distance of the ratio of variances in a generation to its law, M = \(samples)",
        of: runs.map { $0[0] }, falseAlarm: falseAlarm / 2, below: law, upTo: law),
    ] + exact(theory)
  }

  private static func exact(_ theory: DrawnVariance) -> [Check] {
    // Both as integrals over P(v′/v ≤ x), by parts.
    let square = integrate(from: 0, to: 20) { 4 * $0 * (1 - theory.cumulative(exp($0))) }
    let mean = integrate(from: -20, to: 20) { exp($0) * (1 - theory.cumulative(exp($0))) }
    return [
      Check(
        "variance of ln v′/v by quadrature, M = \(theory.samples)", method: .exact,
        prediction: theory.logVariance(generations: 1), measurement: square.value,
        tolerance: 1e-8),
      Check(
        "mean of v′/v by quadrature, M = \(theory.samples)", method: .exact,
        prediction: theory.growth, measurement: mean.value, tolerance: 1e-7),
    ]
  }
}

/// A Gaussian fit whose variance is drawn from its posterior with the prior 1/v.
///
/// It is the scatter over a χ² variate of as many degrees of freedom. The mean, on which it does not depend, is the
/// sample's.
package struct DrawnVarianceFit: Estimator {
  package typealias Family = GaussianFamily

  package func estimate(
    from data: GaussianStatistics, in family: GaussianFamily, streams: GenerationStreams
  ) throws(EstimationError) -> GaussianFamily.Member {
    var stream = streams.stream(for: .estimation)
    let model = try family.maximumLikelihood(data)
    let chi = 2 * Gamma(shape: 0.5 * (data.count - 1)).draw(using: &stream)
    return family.member(model, variancesTimes: data.count / chi, plus: 0)
  }
}

/// The loop of a library that draws its variance.
package struct DrawnVarianceProgram: ClosedProgram {
  /// The program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: GaussianFamily, samples: Int
  ) -> RetrainingLoop<Replace<GaussianFamily>, DrawnVarianceFit> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(), estimator: DrawnVarianceFit())
  }
}
