import Dispatch
import NumericalMethods
import Randomness
import Synchronization
import Testing
import _TestSupport

@Suite struct BinomialTablesTests {
  static let sizes = [2, 3, 4, 10, 57, 100, 1000, 5000]

  /// All modes of small n; of large n the ends, the middle, and some between.
  static func modes(_ n: Int) -> [Int] {
    (1...(n / 2)).filter { n <= 100 || $0 < 4 || $0 > n / 2 - 2 || $0 % (n / 7) == 0 }
  }

  static func table(_ row: BinomialRow) -> [AliasTable.Column] {
    var table = [AliasTable.Column](repeating: 0, count: row.width)
    table.withUnsafeMutableBufferPointer { row.make(in: $0) }
    return table
  }

  // MARK: - The law, exactly

  /// How far a law made of whole weights is from the exact one, in units of the documented bound.
  static func error(
    _ row: BinomialRow, of law: BinomialLaw, _ weights: [UInt64]
  ) -> Double {
    let whole = Double(row.width) * Double(AliasTable.capacity)
    let near = row.near
    var worst = 0.0
    func compare(_ weight: UInt64, _ exact: Double) {
      worst = max(worst, abs(Double(weight) / whole - exact) / (0x1p-40 * exact + 0x1p-55))
    }
    for outcome in near {
      compare(
        weights[outcome - near.lowerBound],
        outcome <= row.trials ? law.probability(of: Double(outcome)) : 0)
    }
    compare(
      weights[row.width - 1],
      law.cumulative(Double(near.lowerBound) - 1) + law.survival(Double(near.upperBound) - 1))
    return worst
  }

  @Test(arguments: sizes)
  func tablesHoldTheLaw(n: Int) {
    for mode in Self.modes(n) {
      let row = BinomialRow(trials: n, mode: mode)
      let weights = AliasTable.weights(of: Self.table(row))
      #expect(weights.reduce(0, +) == UInt64(row.width) * AliasTable.capacity)
      let law = BinomialLaw(trials: Double(n), probability: Double(mode) / Double(n))
      #expect(Self.error(row, of: law, weights) <= 1, "n = \(n), r = \(mode)")
      // All but one variate in ten thousand have a column.
      #expect(Double(weights.last!) < 1e-4 * Double(row.width) * Double(AliasTable.capacity))
    }
  }

  /// The planted bugs: one trial too few, one success too many, a window cut off.
  @Test func wrongLawsAreFarOff() {
    let row = BinomialRow(trials: 100, mode: 30)
    let weights = AliasTable.weights(of: Self.table(row))
    #expect(Self.error(row, of: BinomialLaw(trials: 99, probability: 0.3), weights) > 1e6)
    #expect(Self.error(row, of: BinomialLaw(trials: 100, probability: 0.31), weights) > 1e6)
    var cut = weights
    cut[30 - row.near.lowerBound] += cut[row.width - 1]
    cut[row.width - 1] = 0
    #expect(Self.error(row, of: BinomialLaw(trials: 100, probability: 0.3), cut) > 1e6)
  }

