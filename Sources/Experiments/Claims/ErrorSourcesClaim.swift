import ExponentialFamilies
import Foundation
import RandomStreams
import Retraining
import Theory

/// X14: of functional, sampling and learning error, only sampling makes a loop collapse.
public enum ErrorSourcesClaim: ClaimTest {
  /// `X14`.
  public static let id = "X14"
  /// What is claimed.
  public static let statement =
    "Only sampling error makes a loop collapse. Without it (M = ∞) a family that cannot hold the truth errs"
    + " once, in the first generation; a fit stopped early moves nothing after that if it continues from"
    + " the last model, and draws the loop to its start if it restarts there. With it, fits that continue"
    + " diffuse more slowly, by the square of the fraction they cover, and fits that restart do not collapse."
  /// Where it comes from.
  public static let reference = "beyond the paper"
  /// When it is true.
  public static let conditions =
    "Gradient steps in θ at a rate below 2/J, finite in number, from a finite start; no external data. Exact"
    + " for the mean of a Gaussian, where a fit covers the fraction a of its way; for two spins measured"
    + " against the finite chain."
  /// Why it is true.
  public static let derivation =
    "With M = ∞ the data of generation t + 1 have the mean μ(θ_t), which is in the family: its likelihood is"
    + " largest, and its gradient 0, at θ_t. Hence a complete fit and one that continues stay, and one that"
    + " restarts contracts towards its start by 1 − (1 − ηJ)^k. With M finite, a Gaussian mean moves by"
    + " a(φ̄ − μ): a random walk with a² of the variance, or, about a fixed start, an autoregression that"
    + " forgets. A restarted fit never lies on a face, so that its loop on finitely many training sets is"
    + " irreducible."
  /// What it covers.
  public static let equations = [
    Equation(
      "beyond Eq. 4", "μ(θ_t) = φ̄ ⇒ θ_{t+1} = θ_t at M = ∞", in: "ExpectedStatistics.trainingSet"),
    Equation(
      "beyond Eq. 4", "θ ← θ + η(φ̄ − μ(θ)), k times", in: "EarlyStopping.estimate"),
    Equation(
      "beyond Eq. B14", "Var μ_t = a²t σ²/M continued, a²(1 − a^{2t})/(1 − a²) σ²/M restarted",
      in: "UnfinishedFit.variance"),
    Equation(
      "beyond Eq. 16", "E D(p_t‖p*) = S(p*) − E S(p_t) with sampling error alone",
      in: "PairLoop.generations"),
  ]
  /// What the first check measures.
  public static let quantity =
    "mean divergence D(model‖truth) in nats with sampling alone, two spins, M = 20, generation 20"
  /// Figures and tables that show it.
  public static let evidence = [
    "errors.svg", "data/errors.csv", "data/errors-expected.csv", "data/errors-alike.csv",
    "data/errors-gaussian.csv",
  ]

