import Families
import Foundation
import Loop
import Simulation
import Theory

/// P6: one parameter per configuration.
package enum RandomEnergyClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "P6",
    statement: """
      With one parameter per configuration, as in the random energy model, a configuration once \
      lost never comes back, and the loop ends at s with the probability k_{s,0}/M that s has in \
      the first sample.
      """,
    reference: "Eqs. 9, A6",
    conditions: """
      Maximum likelihood, no external data; any number of configurations, 2^N ≫ M included.
      """,
    derivation: """
      The estimate is the frequencies of the sample, so a configuration that is not in it has \
      probability 0 from then on. The frequency of each is a martingale in [0, 1] that ends at 0 \
      or 1: P(1) is its start. By itself its count is a Wright–Fisher chain with population M.
      """,
    equations: [
      Equation("Eq. 9", "f(s|θ) = exp(θ_s)/Σ_s′ exp(θ_s′)", in: "Categorical.member"),
      Equation(
        "Eq. A6", "P(ends at s) = k_{s,0}/M",
        in: "RationalWrightFisherChain.absorptionProbabilities"),
    ],
    quantity: """
      probability to end at a configuration that the first sample holds 8 times, M = 20, 2^10 \
      configurations
      """,
    evidence: ["rem.svg", "data/rem.csv", "data/rem-final.csv"])

  /// One probability for each of K configurations.
  package typealias Family = Categorical

  /// How often the first sample of the runs below holds each of its configurations.
  private static let counts = [8, 5, 3, 2, 1, 1]

  /// Ends and survivors of runs from one sample, and a proof for small M.
  package static func checks(
    of program: some ClosedProgram<Categorical>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let samples = 20
    let family = Categorical(symbols: 1024)
    // Spread over the configurations, the last one included.
    let places = [17, 100, 500, 501, 900, 1023]
    var weights = [Double](repeating: 0, count: family.symbols)
    for (place, count) in zip(places, counts) { weights[place] = Double(count) }
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(probabilities: weights),
      "M = \(samples), 2^10 configurations", claim: id, seed: seed)
    let replicates = scale == .paper ? 20_000 : 2000
    let horizon = 60 * samples
    let watched = [1, 5, samples, 3 * samples]
    let runs = try case_.runs.replicates(replicates, context) { chain -> Run in
      var survivors: [Double] = []
      var isShrinking = true
      while chain.generation < horizon, !chain.model.isAbsorbed || survivors.count < watched.count {
        let before = chain.model.support
        try chain.advance()
        isShrinking = isShrinking && Set(chain.model.support).isSubset(of: before)
        if watched.contains(chain.generation) {
          survivors.append(Double(chain.model.support.count))
        }
      }
      let model = chain.model
      return Run(
        end: model.isAbsorbed ? model.support[0] : nil, survivors: survivors,
        isShrinking: isShrinking)
    }
    let share = falseAlarm / Double(counts.count + watched.count)
    // What the horizon cuts off, for each configuration.
    let late = Double(samples) * pow(1 - 1 / Double(samples), Double(horizon))
    let ends = zip(places, counts).enumerated().map { rank, start in
      let (place, count) = start
      return Check.frequency(
        "probability to end at configuration \(rank + 1), held \(count) times, \(case_.description)",
        of: runs.count { $0.end == place }, in: replicates,
        prediction: Double(count) / Double(samples), falseAlarm: share, allowance: late)
    }
    let permanence = Check(
      "fraction of runs whose support never grows, \(case_.description)", method: .simulation,
      prediction: 1, measurement: Double(runs.count { $0.isShrinking }) / Double(replicates))
    return ends + survivors(runs, at: watched, case_.description, share) + [permanence]
      + proofs
  }

  private struct Run: Sendable {
    let end: Int?
    let survivors: [Double]
    let isShrinking: Bool
  }

  /// The mean number of configurations that are left, from the chains of their counts.
  private static func survivors(
    _ runs: [Run], at watched: [Int], _ description: String, _ falseAlarm: Double
  ) -> [Check] {
    let alive = SymbolChain(samples: 20).survival(at: watched)
    return watched.enumerated().map { index, t in
      let expected = counts.reduce(0) { $0 + alive[index][$1] }
      // Numbers from 1 to 6 with this mean have at most this variance.
      return Check.mean(
        "number of configurations left, t = \(t), \(description)",
        of: runs.map { $0.survivors[index] }, prediction: expected,
        variance: (Double(counts.count) - expected) * (expected - 1),
        deviation: Double(counts.count - 1), falseAlarm: falseAlarm)
    }
  }

  /// From k of M the probability to end at all M is k/M: elimination over the rationals.
  private static let proofs = [3, 5, 8].map { samples in
    let (up, _) = RationalWrightFisherChain(population: samples).absorptionProbabilities()
    let isExact = up.enumerated().allSatisfy { $1 == Rational(.init($0), .init(samples)) }
    return Check(
      "counts k of one configuration from which the loop ends at it with probability k/M, M = \(samples)",
      method: .proof, prediction: Double(samples + 1),
      measurement: isExact ? Double(samples + 1) : 0)
  }
}
