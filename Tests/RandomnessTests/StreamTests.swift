import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct StreamTests {
  static let root = StreamKey(rootSeed: 20_260_514)

  @Test func keysOfDifferentPathsDiffer() {
    let long = String(repeating: "a", count: 24)
    let names = [
      "", "a", "b", "ab", "a\0", "a\0\0", "fig1", "fig1a", long, long + "a", long + long, "φ",
    ]
    var keys = Set<StreamKey>([Self.root])
    for name in names {
      keys.insert(Self.root.child(name))
      for other in names { keys.insert(Self.root.child(name).child(other)) }
    }
    #expect(keys.count == 1 + names.count + names.count * names.count)
    #expect(StreamKey(rootSeed: 1).child("a") != StreamKey(rootSeed: 2).child("a"))
    #expect(Self.root.child("a").child("b") == Self.root.child("a").child("b"))
  }

  @Test func everyCoordinateOfAStreamMatters() {
    func first(_ replicate: Int, _ generation: Int, _ purpose: StreamPurpose) -> UInt64 {
      var stream = ReplicateStreams(key: Self.root, replicate: replicate).generation(generation)
        .stream(for: purpose)
      return stream.next()
    }
    var seen = Set<UInt64>()
    for replicate in 0..<5 {
      for generation in 0..<5 {
        for purpose in [StreamPurpose.synthetic, .external, .start] {
          seen.insert(first(replicate, generation, purpose))
        }
      }
    }
    #expect(seen.count == 75)
    #expect(first(3, 4, .external) == first(3, 4, .external))
  }

  /// A change here breaks published numbers: log it as value-breaking.
  @Test func streamStability() {
    var stream = RandomStream(
      key: Self.root.child("stability").child("N=20 M=50"), replicate: 7, generation: 11)
    let words = (0..<6).map { _ in stream.next() }
    #expect(words == Self.stableWords)
    #expect(stream.nextUnit() == Self.stableUnit)
  }

  @Test func uniformsKeepTheirRanges() {
    struct Constant: RandomNumberGenerator {
      let word: UInt64
      func next() -> UInt64 { word }
    }
    var lowest = Constant(word: 0)
    var highest = Constant(word: .max)
    #expect(lowest.nextUnit() == 0)
    #expect(highest.nextUnit() == 1 - 0x1p-53)
    #expect(lowest.nextCentredUnit() == -0.5 + 0x1p-54)
    #expect(highest.nextCentredUnit() == 0.5 - 0x1p-54)
  }

  /// χ² over 64 cells, of both kinds of uniform and of pairs of successive words.
  @Test func uniformsAreUniform() {
    let draws = 400_000
    var cells = [[Int]](repeating: [Int](repeating: 0, count: 64), count: 3)
    for i in 0..<draws {
      var stream = RandomStream(key: Self.root, replicate: i % 3, generation: i)
      cells[0][Int(stream.nextUnit() * 64)] += 1
      cells[1][Int((stream.nextCentredUnit() + 0.5) * 64)] += 1
      cells[2][Int(stream.nextUnit() * 8) * 8 + Int(stream.nextUnit() * 8)] += 1
    }
    let share = FalseAlarmBudget.share(of: "uniform variates", cases: 3)
    for observed in cells {
      let test = ChiSquaredTest(
        observed: observed, probabilities: [Double](repeating: 1 / 64.0, count: 64))
      #expect(test.agrees(falseAlarm: share))
    }
    // The planted bug: a generator that loses its lowest cell.
    cells[0][1] += cells[0][0]
    cells[0][0] = 0
    let broken = ChiSquaredTest(
      observed: cells[0], probabilities: [Double](repeating: 1 / 64.0, count: 64))
    #expect(!broken.agrees(falseAlarm: share))
  }

  /// Words in a given order.
  private struct Script: RandomNumberGenerator {
    var words: [UInt64]
    mutating func next() -> UInt64 { words.removeFirst() }
  }

  /// Every index is equally likely, also where 2⁶⁴ is no multiple of their number.
  @Test(arguments: [1, 2, 3, 7, 100])
  func indicesAreUniform(bound: Int) {
    var observed = [Int](repeating: 0, count: bound)
    for i in 0..<100_000 {
      var stream = RandomStream(key: Self.root.child("indices \(bound)"), replicate: i)
      observed[stream.nextIndex(below: bound)] += 1
    }
    guard bound > 1 else { return }
    let even = [Double](repeating: 1 / Double(bound), count: bound)
    let share = FalseAlarmBudget.share(of: "uniform indices", cases: 4)
    #expect(ChiSquaredTest(observed: observed, probabilities: even).agrees(falseAlarm: share))
    // The planted bug: the last index comes as its neighbour.
    observed[bound - 2] += observed[bound - 1]
    observed[bound - 1] = 0
    #expect(!ChiSquaredTest(observed: observed, probabilities: even).agrees(falseAlarm: share))
  }

  /// Of 2⁶⁴ words, one is too many for three indices: zero, which is drawn again.
  @Test func theExcessWordIsDrawnAgain() {
    var script = Script(words: [0, .max])
    #expect(script.nextIndex(below: 3) == 2 && script.words.isEmpty)
    var first = Script(words: [1])
    #expect(first.nextIndex(below: 3) == 0 && first.words.isEmpty)
  }
}
