import Families
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// P1: under maximum likelihood the mean statistic is a martingale.
package enum MartingaleClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P1",
    statement: """
      Under maximum likelihood without external data the mean statistic is a martingale: its \
      expectation given the last generation is the last value.
      """,
    reference: "Eq. 5, A1",
    conditions: """
      Maximum likelihood, no external data. A regular family, or a steep one: the statistics \
      need not be bounded, but μ(θ) must take every value in the interior of the convex support. \
      Where it does not, as for h(s) = s⁻⁴ on s ≥ 1, whose largest mean is 3/2, estimates sit at \
      the end of the parameters and the mean drifts.
      """,
    derivation: """
      The mean of φ over M points of the model θ_t is μ(θ_t). In a steep family maximum \
      likelihood makes μ(θ_{t+1}) equal to the mean statistic of the sample, on the boundary \
      too, so the expectation of the next value is the present one.
      """,
    equations: [
      Equation("Eq. 5", "E[φ̄_{t+1} | φ̄_t] = φ̄_t", in: "MaximumLikelihood.estimate"),
      Equation("Eq. A1", "E[φ̄_{t+1} | φ̄_t] = μ(θ_t)", in: "ExponentialFamily.meanParameter"),
    ],
    quantity: "one-step drift of the frequency of up spins, N = 20, M = 50, p = 0.2",
    evidence: ["fig1.svg (a)", "data/fig1a.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// A proof for small N and M, one-step drifts, and the mean after many steps.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let sizes = [(20, 50), (5, 10), (5, 50), (10, 200)]
    let starts = [0.2, 0.03, 0.5, 0.9]
    // From p = 0.03, one half added to ten spins of five drifts by 0.009, three times the bound of six thousand draws.
    let draws = scale == .paper ? 200_000 : 6000
    let share = falseAlarm / Double(sizes.count * starts.count + 2)
    let drifts = try sizes.flatMap { spins, samples in
      try starts.map { p in
        try oneStepDrift(
          LoopCase(
            program.loop(family: IndependentSpins(spins: spins), samples: samples), p: p, claim: id,
            seed: seed),
          draws: draws, falseAlarm: share, context)
      }
    }
    let paths = try [(5, 10, 50), (10, 50, 500)].map { spins, samples, generations in
      try meanAfter(
        generations,
        of: LoopCase(
          program.loop(family: IndependentSpins(spins: spins), samples: samples), p: 0.3, claim: id,
          seed: seed),
        replicates: scale == .paper ? 40_000 : 10_000, falseAlarm: share, context)
    }
    let proofs = try [(1, 2), (1, 8), (2, 4), (3, 3), (4, 2)].map { spins, samples in
      try polynomialIdentity(program.loop(family: IndependentSpins(spins: spins), samples: samples))
    }
    return drifts + paths + proofs
  }

  /// The mean of p′ − p over independent single generations.
  private static func oneStepDrift<P, E>(
    _ spins: LoopCase<P, E>, draws: Int, falseAlarm: Double, _ context: RunContext
  ) throws -> Check where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let p = spins.p
    let after = try spins.runs.replicates(draws, context) { chain in
      try chain.advance()
      return chain.model.up
    }
    return Check.mean(
      "drift in one generation, \(spins.description)", of: after.map { $0 - p }, prediction: 0,
      variance: p * (1 - p) / Double(spins.population), deviation: max(p, 1 - p),
      falseAlarm: falseAlarm)
  }

  /// The mean frequency after many generations; its variance is p(1 − p)[1 − (1 − 1/n)ᵗ].
  private static func meanAfter<P, E>(
    _ generations: Int, of spins: LoopCase<P, E>, replicates: Int, falseAlarm: Double,
    _ context: RunContext
  ) throws -> Check where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let p = spins.p
    let ends = try spins.runs.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: generations)
      return chain.model.up
    }
    let decay = IndependentSpinsTheory.heterozygosityDecay(
      population: spins.population, generations: generations)
    return Check.mean(
      "mean frequency after \(generations) generations, \(spins.description)", of: ends,
      prediction: p, variance: p * (1 - p) * (1 - decay), deviation: max(p, 1 - p),
      falseAlarm: falseAlarm)
  }

  /// `Σ P(data|p) p̂(data) = p` over all 2^NM training sets, with rational p.
  ///
  /// Both sides are polynomials in p of degree at most NM, so agreement at NM + 1 points is a proof
  /// for all p. The estimate is the program's own, compared exactly.
  private static func polynomialIdentity<P, E>(_ loop: RetrainingLoop<P, E>) throws -> Check
  where P.Family == IndependentSpins, E.Family == IndependentSpins {
    let n = loop.population
    // No estimate here makes use of them.
    let streams = ReplicateStreams(key: StreamKey(rootSeed: 0), replicate: 0).generation(1)
    // For each number of spins up: how many training sets, and the estimate they give.
    var sets = [Int](repeating: 0, count: n + 1)
    var estimates = [Rational?](repeating: nil, count: n + 1)
    for bits in 0..<(1 << n) {
      let spins = (0..<n).map { bits >> $0 & 1 == 1 }
      var data = SufficientStatistics(sum: 0.0, count: 0)
      for first in stride(from: 0, to: n, by: loop.family.spins) {
        let point = Array(spins[first..<(first + loop.family.spins)])
        data = data + SufficientStatistics(sum: loop.family.statistic(of: point), count: 1)
      }
      let up = spins.count { $0 }
      let estimate = try loop.estimator.estimate(
        from: data, in: loop.family, streams: streams
      ).up
      sets[up] += 1
      estimates[up] = rational(estimate, near: Rational(.init(up), .init(n)))
    }
    let chain = RationalWrightFisherChain(population: n)
    var largest: Rational? = .zero
    for point in 0...n {
      let p = Rational(.init(point), .init(n))
      var mean: Rational? = .zero
      for (weight, estimate) in zip(chain.samplingProbabilities(at: p), estimates) {
        mean = mean.flatMap { sum in estimate.map { sum + weight * $0 } }
      }
      largest = largest.flatMap { l in mean.map { max(l, $0 > p ? $0 - p : p - $0) } }
    }
    // The weights count training sets: C(n, k) of them for each k.
    let counts = chain.samplingProbabilities(at: Rational(1, 2)).map { $0 * Rational(2).power(n) }
    let isComplete = zip(sets, counts).allSatisfy { Rational(.init($0)) == $1 }
    return Check(
      "drift of the estimate over all training sets, N = \(loop.family.spins),"
        + " M = \(loop.samples), any p",
      method: .proof, prediction: 0,
      measurement: isComplete ? largest.map { Double($0) } ?? .nan : .nan)
  }

  /// The fraction a double stands for: `exact` if it is the double next to it, else its own value.
  private static func rational(_ value: Double, near exact: Rational) -> Rational? {
    if value == Double(exact) { return exact }
    return value.isFinite ? Rational(exactly: value) : nil
  }
}
