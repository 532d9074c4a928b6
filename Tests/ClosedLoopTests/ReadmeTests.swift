import ClosedLoop
import EnumeratedFamilies
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

  @Test func theAnchoredLoopOfTheReadmeHasALaw() throws {
    let spins = CoupledSpins(spins: 10)
    let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [2, 2])
    let point = SufficientStatistics(sum: spins.statistic(ofLevel: 0), count: 1)
    let anchored = RetrainingLoop(
      family: spins, samples: 50, policy: ExternalData(.fixed(point)),
      estimator: MaximumAPosteriori(prior: prior))
    var chain = anchored.chain(
      from: spins.member(at: [0, 0]),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0))
    try chain.advance()
    #expect(chain.model.face == nil)
    let law = try StationaryLaw(family: spins, prior: prior, external: point)
    #expect(abs(law.marginal(of: 0).variance.value - 0.0866) < 1e-4)
    let motion = EquationOfMotion(family: spins, prior: prior, external: point)
    #expect(motion.drift(at: [0.1, 0.3])!.total.y < 0)
    do {
      _ = try StationaryLaw(family: spins, external: point)
      Issue.record("a law that should not exist")
    } catch {
      #expect(error.reason.hasSuffix("the loop collapses onto it: S = 0"))
    }
  }

  @Test func theTableOfTheReadmeHasAFace() throws {
    let table = try EnumeratedFamily(
      csv: "name,base,x,y\na,1,0,0\nb,2,1,0\nc,1,0,1\nd,3,0.5,0.2\n")
    let estimate = try table.maximumLikelihood(
      SufficientStatistics(sum: DenseVector([3, 2]), count: 5))
    #expect(estimate.face!.description == "the states b, c")
  }
}
