import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// A8: a law between the extremes of its data.
package enum UniformClaim: SeveralProgramsClaimTest {
  package static let words = ClaimWords(
    id: "A8",
    statement: """
      A uniform law fitted by the extremes of its data (SciPy's uniform.fit, a histogram of one bin) collapses \
      twice as fast as a Gaussian: the range is multiplied by an independent Beta(M − 1, 2) variate in every \
      generation, so that E R shrinks by exactly (M − 1)/(M + 1) and ln R falls by exactly 1/(M − 1) + 1/M \
      on average, and the logarithm of the variance by twice that, 4/M for large M, where a Gaussian's falls by 2/M.
      """,
    reference: "what libraries do",
    conditions: """
      M ≥ 2 points, all data replaced in every generation. A histogram of more bins between the extremes, or a \
      distribution function that is joined between the points, has a range that cannot grow either, with a law \
      of its own. Exact at every M and t. Several independent variables shrink independently.
      """,
    derivation: """
      The range of M uniform points on an interval of length R is R times a Beta(M − 1, 2) variate, whatever R. \
      Its mean is (M − 1)/(M + 1), the mean of its logarithm ψ(M − 1) − ψ(M + 1). The variance of a uniform law \
      is R²/12.
      """,
    equations: [
      Equation(
        "libraries", "P(R′/R ≤ x) = x^(M−1) (M − (M − 1)x)", in: "UniformRange.cumulative"),
      Equation("libraries", "E R′ = R (M − 1)/(M + 1)", in: "UniformRange.factor"),
      Equation("libraries", "E ln R′/R = −1/(M − 1) − 1/M", in: "UniformRange.logGrowth"),
    ],
    quantity: "mean of R′/R in a generation, M = 20",
    evidence: ["families.svg", "data/families-scale.csv"])

  /// The loops that are checked.
  package typealias Programs = UniformPrograms

  /// Ratios of ranges in the generations of one loop, and their moments by quadrature.
  package static func checks(
    of programs: UniformPrograms, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let (samples, generations) = (20, 50)
    let theory = UniformRange(samples: samples)
    let case_ = LoopCase(
      programs.loop(samples: samples), from: UniformFamily.Member(lower: 0, range: 1),
      "M = \(samples)", claim: id, seed: seed)
    let ratios = try case_.runs.replicates(scale == .paper ? 800 : 80, context) { chain in
      var last = 1.0
      return try (0..<generations).map { _ in
        try chain.advance()
        let now = chain.model.range
        defer { last = now }
        return now / last
      }
    }.flatMap { $0 }
    return [
      Check.mean(
        "mean of R′/R in a generation, M = \(samples)", of: ratios, prediction: theory.factor,
        variance: theory.variance, deviation: 1, falseAlarm: falseAlarm / 2),
      Check.distance(
        "distance of the ratio of ranges to its Beta law, M = \(samples)", of: ratios,
        falseAlarm: falseAlarm / 2, below: theory.cumulative, upTo: theory.cumulative),
    ] + exact(theory)
  }

  /// Means over the law of R′/R, by parts.
  private static func exact(_ theory: UniformRange) -> [Check] {
    let mean = integrate(from: 0, to: 1) { 1 - theory.cumulative($0) }
    let logarithm = integrate(from: 0, to: 40) { theory.cumulative(exp(-$0)) }
    return [
      Check(
        "mean of R′/R by quadrature, M = \(theory.samples)", method: .exact,
        prediction: theory.factor, measurement: mean.value, tolerance: 1e-10),
      Check(
        "mean of ln R′/R by quadrature, M = \(theory.samples)", method: .exact,
        prediction: theory.logGrowth, measurement: -logarithm.value, tolerance: 1e-10),
      Check(
        Expectation(
          extrapolating: "fall of ln variance in M generations", from: 100, prediction: 4),
        measurement: Extrapolation.limit(from: 100) {
          -2 * Double($0) * UniformRange(samples: $0).logGrowth
        }),
    ]
  }
}
