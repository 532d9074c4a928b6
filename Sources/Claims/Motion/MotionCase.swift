import Families
import Foundation
import Loop
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
  let law: @Sendable (Int) -> OneStepLaw<P.Family.Statistics>

  init(
    name: String, motion: EquationOfMotion<P>, θ: Vector, samples: Int,
    law: @escaping @Sendable (Int) -> OneStepLaw<P.Family.Statistics>
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
    samples: Int, of function: (P.Family.Statistics, Vector) -> Vector?
  ) throws -> OneStepLaw<P.Family.Statistics>.Moments {
    try law(samples).moments { own in
      let data = own + motion.external
      let estimate = try motion.prior.posteriorMode(given: data, in: family)
      return estimate.naturalParameter.flatMap { function(data, $0) }
    }
  }

  // MARK: - Checks

  /// Drift and covariance of θ in one generation of `program`, against their exact values.
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
    let steps = try case_.runs.firstGenerations(replicates, context) { data, member in
      member.naturalParameter.map { (data: data, estimate: $0) }
    }.compactMap { $0 }
    let components = 0..<family.dimension
    let share = falseAlarm / Double(family.dimension == 1 ? 4 : 8)
    /// The mean of one component of a function of the step, given a finite estimate.
    func check(
      _ what: String, _ component: Int,
      of function: (P.Family.Statistics, Vector) -> Vector?
    ) throws -> Check {
      let exact = try moments(samples: samples, of: function)
      return Check.mean(
        "\(what), \(case_.description)",
        of: steps.map { function($0.data, $0.estimate)?[component] ?? .nan },
        prediction: exact.mean[component], variance: exact.covariance[component][component],
        deviation: exact.deviation[component], falseAlarm: share)
    }
    let scale = Double(samples)
    let drifts = try components.map {
      try check("drift of \(symbol($0))", $0, of: point.displacement)
    }
    let changes = try components.map {
      try check("mean change of \(symbol($0)) times M", $0) { scale * ($1 - θ) }
    }
    let estimates = try moments(samples: samples) { $1 }
    let centre = estimates.mean
    let variances = try components.map { a in
      try check("variance of \(symbol(a))", a) { _, estimate in
        (estimate - centre).map { _, d in scale * d * d }
      }
    }
    let finite = Check.frequency(
      "fraction of finite estimates, \(case_.description)", of: steps.count, in: replicates,
      prediction: min(1, estimates.probability), falseAlarm: share)
    guard family.dimension == 2 else { return drifts + changes + variances + [finite] }
    let covariance = try check("covariance of θ₁ and θ₂", 0) { _, estimate in
      let d = estimate - centre
      return d.map { _, _ in scale * d[0] * d[1] }
    }
    return drifts + changes + variances + [covariance, finite]
  }

  /// The exact drift and covariance, extrapolated to M → ∞, against A and J⁻¹.
  func limits() throws -> [Check] {
    guard let drift = motion.drift(at: θ)?.total, let noise = motion.noiseCovariance(at: θ) else {
      throw SingularFisherInformation()
    }
    let components = 0..<family.dimension
    // At each M the moments serve all components.
    var drifts: [Int: OneStepLaw<P.Family.Statistics>.Moments] = [:]
    var estimates: [Int: OneStepLaw<P.Family.Statistics>.Moments] = [:]
    for m in [samples, 2 * samples, 4 * samples] {
      drifts[m] = try moments(samples: m, of: point.displacement)
      estimates[m] = try moments(samples: m) { $1 }
    }
    let ofDrift = components.map { a in
      Check(
        Expectation(
          extrapolating: "A of \(symbol(a)), \(name)", from: samples, prediction: drift[a]),
        measurement: Extrapolation.limit(from: samples) { drifts[$0]!.mean[a] })
    }
    let ofNoise = components.flatMap { a in
      (a..<family.dimension).map { b in
        Check(
          Expectation(
            extrapolating: "J⁻¹ of \(symbol(a)) and \(symbol(b)), \(name)", from: samples,
            prediction: noise[a][b]),
          measurement: Extrapolation.limit(from: samples) {
            Double($0) * estimates[$0]!.covariance[a][b]
          })
      }
    }
    return ofDrift + ofNoise
  }
}

/// A case whose equation of motion does not exist: a mistake in this program.
struct SingularFisherInformation: Error {}
