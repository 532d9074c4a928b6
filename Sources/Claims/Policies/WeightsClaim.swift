import Families
import Foundation
import Loop
import Simulation
import Theory

/// X10: weights alone cannot prevent collapse.
package enum WeightsClaim: SeveralProgramsClaimTest {
  package static let words = ClaimWords(
    id: "X10",
    statement: """
      Weights on the loop's own samples cannot prevent collapse, not even those of an oracle: \
      the weighted mean stays in the convex hull of what was sampled, and a sample that is all \
      at one vertex ends the loop. It collapses within 1/min Σ_v p(v)^M generations on average, \
      the sum over the vertices v and the minimum over all models: 2^(NM−1) for N spins. One \
      spin can be delayed to 2^(M−1) generations, and no longer.
      """,
    reference: "beyond Eq. 6, other policies",
    conditions: """
      Maximum likelihood, weights ≥ 0 that are not all 0, a family with finitely many values of \
      φ, no external data. Vertices are those of the convex hull of the values. A value inside \
      it ends nothing: points that all have S = 0 leave N > 1 spins fully alive, and no bound \
      depends on the number of values alone.
      """,
    derivation: """
      A weighted mean of points lies in their convex hull, and once all are at one vertex, \
      weights have nothing to work on. From a model p that has the probability Σ_v p(v)^M, \
      whatever was done before. It is positive, since every face has a vertex, and continuous in \
      the mean on the closed family, whose means are a polytope: it has a positive minimum, and \
      the time is at most geometric. For N spins it is p^(NM) + (1 − p)^(NM) ≥ 2^(1−NM). For one \
      spin weights p*(s)/k(s), k(s) how often s was drawn, bring any sample of both kinds to the \
      truth, and at ½ attain the bound; weights p*(s)/p(s) leave the sample's own noise in the \
      model, and last less long, though still exponentially; a tilt that does not know the truth \
      hastens the collapse from an even start.
      """,
    equations: [
      Equation(
        "beyond Eq. 6",
        "P(T > t) ≤ (1 − min Σ_v p(v)^M)ᵗ, whatever the weights; 2^(1−NM) for N spins",
        in: "MatchedWeightsChain.leastEndProbability"),
      Equation(
        "beyond Eq. 6", "E T = 1/(p*^M + (1 − p*)^M) with weights p*(s)/k(s)",
        in: "MatchedWeightsChain.meanTime"),
    ],
    quantity: """
      mean number of generations to collapse, cut off at 320, weights that match the truth ½, M \
      = 6
      """,
    unit: "generations",
    evidence: [
      "weights.svg", "data/weights-alive.csv", "data/weights-time.csv",
    ])

  /// The loops that are checked, made from the weights.
  package struct Programs: ProgramBundle {
    /// One spin.
    package var spins:
      @Sendable (ImportanceWeights<IndependentSpins>) -> any ClosedProgram<IndependentSpins> = {
        PolicyProgram($0)
      }
    /// Some symbols.
    package var symbols:
      @Sendable (ImportanceWeights<Categorical>) -> any ClosedProgram<Categorical> = {
        PolicyProgram($0)
      }

    /// The real programs.
    package init() {}
  }

  /// Of nine random checks, as much as elsewhere of eight.
  package static let falseAlarm = 2.25e-9

  /// Times to collapse against exact laws, the hull of samples, horizons, and mean times.
  package static func checks(
    of programs: Programs, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = WeightRuns(
      replicates: scale == .paper ? 20_000 : 1000, seed: seed,
      falseAlarm: falseAlarm / Double(5 + SpinWeights.allCases.count),
      context: context)
    var checks = try runs.times(.matched, programs.spins(SpinWeights.matched.policy), samples: 6)
    checks += try runs.times(.oracle, programs.spins(SpinWeights.oracle.policy), samples: 6)
    checks += try runs.times(.tilt, programs.spins(SpinWeights.tilt.policy), samples: 10)
    checks += try SpinWeights.allCases.map {
      try runs.end($0, programs.spins($0.policy), samples: 4)
    }
    checks += try WeightRuns.symbolWeights.map {
      try runs.hull($0.name, programs.symbols($0.policy))
    }
    checks += try exact.get() + proofs + ends
    checks.append(try runs.twoSpins(programs.spins(WeightRuns.centred), samples: 2))
    return try checks + values.get()
  }

  // MARK: - Exact

  /// Computed once: they depend on nothing.
  private static let exact = Result {
    let sizes = Array(2...12)
    let matched = try sizes.map {
      try MatchedWeightsChain(samples: $0, truth: 0.5).meanTimeToBoundary(from: 0.5)
    }
    let oracle = try sizes.map { try OracleWeights(samples: $0).meanTime(from: 0.5) }
    let bound = sizes.map { 1 / MatchedWeightsChain.leastEndProbability(samples: $0) }
    return [
      Check(
        "largest relative deviation of the chain's mean time from 2^(M−1), matching weights, M = 2 … 12",
        method: .exact, prediction: 0,
        measurement: zip(matched, bound).map { abs($0 / $1 - 1) }.max()!, tolerance: 1e-12),
      Check(
        "largest relative deviation of the chain's mean time from 1/(p*^M + (1 − p*)^M), p* = 0.3",
        method: .exact,
        prediction: 0,
        measurement: try sizes.map {
          let chain = MatchedWeightsChain(samples: $0, truth: 0.3)
          return abs(try chain.meanTimeToBoundary(from: 0.3) / chain.meanTime - 1)
        }.max()!, tolerance: 1e-12),
      Check(
        "sizes M = 2 … 12 at which oracle weights last longer than 2^(M−1)", method: .exact,
        prediction: 0,
        // At M = 2 the two are the same.
        measurement: Double(zip(oracle, bound).count { $0 > $1 * (1 + 1e-9) })),
      Check(
        "sizes M = 3 … 12 at which oracle weights last at least 1.2 times as long as at M − 1",
        method: .exact, prediction: 10,
        measurement: Double(zip(oracle, oracle.dropFirst()).count { $1 > 1.2 * $0 })),
      Check(
        "sizes M = 2 … 12 at which a tilt hastens the collapse from an even start", method: .exact,
        prediction: 11,
        measurement: Double(
          try sizes.count {
            try SpinWeights.tilt.meanTime(samples: $0) < SpinWeights.none.meanTime(samples: $0)
          })),
    ]
  }

  /// The same of the chain itself, at rational frequencies; M spins, or as many in fewer points.
  private static let ends = [2, 5, 12].map { samples in
    let chain = RationalWrightFisherChain(population: samples)
    let least = Rational(1, .init(1 << (samples - 1)))
    let agree = (0...20).count { k in
      let law = chain.samplingProbabilities(at: Rational(.init(k), 20))
      let end = law[0] + law[samples]
      return k == 10 ? end == least : end > least
    }
    return Check(
      "frequencies, of 21, at which M spins are all alike with probability 2^(1−M) or more, M = \(samples)",
      method: .proof, prediction: 21, measurement: Double(agree))
  }

  /// `2^(M−1)(p^M + (1 − p)^M) − 1` has no negative coefficient as a polynomial in (2p − 1)²: its least
  /// value is 0, at ½.
  private static let proofs = [2, 5, 12, 30].map { samples in
    // (1 + x)^M + (1 − x)^M, x = 2p − 1, by the rows of Pascal's triangle.
    var row: [Rational] = [.one]
    for _ in 0..<samples { row = zip(row + [.zero], [.zero] + row).map { $0 + $1 } }
    let sum = row.enumerated().map { power, coefficient in
      power.isMultiple(of: 2) ? coefficient + coefficient : .zero
    }
    let agree = sum.enumerated().count { power, coefficient in
      power == 0 ? coefficient == Rational(2) : coefficient >= .zero
    }
    return Check(
      "coefficients of the probability of M spins to be all alike that are least at ½, M = \(samples)",
      method: .proof, prediction: Double(samples + 1), measurement: Double(agree))
  }
}
