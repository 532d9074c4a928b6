import Families
import Loop
import Randomness
import Simulation

// Claims are checked on *programs*: the loops under test. `verify` passes the real ones; the tests also
// pass deliberately wrong ones and expect the verdict to change.

/// A loop whose policy and fit are part of the program.
package protocol LoopProgram<Family>: Sendable {
  /// The family of the models.
  associatedtype Family
  /// What each generation is trained on.
  associatedtype Policy: DataPolicy where Policy.Family == Family
  /// How each generation is fitted.
  associatedtype Fit: Estimator where Fit.Family == Family

  /// The loop for M samples.
  func loop(family: Family, samples: Int) -> RetrainingLoop<Policy, Fit>
}

/// A loop without external data.
package protocol ClosedProgram<Family>: LoopProgram where Policy: ClosedDataPolicy {}

/// A loop with external data, a prior, or both.
package protocol AnchoredProgram<P>: Sendable {
  /// The kind of prior.
  associatedtype P: Prior
  /// What each generation is trained on.
  associatedtype Policy: DataPolicy where Policy.Family == P.Family
  /// How each generation is fitted.
  associatedtype Fit: Estimator where Fit.Family == P.Family

  /// The loop for M samples.
  func loop(
    family: P.Family, samples: Int, external: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<Policy, Fit>
}

/// The closed loop of the paper: replace all data, fit by maximum likelihood.
package struct ClosedLoopProgram<Family: ExponentialFamily>: ClosedProgram {
  /// The real program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: Family, samples: Int
  ) -> RetrainingLoop<Replace<Family>, MaximumLikelihood<Family>> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(), estimator: MaximumLikelihood())
  }
}

/// The same in a family of trials, whose samples come from tables.
package struct TabulatedLoopProgram<Family: FrequencyFamily>: ClosedProgram {
  /// The real program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: Family, samples: Int
  ) -> RetrainingLoop<TabulatedReplace<Family>, MaximumLikelihood<Family>> {
    RetrainingLoop(closedLoopOf: family, samples: samples)
  }
}

/// The anchored loop of the paper: external points, maximum a posteriori.
package struct AnchoredLoopProgram<P: Prior>: AnchoredProgram {
  /// The real program.
  package init() {}

  /// The loop for M samples.
  package func loop(
    family: P.Family, samples: Int, external: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<ExternalData<P.Family>, MaximumAPosteriori<P>> {
    RetrainingLoop(
      family: family, samples: samples, policy: ExternalData(external),
      estimator: MaximumAPosteriori(prior: prior))
  }
}

/// A claim about a closed loop.
package protocol ClosedClaimTest: ClaimTest {
  /// The family it is checked in.
  associatedtype Family: ExponentialFamily

  /// All checks of `program`, the headline first.
  static func checks(
    of program: some ClosedProgram<Family>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check]
}

extension ClosedClaimTest {
  /// All checks of the real program.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: ClosedLoopProgram<Family>(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  package static func evaluate(
    _ program: some ClosedProgram<Family>, scale: Scale, seed: UInt64 = defaultSeed,
    context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: program, scale: scale, seed: seed, context: context))
  }
}

extension ClosedClaimTest where Family: FrequencyFamily {
  /// All checks of the real program.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: TabulatedLoopProgram<Family>(), scale: scale, seed: seed, context: context)
  }
}

/// A claim about a loop with external data or a prior.
package protocol AnchoredClaimTest: ClaimTest {
  /// The kind of prior it is checked with.
  associatedtype P: Prior

  /// All checks of `program`, the headline first.
  static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check]
}

extension AnchoredClaimTest {
  /// All checks of the real program.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: AnchoredLoopProgram<P>(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  package static func evaluate(
    _ program: some AnchoredProgram<P>, scale: Scale, seed: UInt64 = defaultSeed,
    context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: program, scale: scale, seed: seed, context: context))
  }
}

/// One start of one loop, with its streams: what the claims simulate.
struct LoopCase<Policy: DataPolicy, Fit: Estimator>: Sendable where Fit.Family == Policy.Family {
  let runs: Ensemble<Policy, Fit>
  /// Names the case in checks and in its streams: "N = 10, M = 50, p = 0.3".
  let description: String

  init(
    _ loop: RetrainingLoop<Policy, Fit>, from start: Policy.Family.Member, _ description: String,
    claim: String, seed: UInt64
  ) {
    self.description = description
    runs = loop.ensemble(
      from: start,
      key: StreamKey(rootSeed: seed).child("verify").child(claim).child(description))
  }

  var loop: RetrainingLoop<Policy, Fit> { runs.loop }
  var start: Policy.Family.Member { runs.start }
}

extension LoopCase where Policy.Family == IndependentSpins {
  /// A start with the probability `p` of a spin to be up.
  init(_ loop: RetrainingLoop<Policy, Fit>, p: Double, claim: String, seed: UInt64) {
    self.init(
      loop, from: loop.family.member(magnetisation: 2 * p - 1),
      "N = \(loop.family.spins), M = \(loop.samples), p = \(p)", claim: claim, seed: seed)
  }

  /// Initial probability of a spin to be up.
  var p: Double { start.up }

  var population: Int { loop.population }
}
