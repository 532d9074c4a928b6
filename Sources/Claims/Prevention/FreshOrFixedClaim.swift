import EnumeratedFamilies
import Families
import Foundation
import Loop
import Simulation
import Theory

/// X7: which external points prevent collapse.
package enum FreshOrFixedClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X7",
    statement: """
      With external points of mean statistic φ₀ the loop ends on the smallest face F of the \
      convex support that holds φ₀, and nowhere on the boundary of F. So it does not collapse if \
      φ₀ is interior, as it is for fresh points from an interior truth, and for fixed ones if \
      they have a finite estimate. Otherwise it collapses onto F: totally if F is a vertex, and \
      else it lives on F forever.
      """,
    reference: "condition on \"one data point suffices\"",
    conditions: """
      Maximum likelihood, finitely many values of φ, which those of the external points are \
      among. A loop collapses onto a face if φ̄ goes there, totally if the variance of φ in the \
      model goes to zero. For infinitely many bounded values see the draft.
      """,
    derivation: """
      Let c·φ ≤ b with equality on F. The mean of b − c·φ̄ shrinks by M/(M + K) a generation, \
      and bounds the probability of a point off F: almost surely there is a last one. From then \
      on all points lie in F. Let G be a proper face of F, and g − d·φ zero on it and positive \
      elsewhere on F. External points off G keep g − d·φ̄ above a positive number: fixed ones \
      always, since φ₀ is not in G, and fresh ones with one and the same probability in every \
      generation, and so infinitely often. Likewise φ̄ is no vertex: there the variance of φ has \
      a least value above zero.
      """,
    equations: [
      Equation(
        "beyond Eq. 18", "φ̄_t → F, the smallest face of φ₀; alive on F unless F is a vertex",
        in: "StationaryLaw.reason")
    ],
    quantity: "fraction of runs that collapse onto their one fixed point, S = 0, N = 6, M = 20",
    evidence: [
      "fixed-anchor.svg", "data/fixed-anchor-collapsed.csv", "data/fixed-anchor.csv",
    ])

  /// Maximum likelihood of coupled spins.
  package typealias P = FlatPrior<CoupledSpins>

  /// Of six random checks, as much as elsewhere of four.
  package static let falseAlarm = 3e-9

  /// Collapse onto a vertex, life with two points, collapse onto an edge and life there, the relaxation of E S², and decisions by theory.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = AnchorRuns(program: program, seed: seed, context: context)
    let replicates = scale == .paper ? 8000 : 2000
    return try [
      try runs.collapse(replicates: replicates / 8, falseAlarm: falseAlarm / 6),
      try runs.life(replicates: replicates / 8),
      try runs.relaxation(.one, replicates: replicates, falseAlarm: falseAlarm / 6),
      try runs.relaxation(.two, replicates: replicates, falseAlarm: falseAlarm / 6),
      try runs.relaxation(.fresh, replicates: replicates, falseAlarm: falseAlarm / 6),
      decisions,
    ] + runs.edge(replicates: replicates / 8, falseAlarm: falseAlarm / 6) + (try faces.get())
  }

  /// Two fields of two spins each, whose values of φ are not all vertices, from an even start.
  private static let faces = Result {
    let family = ClaimTables.twoFields
    let start = family.member(at: DenseVector([0, 0]))
    func fixed(_ φ: [Double]) -> [TableChain.External] {
      [(1, [ClaimTables.state(φ, of: family)])]
    }
    // Each field's spins are up with probability ¼.
    let truth = family.member(at: DenseVector([-0.5 * log(3), -0.5 * log(3)]))
    let fresh = try TableChain(
      family, samples: 2, from: start,
      external: (0..<family.stateCount).map { (truth.probability(of: $0), [$0]) })
    let law = try fresh.transitions.stationaryLaw()
    let field = try AnchoredSpinsChain(
      spins: 2, samples: 2, external: .fresh(points: 1, frequency: 0.25)
    ).stationaryProbabilities()
    let inside = 1 - field.first! - field.last!
    let centre = try TableChain(family, samples: 2, from: start, external: fixed([0, 0]))
    let edge = try TableChain(family, samples: 2, from: start, external: fixed([0, 2]))
    func isOnEdge(_ model: EnumeratedFamily.Member) -> Bool {
      model.states.allSatisfy { family.statistic(of: $0)[1] == 2 }
    }
    return [
      Check(
        "stationary probability of a model on the boundary, two fields of two spins, one fresh point",
        method: .exact, prediction: 1 - inside * inside,
        measurement: zip(law, fresh.models).reduce(0) { $0 + ($1.1.face == nil ? 0 : $1.0) },
        tolerance: 1e-12),
      Check(
        "models on the boundary, two fields of two spins, one fixed point S₁ = S₂ = 0",
        method: .exact, prediction: 0,
        measurement: Double(centre.models.count { $0.face != nil })),
      Check(
        "probability to be on the edge S₂ = 2 at generation 100, one fixed point S₁ = 0, S₂ = 2 on it",
        method: .exact, prediction: 1, measurement: edge.probability(after: 100, of: isOnEdge),
        tolerance: 1e-12),
      Check(
        "probability of a total collapse at generation 100, one fixed point S₁ = 0, S₂ = 2 on an edge",
        method: .exact, prediction: 0,
        measurement: edge.probability(after: 100) { $0.isAbsorbed }),
    ]
  }

  /// All sets of one, two and three fixed points of N = 6 spins: a stationary law exists if they do
  /// not fit on one edge.
  private static var decisions: Check {
    let family = CoupledSpins(spins: 6)
    let levels = (0...6).map { 2 * $0 - 6 }
    var sets: [[Int]] = []
    for a in levels {
      sets.append([a])
      for b in levels where b >= a {
        sets.append([a, b])
        for c in levels where c >= b { sets.append([a, b, c]) }
      }
    }
    let agree = sets.count { set in
      let kinds = Set(set).sorted()
      let isOnFace =
        kinds.count == 1
        || kinds.count == 2 && (kinds[1] - kinds[0] == 2 || kinds == [-6, 6])
      let data = set.map {
        SufficientStatistics(sum: family.statistic(ofLevel: $0), count: 1)
      }.reduce(SufficientStatistics(sum: SIMD2(0, 0), count: 0), +)
      return ((try? StationaryLaw(family: family, external: data)) == nil) == isOnFace
    }
    return Check(
      "sets of fixed points whose fate theory decides rightly, of \(sets.count)", method: .exact,
      prediction: Double(sets.count), measurement: Double(agree))
  }
}