  /// Quarters are exact.
  @Test func twoTrials() {
    let whole = 4 * AliasTable.capacity
    let row = BinomialRow(trials: 2, mode: 1)
    #expect(row.near == 0..<3)
    #expect(
      AliasTable.weights(of: Self.table(row)) == [whole / 4, whole / 2, whole / 4, 0])
  }

  // MARK: - From words to outcomes

  /// Words at equal distances come to each outcome as often as its weight says, except for one at each end of each
  /// of its intervals; and what is decided by leading bits is decided rightly next to every threshold.
  @Test(arguments: [2, 3, 10, 100, 1000])
  func wordsComeToTheirOutcomes(n: Int) {
    let reader = BinomialTables(trials: n)
    let count = 1 << 17
    for mode in [1, (n + 3) / 4, n / 2] where mode >= 1 && mode <= n / 2 {
      let row = BinomialRow(trials: n, mode: mode)
      var columns = Self.table(row)
      let weights = AliasTable.weights(of: columns)
      var found = [Int](repeating: 0, count: row.width)
      for i in 0..<count {
        let outcome = reader.reader.draw(at: mode, word: UInt64(i) << 47)
        found[row.near.contains(outcome) ? outcome - row.near.lowerBound : row.width - 1] += 1
      }
      let whole = Double(row.width) * Double(AliasTable.capacity)
      let distance = zip(found, weights).reduce(0.0) {
        $0 + abs(Double($1.0) - Double(count) * Double($1.1) / whole)
      }
      #expect(distance <= Double(4 * row.width), "n = \(n), r = \(mode)")
      // The planted bug: the outcome next to each.
      let shifted = zip([0] + found, weights).reduce(0.0) {
        $0 + abs(Double($1.0) - Double(count) * Double($1.1) / whole)
      }
      #expect(shifted > Double(4 * row.width))

      for index in columns.indices {
        let threshold = (columns[index] >> 10) << 10
        let word = UInt64(row.width).dividingFullWidth((UInt64(index), threshold)).quotient
        for step in -2...2 {
          let word = word &+ UInt64(bitPattern: Int64(step))
          let column = columns.withUnsafeMutableBufferPointer { AliasTable.outcome(of: word, $0) }
          let outcome = reader.reader.draw(at: mode, word: word)
          #expect(
            column < row.width - 1
              ? outcome == row.near.lowerBound + column : !row.near.contains(outcome))
        }
      }
    }
  }

  /// Far outcomes have the law that is left when those with columns are taken away.
  @Test(arguments: [(100, 33), (1000, 100), (1000, 500), (5000, 2500)])
  func farOutcomesFollowTheLaw(n: Int, mode: Int) {
    let row = BinomialRow(trials: n, mode: mode)
    let law = BinomialLaw(trials: Double(n), probability: Double(mode) / Double(n))
    let count = 20_000
    var found = [Int: Int]()
    for i in 0..<count {
      found[row.farOutcome(at: (Double(i) + 0.5) / Double(count)), default: 0] += 1
    }
    let far = (0...n).filter { !row.near.contains($0) }
    #expect(found.keys.allSatisfy { far.contains($0) })
    let total =
      law.cumulative(Double(row.near.lowerBound) - 1)
      + law.survival(Double(row.near.upperBound) - 1)
    for outcome in far {
      let expected = Double(count) * law.probability(of: Double(outcome)) / total
      #expect(abs(Double(found[outcome] ?? 0) - expected) <= 1 + 1e-6 * expected, "\(outcome)")
    }
    for position in [0, 1] { #expect(far.contains(row.farOutcome(at: Double(position)))) }
  }

  /// A word that comes to the last column gives a far outcome.
  @Test func theLastColumnIsReached() {
    let row = BinomialRow(trials: 1000, mode: 500)
    let reader = BinomialTables(trials: 1000)
    let first = UInt64(row.width).dividingFullWidth((UInt64(row.width - 1), 0)).quotient &+ 1
    let far = reader.reader.draw(at: 500, word: first)
    #expect(far == row.near.lowerBound - 1)
  }

  @Test(arguments: [1, 2, 3, 10, 1000])
  func statesMirrorEachOther(n: Int) {
    let tables = BinomialTables(trials: n)
    var stream = RandomStream(key: StreamKey(rootSeed: 3))
    for j in 0...n where 2 * j < n {
      let word = stream.next()
      let drawn = tables.reader.draw(at: j, word: word)
      #expect((0...n).contains(drawn))
      #expect(tables.reader.draw(at: n - j, word: word) == n - drawn)
      #expect(tables.reader.draw(at: 0, word: word) == 0)
      #expect(tables.reader.draw(at: n, word: word) == n)
    }
  }

  // MARK: - Variates

  static let share = FalseAlarmBudget.share(of: "binomial tables", cases: 6)

  @Test(arguments: [(2, 1), (10, 7), (100, 3), (1000, 500), (1000, 996), (5000, 1250)])
  func variatesFollowTheLaw(n: Int, j: Int) {
    let tables = BinomialTables(trials: n)
    let p = Double(j) / Double(n)
    let test = BinomialTests.test(trials: n, probability: p, draws: 200_000) {
      tables.reader.draw(at: j, word: $0.next())
    }
    #expect(test.agrees(falseAlarm: Self.share), "n = \(n), j = \(j): χ² = \(test.statistic)")
  }

  /// The planted bugs: a neighbour's table, a window of two standard deviations, every variate one too many.
  @Test func wrongSamplersAreCaught() {
    let tables = BinomialTables(trials: 100)
    func isCaught(_ sampler: (UInt64) -> Int) -> Bool {
      !BinomialTests.test(trials: 100, probability: 0.3, draws: 200_000) { sampler($0.next()) }
        .agrees(falseAlarm: Self.share)
    }
    #expect(isCaught { tables.reader.draw(at: 31, word: $0) })
    #expect(isCaught { min(max(tables.reader.draw(at: 30, word: $0), 21), 39) })
    #expect(isCaught { tables.reader.draw(at: 30, word: $0) + 1 })
  }

  // MARK: - Threads

  /// Threads that all come to tables not yet made draw what one thread does.
  @Test func threadsLeaveNoTrace() {
    let n = 200
    @Sendable func words(_ thread: Int) -> [(j: Int, word: UInt64)] {
      var stream = RandomStream(key: StreamKey(rootSeed: 4), replicate: thread)
      return (0..<2000).map { (($0 * 37 + 11 * thread) % (n + 1), stream.next()) }
    }
    let expected = (0..<8).map { thread in
      let tables = BinomialTables(trials: n)
      return words(thread).map { tables.reader.draw(at: $0.j, word: $0.word) }
    }
    for _ in 0..<20 {
      let tables = BinomialTables(trials: n)
      let different = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: 8) { thread in
        let drawn = words(thread).map { tables.reader.draw(at: $0.j, word: $0.word) }
        if drawn != expected[thread] { different.add(1, ordering: .relaxed) }
      }
      #expect(different.load(ordering: .relaxed) == 0)
    }
  }

  /// A change here breaks published numbers: log it as value-breaking.
  @Test func streamStability() {
    let key = StreamKey(rootSeed: 20_260_514).child("binomial tables")
    let tables = BinomialTables(trials: 1000)
    var words = GenerationWords(
      replicate: ReplicateStreams(key: key, replicate: 2), purpose: .synthetic)
    let draws = [500, 3, 900, 250, 997, 41].enumerated().map {
      tables.reader.draw(at: $0.element, word: words.word(of: $0.offset))
    }
    #expect(draws == Self.stableDraws)
  }
}

