import ExponentialFamilies
import RandomStreams
import Theory

/// Laws of the stationary law for M → ∞.
package enum StationaryLaws {
  /// Each holds without chance.
  package static let all = [
    Law("no probability flows in the stationary state") { zeroFlux(of: $0, $1) },
    Law(
      "the score of the stationary density has the mean 0",
      isAbout: { $0 is any OneParameterFamily }
    ) { family, run in
      guard let family = family as? any OneParameterFamily else { return ["several parameters"] }
      return meanScore(of: family, run)
    },
  ]

  /// A prior, and its logarithm stated a second time.
  private struct Stated<P: Prior> {
    let prior: P
    let automaticLogDensity: ([Jet]) -> Jet
  }

  private static func flat<F: TestedFamily>(_ family: F) -> Stated<FlatPrior<F>> {
    Stated(prior: FlatPrior()) { _ in Jet(0) }
  }

  private static func stated<F: TestedFamily>(
    _ prior: GaussianPrior<F>, _ family: F
  ) -> Stated<GaussianPrior<F>> {
    let (mean, variance) = (family.components(prior.mean), family.components(prior.variance))
    return Stated(prior: prior) { θ in
      θ.indices.reduce(Jet(0)) { sum, a in
        sum - (0.5 / variance[a]) * ((θ[a] - Jet(mean[a])) * (θ[a] - Jet(mean[a])))
      }
    }
  }

  private static func stated<F: TestedFamily>(
    _ prior: ConjugatePrior<F>, _ family: F
  ) -> Stated<ConjugatePrior<F>> {
    let (sum, count) = (family.components(prior.pseudoData.sum), prior.pseudoData.count)
    return Stated(prior: prior) { θ in
      θ.indices.reduce(-count * family.automaticLogPartition(θ)) { $0 + sum[$1] * θ[$1] }
    }
  }

  // MARK: - Zero flux

  /// Drift and diffusion balance.
  ///
  /// Eq. B24: `A_a = ½ Σ_b ∂_b(J⁻¹)_ab + ½ Σ_b (J⁻¹)_ab ∂_b ln p` with the drift
  /// `A_a = −Σ_b (J⁻¹)_ab ∂_b U`, `U = ½ ln det J − u ln p₀ + m D_KL(q‖θ)`.
  static func zeroFlux<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(15) { stream in
      let θ = family.randomParameter(using: &stream)
      let anchor = try Reference(of: family, at: family.randomParameter(using: &stream)).A.gradient
      let count = stream.logUniform(0.3, 5)
      let external = SufficientStatistics(sum: count * family.vector(anchor), count: count)
      let gaussian = PriorLaws.gaussianPrior(of: family, using: &stream)
      let conjugate = try PriorLaws.conjugatePrior(of: family, using: &stream)
      return try flux(at: θ, in: family, flat(family), external, run)
        + flux(at: θ, in: family, stated(gaussian, family), external, run)
        + flux(at: θ, in: family, stated(conjugate, family), external, run)
    }
  }

  private static func flux<P: Prior>(
    at θ: P.Family.Vector, in family: P.Family, _ stated: Stated<P>,
    _ external: SufficientStatistics<P.Family.Vector>, _ run: LawRun
  ) throws -> [String] where P.Family: TestedFamily {
    let law = try run.program.stationaryLaw(
      family: family, prior: stated.prior, external: external)
    let known = try Reference(of: family, at: θ)
    let prior = Derivatives(at: family.components(θ), of: stated.automaticLogDensity)
    let axes = 0..<family.dimension
    // Each sum comes with that of the moduli, beside which it is rounded.
    var sums = axes.map { _ in 0.0 }
    var sizes = sums
    func add(_ a: Int, _ term: Double) {
      sums[a] += term
      sizes[a] += abs(term)
    }
    var stepErrors = sums
    for b in axes {
      let score = slope(of: law, at: θ, along: b, known)
      for a in axes {
        let inverse = known.inverse[a][b]
        add(a, -inverse * 0.5 * known.logDeterminantSlope(b).value)
        add(a, inverse * prior.gradient[b])
        add(a, -inverse * external.count * known.A.gradient[b])
        add(a, inverse * external.sum[b])
        for c in axes {
          for d in axes {
            let change = -known.inverse[a][c] * known.A.third[c][d][b] * known.inverse[d][b]
            add(a, -0.5 * change)
          }
        }
        add(a, -0.5 * inverse * score.value)
        stepErrors[a] += 0.5 * abs(inverse) * score.error
      }
    }
    return axes.compactMap { a in
      abs(sums[a]) <= known.inflation * known.rounding * sizes[a] + stepErrors[a]
        ? nil
        : "θ = \(θ), \(stated.prior), \(external): flux \(a) is \(sums[a]) of terms of \(sizes[a])"
    }
  }

  /// `∂_b ln p` by central differences of orders four and six, with their difference as the error.
  private static func slope<P: Prior>(
    of law: StationaryLaw<P>, at θ: P.Family.Vector, along b: Int, _ known: Reference
  ) -> (value: Double, error: Double) {
    let scale = min(1 / known.A.hessian[b][b].squareRoot(), law.family.parameterScales[b])
    let h = 0.02 * scale
    var largest = 0.0
    func difference(_ steps: Double) -> Double {
      let (up, down) = (
        law.logDensity(at: θ.map { $0 == b ? $1 + steps * h : $1 }),
        law.logDensity(at: θ.map { $0 == b ? $1 - steps * h : $1 })
      )
      largest = max(largest, abs(up), abs(down))
      return up - down
    }
    let (one, two, three) = (difference(1), difference(2), difference(3))
    let fourth = (8 * one - two) / (12 * h)
    let sixth = (45 * one - 9 * two + three) / (60 * h)
    // Terms of ln p may be larger than their sum.
    let terms =
      largest + 2 * law.external.count * (abs(known.A.value) + abs(θ.dot(law.external.mean)))
    return (sixth, abs(sixth - fourth) + known.rounding * terms / h)
  }

  // MARK: - The mean of the score

  /// `E ∂ ln p = 0` and `E (θ − c) ∂ ln p = −1`, as for any density that vanishes at the ends.
  ///
  /// The score is what Eq. 18 should give.
  static func meanScore<F: OneParameterFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(6) { stream in
      // External data that are neither too close to the boundary for quadrature nor too few.
      let truth = 0.2 * family.randomParameter(using: &stream)
      let mean = try Reference(of: family, at: truth).A.gradient[0]
      let count = stream.logUniform(1, 5)
      let external = SufficientStatistics(sum: count * mean, count: count)
      let gaussian = GaussianPrior<F>(
        mean: 0.2 * family.randomParameter(using: &stream), variance: stream.logUniform(0.1, 10))
      let pseudo = try Reference(of: family, at: 0.2 * family.randomParameter(using: &stream)).A
      let weight = stream.logUniform(0.3, 5)
      let conjugate = ConjugatePrior<F>(
        SufficientStatistics(sum: weight * pseudo.gradient[0], count: weight))
      return try score(in: family, flat(family), external, run)
        + score(in: family, stated(gaussian, family), external, run)
        + score(in: family, stated(conjugate, family), external, run)
    }
  }

  private static func score<P: Prior>(
    in family: P.Family, _ stated: Stated<P>, _ external: SufficientStatistics<Double>,
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