/// Coupled spins under maximum likelihood with external points.
private struct AnchorRuns<A: AnchoredProgram<FlatPrior<CoupledSpins>>> {
  let program: A
  let seed: UInt64
  let context: RunContext

  private var family: CoupledSpins { CoupledSpins(spins: 6) }
  private var samples: Int { 20 }

  /// Kinds of external points.
  enum Points: String {
    /// One fixed point, S = 0.
    case one = "a fixed point"
    /// Two fixed points, S = −4 and 2.
    case two = "two fixed points"
    /// Two fixed points on an edge, S = −4 and −2.
    case edge = "two fixed points on an edge"
    /// One fresh point from the base measure.
    case fresh = "a fresh point"
  }

  private func case_(_ points: Points) -> LoopCase<A.Policy, A.Fit> {
    func fixed(_ levels: [Int]) -> ExternalData<CoupledSpins>.Source {
      .fixed(
        levels.map { SufficientStatistics(sum: family.statistic(ofLevel: $0), count: 1) }
          .reduce(SufficientStatistics(sum: SIMD2(0, 0), count: 0), +))
    }
    let (source, name) =
      switch points {
      case .one: (fixed([0]), "one fixed point S = 0")
      case .two: (fixed([-4, 2]), "fixed points S = −4 and 2")
      case .edge: (fixed([-4, -2]), "fixed points S = −4 and −2")
      case .fresh: (.fresh(count: 1, truth: family.member(at: SIMD2(0, 0))), "one fresh point")
      }
    let loop = program.loop(
      family: family, samples: samples, external: source, prior: FlatPrior())
    return LoopCase(
      loop, from: family.member(at: SIMD2(0.6, 0)),
      "N = \(family.spins), M = \(samples), \(name)", claim: FreshOrFixedClaim.id, seed: seed)
  }

