import Families
import Foundation
import Testing
import Theory
import _TestSupport

/// The equation of motion and what follows from it, against an independent program.
@Suite struct MotionTests {
  /// Moments of the estimate after one generation, for every family and with every pull.
  @Test func oneStepMomentsAreThoseOfAnIndependentProgram() throws {
    for row in try Golden("one-step", in: .module).rows {
      let (size, samples) = (row.integer("size"), row.integer("samples"))
      let variance = Double(row["priorVariance"]!)
      let first = row.number("theta1")
      switch row["family"] {
      case "independent-spins":
        let family = IndependentSpins(spins: size)
        let law = OneStepLaw.spins(size, up: family.member(at: first).up, samples: samples)
        try check(family, law, at: first, row, pull: row.number("pointSum1"), variance)
      case "poisson":
        let family = PoissonFamily()
        let law = OneStepLaw.counts(rate: exp(first), samples: samples)
        try check(family, law, at: first, row, pull: row.number("pointSum1"), variance)
      case "coupled-spins":
        let family = CoupledSpins(spins: size)
        let θ = SIMD2(first, row.number("theta2"))
        let values = zip(
          stride(from: -size, through: size, by: 2),
          family.levelProbabilities(of: family.member(at: θ))
        ).map { (probability: $1, statistic: family.statistic(ofLevel: $0)) }
        let point = SIMD2(row.number("pointSum1"), row.number("pointSum2"))
        try check(
          family, .multinomial(values, samples: samples), at: θ, row, pull: point, variance)
      case "categorical":
        let family = Categorical(symbols: size)
        let θ = SparseVector([first, row.number("theta2")])
        let values = zip(0..., family.member(at: θ).probabilities)
          .map { (probability: $1, statistic: family.statistic(of: $0)) }
        try check(
          family, .multinomial(values, samples: samples), at: θ, row, pull: 0 * θ, variance)
      case "exponential":
        let family = GammaKnownShape.exponential
        try check(
          family, OneStepLaw.times(mean: -1 / first, samples: samples), at: first, row,
          pull: 0, variance)
      case "gaussian":
        let family = GaussianFamily()
        let θ = SIMD2(first, row.number("theta2"))
        let member = family.member(at: θ)
        let law = OneStepLaw.gaussian(
          mean: member.mean, variance: member.variance, samples: samples)
        try check(family, law, at: θ, row, pull: 0 * θ, variance)
      default: Issue.record("\(row)")
      }
    }
  }

  private func check<F: ExponentialFamily>(
    _ family: F, _ law: OneStepLaw<F.Statistics>, at θ: F.Vector, _ row: [String: String],
    pull: F.Vector, _ variance: Double?
  ) throws {
    let external = F.Statistics(sum: pull, count: row.number("pointCount"))
    let estimate: (F.Statistics) throws -> F.Member = { data in
      guard let variance else { return try family.maximumLikelihood(data + external) }
      let prior = GaussianPrior<F>(mean: 0 * θ, variance: θ.map { _, _ in variance })
      return try prior.posteriorMode(given: data + external, in: family)
    }
    let moments = try law.moments { try estimate($0).naturalParameter }
    let columns = family.dimension == 1 ? ["1"] : ["1", "2"]
    func agrees(_ found: Double, _ column: String) {
      let expected = row.number(column)
      #expect(abs(found - expected) < 1e-10 * (1 + abs(expected)), "\(column) \(row): \(found)")
    }
    agrees(moments.probability, "interior")
    for (a, column) in columns.enumerated() {
      agrees(moments.mean[a], "mean\(column)")
      for (b, other) in columns.enumerated() where b >= a {
        agrees(moments.covariance[a][b], "cov\(column)\(other)")
      }
    }
    // The mean change of the entropy, as one component of a vector of equal ones.
    let start = family.entropy(at: θ)
    let entropy = try law.moments { data -> F.Vector? in
      let member = try estimate(data)
      guard member.face == nil else { return nil }
      return θ.map { _, _ in family.entropy(of: member) - start }
    }
    agrees(entropy.mean[0], "entropy")
  }

  /// The drift is its three parts, and `J A` is minus the gradient of U.
  @Test func driftFollowsTheGradientOfU() throws {
    let family = CoupledSpins(spins: 10)
    let prior = GaussianPrior<CoupledSpins>(mean: [0.3, -0.2], variance: [2, 1])
    let point = SufficientStatistics(sum: 2 * family.statistic(ofLevel: 4), count: 2)
    let motion = EquationOfMotion(family: family, prior: prior, external: point)
    func u(_ θ: SIMD2<Double>) -> Double {
      let fisher = family.fisherInformation(at: θ)
      let determinant = fisher[0, 0] * fisher[1, 1] - fisher[0, 1] * fisher[0, 1]
      return 0.5 * log(determinant) - prior.logDensity(at: θ, in: family)
        + 2 * family.logPartition(at: θ) - θ.dot(point.sum)
    }
    for θ in [SIMD2(0.1, 0.4), SIMD2(-0.3, -1.2), SIMD2(0.7, 0.9)] {
      let drift = try #require(motion.drift(at: θ))
      let fisher = family.fisherInformation(at: θ)
      let noise = try #require(motion.noiseCovariance(at: θ))
      for a in 0..<2 {
        let h = 1e-4 * SIMD2(a == 0 ? 1.0 : 0, a == 1 ? 1.0 : 0)
        let slope = (u(θ + h) - u(θ - h)) / 2e-4
        let force = fisher[a, 0] * drift.total.x + fisher[a, 1] * drift.total.y
        #expect(abs(force + slope) < 1e-6 * (1 + abs(slope)), "θ = \(θ): \(force), \(-slope)")
        for b in 0..<2 {
          let unit = fisher[a, 0] * noise[0][b] + fisher[a, 1] * noise[1][b]
          #expect(abs(unit - (a == b ? 1 : 0)) < 1e-10)
        }
      }
      let sum = drift.bias + drift.prior + drift.external
      #expect(sum == drift.total)
    }
  }

