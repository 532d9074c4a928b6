import Foundation
import Loop
import Randomness
import Theory

/// That of the figure, with M = 20.
let errorsDefinition: ErrorsDefinition = {
  var definition = ErrorsDefinition()
  definition.samples = 20
  return definition
}()

/// The loops that have an exact chain.
let errorCases: [(family: ErrorsDefinition.Family, fit: ErrorsDefinition.Fit, name: String)] = [
  (.coupled, .complete, "sampling alone"),
  (.independent, .complete, "a wrong family"),
  (.coupled, .restarted, "restarted fits"),
  (.independent, .restarted, "restarted fits and a wrong family"),
]

/// The loops behind the claim.
struct ErrorRuns<Program: UnfinishedProgram> {
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
