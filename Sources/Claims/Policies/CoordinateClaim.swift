import EnumeratedFamilies
import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Theory

/// X8: one prior in three coordinates, and what a prior gives in any.
package enum CoordinateClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X8",
    statement: """
      A prior density π with respect to dθ gives the law π² in the limit, if that is normalisable. Jeffreys' prior of one \
      spin thus gives a uniform law if maximised in the field; in the angle arcsin √p it is \
      maximum likelihood and the loop collapses; in the frequency it collapses faster. Drawn \
      from the posterior, not maximised, the model keeps π itself, exactly and at every M.
      """,
    reference: "Eq. 18 with m = 0",
    conditions: """
      M → ∞ for the laws. The stationary identity holds at every M where the chain has a \
      stationary law, ln p₀ is differentiable and the estimate is a critical point of what it \
      maximises: not for a prior that is flat on an interval, at whose ends estimates lie, nor \
      for the kink of Laplace's. Shown without external data, where it says E ∇ln p₀ = 0, for a \
      Gaussian prior.
      """,
    derivation: """
      Eq. 18 squares the function that is added to the log-likelihood. In the field Jeffreys' \
      prior adds half a spin up and half a spin down; in the angle its density is constant and \
      adds nothing; in the frequency it takes half a spin of each away.
      """,
    equations: [
      Equation(
        "beyond Eq. 18", "p_st(θ) dθ = π(θ)² dθ/Z as M → ∞", in: "SpinChain.stationaryProbabilities"
      ),
      Equation(
        "beyond Eq. 18",
        "E[u ∇ln p₀ + m(φ₀ − μ)] = 0 at every M, where estimates are critical points of a smooth ln p₀ + ln f",
        in: "FiniteChain.stationaryLaw"),
    ],
    quantity: """
      largest distance between the distribution function of runs and the uniform one, and its \
      mean under the claim; Jeffreys' prior in the field, M = 400
      """,
    evidence: [
      "coordinates.svg", "data/coordinates.csv", "data/coordinates-alive.csv",
    ])

  /// Maximum a posteriori of spins with a Beta prior in some coordinate.
  package typealias P = BetaPrior<IndependentSpins>

  /// The uniform law and both collapses as simulated; π² and the stationary identity by exact chains.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 5
    let uniform = try uniformLaw(
      program, replicates: scale == .paper ? 4000 : 400, seed: seed, falseAlarm: share, context)
    let alive = try [(PriorCoordinate.arcsine, "angle"), (.mean, "frequency")].flatMap {
      try collapse(
        program, $0, $1, replicates: scale == .paper ? 20_000 : 2000, seed: seed,
        falseAlarm: share, context)
    }
    return [uniform] + alive + (try exact.get())
  }

  /// The loop of one spin with Jeffreys' prior in a coordinate.
  private static func loopCase<A: AnchoredProgram<P>>(
    _ program: A, _ coordinate: PriorCoordinate, _ name: String, samples: Int, seed: UInt64
  ) -> LoopCase<A.Policy, A.Fit> {
    let family = IndependentSpins(spins: 1)
    let loop = program.loop(
      family: family, samples: samples, external: .fixed(SufficientStatistics(sum: 0, count: 0)),
      prior: BetaPrior<IndependentSpins>.jeffreys(in: coordinate))
    return LoopCase(
      loop, from: family.member(magnetisation: 0), "Jeffreys in the \(name), M = \(samples)",
      claim: id, seed: seed)
  }

  private static func uniformLaw(
    _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64, falseAlarm: Double,
    _ context: RunContext
  ) throws -> Check {
    let samples = 400
    let case_ = loopCase(program, .natural, "field", samples: samples, seed: seed)
    // One pseudo-point: the mean relaxes over M generations.
    let values = try case_.runs.models(at: 15 * samples, replicates, context) { $0.up }
    let chain = BetaPriorChain(population: samples, prior: .jeffreys(in: .natural))
    return Check.distance(
      "distance to the uniform law, \(case_.description)", of: values,
      expected: ExpectedDistance.lattice(
        try chain.stationaryProbabilities().cumulative, count: values.count,
        limit: (0...samples).map(chain.frequency)),
      falseAlarm: falseAlarm, allowance: try distanceToUniform(samples: samples), below: { $0 },
      upTo: { $0 })
  }

  /// The exact distance of the stationary law from the uniform one.
  private static func distanceToUniform(samples: Int) throws -> Double {
    let chain = BetaPriorChain(population: samples, prior: .jeffreys(in: .natural))
    return FiniteChain.distance(of: try chain.stationaryProbabilities(), to: chain.frequency)
  }

  /// The fraction of runs still alive, after M and after 2M generations.
  private static func collapse(
    _ program: some AnchoredProgram<P>, _ coordinate: PriorCoordinate, _ name: String,
    replicates: Int, seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let samples = 40
    let case_ = loopCase(program, coordinate, name, samples: samples, seed: seed)
    let chain = BetaPriorChain(population: samples, prior: .jeffreys(in: coordinate))
    let alive = chain.alive(from: 0.5, generations: 2 * samples)
    let times = [samples, 2 * samples]
    let runs = try case_.runs.replicates(replicates, context) { chain in
      try times.map { t in
        try chain.advance(to: t)
        return !chain.model.isAbsorbed
      }
    }
    return times.enumerated().map { index, t in
      Check.frequency(
        "fraction alive at generation \(t) in the \(name), \(case_.description)",
        of: runs.count { $0[index] }, in: replicates, prediction: alive[t],
        falseAlarm: falseAlarm)
    }
  }

  /// Computed once: they depend on nothing.
  private static let exact = Result {
    let distances = try [100, 200].map { try distanceToUniform(samples: $0) }
    let angle = BetaPriorChain(population: 40, prior: .jeffreys(in: .arcsine))
    let frequency = BetaPriorChain(population: 40, prior: .jeffreys(in: .mean))
    let likelihood = WrightFisherChain(population: 40)
      .absorptionTimeDistribution(from: 0.5, generations: 40).map { 1 - $0 }
    let alive = angle.alive(from: 0.5, generations: 40)
    let faster = frequency.alive(from: 0.5, generations: 40)
    return [
      Check(
        "ratio of the distances to the uniform law at M = 100 and 200", method: .exact,
        // Up to the next order, a few times 1/M.
        prediction: 2, measurement: distances[0] / distances[1], tolerance: 0.05),
      Check(
        "largest distance of the fraction alive in the angle from that under maximum likelihood, M = 40",
        method: .exact, prediction: 0,
        measurement: zip(alive, likelihood).map { abs($0 - $1) }.max()!,
        tolerance: 1e-12),
      Check(
        "generations from 2 to 40 at which fewer are alive in the frequency than in the angle, M = 40",
        method: .exact, prediction: 39,
        measurement: Double(zip(alive, faster).count { $0 > $1 })),
    ] + (try squaredPrior()) + [try posterior()] + (try balance())
  }

  /// Two parameters, a value of φ inside the hull, and a Gaussian prior: E θ = θ_p at a small M.
  private static func balance() throws -> [Check] {
    let family = ClaimTables.triangle(centre: 2)
    let centre = [0.3, -0.2]
    let prior = GaussianPrior<EnumeratedFamily>(
      mean: DenseVector(centre), variance: DenseVector([0.5, 0.25]))
    let chain = try TableChain(family, samples: 4, from: family.member(at: DenseVector(centre))) {
      try prior.posteriorMode(given: $0, in: family)
    }
    let law = try chain.transitions.stationaryLaw()
    return centre.indices.map { a in
      Check(
        "E θ\(a + 1) at M = 4, Gaussian prior of mean \(centre[a]), corners and centre of a triangle",
        method: .exact, prediction: centre[a],
        measurement: zip(law, chain.models).reduce(0) { $0 + $1.0 * $1.1.naturalParameter![a] },
        tolerance: 1e-9)
    }
  }

  /// Draws from the posterior, given data and then of data: the prior is stationary.
  private static func posterior() throws -> Check {
    let chain = PosteriorSamplingChain(population: 60, prior: (up: 0.5, down: 1.5))
    let law = try chain.stationaryProbabilities()
    return Check(
      "largest distance of the stationary law of posterior draws from the prior's, M = 60",
      method: .exact, prediction: 0,
      measurement: zip(law, chain.exactStationaryLaw).map { abs($0 - $1) }.max()!,
      tolerance: 1e-12)
  }

  /// A Gaussian prior on the field of spins, off centre: π² in the limit, and E θ = θ_p at every M.
  private static func squaredPrior() throws -> [Check] {
    let family = IndependentSpins(spins: 2)
    let prior = GaussianPrior<IndependentSpins>(mean: 0.3, variance: 0.5)
    let laws = try [50, 100].map { samples -> (mean: Double, distance: Double) in
      let size = 2 * samples
      let fields = try (0...size).map { k in
        try prior.posteriorMode(
          given: SufficientStatistics(sum: Double(2 * k - size), count: Double(samples)),
          in: family
        ).naturalParameter!
      }
      let chain = WrightFisherChain(population: size)
      let law = try FiniteChain.stationaryLaw(
        rows: fields.map { chain.samplingProbabilities(at: family.member(at: $0).up) })
      let mean = zip(law, fields).reduce(0) { $0 + $1.0 * $1.1 }
      // π² has half the variance.
      let distance = FiniteChain.distance(of: law) { k in
        0.5 * erfc(-(fields[k] - 0.3) / (2 * 0.25).squareRoot())
      }
      return (mean, distance)
    }
    return [
      Check(
        "ratio of the distances to π² at M = 50 and 100, Gaussian prior of mean 0.3",
        method: .exact,
        // Up to the next order, a few times 1/M.
        prediction: 2, measurement: laws[0].distance / laws[1].distance, tolerance: 0.1),
      Check(
        "E θ at M = 50, Gaussian prior of mean 0.3", method: .exact, prediction: 0.3,
        measurement: laws[0].mean, tolerance: 1e-9),
    ]
  }
}
