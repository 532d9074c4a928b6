import EnumeratedFamilies
import Families
import Loop
import Randomness
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct EnumeratedLoopTests {
  static func chain(
    _ family: EnumeratedFamily, samples: Int, replicate: Int = 0
  ) -> RetrainingChain<Replace<EnumeratedFamily>, MaximumLikelihood<EnumeratedFamily>> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(), estimator: MaximumLikelihood()
    ).chain(
      from: family.member(at: DenseVector([Double](repeating: 0, count: family.dimension))),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 8), replicate: replicate))
  }

  /// Faces shrink, and one state is left.
  @Test(arguments: [(8, 30, 0), (8, 30, 1), (12, 50, 0)])
  func fullIsingModelIsAbsorbed(spins: Int, samples: Int, replicate: Int) throws {
    var chain = Self.chain(.isingModel(spins: spins), samples: samples, replicate: replicate)
    var sizes: [Int] = []
    while !chain.model.isAbsorbed, chain.generation < 2000 {
      let before = Set(chain.model.states)
      try chain.advance()
      #expect(before.isSuperset(of: chain.model.states))
      if sizes.last != chain.model.states.count { sizes.append(chain.model.states.count) }
    }
    #expect(chain.model.isAbsorbed && chain.model.states.count == 1)
    #expect(sizes.count > 4, "\(sizes)")
  }

  /// Faces that are kept from other chains change nothing.
  @Test func historyDoesNotMatter() throws {
    let used = EnumeratedFamily.isingModel(spins: 4)
    for replicate in 0..<20 {
      var (chain, fresh) = (
        Self.chain(used, samples: 12, replicate: replicate),
        Self.chain(.isingModel(spins: 4), samples: 12, replicate: replicate)
      )
      for _ in 0..<60 {
        try chain.advance()
        try fresh.advance()
        #expect(chain.model == fresh.model)
      }
    }
  }

  @Test func replicatesInParallel() throws {
    let family = EnumeratedFamily.isingModel(spins: 4)
    func ends(_ threads: Int) throws -> [Absorption<EnumeratedFamily.Member>] {
      try Replicates(count: 24, threads: threads).map { replicate in
        var chain = Self.chain(family, samples: 8, replicate: replicate)
        return try chain.runUntilAbsorbed(horizon: 5000)
      }
    }
    #expect(try ends(4) == ends(1))
  }
}
