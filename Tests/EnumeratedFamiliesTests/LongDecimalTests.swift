import EnumeratedFamilies
import Families
import Loop
import Randomness
import Testing

/// Statistics of as many digits as a double has are taken as they are written, and their closure is exact.
@Suite struct LongDecimalTests {
  private static func family(_ values: [Double]) throws -> EnumeratedFamily {
    try EnumeratedFamily(baseMeasure: values.map { _ in 1 }, statistics: values.map { [$0] })
  }

  /// Sevenths are the whole numbers on another scale: the same states in every generation, and θ seven times.
  @Test(arguments: 0..<4) func sevenths(replicate: Int) throws {
    let whole = try Self.family((0...7).map(Double.init))
    let sevenths = try Self.family((0...7).map { Double($0) / 7 })
    var a = EnumeratedLoopTests.chain(whole, samples: 20, replicate: replicate)
    var b = EnumeratedLoopTests.chain(sevenths, samples: 20, replicate: replicate)
    var sizes: Set<Int> = []
    while !a.model.isAbsorbed, a.generation < 2000 {
      try a.advance()
      try b.advance()
      #expect(a.model.states == b.model.states)
      #expect(abs(7 * b.model.meanParameter[0] - a.model.meanParameter[0]) < 1e-11)
      if let θ = a.model.naturalParameter, let longer = b.model.naturalParameter {
        #expect(abs(longer[0] / 7 - θ[0]) < 1e-9 * max(1, abs(θ[0])))
      }
      sizes.insert(a.model.states.count)
    }
    #expect(a.model.isAbsorbed && b.model.isAbsorbed && sizes == [1, 8])
  }

  /// Samples of one state are on its vertex, however many there are, and however they were put together; one more
  /// point takes them off.
  @Test func sumsKeepAllDigits() throws {
    let family = try Self.family([1 / 7.0, 0.30000000000000004, 2 / 3.0, 1e4])
    for state in [0, 3] {
      let one = family.statistics(of: state)
      var data = SufficientStatistics<DenseVector>(sum: .zero, count: 0)
      for _ in 0..<100_000 { data = data + one }
      #expect(try family.maximumLikelihood(data).states == [state])
      #expect(try family.maximumLikelihood(1e5 * one).states == [state])
      let more = data + family.statistics(of: 1)
      #expect(try family.maximumLikelihood(more).states == [0, 1, 2, 3])
    }
    // Drawn in many portions.
    var stream = RandomStream(key: StreamKey(rootSeed: 3))
    let end = try family.maximumLikelihood(family.statistics(of: 0))
    var pool = SufficientStatistics<DenseVector>(sum: .zero, count: 0)
    for n in 1...1000 {
      let sum = family.drawSum(of: n, from: end, using: &stream)
      pool = pool + SufficientStatistics(sum: sum, count: Double(n))
    }
    #expect(try family.maximumLikelihood(pool).states == [0])
  }

  /// 0.1 and 0.3 lie on a line with 0; 0.1 and the double before 0.3 do not.
  @Test func theLastDigitDecides() throws {
    func states(_ last: Double) throws -> [Int] {
      let family = try EnumeratedFamily(
        baseMeasure: [1, 1, 1, 1],
        statistics: [[0, 0], [0.1, 0.1], [0.3, last], [0.12345678901234567, 1]])
      return try family.maximumLikelihood(family.statistics(of: 0) + family.statistics(of: 2))
        .states
    }
    #expect(try states(0.3) == [0, 1, 2])
    // The point in the middle is above the edge.
    #expect(try states(0.3.nextDown) == [0, 2])
  }

  @Test func relationsOfLongDecimalsAreFound() {
    #expect(
      TableErrorTests.message(
        statisticNames: ["x", "y"], [[1 / 7.0, 1], [2 / 7.0, 2], [1, 0]]) == nil)
    #expect(
      TableErrorTests.message(
        statisticNames: ["x", "y"],
        [[0.1234567890123, 0.2469135780246], [0.5, 1], [0.25, 0.5]])
        == "the statistics are linearly dependent, so that parameters are not unique: "
        + "2 x − y = 0 in every state")
  }

  /// The whole mean of long decimals is found to working accuracy.
  @Test func fitsHaveTheMean() throws {
    let family = try EnumeratedFamily(
      baseMeasure: [1, 2, 3, 4],
      statistics: [[1 / 3.0, 0.1], [2 / 7.0, 1e-5], [5 / 13.0, 1 / 17.0], [1, 1e3 / 7]])
    var data = SufficientStatistics<DenseVector>(sum: .zero, count: 0)
    for (state, count) in [(0, 5.0), (1, 20), (2, 3), (3, 1)] {
      data = data + count * family.statistics(of: state)
    }
    let member = try family.maximumLikelihood(data)
    #expect(member.face == nil)
    for a in 0..<2 {
      let scale = family.parameterScales[a]
      #expect(abs(member.meanParameter[a] - data.mean[a]) * scale < 1e-12)
    }
  }
}
