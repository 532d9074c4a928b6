import EnumeratedFamilies
import Families
import Randomness
import Testing
import _TestSupport

/// Tables of families that are known by other programs.
@Suite struct AgreementTests {
  /// Two numbers that differ by rounding only.
  static func agree(_ a: Double, _ b: Double, _ scale: Double = 1) -> Bool {
    abs(a - b) <= 1e-10 * (scale + abs(b))
  }

  /// The levels of four coupled spins, each with as many configurations as it has.
  static func levels() throws -> EnumeratedFamily {
    let spins = CoupledSpins(spins: 4)
    return try EnumeratedFamily(
      names: [-4, -2, 0, 2, 4].map { "S = \($0)" }, baseMeasure: [1, 4, 6, 4, 1],
      statistics: [-4, -2, 0, 2, 4].map { s in
        let φ = spins.statistic(ofLevel: s)
        return [φ.x, φ.y]
      })
  }

  @Test func primitivesOfCoupledSpins() throws {
    let (spins, table) = (CoupledSpins(spins: 4), try Self.levels())
    var stream = RandomStream(key: StreamKey(rootSeed: 3))
    for _ in 0..<50 {
      let θ = spins.randomParameter(using: &stream)
      let φ = DenseVector([θ.x, θ.y])
      #expect(Self.agree(table.logPartition(at: φ), spins.logPartition(at: θ)))
      let (μ, J) = (spins.meanParameter(at: θ), spins.fisherInformation(at: θ))
      let slope = spins.logDeterminantGradient(at: θ)
      let (mean, fisher) = (table.meanParameter(at: φ), table.fisherInformation(at: φ))
      let gradient = table.logDeterminantGradient(at: φ)
      for a in 0..<2 {
        #expect(Self.agree(mean[a], μ[a]))
        #expect(abs(gradient[a] - slope[a]) <= 1e-6 * (1 + abs(slope[a])), "\(θ)")
        for b in 0..<2 { #expect(Self.agree(fisher[a, b], J[a, b])) }
      }
      let entropies = (
        table.entropy(of: table.member(at: φ)), spins.entropy(of: spins.member(at: θ))
      )
      #expect(Self.agree(entropies.0, entropies.1))
    }
  }

  /// Samples of every number of levels, so inside, on edges and at vertices.
  @Test func estimatesOfCoupledSpins() throws {
    let (spins, table) = (CoupledSpins(spins: 4), try Self.levels())
    var stream = RandomStream(key: StreamKey(rootSeed: 4))
    var (inside, edges, vertices) = (0, 0, 0)
    for trial in 0..<400 {
      let count = stream.whole(1, 30)
      let pool = (0...trial % 4).map { _ in 2 * stream.whole(0, 4) - 4 }
      let sum = (0..<count).reduce(SIMD2<Double>()) { sum, _ in
        sum + spins.statistic(ofLevel: pool[stream.nextIndex(below: pool.count)])
      }
      let expected = try spins.maximumLikelihood(
        SufficientStatistics(sum: sum, count: Double(count)))
      let found = try table.maximumLikelihood(
        SufficientStatistics(sum: DenseVector([sum.x, sum.y]), count: Double(count)))
      let probabilities = spins.levelProbabilities(of: expected)
      for k in 0...4 { #expect(Self.agree(found.probability(of: k), probabilities[k], 1)) }
      switch expected.face {
      case nil:
        inside += 1
        let (a, b) = (try #require(found.naturalParameter), try #require(expected.naturalParameter))
        #expect(Self.agree(a[0], b.x) && Self.agree(a[1], b.y))
      case .edge(let lower, let upper):
        edges += 1
        #expect(found.face?.states == [(lower + 4) / 2, (upper + 4) / 2] && !found.isAbsorbed)
      case .level(let level):
        vertices += 1
        #expect(found.face?.states == [(level + 4) / 2] && found.isAbsorbed)
        #expect(found.face?.description == "the state S = \(level)")
      }
    }
    #expect(min(inside, edges, vertices) > 40)
  }

  @Test func categorical() throws {
    let symbols = Categorical(symbols: 4)
    let table = try EnumeratedFamily(
      baseMeasure: [1, 1, 1, 1], statistics: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]])
    var stream = RandomStream(key: StreamKey(rootSeed: 5))
    for _ in 0..<200 {
      let counts = (0..<4).map { _ in stream.nextUnit() < 0.4 ? 0.0 : Double(stream.whole(1, 9)) }
      let total = counts.reduce(0, +)
      if total == 0 { continue }
      let expected = try symbols.maximumLikelihood(
        SufficientStatistics(sum: SparseVector(Array(counts.dropLast())), count: total))
      let found = try table.maximumLikelihood(
        SufficientStatistics(sum: DenseVector(Array(counts.dropLast())), count: total))
      #expect(found.face?.states == expected.face?.symbols)
      for s in 0..<4 {
        #expect(Self.agree(found.probability(of: s), expected.probability(of: s)))
        #expect(
          table.logDensity(of: s, in: found) == -.infinity
            || Self.agree(
              table.logDensity(of: s, in: found), symbols.logDensity(of: s, in: expected))
        )
      }
      #expect(Self.agree(table.entropy(of: found), symbols.entropy(of: expected)))
      let other = table.member(at: DenseVector([0.3, -1, 0.2]))
      let reference = symbols.member(at: SparseVector([0.3, -1, 0.2]))
      #expect(
        Self.agree(
          table.klDivergence(from: found, to: other),
          symbols.klDivergence(from: expected, to: reference)))
      #expect(
        (table.klDivergence(from: other, to: found) == .infinity) == (found.face != nil))
    }
  }
}
