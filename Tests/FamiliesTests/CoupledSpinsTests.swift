import Families
import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct CoupledSpinsTests {
  typealias Data = SufficientStatistics<SIMD2<Double>>

  static let parameters: [SIMD2<Double>] = [
    [0, 0], [0.3, -0.7], [-0.4, 0.8], [1.1, 2], [-0.05, -3], [0.01, 1.2],
  ]

  /// `10x3;8x40`: three points at S = 10 and forty at S = 8.
  static func data(_ text: String, _ family: CoupledSpins) -> Data {
    // Sums of S and S² are integers and exact; φ₂ is formed once.
    var (count, sum, squares) = (0.0, 0.0, 0.0)
    for part in text.split(separator: ";") {
      let numbers = part.split(separator: "x").map { Double($0)! }
      count += numbers[1]
      sum += numbers[0] * numbers[1]
      squares += numbers[0] * numbers[0] * numbers[1]
    }
    let n = Double(family.spins)
    return Data(sum: [sum, (squares - n * count) / (2 * n)], count: count)
  }

  @Test func momentsAgreeWithReference() throws {
    for row in try Golden("coupled-spins", in: .module).rows {
      let family = CoupledSpins(spins: row.integer("spins"))
      let θ = SIMD2(row.number("theta1"), row.number("theta2"))
      let size = 1 + abs(θ.x) * Double(family.spins) + abs(θ.y) * Double(family.spins) / 2
      let rounding = 4e-16 * size * Double(family.spins)
      func agrees(_ value: Double, _ column: String, _ scale: Double) -> Bool {
        abs(value - row.number(column)) <= rounding * scale
      }
      let n = Double(family.spins)
      let mean = family.meanParameter(at: θ)
      let fisher = family.fisherInformation(at: θ)
      #expect(agrees(family.logPartition(at: θ), "log_partition", 1), "\(row)")
      #expect(agrees(mean.x, "mean1", n), "\(row)")
      #expect(agrees(mean.y, "mean2", n), "\(row)")
      #expect(agrees(fisher[0, 0], "fisher11", n * n), "\(row)")
      #expect(agrees(fisher[0, 1], "fisher12", n * n), "\(row)")
      #expect(agrees(fisher[1, 1], "fisher22", n * n), "\(row)")
      #expect(agrees(family.entropy(at: θ), "entropy", size), "\(row)")
    }
  }

  /// Samples inside, some by one point in 10¹², against estimates to 200 digits.
  @Test func estimatesAgreeWithReference() throws {
    for row in try Golden("coupled-spins-estimates", in: .module).rows {
      let family = CoupledSpins(spins: row.integer("spins"))
      let member = try? family.maximumLikelihood(Self.data(row["levels"]!, family))
      let θ = try #require(member?.naturalParameter, "\(row)")
      let expected = SIMD2(row.number("theta1"), row.number("theta2"))
      // θ₁ is a difference of terms of the size of (a + b)θ₂/(2N).
      let size = 1 + abs(expected.x) + abs(expected.y)
      #expect(abs(θ.x - expected.x) < 1e-9 * size, "\(row): \(θ)")
      #expect(abs(θ.y - expected.y) < 1e-9 * size, "\(row): \(θ)")
    }
  }

  @Test func penalisedEstimatesAgreeWithReference() throws {
    for row in try Golden("coupled-spins-penalised", in: .module).rows {
      let family = CoupledSpins(spins: row.integer("spins"))
      let data = Self.data(row["levels"]!, family)
      let parameter = row.number("parameter")
      let expected = SIMD2(row.number("theta1"), row.number("theta2"))
      let θ: SIMD2<Double>?
      if row["prior"] == "gaussian" {
        let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [parameter, parameter])
        θ = try prior.posteriorMode(given: data, in: family).naturalParameter
      } else {
        let prior = LaplacePrior<CoupledSpins>(centre: [0, 0], penalty: parameter)
        θ = try prior.posteriorMode(given: data, in: family).naturalParameter
      }
      let found = try #require(θ)
      for a in 0..<2 {
        #expect(abs(found[a] - expected[a]) < 1e-9, "\(row): \(found)")
        // Lasso sets components to zero, exactly.
        if row["prior"] == "laplace" {
          #expect((found[a] == 0) == (expected[a] == 0), "\(row): \(found)")
        }
      }
    }
  }

  // MARK: - The closure

  /// Each vertex and each edge, at any number of points and whatever the order of the sums.
  @Test(arguments: [2, 3, 10, 20, 101])
  func facesAreFoundExactly(spins: Int) throws {
    let family = CoupledSpins(spins: spins)
    let levels = (0...spins).map { 2 * $0 - spins }
    let edges = zip(levels, levels.dropFirst()).map { ($0, $1) } + [(-spins, spins)]
    for (a, b) in edges {
      for (i, j) in [(1, 1), (1, 99), (37, 13), (1, 1_000_000), (999_999, 1)] {
        var data = Data(sum: [0, 0], count: 0)
        for (level, count) in [(a, i), (b, j)] {
          for part in [count / 3, count - count / 3] {
            let statistic = family.statistic(ofLevel: level)
            data = data + Data(sum: Double(part) * statistic, count: Double(part))
          }
        }
        let member = try family.maximumLikelihood(data)
        #expect(member.face == .edge(a, b), "\(spins) \(a) \(b) \(i) \(j)")
        let probabilities = family.levelProbabilities(of: member)
        let up = Double(j) / Double(i + j)
        #expect(abs(probabilities[(b + spins) / 2] - up) < 1e-15)
        #expect(!member.isAbsorbed && member.naturalParameter == nil)
      }
    }
    for level in levels {
      for count in [1, 7, 50, 1_000_000] {
        let statistic = family.statistic(ofLevel: level)
        let member = try family.maximumLikelihood(
          Data(sum: Double(count) * statistic, count: Double(count)))
        #expect(member.face == .level(level))
        #expect(member.isAbsorbed && member.meanParameter == statistic)
        #expect(member == family.member(atLevel: level))
      }
    }
  }

  /// Pseudo-data have fractional weights; a vertex stays a vertex, an edge an edge.
  @Test func fractionalWeightsKeepTheFace() throws {
    let family = CoupledSpins(spins: 10)
    for weight in [0.1, 0.3, 1.0 / 3, 2.7] {
      for level in [-10, -6, 0, 4, 10] {
        let own = Data(sum: 50 * family.statistic(ofLevel: level), count: 50)
        let pseudo = Data(sum: weight * family.statistic(ofLevel: level), count: weight)
        let other = level == 10 ? 8 : level + 2
        let pull = Data(sum: weight * family.statistic(ofLevel: other), count: weight)
        #expect(try family.maximumLikelihood(own + pseudo).face == .level(level))
        let face = try family.maximumLikelihood(own + pull).face
        #expect(face == .edge(min(level, other), max(level, other)))
      }
    }
  }

  /// However little data there are: sums of these weights are rounded upward.
  @Test(arguments: [
    (3, 0.0001247696688884792, 5.248397834468554e-08),
    (10, 1.0255220054626644e-08, 0.00193341162872537),
  ])
  func smallWeightsKeepTheVertex(spins: Int, first: Double, second: Double) throws {
    let family = CoupledSpins(spins: spins)
    for level in stride(from: -spins, through: spins, by: 2) {
      let statistic = family.statistic(ofLevel: level)
      let data =
        Data(sum: first * statistic, count: first) + Data(sum: second * statistic, count: second)
      #expect(try family.maximumLikelihood(data).face == .level(level))
    }
  }

  @Test func twoLevelsFarApartAreInside() throws {
    let family = CoupledSpins(spins: 10)
    let member = try family.maximumLikelihood(Self.data("4x1;-2x1", family))
    #expect(member.face == nil)
  }

  @Test func impossibleStatisticsAreRefused() {
    let family = CoupledSpins(spins: 10)
    #expect(throws: EstimationError.noData) {
      try family.maximumLikelihood(Data(sum: [0, 0], count: 0))
    }
    // Beyond S = ±N; below the chord between levels; above the chord between the outermost.
    for sum: SIMD2<Double> in [[11, 4.5], [1, -0.5], [0, 4.6], [.nan, 0], [0, .infinity]] {
      #expect(throws: EstimationError.self, "\(sum)") {
        try family.maximumLikelihood(Data(sum: sum, count: 1))
      }
    }
  }

  /// Every sample of three points over eleven levels: an estimate with the right mean, or a face.
  @Test func everySmallSampleHasAnEstimate() throws {
    let family = CoupledSpins(spins: 10)
    let levels = (0...10).map { 2 * $0 - 10 }
    for a in levels {
      for b in levels where b >= a {
        for c in levels where c >= b {
          let data = [a, b, c].map { Data(sum: family.statistic(ofLevel: $0), count: 1) }
            .reduce(Data(sum: [0, 0], count: 0), +)
          let error = try family.maximumLikelihood(data).meanParameter - data.mean
          #expect(abs(error.x) < 1e-9 && abs(error.y) < 1e-9, "\(a) \(b) \(c)")
        }
      }
    }
  }

  // MARK: - Sampling

  /// Both roads to the law of (ΣS, ΣS²), against the exact convolution.
  @Test(arguments: [(3, 4, SIMD2(0.2, -0.5)), (4, 3, SIMD2(-0.4, 1.5))])
  func sumAndRawDataHaveTheSameLaw(spins: Int, samples: Int, θ: SIMD2<Double>) {
    let family = CoupledSpins(spins: spins)
    let member = family.member(at: θ)
    let levels = family.levelProbabilities(of: member).enumerated().map { (2 * $0 - spins, $1) }
    var law = [SIMD2(0, 0): 1.0]
    for _ in 0..<samples {
      var next: [SIMD2<Int>: Double] = [:]
      for (sums, probability) in law {
        for (s, weight) in levels { next[sums &+ [s, s * s], default: 0] += probability * weight }
      }
      law = next
    }
    let places = law.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let key = StreamKey(rootSeed: 4).child("two roads, coupled \(spins)")
    func test(_ draw: (inout RandomStream) -> SIMD2<Double>) -> ChiSquaredTest {
      var counts = [Int](repeating: 0, count: places.count)
      for i in 0..<40_000 {
        var stream = RandomStream(key: key, replicate: i)
        let sum = draw(&stream)
        let squares = (2 * Double(spins) * sum.y).rounded() + Double(spins * samples)
        counts[places.firstIndex(of: [Int(sum.x), Int(squares)])!] += 1
      }
      return ChiSquaredTest(observed: counts, probabilities: places.map { law[$0]! })
    }
    func points(_ count: Int, _ stream: inout RandomStream) -> SIMD2<Double> {
      (0..<count).reduce(SIMD2()) { sum, _ in
        sum + family.statistic(of: family.drawPoint(from: member, using: &stream))
      }
    }
    let share = FalseAlarmBudget.share(of: "coupled sum of statistics against raw data", cases: 4)
    let sum = test { family.drawSum(of: samples, from: member, using: &$0) }
    let raw = test { points(samples, &$0) }
    #expect(sum.agrees(falseAlarm: share))
    #expect(raw.agrees(falseAlarm: share))
    // The planted bug: the last sample is a copy of the first.
    let broken = test { stream in 2.0 * points(1, &stream) + points(samples - 2, &stream) }
    #expect(!broken.agrees(falseAlarm: share))
  }

  /// Points are configurations, equally likely at a given S.
  @Test func configurationsOfALevelAreEquallyLikely() {
    let family = CoupledSpins(spins: 4)
    let member = family.member(at: [0.3, -0.6])
    let weights = (0..<16).map { bits -> Double in
      let point = (0..<4).map { bits >> $0 & 1 == 1 }
      return exp(family.logDensity(of: point, at: [0.3, -0.6]))
    }
    var counts = [Int](repeating: 0, count: 16)
    var ordered = counts
    for i in 0..<40_000 {
      var stream = RandomStream(key: StreamKey(rootSeed: 9), replicate: i)
      let point = family.drawPoint(from: member, using: &stream)
      func index(_ point: [Bool]) -> Int {
        point.enumerated().reduce(0) { $0 + ($1.element ? 1 << $1.offset : 0) }
      }
      counts[index(point)] += 1
      // The planted bug: spins that are up always come first.
      ordered[index(point.sorted { $0 && !$1 })] += 1
    }
    let share = FalseAlarmBudget.share(of: "configurations of a level")
    #expect(ChiSquaredTest(observed: counts, probabilities: weights).agrees(falseAlarm: share))
    #expect(!ChiSquaredTest(observed: ordered, probabilities: weights).agrees(falseAlarm: share))
  }

  @Test func facesSampleTheirOwnLevelsOnly() throws {
    let family = CoupledSpins(spins: 10)
    var stream = RandomStream(key: StreamKey(rootSeed: 5))
    for text in ["4x3;6x2", "-10x5;10x1", "-2x9"] {
      let member = try family.maximumLikelihood(Self.data(text, family))
      let allowed = text.split(separator: ";").map { Double($0.split(separator: "x")[0])! }
      for _ in 0..<100 {
        let point = family.drawPoint(from: member, using: &stream)
        #expect(allowed.contains(family.statistic(of: point).x))
        let sample = Data(sum: family.drawSum(of: 20, from: member, using: &stream), count: 20)
        let face = try family.maximumLikelihood(sample).face
        #expect(face == member.face || allowed.contains { face == .level(Int($0)) })
      }
    }
  }
}
