import Families
import Foundation
import Loop
import Simulation
import Theory

/// P9: the expected entropy falls linearly, and how fast.
package enum EntropyClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P9",
    statement: """
      Under closed-loop maximum likelihood the expected entropy −E ln(f/h) falls linearly in τ = \
      t/M, by D/2 per unit until the boundary is felt: faster for larger D.
      """,
    reference: "Eqs. 16, 17",
    conditions: """
      M large, and all parameters far from the boundary. The entropy is relative to the base \
      measure h: Shannon's or the differential one where h is constant, but not for Poisson \
      counts. Where s is discrete and h = 1, S ≥ 0 ends the fall; only a differential entropy \
      can go to −∞.
      """,
    derivation: """
      ∂S/∂φ̄_a = −θ_a and ∂²S/∂φ̄_a∂φ̄_b = −J⁻¹_ab, so Itô's rule gives dS = −Σ θ_a dφ̄_a − ½ Σ \
      J⁻¹_ab J_ab dτ: the first term is a martingale, and the second is −D/2 dτ.
      """,
    equations: [
      Equation(
        "Eqs. 16, 17",
        "dS = −Σ_a θ_a dφ̄_a − (D/2) dτ, E S_τ = S_0 − (D/2) τ until the boundary is felt",
        in: "EntropyDrift.limit")
    ],
    correction: Correction(
      "Eq. 17 prints a fall of D per unit of τ; Itô's rule on Eq. 16 gives D/2. The text's divergence to −∞"
        + " cannot happen where s is discrete.", factor: 0.5, label: "½"),
    quantity: """
      mean change of the entropy for a unit of τ, Gaussian with mean and variance free, M = 100
      """,
    unit: "nats",
    evidence: ["entropy.svg", "data/entropy.csv", "data/entropy-discrete.csv"])

  /// The Gaussian with free mean and variance.
  package typealias Family = GaussianFamily

  /// The slope for a Gaussian as simulated, the exact slopes in six families, and the end of the fall.
  package static func checks(
    of program: some ClosedProgram<GaussianFamily>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let share = falseAlarm / 2
    let slope = try simulated(
      program, replicates: scale == .paper ? 4000 : 400, seed: seed, falseAlarm: share, context)
    return slope + (try slopes.get()) + ends
  }

  /// The change in each of 100 generations, which are independent and alike: S is that of a location
  /// and scale.
  private static func simulated(
    _ program: some ClosedProgram<GaussianFamily>, replicates: Int, seed: UInt64,
    falseAlarm: Double, _ context: RunContext
  ) throws -> [Check] {
    let (family, samples) = (GaussianFamily(), 100)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 0, variance: 1),
      "Gaussian, M = \(samples)", claim: id, seed: seed)
    let start = family.entropy(of: case_.start)
    let values = try case_.runs.replicates(replicates, context) { chain -> [Double] in
      var last = start
      var changes: [Double] = []
      while chain.generation < samples {
        try chain.advance()
        let entropy = family.entropy(of: chain.model)
        changes.append(Double(samples) * (entropy - last))
        last = entropy
      }
      return changes
    }.flatMap { $0 }
    let law = OneStepLaw.gaussian(mean: 0, variance: 1, samples: samples)
    let moments = try law.moments { data in
      let change =
        Double(samples) * (family.entropy(of: try family.maximumLikelihood(data)) - start)
      return SIMD2(change, change)
    }
    func check(_ name: String, _ prediction: Double, _ role: Check.Role) -> Check {
      Check.mean(
        "\(name), \(case_.description)", of: values, prediction: prediction,
        variance: moments.covariance[0][0], deviation: moments.deviation[0],
        falseAlarm: falseAlarm, role: role)
    }
    return [
      check("change of the entropy for a unit of τ as printed", -2, .printed),
      check(
        "change of the entropy for a unit of τ",
        Double(samples) * EntropyDrift.gaussian(samples: samples), .claimed),
    ]
  }

  /// Computed once: they depend on nothing.
  private static let slopes = Result {
    let spins = IndependentSpins(spins: 4)
    let pair = CoupledSpins(spins: 2)
    let point = spins.member(at: 0.4)
    return [
      printed,
      reference("exponential distribution", -0.500_083, EntropyDrift.exponential(samples: 1000)),
      reference("Gaussian", -1.000_918, EntropyDrift.gaussian(samples: 1000)),
      try extrapolated("independent spins, N = 4", spins, at: point, dimension: 1, 1000) {
        OneStepLaw.spins(4, up: point.up, samples: $0)
      },
      try extrapolated(
        "Poisson, relative to 1/s!", PoissonFamily(), at: PoissonFamily().member(rate: 2),
        dimension: 1, 1000
      ) { OneStepLaw.counts(rate: 2, samples: $0) },
      try extrapolated(
        "coupled spins, N = 2", pair, at: pair.member(at: [0.2, 0.3]), dimension: 2, 100
      ) { .coupledSpins(pair, at: [0.2, 0.3], samples: $0) },
      extrapolated("four symbols", dimension: 3, 200) { m in
        let entropies = EntropyDrift.categorical([0.4, 0.3, 0.2, 0.1], samples: m, generations: 1)
        return entropies[1] - entropies[0]
      },
    ]
  }

  /// The exact slope over the one printed, which is the factor of the correction.
  private static let printed = Check(
    "exact slope over the one printed, Gaussian, M = 1000", method: .exact,
    // Up to the next order, 1/M.
    prediction: words.correction!.factor,
    measurement: 1000 * EntropyDrift.gaussian(samples: 1000) / -2, tolerance: 1e-3)

  /// A slope that an independent program gives to six decimals.
  private static func reference(_ name: String, _ slope: Double, _ change: Double) -> Check {
    Check(
      "exact change for a unit of τ, \(name), M = 1000", method: .exact, prediction: slope,
      measurement: 1000 * change, tolerance: 5e-7)
  }

  /// The exact slope of a family, extrapolated.
  private static func extrapolated<F: ExponentialFamily>(
    _ name: String, _ family: F, at start: F.Member, dimension: Int, _ samples: Int,
    law: (Int) -> OneStepLaw<F.Statistics>
  ) throws -> Check {
    let entropy = family.entropy(of: start)
    return try extrapolated(name, dimension: dimension, samples) { m in
      let moments = try law(m).moments { data in
        let change = family.entropy(of: try family.maximumLikelihood(data)) - entropy
        return data.sum.map { _, _ in change }
      }
      return moments.mean[0]
    }
  }

  /// The slope for M → ∞, from the exact change in one generation at M, 2M and 4M.
  private static func extrapolated(
    _ name: String, dimension: Int, _ samples: Int, change: (Int) throws -> Double
  ) rethrows -> Check {
    Check(
      Expectation(
        extrapolating: "change for a unit of τ, \(name)", from: samples,
        prediction: EntropyDrift.limit(dimension: dimension)),
      measurement: try Extrapolation.limit(from: samples) { Double($0) * (try change($0)) })
  }

  /// Where s is discrete the fall ends at 0.
  private static let ends: [Check] = {
    let entropies = EntropyDrift.categorical(
      [0.25, 0.25, 0.25, 0.25], samples: 20, generations: 600)
    return [
      Check(
        "expected entropy at the end, four symbols, M = 20, t = 600", method: .exact, prediction: 0,
        measurement: entropies.last!, tolerance: 1e-9)
    ]
  }()
}
