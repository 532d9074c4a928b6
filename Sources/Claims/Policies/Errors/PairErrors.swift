import Families
import Loop
import Randomness

/// What a program with unfinished fits makes of what it is asked for.
///
/// `verify` passes the real program; tests also pass wrong ones.
package protocol UnfinishedProgram: Sendable {
  /// The estimator it uses where gradient steps are asked for.
  func estimator<F>(_ fit: EarlyStopping<F>) -> EarlyStopping<F>
  /// The number of samples it draws where M are asked for.
  func draws(_ samples: Int) -> Int
}

/// The program that does what it is asked for.
package struct UnfinishedLoopProgram: UnfinishedProgram {
  /// The real program.
  package init() {}
  /// The same.
  package func estimator<F>(_ fit: EarlyStopping<F>) -> EarlyStopping<F> { fit }
  /// The same.
  package func draws(_ samples: Int) -> Int { samples }
}

/// Loops on two spins whose first generation is trained on a truth with a coupling.
struct PairErrors<Program: UnfinishedProgram>: Sendable {
  let program: Program
  let definition: ErrorsDefinition
  /// Whether generations have M samples, or infinitely many.
  let isSampled: Bool

  /// What is measured in one generation.
  struct State: Sendable {
    /// `D_KL(model‖truth)`; always finite.
    var divergence: Double
    /// `D_KL(truth‖model)`; infinite once the model lacks a configuration.
    var truthDivergence: Double
    /// Whether the training set lies on a vertex of the model's family.
    var isAlike: Bool
  }

  private var coupled: CoupledSpins { CoupledSpins(spins: 2) }
  private var truth: CoupledSpins.Member { coupled.member(at: definition.truth) }

  /// The states in the given generations, in ascending order from 1 on.
  func run(
    _ family: ErrorsDefinition.Family, _ fit: ErrorsDefinition.Fit, at times: [Int],
    streams: ReplicateStreams
  ) throws -> [State] {
    var stream = streams.generation(0).stream(for: .external)
    let count = program.draws(definition.samples)
    let real =
      isSampled
      ? coupled.drawStatistics(of: count, from: truth, using: &stream)
      : SufficientStatistics(sum: Double(count) * truth.meanParameter, count: Double(count))
    switch family {
    case .coupled:
      return try run(
        coupled, fit, from: SIMD2(definition.startField, 0), on: real, at: times, streams
      ) { $0 }
    case .independent:
      // All that independent spins learn from data is the mean of S.
      return try run(
        IndependentSpins(spins: 2), fit, from: definition.startField,
        on: SufficientStatistics(sum: real.sum.x, count: real.count), at: times, streams
      ) { [coupled] member in
        member.naturalParameter.map { coupled.member(at: SIMD2($0, 0)) }
          ?? coupled.member(atLevel: member.face == .allUp ? 2 : -2)
      }
    }
  }

  private func run<F: ExponentialFamily>(
    _ family: F, _ fit: ErrorsDefinition.Fit, from start: F.Vector, on real: F.Statistics,
    at times: [Int], _ streams: ReplicateStreams,
    as pair: (F.Member) -> CoupledSpins.Member
  ) throws -> [State] {
    func run<Fit: Estimator<F>>(_ estimator: Fit) throws -> [State] {
      isSampled
        ? try states(family, Replace(), estimator, on: real, at: times, streams, as: pair)
        : try states(
          family, ExpectedStatistics(), estimator, on: real, at: times, streams, as: pair)
    }
    switch fit {
    case .complete: return try run(MaximumLikelihood<F>())
    case .restarted:
      return try run(program.estimator(definition.stopping(from: .fixed(start))))
    case .continued:
      return try run(program.estimator(definition.stopping(from: .lastModel(first: start))))
    }
  }

  private func states<F: ExponentialFamily, Policy: DataPolicy<F>, Fit: Estimator<F>>(
    _ family: F, _ policy: Policy, _ estimator: Fit, on real: F.Statistics, at times: [Int],
    _ streams: ReplicateStreams, as pair: (F.Member) -> CoupledSpins.Member
  ) throws -> [State] {
    let loop = RetrainingLoop(
      family: family, samples: program.draws(definition.samples), policy: policy,
      estimator: estimator)
    var memory = policy.initialMemory(for: family)
    var data = real
    var model = try estimator.estimate(from: real, in: family, streams: streams.generation(1))
    var generation = 1
    return try times.map { time in
      while generation < time {
        generation += 1
        (data, model) = try loop.generation(
          from: model, memory: &memory, streams: streams.generation(generation))
      }
      let state = pair(model)
      return State(
        divergence: coupled.klDivergence(from: state, to: truth),
        truthDivergence: coupled.klDivergence(from: truth, to: state),
        isAlike: try family.maximumLikelihood(data).isAbsorbed)
    }
  }
}
