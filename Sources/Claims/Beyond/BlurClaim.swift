import Families
import Foundation
import Loop
import Randomness
import Simulation
import Theory

/// X15: classes that collapse part rather than blur, and leave the truth.
package enum BlurClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "X15",
    statement: """
      Two classes that collapse become the same point with the probability Π_j [p_j q_j + (1 − \
      p_j)(1 − q_j)], and otherwise end apart; on average their overlap only falls. The error of \
      the model's classifier on the truth goes to ½ − ¼ Σ_x (P₀ − P₁)² all the same. With one \
      fresh labelled point a class and generation the error settles below that instead.
      """,
    reference: "beyond the paper",
    conditions: """
      Features binary and independent given the class, as many points of either class in every \
      generation, maximum likelihood; a coin decides where both classes are equally likely. Were \
      labels drawn, too, a whole class would be lost.
      """,
    derivation: """
      Each frequency of each class is a Wright–Fisher chain by itself, which ends at 1 with the \
      probability it starts from: a class ends at x with the truth's P(x). The model's \
      probability of each point is a martingale in either class, and the smaller of two \
      martingales falls on average. At the end the classifier is above chance at two points \
      alone: E error = ½ − ¼ Σ_x P₀(P₀ − P₁) − ¼ Σ_x P₁(P₁ − P₀).
      """,
    equations: [
      Equation(
        "beyond Eq. 8", "P(one point) = Π_j [p_j q_j + (1 − p_j)(1 − q_j)]",
        in: "TwoClasses.probabilityOfOnePoint"),
      Equation("beyond Eq. 8", "E error → ½ − ¼ Σ_x (P₀ − P₁)²", in: "TwoClasses.finalError"),
      Equation(
        "beyond Eq. 5", "E Σ_x min(p₀, p₁) falls", in: "TwoClasses.expectations"),
    ],
    quantity: "fraction of runs whose classes end as one point, F = 2, p − q = 0.4, M/2 = 10",
    evidence: [
      "blur.svg", "data/blur.csv", "data/blur-end.csv", "data/blur-end-exact.csv",
    ])

  /// Maximum likelihood, feature by feature.
  package typealias P = FlatPrior<IndependentSpins>

  /// Ends, errors on the way with fresh points and without, and what is exact.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = BlurRuns(
      program: program, replicates: scale == .paper ? 8000 : 1000, seed: seed,
      falseAlarm: falseAlarm / 8, context: context)
    return try runs.ends(features: 2) + runs.ends(features: 4)
      + (try runs.errors(fresh: 0, generation: 10)) + (try runs.errors(fresh: 1, generation: 100))
      + exact
  }

  /// Computed once.
  private static let exact: [Check] = proofs + [falling, limit, anchored, isBelow]

  /// Both classes at one point, from the absorption probabilities of the rational chain.
  private static let proofs: [Check] = [2, 3, 5].map { population in
    let (up, down) = RationalWrightFisherChain(population: population).absorptionProbabilities()
    let starts = (0...population).flatMap { i in (0...population).map { (i, $0) } }
    let agree = starts.count { i, j in
      let (p, q) = (Rational(i, of: population), Rational(j, of: population))
      return up[i] * up[j] + down[i] * down[j] == p * q + (.one - p) * (.one - q)
    }
    return Check(
      "pairs of starts that end as one point as often as they should, of \(starts.count), M/2 ="
        + " \(population)",
      method: .proof, prediction: Double(starts.count), measurement: Double(agree))
  }

  /// The overlap of one feature, in all generations.
  private static let falling: Check = {
    let loops = classLoops(features: 1, fresh: 0)
    let overlaps = [loops.truth.bayesError] + loops.exactErrors(at: Array(1...50)).map(\.y)
    return Check(
      "generations of 50 in which the expected overlap does not fall, F = 1, M/2 = 10",
      method: .exact, prediction: 0,
      measurement: Double(zip(overlaps, overlaps.dropFirst()).count { $0 <= $1 }))
  }()

  /// The error at the end.
  private static let limit: Check = {
    let loops = classLoops(features: 2, fresh: 0)
    return Check(
      "expected error on the truth in generation 400, F = 2, M/2 = 10", method: .exact,
      prediction: loops.truth.finalError, measurement: loops.exactErrors(at: [400])[0].x,
      tolerance: 1e-9)
  }()

  /// With fresh points the error settles.
  private static let anchored: Check = {
    let loops = classLoops(features: 2, fresh: 1)
    let errors = loops.exactErrors(at: [400, 800])
    return Check(
      "change of the expected error on the truth from generation 400 to 800, F = 2, M/2 = 10, one fresh"
        + " point a class",
      method: .exact, prediction: 0, measurement: errors[1].x - errors[0].x, tolerance: 1e-9)
  }()

  /// And below that of the closed loop.
  private static let isBelow: Check = {
    let loops = [1, 2].map { classLoops(features: $0, fresh: 1) }
    return Check(
      "cases in which the error with one fresh point a class settles below that of the closed loop, of 2",
      method: .exact, prediction: 2,
      measurement: Double(
        loops.count { $0.exactErrors(at: [400])[0].x < 0.95 * $0.truth.finalError }))
  }()

  private static func classLoops(
    features: Int, fresh: Int
  ) -> ClassLoops<AnchoredLoopProgram<P>> {
    ClassLoops(
      program: AnchoredLoopProgram(), truth: blurredClasses(features), samples: 10, fresh: fresh,
      key: StreamKey(rootSeed: 0))
  }
}