  @Test func poissonTransformsAreThoseOfAnIndependentProgram() throws {
    for row in try Golden("cir", in: .module).rows {
      let loop = PoissonTransient(
        external: row.number("external"), truth: row.number("truth"), rate: row.number("rate"))
      let samples = row.integer("samples")
      let (s, start) = (row.number("argument"), row.number("start"))
      let finite = loop.transform(
        at: s, samples: samples, generations: row.integer("generations"), from: start)
      let limit = loop.limitTransform(
        at: s, time: row.number("generations") / Double(samples), from: start)
      #expect(abs(finite / row.number("finite") - 1) < 1e-13, "\(row): \(finite)")
      #expect(abs(limit / row.number("limit") - 1) < 1e-13, "\(row): \(limit)")
    }
  }

  /// Drift and variance of one generation are those that the transform has at 0.
  @Test func poissonStepAgreesWithTheTransform() {
    let loop = PoissonTransient(external: 2, truth: 0.7, rate: 1.5)
    let (samples, ϑ, s) = (40, 1.3, 1e-3)
    let step = loop.step(samples: samples, from: ϑ)
    let logarithm = log(loop.transform(at: s, samples: samples, generations: 1, from: ϑ))
    let opposite = log(loop.transform(at: -s, samples: samples, generations: 1, from: ϑ))
    let mean = (opposite - logarithm) / (2 * s)
    let variance = (opposite + logarithm) / (s * s)
    #expect(abs(40 * (mean - ϑ) - step.drift) < 1e-6)
    #expect(abs(40 * variance - step.variance) < 1e-6)
  }

  @Test func entropySlopesAreThoseOfAnIndependentProgram() throws {
    for row in try Golden("entropy-slopes", in: .module).rows {
      let samples = row.integer("samples")
      let change: Double
      switch row["family"] {
      case "exponential": change = EntropyDrift.exponential(samples: samples)
      case "gaussian": change = EntropyDrift.gaussian(samples: samples)
      default:
        let symbols = row.integer("size")
        let uniform = [Double](repeating: 1 / Double(symbols), count: symbols)
        let entropies = EntropyDrift.categorical(uniform, samples: samples, generations: 1)
        change = entropies[1] - entropies[0]
      }
      let slope = Double(samples) * change
      #expect(abs(slope / row.number("slope") - 1) < 1e-10, "\(row): \(slope)")
    }
  }

  @Test func symbolsSurviveAsInAnIndependentProgram() throws {
    for row in try Golden("support", in: .module).rows {
      let samples = row.integer("samples")
      let (k, t) = (row.integer("count"), row.integer("generation"))
      let chain = SymbolChain(samples: samples)
      let alive = chain.survival(at: [t])[0][k]
      let terms = (0...samples).map { count in
        let x = Double(count) / Double(samples)
        return x > 0 ? -x * log(x) : 0
      }
      let entropy = (0..<t).reduce(terms) { terms, _ in chain.expectation(of: terms) }[k]
      #expect(abs(alive / row.number("alive") - 1) < 1e-11, "\(row): \(alive)")
      #expect(abs(entropy - row.number("entropyTerm")) < 1e-12, "\(row): \(entropy)")
    }
  }

  @Test func coordinatesOfAPriorMatterAsInAnIndependentProgram() throws {
    let coordinates: [String: PriorCoordinate] = [
      "logit": .natural, "arcsine": .arcsine, "mean": .mean,
    ]
    for row in try Golden("coordinates", in: .module).rows {
      let population = row.integer("population")
      let prior = BetaPrior<IndependentSpins>.jeffreys(in: coordinates[row["coordinate"]!]!)
      let chain = BetaPriorChain(population: population, prior: prior)
      let (t, p) = (row.integer("generation"), row.number("start"))
      let law = chain.law(from: p, generations: t)
      let frequencies = (0...population).map(chain.frequency)
      func mean(_ f: (Double) -> Double) -> Double {
        zip(law, frequencies).reduce(0) { $0 + $1.0 * f($1.1) }
      }
      let alive = chain.alive(from: p, generations: t)[t]
      #expect(abs(alive - row.number("alive")) < 1e-11, "\(row): \(alive)")
      let first = mean { $0 }
      #expect(abs(first - row.number("mean")) < 1e-12)
      #expect(abs(mean { $0 * $0 } - first * first - row.number("variance")) < 1e-12)
      #expect(abs(mean { 4 * $0 * (1 - $0) } - row.number("heterozygosity")) < 1e-11)
    }
  }
}
