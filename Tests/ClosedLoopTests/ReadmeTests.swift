import ClosedLoop
import Testing

/// What the README shows of the library.
@Suite struct ReadmeTests {
  @Test func theLoopOfTheReadmeIsAbsorbed() throws {
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 20), samples: 50,
      policy: Replace(), estimator: MaximumLikelihood())
    var chain = loop.chain(
      from: loop.family.member(magnetisation: 0),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0))
    guard case .absorbed = try chain.runUntilAbsorbed(horizon: 100_000) else {
      Issue.record("not absorbed")
      return
    }
    #expect(abs(chain.model.magnetisation) == 1)
  }
}
