import ClosedLoop
import EnumeratedFamilies
import Testing

/// What the pages show of the library, word by word: `PageTests` looks for their blocks, and for what these print, here.
@Suite struct ReadmeTests {
  @Test func theLoopIsAbsorbed() throws {
    var printed = ""
    func print(_ values: Any...) { printed += values.map { "\($0)" }.joined(separator: " ") + "\n" }

    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 20), samples: 50,
      policy: Replace(), estimator: MaximumLikelihood())
    var chain = loop.chain(
      from: loop.family.member(magnetisation: 0),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0))
    if case .absorbed(let generation, let end) = try chain.runUntilAbsorbed(horizon: 100_000) {
      print("absorbed in generation", generation, "with magnetisation", end.magnetisation)
    }

    let page = """
      absorbed in generation 322 with magnetisation 1.0
      """
    #expect(printed == page + "\n")
    #expect(abs(chain.model.magnetisation) == 1)
  }

  @Test func theAnchoredLoopHasALaw() throws {
    var printed = ""
    func print(_ values: Any...) { printed += values.map { "\($0)" }.joined(separator: " ") + "\n" }

    let spins = CoupledSpins(spins: 10)
    let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [2, 2])
    let point = SufficientStatistics(sum: spins.statistic(ofLevel: 0), count: 1)
    let law = try StationaryLaw(family: spins, prior: prior, external: point)
    print(law.reason)
    func rounded(_ value: Double) -> Double { (1e4 * value).rounded() / 1e4 }
    print("variance of the field:", rounded(law.marginal(of: 0).variance.value))
    let motion = EquationOfMotion(family: spins, prior: prior, external: point)
    let drift = motion.drift(at: [0.1, 0.3])!.total
    print("drift in M generations:", rounded(drift.x), rounded(drift.y))
    do {
      _ = try StationaryLaw(family: spins, external: point)  // without the prior
    } catch {
      print(error.reason)
    }

    let page = """
      the squared prior is integrable and the likelihood is bounded
      variance of the field: 0.0866
      drift in M generations: 0.2799 -3.0409
      the mean of external data and prior lies on the boundary of the convex support, and the loop collapses onto it: S = 0
      """
    #expect(printed == page + "\n")

    let anchored = RetrainingLoop(
      family: spins, samples: 50, policy: ExternalData(.fixed(point)),
      estimator: MaximumAPosteriori(prior: prior))

    var chain = anchored.chain(
      from: spins.member(at: [0, 0]),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0))
    try chain.advance()
    #expect(chain.model.face == nil)
    #expect(abs(law.marginal(of: 0).variance.value - 0.0866) < 1e-4)
    #expect(page.hasSuffix("the loop collapses onto it: S = 0"))
  }

  @Test func theTableHasAFace() throws {
    var printed = ""
    func print(_ values: Any...) { printed += values.map { "\($0)" }.joined(separator: " ") + "\n" }

    let table = try EnumeratedFamily(
      csv: "name,base,x,y\na,1,0,0\nb,2,1,0\nc,1,0,1\nd,3,0.5,0.2\n")
    let estimate = try table.maximumLikelihood(
      SufficientStatistics(sum: DenseVector([3, 2]), count: 5))
    print(estimate.face!)

    let page = """
      the states b, c
      """
    #expect(printed == page + "\n")
  }
}
