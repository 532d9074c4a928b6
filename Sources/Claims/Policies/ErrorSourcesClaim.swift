import Families
import Foundation
import Loop
import Simulation
import Theory

/// X14: of functional, sampling and learning error, only sampling makes a loop collapse that is trained on
/// what its model itself would write.
package enum ErrorSourcesClaim: ClaimTest {
  package static let words = ClaimWords(
    id: "X14",
    statement: """
      Of functional, sampling and learning error, only sampling makes a loop collapse whose data \
      come from the model as it is, with no temperature, truncation or filter between them. \
      Without it (M = ∞) a family that cannot hold the truth errs once, in the first generation; \
      a fit stopped early moves nothing after that if it continues from the last model, and \
      draws the loop to its start if it restarts there. With it, fits that continue diffuse more \
      slowly, by the square of the fraction they cover, and fits that restart do not collapse.
      """,
    reference: "beyond the paper",
    conditions: """
      Data of the model's own law: at a temperature below 1, or if its tails are cut off, a loop \
      without sampling error can collapse, too. (It need not: a uniform law is the same at every \
      temperature, and a filter that always admits the same symbols acts once.) Gradient steps \
      in θ, finite in number, from a finite start, at a rate η for which the fraction a = 1 − (1 \
      − ηJ)^k that a restarted fit covers has |a| < 1: any rate below 1/J, while at 1/J < η < \
      2/J with k odd the loop leaves its start (of a Gaussian mean, without end). Where J depends \
      on θ, this is so near the start. No external data. A finite number of \
      steps never reaches a face: a fit that continues is close to one most of the time, and \
      leaves it again after ever longer times. Exact for the mean of a Gaussian, where a fit \
      covers the fraction a of its way; for two spins measured against the finite chain.
      """,
    derivation: """
      With M = ∞ the data of generation t + 1 have the mean μ(θ_t), which is in the family: its \
      likelihood is largest, and its gradient 0, at θ_t. Hence a complete fit and one that \
      continues stay, and one that restarts contracts towards its start by a = 1 − (1 − ηJ)^k. \
      With M finite, a Gaussian mean moves by a(φ̄ − μ): a random walk with a² of the variance, \
      or, about a fixed start, an autoregression that forgets. A restarted fit never lies on a \
      face, so that its loop on finitely many training sets is irreducible.
      """,
    equations: [
      Equation(
        "beyond Eq. 4", "μ(θ_t) = φ̄ ⇒ θ_{t+1} = θ_t at M = ∞", in: "ExpectedStatistics.trainingSet"),
      Equation(
        "beyond Eq. 4", "θ ← θ + η(φ̄ − μ(θ)), k times", in: "EarlyStopping.estimate"),
      Equation(
        "beyond Eq. B14",
        "Var μ_t = a²t σ²/M continued, a²(1 − a^{2t})/(1 − a²) σ²/M restarted, |a| < 1",
        in: "UnfinishedFit.variance"),
      Equation(
        "beyond Eq. 16", "E D(p_t‖p*) = S(p*) − E S(p_t) with sampling error alone",
        in: "PairLoop.generations"),
    ],
    quantity: """
      mean divergence D(model‖truth) with sampling alone, two spins, M = 20, generation 20
      """,
    unit: "nats",
    evidence: [
      "errors.svg", "data/errors.csv", "data/errors-expected.csv", "data/errors-alike.csv",
      "data/errors-gaussian.csv",
    ])

  /// All checks of the real program.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: UnfinishedLoopProgram(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  package static func evaluate(
    _ program: some UnfinishedProgram, scale: Scale, seed: UInt64 = defaultSeed,
    context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: program, scale: scale, seed: seed, context: context))
  }

  /// Two spins and a Gaussian with M samples against exact laws, and loops of expectations.
  static func checks(
    of program: some UnfinishedProgram, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let runs = ErrorRuns(
      program: program, replicates: scale == .paper ? 8000 : 1000, seed: seed,
      falseAlarm: falseAlarm / 11, context: context)
    let pairs = try errorCases.flatMap { try runs.pair($0.family, $0.fit, $0.name) }
    let gaussian = try ErrorsDefinition.Fit.allCases.map { try runs.gaussian($0) }
    return try pairs + gaussian + runs.expectations() + exact + [tempered.get()]
  }

  /// Three symbols without sampling error, drawn at temperature ½: p ∝ p₀^(2^t).
  private static let tempered = Result {
    let family = Categorical(symbols: 3)
    var model = family.member(probabilities: [0.4, 0.35, 0.25])
    for _ in 0..<12 {
      let drawn = family.member(probabilities: (0..<3).map { pow(model.probability(of: $0), 2) })
      model = try family.maximumLikelihood(
        SufficientStatistics(sum: drawn.meanParameter, count: 1))
    }
    return Check(
      "largest of three probabilities after 12 generations without sampling error at temperature ½",
      method: .exact, prediction: 1, measurement: model.probability(of: 0), tolerance: 1e-12)
  }

  /// What the exact chain says, computed once.
  private static let exact: [Check] = {
    let definition = errorsDefinition
    let truth = PairLoop.law(at: definition.truth)
    let uniform = PairLoop.Law(0.25, 0.5, 0.25)
    let alone = definition.exact(.coupled, .complete)!
      .generations(samples: definition.samples, from: truth, generations: 400)
    let entropy = 2 * log(2) - PairLoop.divergence(from: truth, to: uniform)
    let gap = alone.map { abs($0.divergence + $0.entropy - entropy) }.max()!
    let restarted = ErrorsDefinition.Family.allCases.map {
      definition.exact($0, .restarted)!
        .generations(samples: definition.samples, from: truth, generations: 400)
    }
    return [
      Check(
        "largest E D(model‖truth) + E S − S(truth) in 400 generations, sampling alone",
        method: .exact, prediction: 0, measurement: gap, tolerance: 1e-11),
      Check(
        "probability of a collapse by generation 400, sampling alone", method: .exact,
        prediction: 1, measurement: alone.last!.alike, tolerance: 1e-6),
      Check(
        "largest change of E D from generation 200 to 400, restarted fits", method: .exact,
        prediction: 0,
        measurement: restarted.map { abs($0[399].divergence - $0[199].divergence) }.max()!,
        tolerance: 1e-9),
    ]
  }()
}
