import Families
import Foundation
import Loop
import Simulation
import Theory

/// A4: a library whose samples take the variance for the standard deviation.
package enum SquaredVarianceClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "A4",
    statement: """
      Where samples take the variance for the standard deviation (pomegranate's Normal with diagonal \
      covariances) a Gaussian loop obeys v′ = v²χ²/M, and ends at 0 or at ∞ as fast as 2^t: ln v_t = \
      2^t (ln v₀ + Y_t), where Y_t is a mean of independent ln(χ²/M) with the weights 2^−k. It ends at 0 \
      with the probability P(Y < −ln v₀), which is near 1 for v₀ well below 1, near 0 well above, and 0.77 \
      at v₀ = 1 for M = 10. So the units of the data decide.
      """,
    reference: "what libraries do",
    conditions: """
      One Gaussian component, all data replaced in every generation, M ≥ 2; v is the variance that the \
      fit finds, and χ² has M − 1 degrees of freedom. With diagonal covariances each of several variables \
      goes its own way, independently of the others.
      """,
    derivation: """
      ln v′ = 2 ln v + ξ with ξ = ln(χ²/M), hence ln v_t/2^t = ln v₀ + Σ_k 2^−k ξ_k over k = 1 … t. The sum \
      converges, to a variable with a density and the cumulants ψ^(n−1)((M − 1)/2)/(2ⁿ − 1), to the first \
      of which ln(2/M) is added. Its law solves Y = ½(ξ + Y′), and is computed so.
      """,
    equations: [
      Equation(
        "libraries", "ln v_t = 2^t (ln v₀ + Σ_k 2^−k ξ_k), ξ = ln(χ²_{M−1}/M)",
        in: "SquaredVariance.cumulative"),
      Equation(
        "libraries", "κ_n(Y) = ψ^(n−1)((M − 1)/2)/(2ⁿ − 1), n ≥ 2",
        in: "SquaredVariance.exactCumulants"),
    ],
    quantity: "fraction of loops from v₀ = 1 that end at 0, M = 10",
    evidence: ["libraries.svg (d)", "data/libraries-squared.csv"])

  package typealias Family = GaussianFamily

  /// All checks of the program with the fault.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: SquaredVarianceProgram(), scale: scale, seed: seed, context: context)
  }

  /// Where loops end, and the law of the logarithm on the way.
  package static func checks(
    of program: some ClosedProgram<GaussianFamily>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 10_000 : 1000
    let ends = try [1, 1.2].map {
      try end(program, start: $0, replicates: replicates, seed: seed, context)
    }
    return ends + [try law(program, replicates: replicates, seed: seed, context)] + exact
  }

  private static let samples = 10

  /// Beyond e^±60 no loop turns round: the probability is below e⁻²⁰⁰.
  static let decided = 60.0

  private static func end(
    _ program: some ClosedProgram<GaussianFamily>, start: Double, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let ended = try case_(program, start: start, seed: seed).runs.replicates(replicates, context) {
      chain in
      // The model's own variance is v².
      try chain.advance(to: 60) { abs($0.logVariance) < 2 * decided }
      return chain.model.logVariance < -decided
    }
    return Check.frequency(
      "fraction of loops that end at 0, from v₀ = \(start), M = \(samples)",
      of: ended.count { $0 }, in: replicates,
      prediction: SquaredVariance(samples: samples).cumulative(-log(start)),
      falseAlarm: falseAlarm / 3)
  }

  /// `2^−t ln v_t` after four generations.
  private static func law(
    _ program: some ClosedProgram<GaussianFamily>, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let generations = 4
    let values = try case_(program, start: 1, seed: seed, "on the way").runs.models(
      at: generations, replicates, context
    ) { $0.logVariance / exp2(Double(generations + 1)) }
    let theory = SquaredVariance(samples: samples, generations: generations)
    return Check.distance(
      "distance of ln v over 2^t to its exact law, M = \(samples), t = \(generations)", of: values,
      falseAlarm: falseAlarm / 3, below: theory.cumulative, upTo: theory.cumulative)
  }

  private static func case_<P: ClosedProgram<GaussianFamily>>(
    _ program: P, start: Double, seed: UInt64, _ name: String = "end"
  ) -> LoopCase<P.Policy, P.Fit> {
    let family = GaussianFamily()
    return LoopCase(
      program.loop(family: family, samples: samples),
      from: family.member(mean: 0, variance: start * start), "\(name), v₀ = \(start)", claim: id,
      seed: seed)
  }

  /// Digits of another program, and cumulants by two roads.
  private static let exact: [Check] = {
    let theory = SquaredVariance(samples: samples)
    let (found, closed) = (theory.cumulants, theory.exactCumulants)
    func cumulant(_ name: String, _ prediction: Double, _ measurement: Double) -> Check {
      Check(
        "\(name) of the limit by quadrature, M = \(samples)", method: .exact,
        prediction: prediction, measurement: measurement, tolerance: 1e-9)
    }
    return [
      Check(
        "probability to end at 0 from v₀ = 1 by the characteristic function, M = \(samples)",
        method: .exact, prediction: 0.773_494_544, measurement: theory.cumulative(0),
        tolerance: 1e-9),
      cumulant("mean", closed.mean, found.mean),
      cumulant("variance", closed.variance, found.variance),
      cumulant("third cumulant", closed.third, found.third),
    ]
  }()
}

/// The loop of a library with that fault.
package struct SquaredVarianceProgram: ClosedProgram {
  /// The program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: GaussianFamily, samples: Int
  ) -> RetrainingLoop<Replace<GaussianFamily>, VarianceAsDeviation> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(), estimator: VarianceAsDeviation())
  }
}
