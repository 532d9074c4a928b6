import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Early and late collapse: what is lost first, and which metrics do not show it.
package enum Tails: Experiment {
  package static let id = "tails"
  package static let summary =
    "X11: rare symbols and minorities are lost first, while the model's own perplexity improves"
  package static let caption = """
    Early and late collapse. A thousand symbols with Zipf's law, M = 1000. (a) Rare symbols are lost \
    first. (b) The metrics that look fine: how surprising the truth finds what the model writes \
    stays the same on average, and the model's own perplexity improves. (c) A minority, the rarest \
    symbols that make up a tenth of all, keeps its share on average, while in ever more runs it is \
    gone; its mean is then carried by the few runs that it has taken over. The divergence from the \
    truth to the model is infinite from the first lost symbol on. Points: 400 runs; lines: exact.
    """

  /// A thousand symbols with Zipf's law, M = 1000.
  package static func definition(_ scale: Scale) -> TailsDefinition {
    var definition = TailsDefinition()
    if scale == .quick {
      (definition.symbols, definition.samples, definition.replicates) = (200, 200, 100)
    }
    return definition
  }

  /// Which ranks are left at some times, and metrics against time, beside exact ones.
  package static func run(_ definition: TailsDefinition, context: RunContext) throws -> [Table] {
    context.meter.plan(Double(definition.replicates * definition.last))
    let law = definition.law
    let exact = ExactTails(definition, law)
    let runs = try simulate(definition, law, context)
    var ranks = Table(
      name: "tails", columns: ["generation", "rank", "left", "lower", "upper", "exact"])
    for (moment, t) in definition.moments.enumerated() {
      for (place, rank) in definition.ranks.enumerated() {
        let count = runs.count { $0.left[moment][place] }
        ranks.append(
          [.integer(t), .integer(rank)] + fraction(count, runs.count, exact.left[moment][place]))
      }
    }
    var metrics = Table(
      name: "tails-metrics",
      columns: ["generation"]
        + ["symbols", "entropy", "cross_entropy", "minority"].flatMap {
          [$0, "\($0)_error", "\($0)_exact"]
        } + ["minority_left", "lower", "upper", "exact", "complete"])
    for (index, t) in definition.generations.enumerated() {
      let states = runs.map { $0.states[index] }
      func mean(_ value: (State) -> Double, _ exact: Double) -> [Table.Cell] {
        let estimate = Estimate(states.map(value))
        return [.number(estimate.mean), .number(estimate.standardError), .number(exact)]
      }
      metrics.append(
        [.integer(t)] + mean({ $0.symbols }, exact.symbols[index])
          + mean({ $0.entropy }, exact.entropies[index])
          + mean({ $0.crossEntropy }, law.logarithms.mean)
          + mean({ $0.minority }, exact.minority)
          + fraction(states.count { $0.minority > 0 }, runs.count, exact.minorityLeft[index])
          + [
            .number(
              Double(states.count { Int($0.symbols) == definition.symbols }) / Double(runs.count))
          ])
    }
    return [ranks, metrics]
  }

  /// A fraction of runs with its 95 % interval, and the exact probability.
  private static func fraction(_ count: Int, _ runs: Int, _ exact: Double) -> [Table.Cell] {
    Table.Cell.fraction(of: count, in: runs) + [.number(exact)]
  }

  /// What is recorded of one model.
  private struct State: Sendable {
    let symbols: Double
    let entropy: Double
    let crossEntropy: Double
    /// The probability of the minority.
    let minority: Double
  }

  private struct Run: Sendable {
    var states: [State] = []
    /// For each moment, which of the ranks shown are left.
    var left: [[Bool]] = []
  }

  private static func simulate(
    _ definition: TailsDefinition, _ law: ZipfLaw, _ context: RunContext
  ) throws -> [Run] {
    let family = Categorical(symbols: definition.symbols)
    let loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: Replace(),
      estimator: MaximumLikelihood())
    let start = family.member(probabilities: law.probabilities)
    let minority = law.rarest(holding: definition.minority)
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let moments = Set(definition.moments)
    return try loop.ensemble(from: start, key: key)
      .replicates(definition.replicates, work: Double(definition.last), context) { chain in
        var run = Run()
        for t in definition.generations {
          // One symbol that is left alone stays so.
          try chain.advance(to: t) { !$0.isAbsorbed }
          let model = chain.model
          run.states.append(
            State(
              symbols: Double(model.support.count), entropy: family.entropy(of: model),
              crossEntropy: law.crossEntropy(of: model),
              minority: zip(model.support, model.probabilities).reduce(0) {
                $0 + (minority.contains($1.0) ? $1.1 : 0)
              }))
          if moments.contains(t) {
            let support = Set(model.support)
            run.left.append(definition.ranks.map { support.contains($0 - 1) })
          }
        }
        return run
      }
  }
}

/// What the chain of one symbol's count says.
private struct ExactTails {
  /// By moment and rank.
  let left: [[Double]]
  /// By generation.
  let symbols: [Double]
  let entropies: [Double]
  let minorityLeft: [Double]
  /// The probability of the minority at all times.
  let minority: Double

  init(_ definition: TailsDefinition, _ law: ZipfLaw) {
    let chain = SymbolChain(samples: definition.samples)
    let times = definition.generations
    let alive = chain.survival(at: times.map { $0 - 1 })
    func left(_ probabilities: [Double]) -> [Double] {
      let counts = chain.expectedCounts(of: probabilities)
      return alive.map { zip(counts, $0).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    symbols = left(law.probabilities)
    minority = law.probabilities[law.rarest(holding: definition.minority)].reduce(0, +)
    minorityLeft = left([minority])
    let byRank = definition.ranks.map { left([law.probabilities[$0 - 1]]) }
    self.left = definition.moments.map { t in
      byRank.map { $0[times.firstIndex(of: t)!] }
    }
    let all = EntropyDrift.categorical(
      law.probabilities, samples: definition.samples, generations: definition.last)
    entropies = times.map { all[$0] }
  }
}
