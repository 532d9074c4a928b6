import ExponentialFamilies
import Foundation
import Retraining
import Theory

/// X7: which external points prevent collapse.
public enum FreshOrFixedClaim: AnchoredClaimTest {
  /// `X7`.
  public static let id = "X7"
  /// Maximum likelihood of coupled spins.
  public typealias P = FlatPrior<CoupledSpins>
  /// What is claimed.
  public static let statement =
    "Collapse is prevented if and only if the mean statistic of the external points is interior: fresh"
    + " points from an interior truth always qualify, fixed ones if they have a finite estimate;"
    + " otherwise the loop collapses onto the smallest face that holds them."
  /// Where it comes from.
  public static let reference = "condition on \"one data point suffices\""
  /// When it is true.
  public static let conditions =
    "Fresh points come from a truth in the interior."
  /// Why it is true.
  public static let derivation =
    "By Eq. 18 all that matters is whether φ₀ = E_q φ is interior. For fixed points φ₀ is"
    + " their own mean, on the boundary if they lie on one face; for fresh points it is the"
    + " truth's."
  /// What it covers.
  public static let equations = [
    Equation("beyond Eq. 18", "alive ⇔ φ₀ = E_q φ is interior", in: "StationaryLaw.reason")
  ]
  /// What the first check measures.
  public static let quantity =
    "fraction of runs that collapse onto their one fixed point, S = 0, N = 6, M = 20"
  /// Figures and tables that show it.
  public static let evidence = [
    "fixed-anchor.svg", "data/fixed-anchor-collapsed.csv", "data/fixed-anchor.csv",
  ]

  /// Collapse onto a vertex, life with two points, the relaxation of E S², and decisions by theory.
  public static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = AnchorRuns(program: program, seed: seed, context: context)
    let replicates = scale == .paper ? 8000 : 2000
    return [
      try runs.collapse(replicates: replicates / 8, falseAlarm: falseAlarm / 4),
      try runs.life(replicates: replicates / 8),
      try runs.relaxation(.one, replicates: replicates, falseAlarm: falseAlarm / 4),
      try runs.relaxation(.two, replicates: replicates, falseAlarm: falseAlarm / 4),
      try runs.relaxation(.fresh, replicates: replicates, falseAlarm: falseAlarm / 4),
      decisions,
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
    let ends = try case_.models(at: horizon, replicates, context) { $0.face == .level(0) }
    return Check(
      "collapsed onto the point by generation \(horizon), \(case_.description)",
      method: .simulation, prediction: 1,
      measurement: Double(ends.count { $0 }) / Double(replicates))
  }

  /// Two points on no common edge keep every estimate inside.
  func life(replicates: Int) throws -> Check {
    let case_ = case_(.two)
    let inside = try case_.replicates(replicates, context) { chain in
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

  /// Both mean statistics relax by M/(M + m) a generation, for any external points.
  func relaxation(_ points: Points, replicates: Int, falseAlarm: Double) throws -> Check {
    let case_ = case_(points)
    let n = Double(family.spins)
    let (count, target) = points == .two ? (2.0, 10.0) : (1, points == .one ? 0 : n)
    @Sendable func square(_ mean: SIMD2<Double>) -> Double { 2 * n * mean.y + n }
    let generation = samples
    let decay = pow(Double(samples) / (Double(samples) + count), Double(generation))
    let expected = target + decay * (square(case_.start.meanParameter) - target)
    let values = try case_.models(at: generation, replicates, context) {
      square($0.meanParameter)
    }
    return Check.mean(
      "mean of S² with \(points.rawValue), generation \(generation), \(case_.description)",
      of: values,
      prediction: expected, variance: expected * (n * n - expected), deviation: n * n,
      falseAlarm: falseAlarm)
  }
}
