import ExponentialFamilies
import RandomStreams
import Retraining

/// A closed loop of independent spins, to be held against theory.
public protocol SpinProgram: Sendable {
  /// What each generation is trained on.
  associatedtype Policy: ClosedDataPolicy where Policy.Family == IndependentSpins
  /// How each generation is fitted.
  associatedtype Fit: Estimator where Fit.Family == IndependentSpins

  /// The loop for N spins and M samples.
  func loop(spins: Int, samples: Int) -> RetrainingLoop<Policy, Fit>
}

/// The loop of the paper: replace all data, fit by maximum likelihood.
public struct IndependentSpinsProgram: SpinProgram {
  /// The real program.
  public init() {}

  /// The loop for N spins and M samples.
  public func loop(
    spins: Int, samples: Int
  ) -> RetrainingLoop<Replace<IndependentSpins>, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(spins: spins, samples: samples)
  }
}

/// A claim about independent spins.
///
/// Its checks run on a *program*, the loop under test. `verify` passes the real one; the tests also
/// pass deliberately wrong ones and expect the verdict to change.
public protocol SpinClaimTest: ClaimTest {
  /// All checks of `program`, the headline first.
  static func checks(
    of program: some SpinProgram, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check]
}

extension SpinClaimTest {
  /// All checks of the real program.
  public static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: IndependentSpinsProgram(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  public static func evaluate(
    _ program: some SpinProgram, scale: Scale, seed: UInt64 = defaultSeed, context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: program, scale: scale, seed: seed, context: context))
  }
}

/// One start of one loop, with its streams: what the claims simulate.
struct SpinCase<Policy: ClosedDataPolicy, Fit: Estimator>: Sendable
where Policy.Family == IndependentSpins, Fit.Family == IndependentSpins {
  let loop: RetrainingLoop<Policy, Fit>
  /// Initial probability of a spin to be up.
  let p: Double
  private let key: StreamKey

  init(_ loop: RetrainingLoop<Policy, Fit>, p: Double, claim: String, seed: UInt64) {
    self.loop = loop
    self.p = p
    key = StreamKey(rootSeed: seed).child("verify").child(claim)
      .child("N=\(loop.family.spins) M=\(loop.samples) p=\(p)")
  }

  /// "N = 10, M = 50, p = 0.3".
  var description: String { "N = \(loop.family.spins), M = \(loop.samples), p = \(p)" }

  var population: Int { loop.population }

  /// What `body` makes of each of `count` replicate chains.
  func replicates<Result: Sendable>(
    _ count: Int, _ context: RunContext,
    _ body: @Sendable (inout RetrainingChain<Policy, Fit>) throws -> Result
  ) throws -> [Result] {
    let start = loop.family.member(magnetisation: 2 * p - 1)
    return try Replicates(count: count, threads: context.threads).map { replicate in
      var chain = loop.chain(
        from: start, streams: ReplicateStreams(key: key, replicate: replicate))
      return try body(&chain)
    }
  }
}