  /// E S² shrinks by M/(M + 1) a generation, and is 4/(M + 1) at least before the end.
  func collapse(replicates: Int, falseAlarm: Double) throws -> Check {
    let case_ = case_(.one)
    let (n, m) = (Double(family.spins), Double(samples))
    let bound = n * n * (m + 1) / 4
    let horizon = Int(log(bound * Double(replicates) / falseAlarm) / log1p(1 / m)) + 1
    let ends = try case_.runs.models(at: horizon, replicates, context) { $0.face == .level(0) }
    return Check(
      "collapsed onto the point by generation \(horizon), \(case_.description)",
      method: .simulation, prediction: 1,
      measurement: Double(ends.count { $0 }) / Double(replicates))
  }

  /// Two points on no common edge keep every estimate inside.
  func life(replicates: Int) throws -> Check {
    let case_ = case_(.two)
    let inside = try case_.runs.replicates(replicates, context) { chain in
      for _ in 0..<200 {
        try chain.advance()
        if chain.model.face != nil { return false }
      }
      return true
    }
    return Check(
      "runs whose 200 models are all inside, \(case_.description)", method: .simulation,
      prediction: 1, measurement: Double(inside.count { $0 }) / Double(replicates))
  }

  /// Two points on an edge draw the loop there, where it is the anchored loop of a single spin.
  ///
  /// (S + 4)(S + 2) is at most 48, at least 8 off the edge, and shrinks by M/(M + 2) a generation.
  func edge(replicates: Int, falseAlarm: Double) throws -> [Check] {
    let case_ = case_(.edge)
    let m = Double(samples)
    let horizon = Int(log(48 / 8 * (m + 2) * Double(replicates) / falseAlarm) / log1p(2 / m)) + 1
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fixed(points: 2, up: 1))
    let ends = try case_.runs.replicates(replicates, context) { run -> (isThere: Bool, ups: Int) in
      try run.advance(to: horizon)
      let isThere = run.model.face == .edge(-4, -2)
      // What is left of the way there is forgotten by then.
      try run.advance(to: 2 * horizon)
      let up = (run.model.meanParameter.x + 4) / 2
      return (isThere, Int((up * Double(chain.size)).rounded()))
    }
    return [
      Check(
        "collapsed onto the edge of its points by generation \(horizon), \(case_.description)",
        method: .simulation, prediction: 1,
        measurement: Double(ends.count { $0.isThere }) / Double(replicates)),
      Check.distance(
        "distance of the law on that edge to its exact law, \(case_.description)",
        of: ends.map(\.ups), cumulative: try chain.stationaryProbabilities().cumulative,
        falseAlarm: falseAlarm, allowance: 1e-9),
    ]
  }

  /// Both mean statistics relax by M/(M + m) a generation, for any external points.
  func relaxation(_ points: Points, replicates: Int, falseAlarm: Double) throws -> Check {
    let case_ = case_(points)
    let n = Double(family.spins)
    let (count, target) = points == .two ? (2.0, 10.0) : (1, points == .one ? 0 : n)
    @Sendable func square(_ mean: SIMD2<Double>) -> Double { 2 * n * mean.y + n }
    let generation = samples
    let decay = pow(Double(samples) / (Double(samples) + count), Double(generation))
    let expected = target + decay * (square(case_.start.meanParameter) - target)
    let values = try case_.runs.models(at: generation, replicates, context) {
      square($0.meanParameter)
    }
    return Check.mean(
      "mean of S² with \(points.rawValue), generation \(generation), \(case_.description)",
      of: values,
      prediction: expected, variance: expected * (n * n - expected), deviation: n * n,
      falseAlarm: falseAlarm)
  }
}
