import Families
import Foundation
import Loop
import Simulation
import Theory

/// X9: training on everything so far.
package enum AccumulationClaim: SeveralProgramsClaimTest {
  package static let words = ClaimWords(
    id: "X9",
    statement: """
      Training on all data so far, M real points and M synthetic ones a generation, keeps the \
      loop alive almost surely on the smallest face of the convex support that holds its real \
      data: of the truth's variance, one spin keeps sin(π/√M)/(π/√M) on average, forever. Yet \
      on average no generation's model is better than that of the real data alone.
      """,
    reference: "beyond Eq. 5, other policies",
    conditions: """
      Maximum likelihood; the first M points are real; finitely many values of φ for the life of \
      each run. The fraction is that of families whose variance is V = v₀ + v₁μ − μ², one spin \
      or symbol; with another v₂ the product has 1 + v₂/(Mj²), so that for exponential times, v₂ \
      = 1, E V grows to sinh(π/√M)/(π/√M) of the truth's; \"better\" is the expected divergence \
      of the model from the truth. The fraction for a coin is also in a public note on \
      comparisons of two items, Exact finite-sample risk inflation in two-item synthetic BTL \
      augmentation (2026); π²/6 is that of Gerstgrasser and others, and of Dey and Donoho \
      (2024).
      """,
    derivation: """
      The pool's mean is a martingale. Generation j moves it by 1/j of the deviation of M new \
      points, so that E V shrinks by 1 − 1/(Mj²), whose product over j ≥ 1 is Euler's; without \
      the quadratic term the variances σ²/(Mj²) add up to σ²π²/(6M). A divergence is a convex \
      function of the mean, and that of a martingale never falls. Let Y ≥ 0 be the mean distance \
      of the pool of j generations from a face that does not hold all real data. What it will \
      still move has a variance of at most cY/(Mj), so that it ends at 0 with a probability of \
      at most c/(MjY); MjY, the sum over the pool, grows without bound, since new points off the \
      face have the probability Y/c and the sum of 1/j diverges. M points chosen from the pool, \
      with or without replacement, leave the pool's mean a martingale of summable variance as \
      well.
      """,
    equations: [
      Equation(
        "beyond Eq. 5",
        "E V(φ̄_t) = V(truth) Π_{j ≤ t} (1 − 1/(Mj²)) → V(truth) sin(π/√M)/(π/√M), v₂ = −1",
        in: "Accumulation.heterozygosity"),
      Equation(
        "beyond Eq. 5", "Var φ̄_t = (σ²/M) Σ_{j ≤ t} 1/j² → π²σ²/(6M), known variance",
        in: "Accumulation.gaussianVariance"),
    ],
    quantity: "surviving fraction of the truth's variance after 20 generations, one spin, M = 10",
    evidence: [
      "accumulate.svg", "data/accumulate.csv", "data/accumulate-gaussian.csv",
    ])

  /// The loops that are checked.
  package struct Programs: ProgramBundle {
    /// Spins trained on all so far.
    package var spins: any LoopProgram<IndependentSpins> =
      PolicyProgram(Accumulate(Replace<IndependentSpins>()))
    /// A Gaussian of known variance, likewise.
    package var gaussian: any LoopProgram<GaussianKnownVariance> =
      PolicyProgram(Accumulate(Replace<GaussianKnownVariance>()))
    /// Spins trained on M points of all so far, chosen without replacement.
    package var subsample: any LoopProgram<IndependentSpins> =
      PolicyProgram(AccumulateAndSubsample<IndependentSpins>(replacement: false))

    /// The real programs.
    package init() {}
  }

  /// Surviving variance and runs alive, the law of a Gaussian's mean, limits, proofs and divergences.
  package static func checks(
    of programs: Programs, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = AccumulationRuns(
      replicates: scale == .paper ? 200_000 : 10_000,
      subsamples: scale == .paper ? 20_000 : 4000, seed: seed, falseAlarm: falseAlarm / 8,
      context: context)
    let pool = [(10, 0.5), (4, 0.3)]
    return try pool.flatMap { samples, truth in
      try runs.spins(
        programs.spins, .all, samples: samples, truth: truth, at: [2, 20],
        "surviving fraction of the truth's variance")
    }
      + [runs.alive(programs.spins, samples: 4, truth: 0.5)]
      + runs.spins(
        programs.subsample, .subsample, samples: 4, truth: 0.5, at: [2, 20],
        "surviving fraction under subsamples without replacement")
      + [runs.gaussian(programs.gaussian, samples: 10, generation: 100)]
      + limits + proofs + divergences + [boundary]
  }

  /// Two points of two spins: their pool is on the boundary forever if all spins of the real data are alike,
  /// not if the points are, which may both have S = 0.
  private static let boundary: Check = {
    var law = PoolLaw<Rational>(samples: 4, choice: .all, truth: Rational(1, 2))
    var agreeing = 0
    for _ in 1...5 {
      let onBoundary = law.expectation { $0 == .zero || $0 == .one ? .one : .zero }
      if onBoundary == Rational(1, 8) { agreeing += 1 }
      law.advance()
    }
    return Check(
      "generations up to 5 on the boundary with the probability 1/8 of all spins alike, N = 2, M = 2",
      method: .proof, prediction: 5, measurement: Double(agreeing))
  }()

  // MARK: - Exact

  /// Products against their closed forms, and sums against theirs; the rest c/t is extrapolated away.
  private static let limits: [Check] = {
    func extrapolated(_ partial: (Int) -> Double) -> Double {
      2 * partial(40_000) - partial(20_000)
    }
    let names: [(Accumulation.Choice, String)] = [
      (.all, "all data"), (.subsample, "subsamples without replacement"),
      (.bootstrap, "subsamples with replacement"),
    ]
    let fractions = [2, 10, 100].flatMap { samples in
      names.map { choice, name in
        Check(
          "surviving fraction for t → ∞, \(name), M = \(samples)", method: .exact,
          prediction: Accumulation.limit(choice, samples: samples),
          measurement: extrapolated { t in
            let product: [Double] = Accumulation.heterozygosity(
              choice, samples: samples, generations: t)
            return product[t]
          }, tolerance: 1e-9)
      }
    }
    let variance = Check(
      "variance of a Gaussian's mean over that of the real data alone, t → ∞", method: .exact,
      prediction: .pi * .pi / 6,
      measurement: extrapolated { Accumulation.gaussianVariance(generations: $0).last! },
      tolerance: 1e-9)
    return fractions + [variance]
  }()

  /// The exact law of the pool has the heterozygosity of the product, for every truth.
  ///
  /// M points are drawn from the truth once, so that both are polynomials of degree M in its frequency, or 0
  /// for M = 1: agreement at M + 1 frequencies is a proof.
  private static let proofs: [Check] = Accumulation.Choice.allCases.map { choice in
    let generations = 4
    var agreeing = 0
    for samples in 1...3 {
      let predicted: [Rational] = Accumulation.heterozygosity(
        choice, samples: samples, generations: generations)
      for point in 0...samples {
        let truth = Rational.ratio(point, samples)
        var law = PoolLaw(samples: samples, choice: choice, truth: truth)
        for t in 1...generations {
          let left = law.expectation { $0 * (.one - $0) }
          if left == predicted[t] * truth * (.one - truth), law.poolMean == truth { agreeing += 1 }
          if t < generations { law.advance() }
        }
      }
    }
    return Check(
      "cases whose surviving variance is the product exactly, fitted to \(choice), M = 1, 2, 3, t ≤ 4",
      method: .proof, prediction: Double(generations * (2 + 3 + 4)), measurement: Double(agreeing))
  }

  /// Generations of the exact law at which the expected divergence from the truth falls, or is less than
  /// that of the real data alone.
  private static let divergences: [Check] = [0.5, 0.3].flatMap { truth in
    func divergences(_ choice: Accumulation.Choice) -> [Double] {
      var law = PoolLaw<Double>(samples: 10, choice: choice, truth: truth)
      return (1...40).map { _ in
        defer { law.advance() }
        return law.expectation { divergence($0, from: truth) }
      }
    }
    let (all, subsample) = (divergences(.all), divergences(.subsample))
    return [
      Check(
        "generations up to 40 at which E D(model‖truth) falls, M = 10, p = \(truth)",
        method: .exact,
        prediction: 0, measurement: Double(zip(all, all.dropFirst()).count { $0 >= $1 })),
      Check(
        "generations up to 40 with E D(model‖truth) less than of the real data, subsamples, p = \(truth)",
        method: .exact, prediction: 0,
        measurement: Double(subsample.dropFirst().count { $0 <= subsample[0] })),
    ]
  }

  /// D(x‖p) of one spin, in nats.
  private static func divergence(_ x: Double, from p: Double) -> Double {
    func term(_ x: Double, _ p: Double) -> Double { x > 0 ? x * log(x / p) : 0 }
    return term(x, p) + term(1 - x, 1 - p)
  }
}
