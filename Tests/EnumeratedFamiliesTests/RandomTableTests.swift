import EnumeratedFamilies
import Families
import Randomness
import Testing
import _TestSupport

/// The closure of tables drawn at random, against the enumeration of all facets.
@Suite(.inTurn(.other)) struct RandomTableTests {
  /// A table of small integers in units of a power of ten for each statistic.
  struct RandomTable: CustomStringConvertible {
    let integers: [[Int]]
    let exponents: [Int]
    let family: EnumeratedFamily

    var description: String {
      "\(integers) in units of \(exponents), base \(family.baseMeasure)"
    }

    /// Nil if statistics are constant or dependent.
    /// - Parameter unit: by what all statistics are multiplied: long decimals have the same faces.
    init?(dimension: Int, unit: Int = 1, using stream: inout RandomStream) {
      integers = (0..<stream.whole(2, 10)).map { _ in
        (0..<dimension).map { _ in stream.whole(-3, 3) }
      }
      exponents = (0..<dimension).map { _ in stream.whole(-7, 7) }
      let made = try? EnumeratedFamily(
        baseMeasure: integers.map { _ in stream.logUniform(0.01, 100) },
        statistics: integers.map { [exponents] row in
          zip(row, exponents).map { Self.decimal(unit * $0, $1) }
        })
      guard let made else { return nil }
      family = made
    }

    /// A decimal as it is read.
    static func decimal(_ integer: Int, _ exponent: Int) -> Double {
      Double("\(integer)e\(exponent)") ?? .nan
    }

    /// Data with the given counts of the states; its sum is one of doubles.
    func data(_ counts: [Double]) -> SufficientStatistics<DenseVector> {
      counts.indices.reduce(SufficientStatistics(sum: .zero, count: 0)) { data, x in
        data + counts[x] * family.statistics(of: x)
      }
    }

    /// How far the mean of a member is from that of data, in ranges of the statistics.
    func error(
      of member: EnumeratedFamily.Member, _ data: SufficientStatistics<DenseVector>
    ) -> Double {
      let scales = family.parameterScales
      let error = member.meanParameter - data.mean
      return error.components.indices.map { abs(error[$0]) * scales[$0] }.max() ?? 0
    }
  }

  @Test(arguments: 1...3, [1, 1_234_567_890_123])
  func faces(dimension: Int, unit: Int) throws {
    var stream = RandomStream(key: StreamKey(rootSeed: UInt64(dimension)))
    var seen = (proper: 0, inside: 0, absorbed: 0)
    for _ in 0..<300 {
      guard let table = RandomTable(dimension: dimension, unit: unit, using: &stream) else {
        continue
      }
      let reference = FacetEnumeration(table.integers)
      for trial in 0..<12 {
        let chance = 0.15 * Double(trial % 6 + 1)
        let whole = table.integers.map { _ in
          stream.nextUnit() < chance ? stream.whole(1, trial < 6 ? 4 : 1_000_000) : 0
        }
        let count = whole.reduce(0, +)
        if count == 0 { continue }
        let sum = (0..<dimension).map { a in
          zip(whole, table.integers).reduce(0) { $0 + $1.0 * $1.1[a] }
        }
        let expected = try #require(reference.smallestFace(sum, count))
        let counts = whole.map(Double.init)
        // Whole, and in fractions that no rounding makes whole.
        for weight in [1, 1 / 3.0, 1e-3] {
          let data = table.data(counts.map { weight * $0 })
          let member: EnumeratedFamily.Member
          do { member = try table.family.maximumLikelihood(data) } catch {
            Issue.record("\(error): \(table), \(counts), \(weight)")
            continue
          }
          #expect(member.states == expected, "\(table), \(counts), \(weight)")
          #expect((member.face == nil) == (expected.count == table.integers.count))
          #expect(table.error(of: member, data) < 1e-10, "\(table), \(counts), \(weight)")
          if member.face == nil { seen.inside += 1 } else { seen.proper += 1 }
          if member.isAbsorbed { seen.absorbed += 1 }
        }
      }
    }
    #expect(min(seen.proper, seen.inside, seen.absorbed) > 500, "\(seen)")
  }

  /// One point in very many lies off a face.
  @Test(arguments: [1e3, 1e6, 1e9, 1e12]) func aHairInside(count: Double) throws {
    let square = try EnumeratedFamily(
      baseMeasure: [1, 2, 1, 1], statistics: [[0, 0], [0.1, 0], [0, 3], [0.1, 3]])
    // Independent coordinates, so the probabilities are products.
    for (x, y) in [(1, 1), (1, count / 2), (count - 1, 1), (count / 2, count - 1)] {
      let sum = DenseVector([x / 10, 3 * y])
      let member = try square.maximumLikelihood(SufficientStatistics(sum: sum, count: count))
      let (p, q) = (x / count, y / count)
      #expect(member.face == nil)
      let mean = member.meanParameter
      #expect(abs(10 * mean[0] - p) < 1e-5 * min(p, 1 - p) + 1e-15, "\(x) \(y) \(mean)")
      #expect(abs(mean[1] / 3 - q) < 1e-5 * min(q, 1 - q) + 1e-15, "\(x) \(y) \(mean)")
    }
    // In fractions, too, as long as it is not within rounding.
    if count <= 1e9 {
      let data = SufficientStatistics(sum: DenseVector([count / 20, 3]), count: count)
      #expect(try square.maximumLikelihood(1 / 3.0 * data).face == nil)
    }
    // And none does, or one is beyond.
    for y in [0.0, -1] {
      let data = SufficientStatistics(sum: DenseVector([count / 20, 3 * y]), count: count)
      let found = try? square.maximumLikelihood(data)
      #expect(found?.states == (y == 0 ? [0, 1] : nil))
    }
  }
}