  /// All checks of the real program.
  public static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: UnfinishedLoopProgram(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  public static func evaluate(
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
    return pairs + gaussian + (try runs.expectations()) + exact
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

/// That of the figure, with M = 20.
private let errorsDefinition: ErrorsDefinition = {
  var definition = ErrorsDefinition()
  definition.samples = 20
  return definition
}()

/// The loops that have an exact chain.
private let errorCases:
  [(family: ErrorsDefinition.Family, fit: ErrorsDefinition.Fit, name: String)] = [
    (.coupled, .complete, "sampling alone"),
    (.independent, .complete, "a wrong family"),
    (.coupled, .restarted, "restarted fits"),
    (.independent, .restarted, "restarted fits and a wrong family"),
  ]

/// The loops behind the claim.
private struct ErrorRuns<Program: UnfinishedProgram> {
  let program: Program
  let replicates: Int
  let seed: UInt64
  let falseAlarm: Double
  let context: RunContext

  private func streams(_ name: String, _ replicate: Int) -> ReplicateStreams {
    let key = StreamKey(rootSeed: seed).child("verify").child(ErrorSourcesClaim.id).child(name)
    return ReplicateStreams(key: key, replicate: replicate)
  }

  /// The mean divergence after M generations, and the fraction of training sets alike after 4M.
  func pair(
    _ family: ErrorsDefinition.Family, _ fit: ErrorsDefinition.Fit, _ name: String
  ) throws -> [Check] {
    let definition = errorsDefinition
    let times = [definition.samples, 4 * definition.samples]
    let loops = PairErrors(program: program, definition: definition, isSampled: true)
    let runs = try Replicates(count: replicates, threads: context.threads).map {
      try loops.run(family, fit, at: times, streams: streams(name, $0))
    }
    let truth = PairLoop.law(at: definition.truth)
    let exact = definition.exact(family, fit)!
      .generations(samples: definition.samples, from: truth, generations: times[1])
    // The divergence of a law from the truth is largest for a law of one configuration, at −ln of its
    // probability.
    let largest = -log(min(truth.x, truth.y / 2, truth.z))
    let early = exact[times[0] - 1]
    return [
      Check.mean(
        "divergence with \(name), two spins, M = \(definition.samples), generation \(times[0])",
        of: runs.map { $0[0].divergence }, prediction: early.divergence,
        variance: early.variance, deviation: largest, falseAlarm: falseAlarm),
      Check.frequency(
        "training sets alike with \(name), two spins, M = \(definition.samples),"
          + " generation \(times[1])",
        of: runs.count { $0[1].isAlike }, in: replicates, prediction: exact[times[1] - 1].alike,
        falseAlarm: falseAlarm),
    ]
  }

  /// The mean of a Gaussian after M generations, which is normal.
  func gaussian(_ fit: ErrorsDefinition.Fit) throws -> Check {
    let definition = errorsDefinition
    let loops = GaussianErrors(program: program, definition: definition)
    let t = definition.samples
    let values = try Replicates(count: 2 * replicates, threads: context.threads).map {
      try loops.run(fit, at: [t], streams: streams("gaussian \(fit.rawValue)", $0))[0]
    }
    let scale = (2 * loops.variance(fit, generation: t)).squareRoot()
    func law(_ value: Double) -> Double { 0.5 * erfc(-value / scale) }
    return Check.distance(
      "distance to the exact normal law with \(fit.rawValue) fits, generation \(t)", of: values,
      falseAlarm: falseAlarm, below: law, upTo: law)
  }

  /// Loops without sampling error.
  func expectations() throws -> [Check] {
    let definition = errorsDefinition
    let truth = PairLoop.law(at: definition.truth)
    let times = [1, 100, 101, 1000]
    func run(
      _ family: ErrorsDefinition.Family, _ fit: ErrorsDefinition.Fit
    ) throws -> [PairErrors<Program>.State] {
      let loops = PairErrors(program: program, definition: definition, isSampled: false)
      return try loops.run(family, fit, at: times, streams: streams("expectations", 0))
    }
    let functional = try run(.independent, .complete)
    let continued = try run(.independent, .continued)
    let independent = PairLoop(.independent, .complete).model(of: truth)
    let first = definition.exact(.independent, .restarted)!.model(of: truth)
    let start = PairLoop.law(at: SIMD2(definition.startField, 0))
    let restarted = try run(.independent, .restarted)
    // J of two spins in one field is 2 sech²θ.
    let hyperbolic = cosh(definition.startField)
    let fraction = UnfinishedFit.fraction(
      steps: definition.steps, rate: definition.rate, information: 2 / (hyperbolic * hyperbolic))
    func distance(_ state: PairErrors<Program>.State) -> Double {
      state.divergence - PairLoop.divergence(from: start, to: truth)
    }
    func check(_ name: String, _ prediction: Double, _ measurement: Double, _ tolerance: Double)
      -> Check
    {
      Check(
        "\(name), M = ∞", method: .exact, prediction: prediction, measurement: measurement,
        tolerance: tolerance)
    }
    return [
      check(
        "D(truth‖model) of a wrong family in generation 1",
        PairLoop.divergence(from: truth, to: independent), functional[0].truthDivergence, 1e-12),
      check(
        "D(truth‖model) of a wrong family in generation 1000", functional[0].truthDivergence,
        functional[3].truthDivergence, 1e-12),
      check(
        "D(truth‖model) of continued fits in generation 1",
        PairLoop.divergence(from: truth, to: first), continued[0].truthDivergence, 1e-12),
      check(
        "D(truth‖model) of continued fits in generation 1000", continued[0].truthDivergence,
        continued[3].truthDivergence, 1e-12),
      check(
        "D(model‖truth) of restarted fits in generation 1000",
        PairLoop.divergence(from: start, to: truth), restarted[3].divergence, 1e-12),
      check(
        "factor of what is left of restarted fits in generation 101", fraction,
        distance(restarted[2]) / distance(restarted[1]), 1e-6),
    ]
  }
}
