import Families
import Foundation
import Loop
import Simulation
import Theory

/// X11: tails are lost first, while the metrics that look at averages are fine.
package enum TailsClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "X11",
    statement: """
      The closed loop loses rare symbols first, a minority with them, while the model's own \
      entropy (the logarithm of its perplexity) improves and the expected cross-entropy −Σ p_t \
      ln p* of what it writes stays exactly as it was; the divergence from the truth to the \
      model is infinite from the first lost symbol on.
      """,
    reference: "from Eqs. 5, 9",
    conditions: """
      Maximum likelihood, no external data, one probability for each symbol. The cross-entropy \
      is constant in expectation only: in each run it moves, at the end to −ln p* of the one \
      symbol that is left.
      """,
    derivation: """
      The count of a symbol, or of a group of them, is by itself a Wright–Fisher chain with \
      population M: of mean p it is not in the next sample with probability (1 − p)^M, and once \
      lost it is lost forever. −Σ p_t ln p* is linear in p_t, a martingale; the entropy is \
      concave, and so falls.
      """,
    equations: [
      Equation(
        "beyond Eq. 9", "E survivors_t = Σ_s P(k_s,t > 0)", in: "SymbolChain.survival"),
      Equation("beyond Eq. 5", "E[−Σ p_t ln p*] = S(p*)", in: "SymbolChain.expectedCounts"),
    ],
    quantity: """
      expected number of symbols left after 10 generations, of 1000 with Zipf's law, M = 1000
      """,
    unit: "symbols",
    evidence: ["tails.svg", "data/tails.csv", "data/tails-metrics.csv"])

  /// Symbols.
  package typealias Family = Categorical

  /// Expected survivors and entropies exactly, and as simulated with fewer symbols.
  package static func checks(
    of program: some ClosedProgram<Categorical>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let (symbols, last) = (100, 100)
    let zipf = ZipfLaw(symbols: symbols)
    let family = Categorical(symbols: symbols)
    let case_ = LoopCase(
      program.loop(family: family, samples: symbols),
      from: family.member(probabilities: zipf.probabilities), "L = M = \(symbols), Zipf's law",
      claim: id, seed: seed)
    let watched = [1, 10, last]
    let ranks = [1, 10, 50]
    let minority = zipf.rarest(holding: 0.1)
    let runs = try case_.runs.replicates(scale == .paper ? 20_000 : 1000, context) { chain -> Run in
      let supports = try watched.map { t in
        try chain.advance(to: t)
        return Set(chain.model.support)
      }
      return Run(supports: supports, crossEntropy: zipf.crossEntropy(of: chain.model))
    }
    let share = falseAlarm / Double(watched.count * ranks.count + 3)
    func left(_ name: String, _ p: Double, _ t: Int, _ isLeft: (Set<Int>) -> Bool) -> Check {
      Check.frequency(
        "\(name), t = \(t), \(case_.description)",
        of: runs.count { isLeft($0.supports[watched.firstIndex(of: t)!]) }, in: runs.count,
        prediction: SymbolChain(samples: symbols).survival(of: [p], after: t), falseAlarm: share)
    }
    let survivors = watched.flatMap { t in
      ranks.map { rank in
        left("fraction of runs with a symbol left, rank \(rank)", zipf.probabilities[rank - 1], t) {
          $0.contains(rank - 1)
        }
      }
    }
    let group = [1, last].map { t in
      left(
        "fraction of runs with a minority left, of a tenth of all",
        zipf.probabilities[minority].reduce(0, +), t
      ) { !$0.isDisjoint(with: minority) }
    }
    let complete = Check(
      "fraction of runs with a divergence from the truth that is infinite, t = 1, \(case_.description)",
      method: .simulation, prediction: 1,
      measurement: Double(runs.count { (run: Run) in run.supports[0].count < symbols })
        / Double(runs.count))
    let (least, entropy, most) = zipf.logarithms
    let cross = Check.mean(
      "cross-entropy with the truth, t = \(last), \(case_.description)",
      of: runs.map(\.crossEntropy), prediction: entropy,
      // A variable between these ends, with this mean, varies no more.
      variance: (most - entropy) * (entropy - least), deviation: most - least, falseAlarm: share)
    return exact + survivors + group + [complete, cross]
  }

  private struct Run: Sendable {
    let supports: [Set<Int>]
    let crossEntropy: Double
  }

  /// Computed once: they depend on nothing.
  private static let exact: [Check] = {
    let zipf = ZipfLaw(symbols: 1000)
    let chain = SymbolChain(samples: 1000)
    // Printed to three decimals by an independent program.
    let printed = [(10, 96.478), (1, 333.747), (100, 16.421), (1000, 2.309)]
    let entropies = EntropyDrift.categorical(
      ZipfLaw(symbols: 100).probabilities, samples: 100, generations: 500)
    // P(left) at three times, from the most frequent symbol to the rarest.
    let alive = chain.survival(at: [1, 9, 99])
    // Near one, probabilities differ by rounding only.
    let ordered = alive.count { zip($0, $0.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 } }
    return printed.map { t, value in
      Check(
        "expected number of symbols left, t = \(t), L = M = 1000, Zipf's law", method: .exact,
        prediction: value, measurement: chain.survival(of: zipf.probabilities, after: t),
        tolerance: 5e-4)
    } + [
      Check(
        "generations in which the model's expected entropy falls, of 500, L = M = 100, Zipf's law",
        method: .exact, prediction: 500,
        measurement: Double(zip(entropies, entropies.dropFirst()).count { $0 > $1 })),
      Check(
        "times at which a symbol of lower count is likelier to be lost, of 3, M = 1000",
        method: .exact, prediction: 3, measurement: Double(ordered)),
    ]
  }()
}
