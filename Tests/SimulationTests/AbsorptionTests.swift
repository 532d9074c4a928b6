import Documents
import Families
import Loop
import Randomness
import Simulation
import Testing

/// Whether an absorbed model stays so is known before anything runs, and is true.
@Suite struct AbsorptionTests {
  /// Loops in which it does.
  static let absorbing: [[(String, String)]] = [
    [("family", "binomial"), ("policy", "external,source=fixed,statistic=1")],
    [("family", "binomial"), ("policy", "external,source=fixed,count=1")],
    [("family", "binomial"), ("policy", "external,from.probability=1,count=3")],
    [("family", "binomial"), ("policy", "external,count=0")],
    [("family", "binomial"), ("policy", "external,count=3,impurity=1")],
    [
      ("family", "binomial"), ("policy", "accumulate,source=fixed,statistic=1"),
      ("start", "probability=0.9"),
    ],
    [("family", "binomial"), ("estimator", "map")],
    [
      ("family", "binomial"), ("estimator", "map"), ("prior", "jeffreys,coordinate=arcsine"),
    ],
    [("family", "binomial"), ("estimator", "map"), ("prior", "jeffreys,coordinate=mean")],
    [("family", "binomial"), ("estimator", "map"), ("prior", "flat,coordinate=arcsine")],
    [
      ("family", "binomial"), ("estimator", "map"),
      ("prior", "laplace,penalty=0.5,coordinate=mean"),
    ],
    [("family", "binomial"), ("estimator", "map"), ("prior", "conjugate,mean=1,weight=2")],
    [("family", "binomial"), ("estimator", "posterior")],
    [("family", "spins,spins=2"), ("policy", "external,source=fixed,statistic=-2,count=4")],
    [("family", "poisson"), ("estimator", "map"), ("prior", "exponential,rate=1")],
    [("family", "poisson"), ("estimator", "map"), ("prior", "flat,coordinate=mean")],
    [
      ("family", "poisson"), ("policy", "external,source=fixed,statistic=1"),
      ("estimator", "map"), ("prior", "flat,coordinate=mean"),
    ],
    [("family", "negative-binomial"), ("policy", "external,source=fixed,statistic=0")],
    [
      ("family", "categorical,symbols=3"),
      ("policy", "external,source=fixed,statistic=0:1"),
    ],
    [("family", "coupled-spins,spins=3"), ("policy", "external,source=fixed,statistic=3:1")],
    [("family", "coupled-spins,spins=3"), ("policy", "external,source=fixed,count=1")],
    [("family", "table,ising=2"), ("policy", "external,source=fixed,statistic=1:1:1")],
  ]

  /// Loops in which no model does, or only some that no one can tell.
  static let others: [[(String, String)]] = [
    [("family", "binomial"), ("policy", "external")],
    [("family", "binomial"), ("policy", "external,count=3,impurity=0.5")],
    [("family", "binomial"), ("policy", "external,source=fixed,statistic=0.5")],
    [("family", "binomial"), ("policy", "subsample")],
    [("family", "binomial"), ("estimator", "map"), ("prior", "jeffreys")],
    [("family", "binomial"), ("estimator", "map"), ("prior", "gaussian")],
    [
      ("family", "binomial"), ("estimator", "map"),
      ("prior", "gaussian,coordinate=mean"),
    ],
    [
      ("family", "binomial"), ("estimator", "map"),
      ("prior", "laplace,penalty=2,coordinate=mean"),
    ],
    [("family", "binomial"), ("estimator", "posterior"), ("prior", "jeffreys")],
    [
      ("family", "poisson"), ("policy", "accumulate,source=fixed,statistic=0.25"),
      ("estimator", "map"), ("prior", "flat,coordinate=mean"),
    ],
    [("family", "categorical,symbols=3"), ("policy", "external,source=fixed,statistic=0.5:0.5")],
    [
      ("family", "coupled-spins,spins=2"),
      ("policy", "external,source=fixed,statistic=0:-0.5,count=3"),
      ("estimator", "map"), ("prior", "gaussian"),
    ],
    [("family", "gaussian"), ("policy", "external,source=fixed,count=3")],
  ]

  static let rest = [
    ("samples", "4"), ("generations", "20000"), ("replicates", "20"), ("stop", "absorbed"),
  ]

