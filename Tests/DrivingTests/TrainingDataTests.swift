import Documents
import Driving
import Randomness
import Testing

/// What each policy trains on, as a matter of rows.
@Suite struct TrainingDataTests {
  private static let key = StreamKey(rootSeed: 7)
  private static let real = (1...6).map { "\($0),\(["a", "b", "c", "a", "b", "a"][$0 - 1])" }

  /// Training sets of some generations, in each of which the model writes rows that say which they are.
  private static func sets(
    _ policy: String, start: String = "data", samples: Int = 3, generations: Int = 4,
    replicate: Int = 0
  ) throws -> (sets: [[String]], obstacle: String?) {
    let fields: [String: JSONValue] = [
      "policy": .string(policy), "start": .string(start), "samples": .integer(samples),
    ]
    return try DrivenExample.with { example in
      let definition = try example.definition(fields)
      let rows = definition.real.rows
      var data = TrainingData(
        definition.policy, samples: samples, start: definition.start, real: rows, key: key,
        replicate: replicate)
      var sets = [DrivenExample.lines(data.set)]
      for generation in 1..<(generations + 1) {
        if let obstacle = data.obstacle(generation) { return (sets, obstacle) }
        let need = data.need(generation)
        let names = (0..<need.rows).map { "\(generation)0\($0),z" }
        let output = try DrivenExample.with("x,y\n" + names.joined(separator: "\n") + "\n") {
          try $0.definition().real.rows
        }
        data.accept(data.increment(output, generation), generation)
        sets.append(DrivenExample.lines(data.set))
      }
      return (sets, nil)
    }
  }

  private static func own(_ generation: Int, _ count: Int = 3) -> [String] {
    (0..<count).map { "\(generation)0\($0),z" }
  }

  @Test func replaceForgets() throws {
    let sets = try Self.sets("replace").sets
    #expect(sets[0] == Self.real)
    #expect(sets[1] == Self.own(1) && sets[4] == Self.own(4))
  }

  @Test func freshRowsComeOnceEach() throws {
    let (sets, obstacle) = try Self.sets("external,count=2")
    #expect(sets.count == 4 && obstacle?.contains("the real data are used up: 0 rows") == true)
    #expect(sets.dropFirst().allSatisfy { $0.count == 5 })
    let fresh = sets.dropFirst().flatMap { $0.suffix(2) }
    #expect(fresh.sorted() == Self.real.sorted())
    // Another replicate has them in another order.
    let other = try Self.sets("external,count=2", replicate: 1).sets
    #expect(other.dropFirst().flatMap { $0.suffix(2) } != fresh)
  }

  @Test func rowsOfTheStartAreNotFresh() throws {
    let (sets, obstacle) = try Self.sets("external,count=2", start: "sample=2")
    #expect(sets.count == 3 && obstacle != nil)
    let used = sets[0] + sets.dropFirst().flatMap { $0.suffix(2) }
    #expect(sets[0].count == 2 && used.sorted() == Self.real.sorted())
  }

  @Test func usedUpRowsCanBeShuffledAgain() throws {
    let sets = try Self.sets("external,count=3,reuse=true").sets
    let fresh = sets.dropFirst().map { $0.suffix(3) }
    #expect(fresh.count == 4)
    #expect((fresh[0] + fresh[1]).sorted() == Self.real.sorted())
    #expect((fresh[2] + fresh[3]).sorted() == Self.real.sorted())
  }

  @Test func fixedRowsStay() throws {
    let sets = try Self.sets("external,source=fixed,count=2", start: "sample=2").sets
    let fixed = sets.dropFirst().map { Array($0.suffix(2)) }
    #expect(Set(fixed).count == 1 && Set(fixed[0]).isDisjoint(with: sets[0]))
  }

  @Test func accumulatedDataStay() throws {
    let sets = try Self.sets("accumulate", generations: 2).sets
    #expect(sets[2] == Self.real + Self.own(1) + Self.own(2))
    let anchored = try Self.sets("accumulate,count=1", generations: 2).sets
    #expect(anchored[2].count == 6 + 2 * 4)
  }

  @Test func subsamplesAreOfAllSoFar() throws {
    let sets = try Self.sets("subsample", samples: 5, generations: 3).sets
    for (generation, set) in sets.enumerated().dropFirst() {
      let pool = Self.real + (1...generation).flatMap { Self.own($0, 5) }
      #expect(set.count == 5 && Set(set).count == 5 && Set(set).isSubset(of: pool))
    }
    let again = try Self.sets("subsample", samples: 5, generations: 3).sets
    #expect(sets == again)
    let replaced = try Self.sets("subsample,replacement=true", samples: 200, generations: 1).sets
    #expect(replaced[1].count == 200 && Set(replaced[1]).count < 200)
  }

  /// Every row of the pool is chosen equally often: 2000 choices of 3 among 9 are 666.7 each, with a deviation of 21.1;
  /// six of these are exceeded in one of 10⁸ tries by any of nine.
  @Test func subsamplesAreFair() throws {
    try DrivenExample.with { example in
      let definition = try example.definition(["policy": .string("subsample")])
      let rows = definition.real.rows
      let output = try DrivenExample.with("x,y\n7,z\n8,z\n9,z\n") { try $0.definition().real.rows }
      var counts: [String: Int] = [:]
      for replicate in 0..<2000 {
        var data = TrainingData(
          definition.policy, samples: 3, start: nil, real: rows, key: Self.key,
          replicate: replicate)
        data.accept(output, 1)
        for line in DrivenExample.lines(data.set) { counts[line, default: 0] += 1 }
      }
      #expect(counts.count == 9)
      #expect(counts.values.allSatisfy { abs(Double($0) - 2000.0 / 3) < 127 }, "\(counts)")
    }
  }

  @Test func impureRowsAreTheModelsOwn() throws {
    let all = try Self.sets("external,count=2,impurity=1").sets
    #expect(all.count == 5 && all[4] == Self.own(4, 5))
    let sets = try Self.sets("external,count=4,impurity=0.5,reuse=true", generations: 40).sets
    #expect(sets.dropFirst().allSatisfy { $0.count == 7 })
    let real = sets.dropFirst().map { set in set.count { !$0.hasSuffix(",z") } }
    #expect(Set(real).count > 2, "\(real)")
  }
}
