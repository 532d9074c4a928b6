import Families
import Foundation
import Loop
import Simulation
import Theory

/// X1: heterozygosity decays by exactly 1 − 1/n a generation, and how long absorption takes.
package enum HeterozygosityClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "X1",
    statement: """
      The expected heterozygosity E x(1 − x) of independent spins shrinks by exactly 1 − 1/n a \
      generation, n = NM; the mean absorption time is that of the Wright–Fisher chain, about \
      −2n[p ln p + (1 − p) ln(1 − p)].
      """,
    reference: "from Eq. 5",
    conditions: """
      Independent spins, maximum likelihood, no external data. The decay is exact at every n; \
      the mean time is short of the limit by (ln n)/3 + O(1) generations, from a start inside.
      """,
    derivation: """
      With x′ = k′/n and k′ ~ Binomial(n, x), E x′² = x² + x(1 − x)/n, so that E x′(1 − x′) = (1 \
      − 1/n) x(1 − x). The mean absorption time solves t(x) = 1 + E t(x′), which for large n is \
      ½x(1 − x)t″ = −n.
      """,
    equations: [
      Equation(
        "beyond Eq. 5", "E x′(1 − x′) = (1 − 1/n) x(1 − x)",
        in: "IndependentSpinsTheory.heterozygosityDecay"),
      Equation(
        "beyond Fig. 1b", "E T = 1 + Σ_k P(k) t(k), (I − Q) t = 1",
        in: "WrightFisherChain.meanAbsorptionTime"),
      Equation(
        "beyond Fig. 1b", "E T/n → −2[p ln p + (1 − p) ln(1 − p)]",
        in: "WrightFisherDiffusion.meanAbsorptionTime"),
    ],
    quantity: "mean of 4x(1 − x) after 20 generations from p = 0.3, N = 5, M = 4",
    evidence: ["fig1.svg (b)", "data/fig1b-mean.csv"])

  /// N independent spins.
  package typealias Family = IndependentSpins

  /// The decay and mean absorption times as simulated, exact times, their limit, and the identity.
  package static func checks(
    of program: some ClosedProgram<IndependentSpins>, scale: Scale, seed: UInt64,
    context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 40_000 : 4000
    let times = [20, 2, 5, 60]
    let starts = [0.3, 0.5]
    let share = falseAlarm / Double(times.count + starts.count)
    let cases = starts.map {
      LoopCase(
        program.loop(family: IndependentSpins(spins: 5), samples: 4), p: $0, claim: id, seed: seed)
    }
    let decay = try heterozygosity(
      cases[0], at: times, replicates: replicates, falseAlarm: share, context)
    let absorption = try cases.map { spins in
      try AbsorptionTimes(
        of: spins, called: spins.description, replicates: replicates, context
      ).mean(
        law: WrightFisherChain.absorptionLaw(
          population: spins.population, from: spins.p, scaledTime: 20), falseAlarm: share)
    }
    return decay + absorption + (try exact.get()) + [1, 2, 3, 5, 8].map(proof)
  }

  private static func heterozygosity<P, E>(
    _ spins: LoopCase<P, E>, at times: [Int], replicates: Int, falseAlarm: Double,
    _ context: RunContext
  ) throws -> [Check] where P: ClosedDataPolicy, P.Family == IndependentSpins {
    try times.map { t in
      let values = try spins.runs.models(at: t, replicates, context) { 4 * $0.up * $0.down }
      let expected =
        4 * spins.p * (1 - spins.p)
        * IndependentSpinsTheory.heterozygosityDecay(population: spins.population, generations: t)
      // A variable in [0, 1] with this mean has at most this variance.
      return Check.mean(
        "mean heterozygosity after \(t) generations, \(spins.description)", of: values,
        prediction: expected, variance: expected * (1 - expected), deviation: 1,
        falseAlarm: falseAlarm)
    }
  }

  /// Computed once: it depends on nothing.
  private static let exact = Result {
    let printed = try [
      (100, 0.5, 136.602_278), (1000, 0.5, 1383.500_977), (100, 0.25, 110.579_667),
      (100, 0.1, 63.454_463),
    ].map { n, p, time in
      Check(
        "mean absorption time in generations, n = \(n), p = \(p)", method: .exact,
        prediction: time,
        measurement: try WrightFisherChain(population: n).meanAbsorptionTime(from: p),
        tolerance: 5e-7)
    }
    // From p = ½ it is a check of P4.
    let approach = try [0.25, 0.1].map { p in
      Check(
        "growth of −2n[p ln p + (1 − p) ln(1 − p)] − E T from n = 400 to 800, p = \(p)",
        method: .exact, prediction: WrightFisherDiffusion.meanDeficitPerDoubling,
        // Up to the next order, 1/n over p(1 − p).
        measurement: try WrightFisherChain.growthOfMeanDeficit(population: 400, from: p),
        tolerance: 1 / (400 * p * (1 - p)))
    }
    return printed + approach
  }

  /// The identity at the n + 1 frequencies k/n, over the rationals.
  ///
  /// Both sides are polynomials in x of degree n at most (of degree 2 for n = 1), so that n + 1 points, and
  /// three at least, prove it for every x.
  private static func proof(population n: Int) -> Check {
    let chain = RationalWrightFisherChain(population: n)
    func heterozygosity(_ x: Rational) -> Rational { x * (.one - x) }
    let points = max(3, n + 1)
    let holds = (0..<points).count { k in
      let x = Rational(.init(k), .init(points - 1))
      let next = chain.samplingProbabilities(at: x).enumerated().reduce(Rational.zero) {
        $0 + $1.element * heterozygosity(Rational(.init($1.offset), .init(n)))
      }
      return next == (.one - Rational(1, .init(n))) * heterozygosity(x)
    }
    return Check(
      "frequencies, of \(points), at which E x′(1 − x′) = (1 − 1/n) x(1 − x), n = \(n)",
      method: .proof, prediction: Double(points), measurement: Double(holds))
  }
}
