import Machines
import Randomness
import Testing

@Suite struct DigitTests {
  /// Counts of the original, and a sum over all bits that a changed pixel or order would change.
  @Test func theDataAreWhole() {
    #expect(Digit.all.count == 1797)
    let counts = (0..<10).map { label in Digit.all.count { $0.label == label } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(Digit.all.reduce(0) { $0 + $1.pixels.nonzeroBitCount } == 37_151)
    // FNV-1a over labels and pixels.
    let hash = Digit.all.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, digit in
      [UInt64(digit.label), digit.pixels].reduce(hash) { ($0 ^ $1) &* 0x100_0000_01b3 }
    }
    #expect(hash == 0x9f26_994c_7c7a_337d)
  }

  /// The first digit of the file is a zero with an open hole.
  @Test func pixelsAreWhereTheyBelong() {
    let rows = (0..<8).map { y in
      String((0..<8).map { Digit.all[0].pixels >> UInt64(8 * y + $0) & 1 == 1 ? "#" : "." })
    }
    #expect(
      rows == [
        "...##...", "..####..", "..#..##.", "..#..##.", "..#..##.", "..#..#..", "..#.##..",
        "...##...",
      ])
    #expect(Digit.all[0].label == 0)
  }

  static let key = StreamKey(rootSeed: 1).child("digits")

  @Test(arguments: [(0, 0.02), (7, 0.3), (3, 0.001)])
  func oneClassIsRare(label: Int, share: Double) {
    let split = DigitSplit(training: 1500, rareClass: label, rareShare: share, key: Self.key)
    let rare = split.truth.count { $0.label == label }
    let others = split.truth.count - rare
    // Rounded to a whole digit, one at least, and no more than there are.
    let wanted = max(1, share / (1 - share) * Double(others))
    #expect(abs(Double(rare) - min(wanted, Double(1500 - others))) <= 0.5)
    #expect(split.heldOut.count == 297)
    #expect(Set(split.heldOut.map(\.label)).count == 10)
  }

  /// No digit is on both sides or twice on one, and the shuffle depends on its key alone.
  @Test func nothingIsOnBothSides() {
    let split = DigitSplit(training: 1500, rareClass: 0, rareShare: 0.02, key: Self.key)
    let again = DigitSplit(training: 1500, rareClass: 0, rareShare: 0.02, key: Self.key)
    let other = DigitSplit(
      training: 1500, rareClass: 0, rareShare: 0.02, key: Self.key.child("other"))
    #expect(split.truth == again.truth && split.heldOut == again.heldOut)
    #expect(split.heldOut != other.heldOut)
    func counts(_ digits: [Digit]) -> [Digit: Int] {
      digits.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let all = counts(Digit.all)
    let used = counts(split.truth + split.heldOut)
    #expect(used.allSatisfy { $0.value <= all[$0.key, default: 0] })
    let absent = Digit.all.count - split.truth.count - split.heldOut.count
    let zeros = Digit.all.count { $0.label == 0 }
    #expect(absent > 0 && absent < zeros)
  }

  /// Real digits are told apart well, the zeros best of all: the rare class of the figures.
  @Test func theClassifierKnowsRealDigits() {
    let means = ClassMeans()
    let right = Digit.all.count { means.label(of: $0.pixels) == $0.label }
    let (zeros, others) = (Digit.all.filter { $0.label == 0 }, Digit.all.filter { $0.label != 0 })
    #expect(right == 1587)
    #expect(zeros.count { means.label(of: $0.pixels) == 0 } == 172)
    #expect(others.count { means.label(of: $0.pixels) == 0 } == 3)
  }
}