  @Test(arguments: absorbing.indices)
  func absorptionIsAwaited(index: Int) throws {
    let options = Self.absorbing[index]
    let result = try SimulationTests.run(options + Self.rest, ends: true)
    let ends = try #require(result.ends)
    // A pool that has anything else keeps it. Of two fixed points some replicates draw such as keep it alive, of one spin none do.
    let mayLive = options.contains { field, text in
      text.hasPrefix("accumulate")
        || (text == "external,source=fixed,count=1" && options[0].1 != "binomial")
    }
    #expect(mayLive ? result.absorbed > 0 : result.absorbed == 20, "\(options)")
    #expect(ends.rows.count == 20)
  }

  @Test(arguments: others.indices)
  func whatDoesNotLastIsNotAwaited(index: Int) throws {
    let options = Self.others[index]
    do {
      _ = try SimulationDefinition.simulation(
        try SimulationTests.document(options + Self.rest))
      Issue.record("\(options) is accepted")
    } catch let error as DefinitionError {
      #expect("\(error)".contains("absorbed for good"), "\(error)")
    }
  }

  /// A start at a vertex that the fixed point is not at is left again; at its own it stays, from generation 0 on.
  @Test func theFirstModelIsNotTakenForTheLast() throws {
    func times(_ start: String) throws -> [Double] {
      let result = try SimulationTests.run(
        [
          ("family", "binomial"), ("start", "probability=\(start)"),
          ("policy", "external,source=fixed,statistic=1"),
        ] + Self.rest, ends: true)
      #expect(result.ends?.numbers(in: "successes") == [Double](repeating: 1, count: 20))
      return try #require(result.ends?.numbers(in: "generation"))
    }
    #expect(try times("0").allSatisfy { $0 >= 1 })
    #expect(try times("1").allSatisfy { $0 == 0 })
  }

  /// Runs a loop on after its first absorbed model, and returns whether that lasts.
  static func lasts<P: DataPolicy, Fit: Estimator>(
    _ policy: P, _ fit: Fit, in family: P.Family, from start: P.Family.Member, samples: Int = 4
  ) throws -> Bool where Fit.Family == P.Family, P.Family: ExponentialFamily {
    let loop = RetrainingLoop(family: family, samples: samples, policy: policy, estimator: fit)
    for replicate in 0..<40 {
      var chain = loop.chain(
        from: start,
        streams: ReplicateStreams(
          key: StreamKey(rootSeed: 12).child("absorption"), replicate: replicate))
      try chain.advance(to: 5000) { !$0.isAbsorbed }
      let model = chain.model
      guard model.isAbsorbed else { continue }
      try chain.advance(to: chain.generation + 200)
      if chain.model != model { return false }
    }
    return true
  }

  /// What the rule says, by loops that go on; a pool to which a fixed point is added forever revives.
  @Test func absorbedModelsStay() throws {
    let (binomial, poisson) = (BinomialFamily.bernoulli, PoissonFamily())
    let (half, one) = (binomial.member(probability: 0.5), poisson.member(rate: 1))
    let flat = MaximumAPosteriori(
      prior: CoordinatePrior(FlatPrior<PoissonFamily>(), in: .mean))
    let point = SufficientStatistics(sum: 1.0, count: 1)
    #expect(
      try Self.lasts(
        ExternalData<BinomialFamily>(.fixed(point)), MaximumLikelihood(), in: binomial, from: half))
    #expect(
      try Self.lasts(
        FixedSample(count: 2, truth: half), MaximumLikelihood(), in: binomial, from: half))
    for coordinate in [PriorCoordinate.mean, .arcsine] {
      #expect(
        try Self.lasts(
          Replace(), MaximumAPosteriori(prior: BetaPrior.jeffreys(in: coordinate)), in: binomial,
          from: half))
      #expect(
        try Self.lasts(
          Accumulate(Replace()), MaximumAPosteriori(prior: BetaPrior.jeffreys(in: coordinate)),
          in: binomial, from: half))
    }
    #expect(
      try Self.lasts(
        Replace(),
        PosteriorSampling(
          prior: ConjugatePrior(
            SufficientStatistics(sum: 0, count: 0))), in: binomial, from: half))
    #expect(
      try Self.lasts(ExternalData<PoissonFamily>(.fixed(point)), flat, in: poisson, from: one))
    #expect(try Self.lasts(Accumulate(Replace()), flat, in: poisson, from: one))
    let quarter = SufficientStatistics(sum: 0.25, count: 1)
    #expect(
      try !Self.lasts(
        Accumulate(ExternalData<PoissonFamily>(.fixed(quarter))), flat, in: poisson,
        from: poisson.member(rate: 0.01)))
  }
}
