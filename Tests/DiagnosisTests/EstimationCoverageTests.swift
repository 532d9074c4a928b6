import NumericalMethods
import Randomness
import Testing
import _TestSupport

import Diagnosis

/// Intervals cover as often as they say, and a plain one does not.
@Suite(.inTurn(.other)) struct EstimationCoverageTests {
  struct Case: CustomTestStringConvertible {
    let program: SymbolProgram
    let (symbols, samples, generations): (Int, Int, Int)
    let real: Int?
    var gap = 1

    var testDescription: String { "\(program), \(symbols) symbols, \(generations) steps" }

    var fresh: Int { if case .fresh(let k) = program { k } else { 0 } }
    var rows: Double { Double(samples + fresh) }
    var pull: Double { Double(fresh) / rows }
  }

  static let cases = [
    Case(program: .closed, symbols: 2, samples: 30, generations: 8, real: nil),
    Case(program: .closed, symbols: 6, samples: 40, generations: 10, real: 40),
    Case(program: .fresh(2), symbols: 5, samples: 40, generations: 12, real: 60),
    Case(program: .fresh(40), symbols: 5, samples: 40, generations: 10, real: 40),
    Case(program: .fresh(4), symbols: 4, samples: 40, generations: 6, real: 200, gap: 3),
  ]
  static let loops = 60

  private static func path(_ c: Case, _ seed: Int) -> LoopPath {
    LoopPath(
      c.program.history(
        truth: SymbolProgram.zipf(c.symbols, exponent: 0.7), samples: c.samples,
        generations: c.generations, real: c.real, gap: c.gap, seed: seed))
  }

  /// Whether so many misses are too many for intervals of 95 %; covering more often is no fault.
  private static func areTooMany(_ misses: Int) -> Bool {
    let share = FalseAlarmBudget.share(of: "intervals of diagnoses", cases: 2 * cases.count + 4)
    return BinomialLaw(trials: Double(loops), probability: 0.05).survival(Double(misses - 1))
      < share
  }

  @Test(arguments: cases) func intervalsCover(_ c: Case) {
    let options = DiagnosisOptions(loops: 39)
    var (pulls, sizes) = (0, 0)
    for seed in 0..<Self.loops {
      let tests = ColumnTests(
        Self.path(c, seed), key: StreamKey(rootSeed: UInt64(seed)), options: options)
      if !tests.pull.holds(c.pull) { pulls += 1 }
      if !tests.effectiveSize.holds(c.rows) { sizes += 1 }
    }
    #expect(!Self.areTooMany(pulls), "\(pulls) misses of the pull")
    #expect(!Self.areTooMany(sizes), "\(sizes) misses of the size")
  }

  /// Columns of one loop, of which some tell much more than others, weighted by what they can tell.
  @Test(arguments: [SymbolProgram.closed, .fresh(4)]) func pooledIntervalsCover(
    _ program: SymbolProgram
  ) {
    let (samples, loops) = (60, Self.loops)
    let fresh = if case .fresh(let k) = program { k } else { 0 }
    let rows = Double(samples + fresh)
    var (pulls, sizes) = (0, 0)
    for seed in 0..<loops {
      let histories = [2, 3, 8].map { symbols in
        let one = program.history(
          truth: SymbolProgram.zipf(symbols, exponent: 1), samples: samples, generations: 12,
          real: 300, seed: seed + 1000 * symbols)
        return SymbolHistory(
          column: "\(symbols)", symbols: one.symbols, truth: one.truth,
          generations: one.generations, counts: one.counts)
      }
      let found = LoopDiagnosis(
        histories, options: DiagnosisOptions(seed: UInt64(seed), loops: 39), threads: 1)
      if !found.pull.holds(Double(fresh) / rows) { pulls += 1 }
      if !found.relativeSize.holds(1) { sizes += 1 }
    }
    #expect(!Self.areTooMany(pulls), "\(pulls) misses of the pull")
    #expect(!Self.areTooMany(sizes), "\(sizes) misses of the size")
  }

  /// A planted bug: least squares with `Σ(·)²/x`, a truth without error, and two standard errors.
  @Test func plainIntervalsAreFoundOut() {
    let c = Self.cases[3]
    var misses = 0
    for seed in 0..<Self.loops {
      let path = Self.path(c, seed)
      var (product, square) = (0.0, 0.0)
      for t in 0..<path.steps {
        for s in 0..<path.symbols where path.shares[t * path.symbols + s] > 0 {
          let x = path.shares[t * path.symbols + s]
          let d = path.truth[s] - x
          product += d * (path.shares[(t + 1) * path.symbols + s] - x) / x
          square += d * d / x
        }
      }
      let error = (1 / (square * c.rows)).squareRoot()
      if abs(product / square - c.pull) > 1.96 * error { misses += 1 }
    }
    #expect(Self.areTooMany(misses), "\(misses) misses")
  }

  /// The estimates themselves, against those of the plain estimator on the same runs: a = .0104 for .0099.
  @Test(arguments: [(1, 60, 100), (5, 60, 100), (0, 60, 500)])
  func estimatesAreUnbiased(fresh: Int, generations: Int, samples: Int) {
    let runs = 200
    let truth = SymbolProgram.zipf(10, exponent: 0)
    let program = fresh == 0 ? SymbolProgram.closed : .fresh(fresh)
    let paths = (0..<runs).map {
      LoopPath(
        program.history(truth: truth, samples: samples, generations: generations, seed: $0))
    }
    let pulls = paths.map(\.estimatedPull)
    let sizes = zip(paths, pulls).map { Double(samples + fresh) / $0.sums(at: $1).dispersion }
    #expect(Self.isNear(pulls, Double(fresh) / Double(samples + fresh), bias: 0.0005))
    #expect(Self.isNear(sizes, Double(samples + fresh), bias: 0.005 * Double(samples)))
  }

  /// Where fresh rows are not kept, n_e is that of the rows over 1 + a(1 − a).
  @Test func unseenRowsMakeTheDriftLarger() {
    let (samples, fresh) = (100, 50)
    let a = 1.0 / 3
    let truth = SymbolProgram.zipf(10, exponent: 0)
    let paths = (0..<200).map {
      LoopPath(
        SymbolProgram.freshUnseen(fresh).history(
          truth: truth, samples: samples, generations: 40, seed: $0))
    }
    let pulls = paths.map(\.estimatedPull)
    let dispersions = zip(paths, pulls).map { $0.sums(at: $1).dispersion }
    #expect(Self.isNear(pulls, a, bias: 0.01))
    #expect(Self.isNear(dispersions, 1 + a * (1 - a), bias: 0.01))
  }

  /// Whether the mean of `values` is within `bias` and six standard errors of `expected`.
  private static func isNear(_ values: [Double], _ expected: Double, bias: Double) -> Bool {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return abs(mean - expected) < bias + 6 * (variance / count).squareRoot()
  }
}
