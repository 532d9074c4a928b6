import Foundation

/// The exact law of a loop over rows of one column of few symbols: every path of its training sets, enumerated.
///
/// Independent of the driver: each generation is counts alone, multinomial from the last training set, and
/// hypergeometric where rows are chosen.
struct DrivenLaw {
  /// A policy, as the definition has it.
  struct Policy {
    var external = 0
    var isFixed = false
    var impurity = 0.0
    var memory = Memory.replace
    enum Memory { case replace, accumulate, subsample, subsampleWithReplacement }
  }

  /// Counts of the symbols.
  typealias Counts = [Int]
  /// Outcomes and their probabilities.
  typealias Law<T> = [(outcome: T, probability: Double)]

  private struct State: Hashable {
    /// The training sets from generation 1 on.
    var path: [Counts] = []
    var train: Counts
    var pool: Counts
    /// Real rows that have not come yet.
    var left: Counts
    /// Real rows that come each time.
    var fixed: Counts
  }

  /// Probabilities of all paths of training sets, generations 1 to T.
  let paths: [[Counts]: Double]

  /// - Parameters:
  ///   - real: counts of the real rows.
  ///   - samples: M.
  ///   - start: n of `start=sample`; `nil` for all rows.
  ///   - generations: T.
  init(_ policy: Policy, real: Counts, samples: Int, start: Int? = nil, generations: Int) {
    var states: [State: Double] = [:]
    for first in start.map({ Self.chosen($0, from: real) }) ?? [(real, 1)] {
      let left = start == nil ? real : Self.minus(real, first.outcome)
      let fixed = policy.isFixed ? Self.chosen(policy.external, from: left) : [(real, 1)]
      for rows in fixed {
        states[
          State(train: first.outcome, pool: first.outcome, left: left, fixed: rows.outcome),
          default: 0] += first.probability * rows.probability
      }
    }
    for _ in 0..<generations {
      var next: [State: Double] = [:]
      for (state, probability) in states {
        for new in Self.step(state, policy, samples) {
          next[new.outcome, default: 0] += probability * new.probability
        }
      }
      states = next
    }
    paths = Dictionary(states.map { ($0.path, $1) }) { $0 + $1 }
  }

  private static func step(_ state: State, _ policy: Policy, _ samples: Int) -> Law<State> {
    var law: Law<State> = []
    let external = policy.external
    for own in 0...(policy.impurity > 0 ? external : 0) {
      let chance =
        policy.impurity > 0 ? binomial(own, of: external, policy.impurity) : 1
      let real =
        external == 0
        ? [(state.train.map { _ in 0 }, 1)]
        : policy.isFixed ? [(state.fixed, 1)] : chosen(external - own, from: state.left)
      for output in drawn(samples + own, from: state.train) {
        for rows in real {
          var new = state
          let increment = plus(output.outcome, rows.outcome)
          if !policy.isFixed { new.left = minus(state.left, rows.outcome) }
          new.pool = plus(state.pool, increment)
          let sets: Law<Counts> =
            switch policy.memory {
            case .replace: [(increment, 1)]
            case .accumulate: [(new.pool, 1)]
            case .subsample: chosen(samples, from: new.pool)
            case .subsampleWithReplacement: drawn(samples, from: new.pool)
            }
          for set in sets {
            new.train = set.outcome
            new.path = state.path + [set.outcome]
            law.append(
              (new, chance * output.probability * rows.probability * set.probability))
          }
        }
      }
    }
    return law
  }

  // MARK: - Counts

  private static func plus(_ a: Counts, _ b: Counts) -> Counts { zip(a, b).map { $0 + $1 } }
  private static func minus(_ a: Counts, _ b: Counts) -> Counts { zip(a, b).map { $0 - $1 } }

  private static func choose(_ n: Int, _ k: Int) -> Double {
    k > n || k < 0 ? 0 : (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  private static func binomial(_ k: Int, of n: Int, _ p: Double) -> Double {
    choose(n, k) * pow(p, Double(k)) * pow(1 - p, Double(n - k))
  }

  /// All ways to share `n` out among symbols.
  private static func shares(_ n: Int, among symbols: Int) -> [Counts] {
    symbols == 1
      ? [[n]] : (0...n).flatMap { k in shares(n - k, among: symbols - 1).map { [k] + $0 } }
  }

  /// Independent draws: multinomial.
  private static func drawn(_ n: Int, from weights: Counts) -> Law<Counts> {
    let sum = Double(weights.reduce(0, +))
    return shares(n, among: weights.count).compactMap { counts in
      var (probability, rest) = (1.0, n)
      for (count, weight) in zip(counts, weights) {
        probability *= choose(rest, count) * pow(Double(weight) / sum, Double(count))
        rest -= count
      }
      return probability > 0 ? (counts, probability) : nil
    }
  }

  /// Rows chosen without replacement: hypergeometric.
  private static func chosen(_ n: Int, from rows: Counts) -> Law<Counts> {
    let all = choose(rows.reduce(0, +), n)
    return shares(n, among: rows.count).compactMap { counts in
      let ways = zip(counts, rows).reduce(1) { $0 * choose($1.1, $1.0) }
      return ways > 0 ? (counts, ways / all) : nil
    }
  }
}
