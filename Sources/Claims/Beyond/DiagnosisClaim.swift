import Diagnosis
import Families
import Loop
import Simulation
import Theory

/// X16: what generations of symbols tell about their loop, and how sure it is.
package enum DiagnosisClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X16",
    statement: """
      From the shares of symbols in its generations alone, a loop tells how many fresh points a \
      generation has and of how many points its drift is. Intervals of 95 % for both hold the \
      truth at least as often as that, near no fresh points too, and a closed loop is taken for \
      an anchored one in at most 5 % of all cases.
      """,
    reference: "beyond the paper",
    conditions: """
      Maximum likelihood in a family that has a parameter for each symbol; generations are \
      complete training sets. Intervals invert simulated tests; normal ones are too narrow near \
      no pull, where the law of the estimate is that of a unit root.
      """,
    derivation: """
      With x* the truth's shares, a = K/(M + K) and V(x) = diag x − xxᵀ, one generation is \
      x′ = x + a (x* − x) + noise, Cov noise = (M V(x) + K V(x*))/(M + K)². A simulated test at \
      the true a and size has its level at every M; the interval is what no test rejects. That a \
      share is 0 in the long run is a sum over the ancestors of the points: n of them have as many \
      parents as n balls meet boxes, and those that are fresh are founders.
      """,
    equations: [
      Equation(
        "beyond Eq. 13", "x′ = x + a (x* − x) + noise, Cov noise = (M V(x) + K V(x*))/(M + K)²",
        in: "LoopDiagnosis.pull"),
      Equation(
        "beyond Eq. 13", "P(x = 0) by the ancestors of the points", in: "AnchoredShare.absence"),
    ],
    quantity: "fraction of intervals for the pull that hold it, M = 60, no fresh points",
    evidence: ["dose.svg", "data/dose.csv"])

  /// Maximum likelihood, one parameter for each symbol.
  package typealias P = FlatPrior<Categorical>

  /// Intervals and verdicts of simulated loops; a minority's absence by two roads.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = DiagnosisRuns(
      program: program, replicates: scale == .paper ? 2000 : 100, seed: seed,
      falseAlarm: falseAlarm / 6, context: context)
    return try runs.checks(fresh: 0) + runs.checks(fresh: 15) + absences
  }

  /// The minority of 2 % that one point does not protect, from the dense chain and from ancestors.
  private static let absences: [Check] = [(200, 1), (200, 10), (40, 3)].map { samples, points in
    let truth = 0.02
    let dense = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: points, frequency: truth))
    return Check(
      "probability that a minority of 0.02 is absent, M = \(samples), K = \(points)",
      method: .exact,
      prediction: AnchoredShare(samples: samples, points: points, truth: truth).absence.probability,
      measurement: (try? dense.stationaryProbabilities()[0]) ?? .nan, tolerance: 1e-9)
  }
}

/// Loops of symbols whose numbers are known, and what they are taken for.
private struct DiagnosisRuns<Program: AnchoredProgram<FlatPrior<Categorical>>> {
  let program: Program
  let replicates: Int
  let seed: UInt64
  /// Of one check.
  let falseAlarm: Double
  let context: RunContext

  private static var truth: [Double] { [0.35, 0.25, 0.2, 0.15, 0.05] }
  private static var samples: Int { 60 }
  private static var generations: Int { 12 }

  /// Coverage of both intervals, and how often an anchor is found, with K = `fresh`.
  func checks(fresh: Int) throws -> [Check] {
    let size = Double(Self.samples + fresh)
    let found = try diagnoses(fresh: fresh)
    func fraction(_ holds: (ColumnDiagnosis) -> Bool) -> Double {
      Double(found.count(where: holds)) / Double(found.count)
    }
    let name = "M = \(Self.samples), K = \(fresh), T = \(Self.generations)"
    let anchored = fraction { $0.probabilities.anchored <= 0.05 }
    return [
      Check(
        atLeast("fraction of intervals of the pull that hold it, \(name)", 0.95),
        measurement: fraction { $0.pull.holds(Double(fresh) / size) }),
      Check(
        atLeast("fraction of intervals of the effective size that hold it, \(name)", 0.95),
        measurement: fraction { $0.effectiveSize.holds(size) }),
      Check(
        fresh == 0
          ? atMost("fraction of loops called anchored, \(name)", 0.05)
          : atLeast("fraction of loops called anchored, \(name)", 0.7), measurement: anchored),
    ]
  }

  /// One diagnosis for each loop, of its training sets.
  private func diagnoses(fresh: Int) throws -> [ColumnDiagnosis] {
    let family = Categorical(symbols: Self.truth.count)
    let start = family.member(probabilities: Self.truth)
    let loop = program.loop(
      family: family, samples: Self.samples, external: .fresh(count: fresh, truth: start),
      prior: FlatPrior())
    let runs = LoopCase(loop, from: start, "K = \(fresh)", claim: DiagnosisClaim.id, seed: seed)
      .runs
    let size = Double(Self.samples + fresh)
    let times = Array(1...Self.generations)
    let counts = try runs.values(at: times, replicates, context) { model in
      // Shares of a training set are its counts.
      (0..<family.symbols).map { Int((model.probability(of: $0) * size).rounded()) }
    }
    return try Replicates(count: replicates, threads: context.threads).map { replicate in
      ColumnDiagnosis(
        SymbolHistory(
          column: "symbol", symbols: (0..<family.symbols).map(String.init),
          truth: Self.truth.map { Int(($0 * 1e6).rounded()) }, generations: times,
          counts: counts[replicate]),
        options: DiagnosisOptions(seed: UInt64(replicate), loops: 39))
    }
  }

  /// At least a fraction `p` of all loops, by the exact binomial law.
  private func atLeast(_ name: String, _ p: Double) -> Expectation {
    let accepted = Expectation.frequency(
      name, in: replicates, prediction: p, falseAlarm: falseAlarm)
    return .between(
      name, accepted.accepted.lowerBound...1, prediction: p, standardError: accepted.standardError)
  }

  /// At most a fraction `p`.
  private func atMost(_ name: String, _ p: Double) -> Expectation {
    let accepted = Expectation.frequency(
      name, in: replicates, prediction: p, falseAlarm: falseAlarm)
    return .between(
      name, 0...accepted.accepted.upperBound, prediction: p, standardError: accepted.standardError)
  }
}