@Suite struct GenerationWordsTests {
  static let replicate = ReplicateStreams(key: StreamKey(rootSeed: 8), replicate: 5)

  /// A word is that of its generation, in whatever order words are asked for, and no other's.
  @Test func wordsDependOnTheGenerationOnly() {
    var forward = GenerationWords(replicate: Self.replicate, purpose: .synthetic)
    let words = (0..<40).map { forward.word(of: $0) }
    #expect(Set(words).count == 40)
    var backward = GenerationWords(replicate: Self.replicate, purpose: .synthetic)
    #expect((0..<40).reversed().map { backward.word(of: $0) } == words.reversed())
    for generation in [0, 3, 4, 17] {
      var alone = GenerationWords(replicate: Self.replicate, purpose: .synthetic)
      #expect(alone.word(of: generation) == words[generation])
    }
  }

  /// Neither another purpose nor another replicate has them, nor does any stream.
  @Test func wordsAreNobodyElses() {
    var seen = Set<UInt64>()
    var count = 0
    for replicate in [ReplicateStreams(key: Self.replicate.key, replicate: 6), Self.replicate] {
      for purpose in [StreamPurpose.synthetic, .external] {
        var words = GenerationWords(replicate: replicate, purpose: purpose)
        for generation in 0..<16 {
          var stream = replicate.generation(generation).stream(for: purpose)
          seen.insert(words.word(of: generation))
          for _ in 0..<8 { seen.insert(stream.next()) }
          count += 9
        }
      }
    }
    #expect(seen.count == count)
  }
}
