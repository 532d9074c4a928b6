import NumericalMethods
import Testing
import _TestSupport

import Diagnosis

/// Each verdict comes out on the program that it is about.
@Suite(.inTurn(.other)) struct EstimationVerdictTests {
  static let options = DiagnosisOptions(loops: 119)
  static let truth = SymbolProgram.zipf(20, exponent: 1.5)

  static func diagnose(
    _ program: SymbolProgram, samples: Int = 2000, generations: Int = 15, seed: Int = 0
  ) -> ColumnDiagnosis {
    ColumnDiagnosis(
      program.history(
        truth: truth, samples: samples, generations: generations, real: 5000, seed: seed),
      options: options)
  }

  @Test(arguments: [
    (SymbolProgram.duplicates, LoopVerdict.driftingFaster),
    (.accumulate, .driftingSlower),
    (.temperature(0.9), .pulledElsewhere),
    (.truncation(0.02), .pulledElsewhere),
    (.smoothing(10), .pulledElsewhere),
    (.fresh(200), .anchored),
  ])
  func wrongProgramsAreNamed(program: SymbolProgram, verdict: LoopVerdict) {
    // Of three, since one of twenty may also have a finding that is false, which a verdict may prefer.
    let found = (0..<3).map { Self.diagnose(program, seed: $0) }
    #expect(found.count { $0.verdict == verdict } >= 2, "\(found.map(\.reasons))")
    #expect(found.allSatisfy { $0.findings.contains(verdict) })
  }

  @Test func directionsAreNamed() throws {
    let hot = try #require(Self.diagnose(.temperature(1.2)).move)
    #expect(hot.move == .temperature && hot.deviation < 0)
    let cold = try #require(Self.diagnose(.temperature(0.9)).move)
    #expect(cold.move == .temperature && cold.deviation > 0)
    #expect(cold.gains.contains("s0"))
    let cut = try #require(Self.diagnose(.truncation(0.02)).move)
    // Rare symbols that go make shares unequal, too.
    #expect([.tail(0.01), .tail(0.05), .uniform].contains(cut.move) && cut.deviation < 0)
  }

  /// One fresh row in fifty generations is not told from none, unless a symbol comes back.
  @Test func whatCannotBeToldIsNotTold() {
    let seldom = Self.diagnose(.seldomFresh(50), generations: 40)
    #expect(seldom.certificates.isEmpty)
    #expect(seldom.pull.holds(0.02 / 2000))
    let short = Self.diagnose(.closed, generations: 3)
    #expect(short.verdict == .tooLittleData)
    #expect(short.smallestPull > 0.1)
  }

  /// Closed loops have a finding in one case of twenty at most, whatever it is.
  @Test func closedLoopsHaveNoFindings() {
    let loops = 40
    var options = Self.options
    options.loops = 99
    var found = 0
    for seed in 0..<loops {
      let history = SymbolProgram.closed.history(
        truth: SymbolProgram.zipf(6, exponent: 1), samples: 50, generations: 8, seed: seed)
      let tests = ColumnTests(
        LoopPath(history), key: .init(rootSeed: UInt64(seed)), options: options)
      if holmRejections(tests.probabilities.ordered.map(\.1), level: 0.05).contains(true) {
        found += 1
      }
    }
    let share = FalseAlarmBudget.share(of: "findings of diagnoses", cases: 2)
    #expect(
      BinomialLaw(trials: Double(loops), probability: 0.05).survival(Double(found - 1)) >= share,
      "\(found) findings")
  }

  /// The smallest pull that can be told is told in four loops of five.
  @Test func smallestPullIsTold() {
    let (samples, generations, loops) = (200, 12, 200)
    let truth = SymbolProgram.zipf(8, exponent: 0)
    func path(_ program: SymbolProgram, _ samples: Int, _ seed: Int) -> LoopPath {
      LoopPath(
        program.history(truth: truth, samples: samples, generations: generations, seed: seed))
    }
    let closed = path(.closed, samples, 5)
    let inversion = TestInversion(
      path: closed, key: .init(rootSeed: 2), loops: 999, tail: 0.025)
    let quantile = SimulatedLaw.upper(
      inversion.law(at: 0, dispersion: 1, name: "closed").deviations, tail: 0.025)
    let pull = inversion.smallestPull(quantile: quantile, guess: 0.1, dispersion: 1)
    let fresh = Int((pull * Double(samples)).rounded())
    let told = (0..<loops).filter {
      path(.fresh(fresh), samples - fresh, $0).sums(at: 0).deviation > quantile
    }.count
    let share = FalseAlarmBudget.share(of: "findings of diagnoses", cases: 2)
    let power = BinomialCount(successes: told, trials: loops).confidenceInterval(falseAlarm: share)
    #expect(fresh > 0 && power.overlaps(0.72...0.88), "\(fresh) points, told \(told) times")
  }

  @Test func sameSeedSameDiagnosis() {
    let history = SymbolProgram.fresh(3).history(
      truth: SymbolProgram.zipf(4, exponent: 1), samples: 30, generations: 6, real: 50, seed: 1)
    let options = DiagnosisOptions(seed: 9, loops: 39)
    let first = LoopDiagnosis([history], options: options)
    #expect(first == LoopDiagnosis([history], options: options))
  }

  /// Twenty symbols, thirty rows and as few real ones: the inlined draws of a loop once overwrote its caller's stack.
  @Test func manySymbolsOfFewRows() {
    for seed in 0..<4 {
      let history = SymbolProgram.closed.history(
        truth: Self.truth, samples: 30, generations: 30, real: 100, seed: seed)
      let tests = ColumnTests(
        LoopPath(history), key: .init(rootSeed: 1), options: DiagnosisOptions(loops: 39))
      #expect(tests.pull.lower <= tests.pull.upper)
    }
  }

  /// Nothing moves, or nothing is there: no trap, and no verdict.
  @Test(arguments: [
    [[10, 0], [10, 0], [10, 0], [10, 0]], [[5, 5], [5, 5]], [[5, 5]], [[1, 0], [0, 1], [1, 0]],
    [[3, 4], [5, 2], [7, 0], [7, 0], [7, 0]], [[5, 5], [5, 5], [5, 5], [5, 5]],
    [[6, 4], [6, 4], [6, 4]], [[0, 7], [0, 7], [3, 4], [0, 7]],
  ])
  func smallHistoriesDoNotTrap(counts: [[Int]]) {
    let history = SymbolHistory(
      column: "c", symbols: ["a", "b"], truth: [6, 4], generations: Array(counts.indices),
      counts: counts)
    let diagnosis = LoopDiagnosis([history], options: DiagnosisOptions(loops: 39))
    #expect(diagnosis.columns[0].pull.lower <= diagnosis.columns[0].pull.upper)
    #expect(diagnosis.verdict != .driftingSlower)
  }
}
