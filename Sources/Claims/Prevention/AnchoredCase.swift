import Families
import Loop
import Theory

/// Anchored independent spins, for the claims: a loop and its exact chain.
struct AnchoredCase: Sendable {
  let chain: AnchoredSpinsChain

  init(spins: Int, samples: Int, external: AnchoredSpinsChain.External) {
    chain = AnchoredSpinsChain(spins: spins, samples: samples, external: external)
  }

  /// "N = 10, M = 50, 1 fixed, 2 up".
  var description: String {
    let points =
      switch chain.external {
      case .fixed(let points, let up): "\(points) fixed, \(up) up"
      case .fresh(let points, let frequency): "\(points) fresh, x₀ = \(frequency)"
      }
    return "N = \(chain.spins), M = \(chain.samples), \(points)"
  }

  /// m, and with it the time M/m over which the mean relaxes.
  private var points: Int {
    switch chain.external {
    case .fixed(let points, _), .fresh(let points, _): points
    }
  }

  /// A generation by which a deviation of the mean has shrunk by e⁻¹⁵.
  var relaxed: Int { 15 * (chain.samples / max(1, points) + 1) }

  /// The loop of `program`.
  func loop<A: AnchoredProgram<FlatPrior<IndependentSpins>>>(
    _ program: A
  ) -> RetrainingLoop<A.Policy, A.Fit> {
    program.loop(
      family: IndependentSpins(spins: chain.spins), samples: chain.samples,
      external: chain.externalData, prior: FlatPrior())
  }

  /// Frequencies of independent runs after `generation` generations, from frequency `p`.
  func frequencies(
    _ program: some AnchoredProgram<FlatPrior<IndependentSpins>>, at generation: Int,
    from p: Double, replicates: Int, claim: String, seed: UInt64, _ context: RunContext
  ) throws -> [Double] {
    let loop = loop(program)
    let case_ = LoopCase(
      loop, from: loop.family.member(magnetisation: 2 * p - 1), description, claim: claim,
      seed: seed)
    return try case_.runs.models(at: generation, replicates, context) { $0.up }
  }

  /// Independent runs against the limit law, which may be off by the exact distance.
  func distanceToLimit(
    _ program: some AnchoredProgram<FlatPrior<IndependentSpins>>, replicates: Int, claim: String,
    seed: UInt64, falseAlarm: Double, _ context: RunContext
  ) throws -> Check {
    let values = try frequencies(
      program, at: relaxed, from: chain.stationaryMean, replicates: replicates, claim: claim,
      seed: seed, context)
    return Check.distance(
      "distance to Eq. 18, \(description)", of: values,
      expected: ExpectedDistance.lattice(
        try chain.stationaryProbabilities().cumulative, count: values.count,
        limit: (0...chain.size).map { chain.limitDistribution(at: chain.frequency($0)) }),
      falseAlarm: falseAlarm,
      allowance: try chain.distanceToLimit(), below: chain.limitDistribution,
      upTo: chain.limitDistribution)
  }
}
