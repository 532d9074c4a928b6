import Families
import Randomness
import Theory

/// Laws of the stationary law for M → ∞.
package enum StationaryLaws {
  /// Each holds without chance.
  package static let all = [
    Law("no probability flows in the stationary state") { zeroFlux(of: $0, $1) },
    Law("the equation of motion has the drift of its potential") { drift(of: $0, $1) },
    Law(
      "the score of the stationary density has the mean 0",
      isAbout: { $0 is any OneParameterFamily && $0.isRegular }
    ) { family, run in
      guard let family = family as? any OneParameterFamily else { return ["several parameters"] }
      return meanScore(of: family, run)
    },
  ]

  /// `E ∂ ln p = 0` and `E (θ − c) ∂ ln p = −1`, as for any density that vanishes at the ends of the
  /// parameters: external data in a regular family, whose A is infinite there.
  ///
  /// In general they are `[p]` and `[(θ − c) p] − 1`, the differences between both ends: a family whose A is
  /// finite at an end has a density above 0 there, as inverse Gaussians of known shape, and would fail this law.
  ///
  /// The score is what Eq. 18 should give.
  static func meanScore<F: OneParameterFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(6) { stream in
      // External data that are neither too close to the boundary for quadrature nor too few.
      let truth = 0.2 * family.randomParameter(using: &stream)
      let mean = try Reference(of: family, at: truth).A.gradient[0]
      let count = stream.logUniform(1, 5)
      let external = F.Statistics(sum: count * mean, count: count)
      let gaussian = GaussianPrior<F>(
        mean: 0.2 * family.randomParameter(using: &stream), variance: stream.logUniform(0.1, 10))
      let pseudo = try Reference(of: family, at: 0.2 * family.randomParameter(using: &stream)).A
      let weight = stream.logUniform(0.3, 5)
      let conjugate = ConjugatePrior<F>(
        F.Statistics(sum: weight * pseudo.gradient[0], count: weight))
      return try score(in: family, .flat(in: family), external, run)
        + score(in: family, StatedPrior(gaussian, in: family), external, run)
        + score(in: family, StatedPrior(conjugate, in: family), external, run)
    }
  }

  private static func score<P: Prior>(
    in family: P.Family, _ stated: StatedPrior<P>, _ external: P.Family.Statistics,
    _ run: LawRun
  ) throws -> [String] where P.Family: OneParameterFamily {
    let density = try run.program.stationaryLaw(
      family: family, prior: stated.prior, external: external
    ).density()
    func score(_ θ: Double) -> Double {
      let prior = Derivatives(at: [θ], of: stated.automaticLogDensity).gradient[0]
      let A = Derivatives(at: [θ], of: family.automaticLogPartition).gradient[0]
      return 2 * (prior + external.sum - external.count * A)
    }
    let centre = density.mean.value
    let mean = density.expectation(score)
    let size = density.expectation { abs(score($0)) }.value
    let product = density.expectation { ($0 - centre) * score($0) }
    var failures: [String] = []
    if !(abs(mean.value) <= 1e-8 * size + 3 * mean.error) {
      failures.append("the mean score is \(mean), its size \(size)")
    }
    if !(abs(product.value + 1) <= 1e-7 + 3 * product.error) {
      failures.append("the mean of score and deviation is \(product), should be −1")
    }
    if !(mean.error <= 1e-5 * size) { failures.append("the mean score is not known: \(mean)") }
    return failures.map { "\(stated.prior), \(external): \($0)" }
  }
}
