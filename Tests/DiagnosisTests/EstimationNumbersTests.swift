import NumericalMethods
import Randomness
import Testing
import _TestSupport

import Diagnosis

/// Numbers of smooth models, of whose deciles most sampling noise is forgotten at once.
@Suite(.inTurn(.other)) struct EstimationNumbersTests {
  static let loops = 60
  static let (rows, generations) = (60, 12)
  /// Deciles of the standard normal law.
  static let edges = [
    -1.2815516, -0.8416212, -0.5244005, -0.2533471, 0, 0.2533471, 0.5244005, 0.8416212, 1.2815516,
  ]

  /// The closed loop of a normal model, by maximum likelihood or with another divisor of the variance.
  private static func path(kind: SymbolHistory.Kind, divisor: Int = rows, _ seed: Int) -> LoopPath {
    var stream = RandomStream(key: StreamKey(rootSeed: 1).child("normal loops"), replicate: seed)
    var (mean, deviation) = (0.0, 1.0)
    let counts = (0...generations).map { _ in
      let points = (0..<rows).map { _ in mean + deviation * Normal.draw(using: &stream) }
      mean = points.reduce(0, +) / Double(rows)
      let squares = points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      deviation = (squares / Double(divisor)).squareRoot()
      return points.reduce(into: [Int](repeating: 0, count: 10)) { counts, x in
        counts[edges.count { $0 < x }] += 1
      }
    }
    return LoopPath(
      SymbolHistory(
        column: "x", kind: kind, symbols: (1...10).map { "tenth \($0)" },
        truth: [Int](repeating: 100, count: 10), generations: Array(0...generations),
        counts: counts))
  }

  /// Runs that are called anchored or pulled elsewhere, and intervals of the size that miss, out of all loops.
  private static func misses(
    kind: SymbolHistory.Kind, divisor: Int = rows
  ) -> (anchored: Int, elsewhere: Int, sizes: Int) {
    var (anchored, elsewhere, sizes) = (0, 0, 0)
    for seed in 0..<loops {
      let tests = ColumnTests(
        path(kind: kind, divisor: divisor, seed), key: StreamKey(rootSeed: UInt64(seed)),
        options: DiagnosisOptions(loops: 39))
      if tests.probabilities.anchored <= 0.05 { anchored += 1 }
      if tests.probabilities.pulledElsewhere <= 0.05 { elsewhere += 1 }
      if !tests.effectiveSize.holds(Double(rows)) { sizes += 1 }
    }
    return (anchored, elsewhere, sizes)
  }

  private static func areTooMany(_ misses: Int) -> Bool {
    BinomialLaw(trials: Double(loops), probability: 0.05).survival(Double(misses - 1))
      < FalseAlarmBudget.share(of: "numbers of smooth models", cases: 6)
  }

  /// Judged by normal scores, a closed loop is seldom called anchored, and drifts as its rows do; one whose variance has
  /// the divisor M − 1 is closed as well, whatever the bias that this takes away.
  @Test(arguments: [rows, rows - 1]) func scoresAreInherited(divisor: Int) {
    let (anchored, elsewhere, sizes) = Self.misses(kind: .deciles, divisor: divisor)
    #expect(!Self.areTooMany(anchored), "\(anchored) loops are called anchored")
    #expect(!Self.areTooMany(elsewhere), "\(elsewhere) loops are called pulled elsewhere")
    #expect(!Self.areTooMany(sizes), "\(sizes) misses of the size")
  }

  /// Judged by all their tenths, as if they were categories, nearly all are: the test can fail.
  @Test func tenthsAreNot() {
    #expect(Self.areTooMany(Self.misses(kind: .categories).anchored))
  }

  /// The scores of ten equal intervals have 96 % of the variance of a normal variable, and the mean 0.
  @Test func scoresAreNormal() {
    let scores = normalScores(of: [Double](repeating: 0.1, count: 10))
    #expect(abs(scores.reduce(0, +)) < 1e-12)
    #expect(abs(scores.reduce(0) { $0 + 0.1 * $1 * $1 } - 0.9590464) < 1e-6)
    // Of an interval that nothing is in, nothing is known.
    #expect(normalScores(of: [0.5, 0, 0.5])[1] == 0)
    #expect(abs(normalScores(of: [0.5, 0.5])[1] - 0.7978845608) < 1e-9)
  }
}
