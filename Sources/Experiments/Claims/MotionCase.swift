import ExponentialFamilies
import Foundation
import Retraining
import Theory

/// One generation from one θ: a loop, its exact law, and the equation of motion it should obey.
struct MotionCase<P: Prior>: Sendable {
  typealias Vector = P.Family.Vector

  /// "coupled spins, N = 3, one point at S = 1, variance 2".
  let name: String
  let point: MotionPoint<P>
  /// M.
  let samples: Int
  /// The exact law of the statistics of M points.
  let law: @Sendable (Int) -> OneStepLaw<Vector>

  init(
    name: String, motion: EquationOfMotion<P>, θ: Vector, samples: Int,
    law: @escaping @Sendable (Int) -> OneStepLaw<Vector>
  ) {
    self.name = name
    point = MotionPoint(motion: motion, θ: θ)
    self.samples = samples
    self.law = law
  }

  private var motion: EquationOfMotion<P> { point.motion }
  private var family: P.Family { point.family }
  private var θ: Vector { point.θ }

  /// "θ₁" or "θ₂".
  func symbol(_ a: Int) -> String { "θ\(["₁", "₂"][a])" }

  /// Exact moments of a function of one generation's statistics and finite estimate.
  func moments(
    samples: Int, of function: (SufficientStatistics<Vector>, Vector) -> Vector?
  ) throws -> OneStepLaw<Vector>.Moments {
    try law(samples).moments { own in
      let data = own + motion.external
      let estimate = try motion.prior.posteriorMode(given: data, in: family)
      return estimate.naturalParameter.flatMap { function(data, $0) }
    }
  }

  // MARK: - Checks

  /// Drift and covariance of θ in one generation of `program`, against their exact values and against
  /// A and J⁻¹.
  ///
  /// The noise that ``MotionPoint/displacement(_:_:)`` takes away is that of the program's own data: it
  /// would hide data with a wrong mean, which the plain mean change does not.
  func simulated(
    _ program: some AnchoredProgram<P>, replicates: Int, claim: String, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let loop = program.loop(
      family: family, samples: samples, external: .fixed(motion.external), prior: motion.prior)
    let case_ = LoopCase(
      loop, from: family.member(at: θ), "\(name), M = \(samples)", claim: claim, seed: seed)
    let steps = try case_.generations(replicates, context) { data, member in
      member.naturalParameter.map { (data: data, estimate: $0) }
    }.compactMap { $0 }
    let components = 0..<family.dimension
    let share = falseAlarm / Double(family.dimension == 1 ? 3 : 7)
    guard let drift = motion.drift(at: θ)?.total, let noise = motion.noiseCovariance(at: θ) else {
      return []
    }
    /// The mean of one component of a function of the step: its exact value, or `limit` up to the exact
    /// distance from it.
    func check(
      _ what: String, _ component: Int, limit: Double?,
      of function: (SufficientStatistics<Vector>, Vector) -> Vector?
    ) throws -> Check {
      let exact = try moments(samples: samples, of: function)
      let mean = exact.mean[component]
      return Check.mean(
        "\(what), \(case_.description)",
        of: steps.map { function($0.data, $0.estimate)?[component] ?? .nan },
        prediction: limit ?? mean, variance: exact.covariance[component][component],
        deviation: exact.deviation[component], falseAlarm: share,
        allowance: limit.map { abs(mean - $0) } ?? 0)
    }
    let scale = Double(samples)
    let drifts = try components.map {
      try check("drift of \(symbol($0))", $0, limit: drift[$0], of: point.displacement)
    }
    let changes = try components.map {
      try check("mean change of \(symbol($0)) times M", $0, limit: nil) { scale * ($1 - θ) }
    }
    let centre = try moments(samples: samples) { $1 }.mean
    let variances = try components.map { a in
      try check("variance of \(symbol(a))", a, limit: noise[a][a]) { _, estimate in
        (estimate - centre).map { _, d in scale * d * d }
      }
    }
    guard family.dimension == 2 else { return drifts + changes + variances }
    let covariance = try check(
      "covariance of θ₁ and θ₂", 0, limit: noise[0][1]
    ) { _, estimate in
      let d = estimate - centre
      return d.map { _, _ in scale * d[0] * d[1] }
    }
    return drifts + changes + variances + [covariance]
  }

  /// How the exact drift approaches A: its distance should halve as M doubles.
  func approach() throws -> Check {
    guard let drift = motion.drift(at: θ)?.total else { throw SingularFisherInformation() }
    let distances = try [1, 2].map { factor in
      let difference = try moments(samples: factor * samples, of: point.displacement).mean - drift
      return difference.dot(difference).squareRoot()
    }
    return Check(
      "ratio of the distances of the exact drift from A at M = \(samples) and \(2 * samples), \(name)",
      // Up to the next order, a few times 1/M.
      method: .exact, prediction: 2, measurement: distances[0] / distances[1],
      tolerance: 20 / Double(samples))
  }
}

/// A case whose equation of motion does not exist: a mistake in this program.
struct SingularFisherInformation: Error {}
