import Families
import Loop
import Randomness
import Testing

typealias SpinLoop = RetrainingLoop<Replace<IndependentSpins>, MaximumLikelihood<IndependentSpins>>

@Suite struct RetrainingLoopTests {
  static let key = StreamKey(rootSeed: 9).child("retraining")
  static let loop = SpinLoop(
    family: IndependentSpins(spins: 5), samples: 10, policy: Replace(),
    estimator: MaximumLikelihood())

  static func chain(_ replicate: Int) -> RetrainingChain<
    Replace<IndependentSpins>, MaximumLikelihood<IndependentSpins>
  > {
    loop.chain(
      from: loop.family.member(magnetisation: 0),
      streams: ReplicateStreams(key: key, replicate: replicate))
  }

  @Test func modelsAreOnTheLattice() throws {
    var chain = Self.chain(0)
    #expect(chain.generation == 0 && chain.model.up == 0.5)
    for generation in 1...20 {
      try chain.advance()
      #expect(chain.generation == generation)
      #expect((chain.model.up * 50).rounded() / 50 == chain.model.up)
    }
  }

  @Test func absorptionIsPermanent() throws {
    for replicate in 0..<20 {
      var chain = Self.chain(replicate)
      guard case .absorbed(let generation, let model) = try chain.runUntilAbsorbed(horizon: 10_000)
      else {
        Issue.record("replicate \(replicate) was not absorbed")
        continue
      }
      #expect(model.face != nil && generation == chain.generation && generation > 0)
      for _ in 0..<50 { try chain.advance() }
      #expect(chain.model == model)
    }
  }

  @Test func theHorizonCensors() throws {
    var chain = Self.chain(0)
    let end = try chain.runUntilAbsorbed(horizon: 1)
    #expect(end == .censored(generation: 1, chain.model))
    var absorbed = Self.loop.chain(
      from: Self.loop.family.member(magnetisation: 1),
      streams: ReplicateStreams(key: Self.key, replicate: 0))
    #expect(
      try absorbed.runUntilAbsorbed(horizon: 0) == .absorbed(generation: 0, absorbed.model))
  }

  /// Replicate 7 of 10 is replicate 7 of 1000, on any number of threads.
  @Test func replicatesDependOnTheirIndexOnly() throws {
    func ends(_ count: Int, _ threads: Int) throws -> [Absorption<IndependentSpins.Member>] {
      try Replicates(count: count, threads: threads).map { replicate in
        var chain = Self.chain(replicate)
        return try chain.runUntilAbsorbed(horizon: 10_000)
      }
    }
    let reference = try ends(1000, 1)
    #expect(try ends(1000, 2) == reference)
    #expect(try ends(1000, 7) == reference)
    #expect(try ends(10, 3) == Array(reference.prefix(10)))
  }

  /// Many generations at once are the same generations, and stop where they are told to.
  @Test func manyGenerationsAreOneByOne() throws {
    let family = IndependentSpins(spins: 3)
    let loop = RetrainingLoop(
      family: family, samples: 4, policy: Accumulate(Replace<IndependentSpins>()),
      estimator: MaximumLikelihood())
    let start = family.member(magnetisation: 0.2)
    let streams = ReplicateStreams(key: Self.key, replicate: 3)
    var (single, whole) = (
      loop.chain(from: start, streams: streams), loop.chain(from: start, streams: streams)
    )
    for last in [1, 5, 40] {
      while single.generation < last { try single.advance() }
      try whole.advance(to: last) { _ in true }
      #expect(whole.generation == last && whole.model == single.model)
    }
    try whole.advance(to: 100) { _ in false }
    #expect(whole.generation == 40)
  }

  @Test func aFailingEstimatorLeavesTheChainWhereItWas() throws {
    struct Refusing: DeterministicEstimator {
      typealias Family = IndependentSpins

      func estimate(
        from data: SufficientStatistics<Double>, in family: IndependentSpins
      ) throws(EstimationError) -> IndependentSpins.Member {
        throw .noData
      }
    }
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 2), samples: 3, policy: Replace(), estimator: Refusing())
    var chain = loop.chain(
      from: loop.family.member(magnetisation: 0.5),
      streams: ReplicateStreams(key: Self.key, replicate: 0))
    #expect(throws: EstimationError.noData) { try chain.advance() }
    #expect(chain.generation == 0 && chain.model.up == 0.75)
  }

  /// The first models of a chain, written down once; a change is value-breaking.
  @Test func streamStability() throws {
    var chain = Self.chain(3)
    let models = try (0..<8).map { _ in
      try chain.advance()
      return Int((chain.model.up * 50).rounded())
    }
    #expect(models == [26, 29, 35, 34, 35, 34, 33, 31])
  }
}

@Suite struct ReplicatesTests {
  struct Broken: Error, Equatable {
    let index: Int
  }

  @Test func resultsKeepTheirOrder() throws {
    for threads in [1, 2, 5] {
      #expect(
        try Replicates(count: 1000, threads: threads).map { $0 * $0 } == (0..<1000).map { $0 * $0 })
      #expect(try Replicates(count: 0, threads: threads).map { $0 }.isEmpty)
    }
  }

  @Test func theLowestFailureIsReported() {
    for threads in [1, 2, 4] {
      #expect(throws: Broken(index: 17)) {
        try Replicates(count: 1000, threads: threads).map { index -> String in
          if index >= 17 && index % 3 == 2 { throw Broken(index: index) }
          return "\(index)"
        }
      }
    }
  }

  @Test func progressCountsEveryReplicate() throws {
    let counter = Counter()
    _ = try Replicates(count: 777, threads: 2).map(progress: { counter.add($0) }) { $0 }
    #expect(counter.total == 777)
  }
}
