import Families
import Foundation
import Loop
import Simulation
import Theory

/// P8: in the mean parameters the motion has no drift.
package enum MeanDiffusionClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P8",
    statement: """
      Under closed-loop maximum likelihood the mean parameters diffuse without drift, with \
      covariance J dτ; in one generation they change by nothing on average, with covariance J/M, \
      at every M.
      """,
    reference: "Eqs. B13, B14",
    conditions: """
      Maximum likelihood, no external data, a regular or steep family. Exact at every M, on the \
      boundary too, where J is that of the face. Simulated means and variances; covariances by \
      the exact laws.
      """,
    derivation: """
      μ(θ′) = φ̄ is the mean of M independent values of φ: its mean is μ(θ) and its covariance \
      J(θ)/M. In θ the same motion has the drift −½ J⁻¹∇ln det J, by Itô's rule on a curved map.
      """,
    equations: [
      Equation("Eq. B13", "E dμ = 0", in: "OneStepLaw.moments"),
      Equation("Eq. B14", "Cov dμ = J dτ", in: "OneStepLaw.moments"),
    ],
    quantity: "mean of s² after one generation, Gaussian, mean 1, variance 2, M = 20",
    evidence: ["fig1.svg (b)", "data/fig1b-limit.csv"])

  /// The Gaussian with free mean and variance.
  package typealias Family = GaussianFamily

  /// Means and variances of one generation in six families, and the same from their exact laws.
  package static func checks(
    of program: some ClosedProgram<GaussianFamily>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 6
    let replicates = scale == .paper ? 200_000 : 20_000
    func simulated<F: ExponentialFamily>(
      _ case_: Case<F>, _ program: some ClosedProgram<F>
    ) throws -> [Check] {
      try case_.simulated(
        program, replicates: replicates, seed: seed, falseAlarm: share, context)
    }
    let checks =
      try simulated(gaussian, program) + simulated(spins, TabulatedLoopProgram())
      + simulated(coupledSpins, ClosedLoopProgram()) + simulated(poisson, ClosedLoopProgram())
      + simulated(times, ClosedLoopProgram()) + simulated(categorical, ClosedLoopProgram())
    return checks + exact
  }

  /// Computed once: they depend on nothing.
  private static let exact: [Check] = [
    gaussian.exact, spins.exact, coupledSpins.exact, poisson.exact, times.exact, categorical.exact,
  ]

  /// One generation of one model.
  private struct Case<F: ExponentialFamily>: Sendable {
    let name: String
    let family: F
    let start: F.Member
    let samples: Int
    let law: OneStepLaw<F.Statistics>

    var mean: F.Vector { start.meanParameter }

    /// `E φ̄_a` and `M E (φ̄_a − μ_a)²`, in last place that of s² for a Gaussian.
    func simulated(
      _ program: some ClosedProgram<F>, replicates: Int, seed: UInt64, falseAlarm: Double,
      _ context: RunContext
    ) throws -> [Check] {
      let loop = program.loop(family: family, samples: samples)
      let case_ = LoopCase(
        loop, from: start, "\(name), M = \(samples)", claim: id, seed: seed)
      let values = try case_.runs.models(at: 1, replicates, context) { $0.meanParameter }
      let share = falseAlarm / Double(2 * family.dimension)
      let fisher = family.fisherInformation(at: start.naturalParameter!)
      let scale = Double(samples)
      func square(_ value: F.Vector) -> F.Vector { (value - mean).map { _, d in scale * d * d } }
      let first = law.moments { $0.mean }
      let second = law.moments { square($0.mean) }
      return (0..<family.dimension).reversed().flatMap { a in
        [
          Check.mean(
            "mean statistic after one generation, component \(a + 1), \(case_.description)",
            of: values.map { $0[a] }, prediction: mean[a], variance: first.covariance[a][a],
            deviation: first.deviation[a], falseAlarm: share),
          Check.mean(
            "variance of the mean statistic times M, component \(a + 1), \(case_.description)",
            of: values.map { square($0)[a] }, prediction: fisher[a, a],
            variance: second.covariance[a][a], deviation: second.deviation[a], falseAlarm: share),
        ]
      }
    }

    /// The largest error of mean and covariance in the exact law of one generation.
    var exact: Check {
      let moments = law.moments { $0.mean }
      let fisher = family.fisherInformation(at: start.naturalParameter!)
      var largest = abs(moments.probability - 1)
      for a in 0..<family.dimension {
        largest = max(largest, abs(moments.mean[a] - mean[a]))
        for b in 0..<family.dimension {
          largest = max(
            largest, abs(Double(samples) * moments.covariance[a][b] - fisher[a, b]))
        }
      }
      return Check(
        "largest error of mean and covariance in the exact law, \(name), M = \(samples)",
        method: .exact, prediction: 0, measurement: largest, tolerance: 1e-10)
    }
  }

  private static let gaussian: Case<GaussianFamily> = {
    let family = GaussianFamily()
    return Case(
      name: "Gaussian, mean 1, variance 2", family: family,
      start: family.member(mean: 1, variance: 2), samples: 20,
      law: .gaussian(mean: 1, variance: 2, samples: 20))
  }()

  private static let spins: Case<IndependentSpins> = {
    let family = IndependentSpins(spins: 10)
    let start = family.member(magnetisation: 0.6)
    return Case(
      name: "independent spins, N = 10", family: family, start: start, samples: 20,
      law: OneStepLaw.spins(10, up: start.up, samples: 20))
  }()

  private static let coupledSpins: Case<CoupledSpins> = {
    let family = CoupledSpins(spins: 3)
    return Case(
      name: "coupled spins, N = 3", family: family, start: family.member(at: [0.3, -0.5]),
      samples: 10, law: .coupledSpins(family, at: [0.3, -0.5], samples: 10))
  }()

  private static let poisson: Case<PoissonFamily> = {
    let family = PoissonFamily()
    return Case(
      name: "Poisson, rate 1.5", family: family, start: family.member(rate: 1.5), samples: 20,
      law: OneStepLaw.counts(rate: 1.5, samples: 20))
  }()

  private static let times: Case<GammaKnownShape> = {
    let family = GammaKnownShape.exponential
    return Case(
      name: "exponential, mean 2", family: family, start: family.member(mean: 2), samples: 20,
      law: OneStepLaw.times(mean: 2, samples: 20))
  }()

  private static let categorical: Case<Categorical> = {
    let family = Categorical(symbols: 3)
    let start = family.member(probabilities: [0.6, 0.3, 0.1])
    return Case(
      name: "three symbols", family: family, start: start, samples: 20,
      law: .categorical(family, probabilities: start.probabilities, samples: 20))
  }()
}
