import Families
import Foundation
import Loop
import Simulation
import Theory

/// P18: maximum likelihood does not see the coordinate, maximum a posteriori does.
package enum ReparametrisationClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "P18",
    statement: """
      Maximum likelihood is invariant under reparametrisation and maximum a posteriori is not: \
      one prior over models, seen as a density in two coordinates, has its posterior mode at \
      different models.
      """,
    reference: "preprint v1",
    conditions: "Any family; shown for spins with Jeffreys' prior.",
    derivation: """
      A likelihood is a number for each model. A density is a number for each cell of a \
      coordinate: under a change of variables it takes the Jacobian as a factor, and the maximum \
      moves.
      """,
    equations: [
      Equation("preprint v1", "π(ψ) = π(θ) |dθ/dψ|", in: "BetaPrior.exponents"),
      Equation(
        "preprint v1", "p̂ = (k + α)/(n + α + β), (α, β) by coordinate",
        in: "BetaPrior.posteriorMode"),
    ],
    quantity: """
      mean frequency after one generation from p = 0.2, Jeffreys' prior in the field, N = 1, M = \
      10
      """,
    evidence: ["coordinates.svg", "data/coordinates.csv"])

  /// Maximum a posteriori of spins with a Beta prior in some coordinate.
  package typealias P = BetaPrior<IndependentSpins>

  /// The coordinates of a spin, as maps from p to a coordinate and the logarithm of |dp/dψ|.
  private static let coordinates: [(coordinate: PriorCoordinate, name: String)] = [
    (.natural, "in the field"), (.arcsine, "in the angle"), (.mean, "in the frequency"),
  ]

  /// Mean estimates of one generation as simulated, and modes found by search in each coordinate.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 3
    let simulated = try coordinates.map { coordinate, name in
      try oneGeneration(
        program, coordinate, name, replicates: scale == .paper ? 100_000 : 20_000, seed: seed,
        falseAlarm: share, context)
    }
    return simulated + (try modes.get())
  }

  private static func oneGeneration(
    _ program: some AnchoredProgram<P>, _ coordinate: PriorCoordinate, _ name: String,
    replicates: Int, seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let (family, samples, p) = (IndependentSpins(spins: 1), 10, 0.2)
    let prior = BetaPrior<IndependentSpins>.jeffreys(in: coordinate)
    let loop = program.loop(
      family: family, samples: samples, external: .fixed(SufficientStatistics(sum: 0, count: 0)),
      prior: prior)
    let case_ = LoopCase(
      loop, from: family.member(magnetisation: 2 * p - 1), "Jeffreys \(name), M = \(samples)",
      claim: id, seed: seed)
    let values = try case_.runs.models(at: 1, replicates, context) { $0.up }
    let chain = BetaPriorChain(population: samples, prior: prior)
    let law = OneStepLaw.spins(1, up: p, samples: samples).moments {
      chain.frequency(Int(($0.sum + $0.count) / 2))
    }
    return Check.mean(
      "mean frequency after one generation \(name), \(case_.description)", of: values,
      prediction: law.mean, variance: law.covariance[0][0], deviation: law.deviation,
      falseAlarm: falseAlarm)
  }

  /// Computed once: they depend on nothing.
  private static let modes = Result {
    let data = [(10, 1), (10, 5), (50, 43)]
    let posterior = try coordinates.map { coordinate, name in
      let largest = try data.map { n, k in
        let mode = try mode(n, k, BetaPrior<IndependentSpins>.jeffreys(in: coordinate))
        return abs(mode - maximum(in: coordinate, n, k, withPrior: true))
      }.max()!
      return Check(
        "largest distance of the posterior mode from one found by search \(name)", method: .exact,
        prediction: 0, measurement: largest, tolerance: 1e-6)
    }
    let likelihood = coordinates.map { coordinate, name in
      let largest = data.map { n, k in
        abs(Double(k) / Double(n) - maximum(in: coordinate, n, k, withPrior: false))
      }.max()!
      return Check(
        "largest distance of k/n from the likelihood's maximum found by search \(name)",
        method: .exact, prediction: 0, measurement: largest, tolerance: 1e-6)
    }
    // One of ten up: 1.5/11 in the field, 0.1 in the angle, 0.5/9 in the frequency.
    let examples = try zip(coordinates, [1.5 / 11, 0.1, 0.5 / 9]).map { entry, expected in
      Check(
        "posterior mode of one spin up in ten \(entry.name)", method: .exact, prediction: expected,
        measurement: try mode(10, 1, BetaPrior<IndependentSpins>.jeffreys(in: entry.coordinate)),
        tolerance: 1e-12)
    }
    return posterior + likelihood + examples
  }

  private static func mode(_ n: Int, _ k: Int, _ prior: BetaPrior<IndependentSpins>) throws
    -> Double
  {
    try prior.posteriorMode(
      given: SufficientStatistics(sum: Double(2 * k - n), count: Double(n)),
      in: IndependentSpins(spins: 1)
    ).up
  }

  /// The frequency at the maximum of the likelihood, or of likelihood times density, of k spins up in n,
  /// searched for in the coordinate itself by golden sections.
  ///
  /// The density of a coordinate is p^(−½)(1 − p)^(−½) |dp/dψ|: this road shares nothing with ``BetaPrior``.
  private static func maximum(
    in coordinate: PriorCoordinate, _ n: Int, _ k: Int, withPrior: Bool
  ) -> Double {
    func frequency(_ ψ: Double) -> Double {
      switch coordinate {
      case .natural: 1 / (1 + exp(-2 * ψ))
      case .arcsine: sin(ψ) * sin(ψ)
      case .mean: ψ
      }
    }
    func jacobian(_ ψ: Double) -> Double {
      switch coordinate {
      case .natural: 2 * frequency(ψ) * (1 - frequency(ψ))
      case .arcsine: 2 * sin(ψ) * cos(ψ)
      case .mean: 1
      }
    }
    func objective(_ ψ: Double) -> Double {
      let p = frequency(ψ)
      let likelihood = Double(k) * log(p) + Double(n - k) * log(1 - p)
      return withPrior ? likelihood - 0.5 * log(p * (1 - p)) + log(jacobian(ψ)) : likelihood
    }
    var (low, high): (Double, Double) =
      switch coordinate {
      case .natural: (-8, 8)
      case .arcsine: (0.01, .pi / 2 - 0.01)
      case .mean: (0.001, 0.999)
      }
    let ratio = (5.0.squareRoot() - 1) / 2
    while high - low > 1e-8 {
      let (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
      if objective(a) < objective(b) { low = a } else { high = b }
    }
    return frequency((low + high) / 2)
  }
}