/// The classes behind the claim: p = 0.7 and q = 0.3.
private func blurredClasses(_ features: Int) -> TwoClasses {
  TwoClasses(features: features, difference: 0.4)
}

extension Rational {
  /// The fraction `part/whole`.
  fileprivate init(_ part: Int, of whole: Int) {
    self = Rational(exactly: Double(part)) / Rational(exactly: Double(whole))
  }
}

/// The loops behind the claim.
private struct BlurRuns<Program: AnchoredProgram<FlatPrior<IndependentSpins>>> {
  let program: Program
  let replicates: Int
  let seed: UInt64
  let falseAlarm: Double
  let context: RunContext

  private func loops(features: Int, fresh: Int, _ name: String) -> ClassLoops<Program> {
    ClassLoops(
      program: program, truth: blurredClasses(features), samples: 10, fresh: fresh,
      key: StreamKey(rootSeed: seed).child("verify").child(BlurClaim.id).child(name))
  }

  /// How often both classes end as one point, and how wrong the classifier is then.
  func ends(features: Int) throws -> [Check] {
    let loops = loops(features: features, fresh: 0, "ends, F = \(features)")
    let truth = loops.truth
    // Runs that go on after the horizon count among those that do not end as one point.
    let late = falseAlarm / Double(4 * replicates)
    let ends = try loops.ends(horizon: loops.horizon(exceptWith: late), replicates, context)
    let laws = truth.laws
    // The square of the error at the end, over all the ends there are.
    let moments = TwoClasses.expectations(
      over: (truth.zero + truth.one).map { frequency in
        [1 - frequency] + [Double](repeating: 0, count: loops.size - 1) + [frequency]
      }
    ) {
      let error = ClassPair(counts: $0, size: loops.size).errors(on: laws).x
      return SIMD2(error, error * error)
    }
    let name = "F = \(features), p − q = 0.4, M/2 = \(loops.samples)"
    return [
      Check.frequency(
        "runs that end as one point, \(name)", of: ends.count { $0.endsAtOnePoint == true },
        in: replicates, prediction: truth.probabilityOfOnePoint, falseAlarm: falseAlarm / 2,
        allowance: late),
      Check.mean(
        "error on the truth in the end, \(name)", of: ends.map { $0.errors(on: laws).x },
        prediction: truth.finalError, variance: moments.y - moments.x * moments.x, deviation: 1,
        falseAlarm: falseAlarm / 2, allowance: late),
    ]
  }

  /// Error and overlap on the way.
  func errors(fresh: Int, generation: Int) throws -> [Check] {
    let loops = loops(features: 2, fresh: fresh, "errors, \(fresh) fresh")
    let laws = loops.truth.laws
    let errors = try loops.models(at: [generation], replicates, context)
      .map { $0[0].errors(on: laws) }
    let mean = loops.exactErrors(at: [generation])[0]
    let squares = loops.exactErrors(at: [generation]) { $0 * $0 }[0]
    let variance = squares - mean * mean
    // No classifier is better than the truth's, or worse than its opposite.
    let best = loops.truth.bayesError
    let place = fresh == 0 ? "in a closed loop" : "with a fresh point a class"
    let name = "\(place), F = 2, p − q = 0.4, M/2 = \(loops.samples), generation \(generation)"
    return [
      Check.mean(
        "error on the truth \(name)", of: errors.map(\.x), prediction: mean.x,
        variance: variance.x, deviation: max(mean.x - best, 1 - best - mean.x),
        falseAlarm: falseAlarm),
      Check.mean(
        "overlap of the classes \(name)", of: errors.map(\.y), prediction: mean.y,
        variance: variance.y, deviation: max(mean.y, 0.5 - mean.y), falseAlarm: falseAlarm),
    ]
  }
}
