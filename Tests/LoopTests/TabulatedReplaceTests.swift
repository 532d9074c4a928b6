import Families
import Loop
import Randomness
import Testing

@Suite struct TabulatedReplaceTests {
  static let key = StreamKey(rootSeed: 21).child("tables")

  static func streams(_ replicate: Int) -> ReplicateStreams {
    ReplicateStreams(key: key, replicate: replicate)
  }

  /// A leap over many generations ends where single generations do.
  static func expectLeapsAreWalks<F: FrequencyFamily>(_ family: F, samples: Int, from p: Double)
    throws
  {
    let loop = RetrainingLoop(closedLoopOf: family, samples: samples)
    for replicate in 0..<10 {
      var walking = loop.chain(from: family.member(probability: p), streams: streams(replicate))
      var advancing = walking
      var (running, leaping) = (walking, walking)
      for last in [1, 2, 3, 7, 8, 30, 1000] {
        try walking.advance(to: last) { _ in true }
        try advancing.advance(to: last)
        _ = try running.runUntilAbsorbed(horizon: last)
        #expect(advancing.model == walking.model && advancing.generation == last)
        // From off the lattice, too.
        #expect(try leaping.leap(to: last))
        #expect(running.model == walking.model && leaping.model == walking.model)
        #expect(running.generation == last || running.model.isAbsorbed)
      }
    }
  }

  @Test(arguments: [0, 0.5, 0.3, 0.123, 1])
  func leapsAreWalks(p: Double) throws {
    try Self.expectLeapsAreWalks(IndependentSpins(spins: 1), samples: 1, from: p)
    try Self.expectLeapsAreWalks(IndependentSpins(spins: 5), samples: 10, from: p)
    try Self.expectLeapsAreWalks(IndependentSpins(spins: 7), samples: 31, from: p)
    try Self.expectLeapsAreWalks(BinomialFamily(trials: 3), samples: 20, from: p)
  }

  /// Runs end where walks first meet absorption.
  @Test func runsStopAtAbsorption() throws {
    let family = IndependentSpins(spins: 4)
    let loop = RetrainingLoop(closedLoopOf: family, samples: 6)
    for replicate in 0..<50 {
      let start = loop.chain(
        from: family.member(magnetisation: 0.5), streams: Self.streams(replicate))
      var (running, walking) = (start, start)
      let end = try running.runUntilAbsorbed(horizon: 10_000)
      try walking.advance(to: 10_000) { !$0.isAbsorbed }
      #expect(end == .absorbed(generation: walking.generation, walking.model))
      for _ in 0..<20 { try running.advance() }
      #expect(running.model == walking.model)
      #expect(running.generation == walking.generation + 20)
    }
  }

  /// Off the lattice, the first training set is that of `Replace`; later ones come from tables.
  @Test func offTheLatticeThereAreNoTables() throws {
    let family = IndependentSpins(spins: 5)
    let start = family.member(probability: 0.123)
    let tabulated = RetrainingLoop(closedLoopOf: family, samples: 20)
    let plain = SpinLoop(
      family: family, samples: 20, policy: Replace(), estimator: MaximumLikelihood())
    var later = 0
    for replicate in 0..<20 {
      var a = tabulated.chain(from: start, streams: Self.streams(replicate))
      var b = plain.chain(from: start, streams: Self.streams(replicate))
      try a.advance()
      try b.advance()
      #expect(a.model == b.model)
      try a.advance()
      try b.advance()
      later += a.model == b.model ? 1 : 0
    }
    #expect(later < 15)
  }

  /// Where n is too large, or not that of the tables, every generation is that of `Replace`.
  @Test(arguments: [
    (BinomialTables.maximumTrials + 1, BinomialTables.maximumTrials + 1), (100, 99), (100, 101),
  ])
  func withoutItsTablesItIsReplace(samples: Int, tabulated: Int) throws {
    let family = IndependentSpins(spins: 1)
    let start = family.member(probability: 0.5)
    let loop = RetrainingLoop(
      family: family, samples: samples,
      policy: TabulatedReplace(family: family, samples: tabulated), estimator: MaximumLikelihood())
    let plain = SpinLoop(
      family: family, samples: samples, policy: Replace(), estimator: MaximumLikelihood())
    var a = loop.chain(from: start, streams: Self.streams(0))
    var b = plain.chain(from: start, streams: Self.streams(0))
    for last in 1...20 {
      try a.advance(to: last)
      try b.advance(to: last)
      #expect(a.model == b.model)
    }
  }

  /// With another fit there is no leap: every generation is drawn and fitted, as with `Replace`, since this prior
  /// keeps all models off the lattice of the tables.
  @Test func otherFitsWalk() throws {
    let family = IndependentSpins(spins: 5)
    let fit = MaximumAPosteriori(
      prior: BetaPrior<IndependentSpins>(up: 0.3, down: 0.4, in: .natural))
    let loop = RetrainingLoop(
      family: family, samples: 10, policy: TabulatedReplace(family: family, samples: 10),
      estimator: fit)
    let plain = RetrainingLoop(family: family, samples: 10, policy: Replace(), estimator: fit)
    let start = family.member(probability: 0.123)
    for replicate in 0..<5 {
      var a = loop.chain(from: start, streams: Self.streams(replicate))
      var b = plain.chain(from: start, streams: Self.streams(replicate))
      #expect(try !a.leap(to: 5))
      #expect(a.generation == 0 && a.model == start)
      for last in [1, 2, 5, 40, 300] {
        try a.advance(to: last)
        try b.advance(to: last)
        #expect(a.generation == last && a.model == b.model)
      }
    }
    // Nor from a place of the lattice, where maximum likelihood would leap.
    var chain = loop.chain(from: family.member(magnetisation: 0), streams: Self.streams(1))
    #expect(try !chain.leap(to: 5) && chain.generation == 0)
  }

  /// Replicate 7 of 10 is replicate 7 of 1000, on any number of threads, with fresh tables or old ones.
  @Test func replicatesDependOnTheirIndexOnly() throws {
    func ends(_ count: Int, _ threads: Int) throws -> [Absorption<IndependentSpins.Member>] {
      let loop = RetrainingLoop(closedLoopOf: IndependentSpins(spins: 10), samples: 20)
      let start = loop.family.member(magnetisation: 0.2)
      return try Replicates(count: count, threads: threads).map { replicate in
        var chain = loop.chain(from: start, streams: Self.streams(replicate))
        return try chain.runUntilAbsorbed(horizon: 100_000)
      }
    }
    let reference = try ends(1000, 1)
    for threads in [2, 4, 7] { #expect(try ends(1000, threads) == reference) }
    #expect(try ends(10, 3) == Array(reference.prefix(10)))
  }

  /// The first models of a chain, written down once; a change is value-breaking.
  @Test func streamStability() throws {
    let loop = RetrainingLoop(closedLoopOf: IndependentSpins(spins: 5), samples: 10)
    var chain = loop.chain(from: loop.family.member(magnetisation: 0), streams: Self.streams(3))
    let models = try (0..<8).map { _ in
      try chain.advance()
      return Int((chain.model.up * 50).rounded())
    }
    #expect(models == [31, 29, 33, 37, 37, 35, 36, 38])
  }
}
