import Foundation
import Testing
import Theory

import Diagnosis

/// Forecasts, certificates, bands and combined verdicts.
@Suite struct EstimationForecastTests {
  /// Diversity that fresh points keep: reference values by linear algebra on the exact chain.
  @Test(arguments: [(1, 0.665557), (10, 0.951163), (50, 0.988987)])
  func settledDiversity(fresh: Int, kept: Double) {
    let (p, rows) = (0.02, Double(200 + fresh))
    let forecast = DiversityForecast(
      shares: [0.5, 0.5], truth: [p, 1 - p], pull: Double(fresh) / rows, size: rows)
    #expect(abs(forecast.settled / (2 * p * (1 - p)) - kept) < 1e-6)
  }

  /// `(1 − 1/n)^t = ½`; an anchored loop that keeps more never gets there.
  @Test func halfDiversity() throws {
    func half(_ pull: Double, _ shares: [Double]) -> Double? {
      DiversityForecast(shares: shares, truth: [0.5, 0.5], pull: pull, size: 100).half
    }
    #expect(abs(try #require(half(0, [0.2, 0.8])) - 68.9676) < 1e-3)
    #expect(half(0.1, [0.5, 0.5]) == nil)
  }

  /// Up to 120 rows the chain itself; beyond, the median of ten rows in a thousand is 28 generations.
  @Test func lossTimes() throws {
    let times = LossTimes(size: 50).generations(shares: [0.04, 0.6], probabilities: [0.5, 0.95])
    let chain = WrightFisherChain(population: 50)
    let law = chain.transitions.probabilities(
      of: (0...50).map { $0 == 0 }, from: chain.samplingProbabilities(at: 0.04), generations: 500)
    #expect(times[0][0] == Double(1 + law.firstIndex { $0 >= 0.5 }!))
    #expect(times[0][1] == Double(1 + law.firstIndex { $0 >= 0.95 }!))
    #expect(times[1] == [nil, nil])
    let rare = LossTimes(size: 1000).generations(shares: [0.01, 0.3], probabilities: [0.5])
    #expect(abs(try #require(rare[0][0]) - 28) <= 1)
    // A thousand rows, by the ancestors of all of them.
    for (share, probability) in [(0.01, 0.5), (0.04, 0.5), (0.2, 0.5), (0.02, 0.95)] {
      let found = try #require(
        LossTimes(size: 1000).generations(shares: [share], probabilities: [probability])[0][0])
      let closed = AnchoredShare(samples: 1000, points: 0, truth: share)
      let exact = try #require(closed.absence(after: Int(found), from: share)).probability
      #expect(abs(exact - probability) < 0.01, "\(share), \(found) generations")
    }
  }

  /// Of 200 + 10 points the 2 % are missing in .344448 of all generations, by linear algebra on the exact chain.
  @Test func absences() throws {
    let history = SymbolHistory(
      column: "c", symbols: ["a", "b"], truth: [980_000, 20_000], generations: [0, 1, 2],
      counts: [[200, 10], [201, 9], [199, 11]])
    let forecast = LoopForecast(
      history, pull: 10.0 / 210,
      effectiveSize: IntervalEstimate(value: 210, lower: 150, upper: 300))
    #expect(forecast.absences.map(\.symbol) == ["b", "a"])
    #expect(abs(forecast.absences[0].probability - 0.344448) < 1e-6)
    #expect(forecast.losses.isEmpty)
  }

  @Test func returnsAreCertificates() {
    let history = SymbolHistory(
      column: "c", symbols: ["a", "b"], truth: [5, 5], generations: [0, 2, 5, 6],
      counts: [[5, 5], [10, 0], [9, 1], [10, 0]])
    #expect(LostAndBack.all(in: history) == [LostAndBack(symbol: "b", lost: 2, back: 5)])
    for seed in 0..<50 {
      let closed = SymbolProgram.closed.history(
        truth: SymbolProgram.zipf(8, exponent: 1), samples: 20, generations: 20, seed: seed)
      #expect(LostAndBack.all(in: closed).isEmpty)
    }
  }

  /// Expected diversity `H_0 (1 − 1/n)^t` lies in the band, whose start is the observed one.
  @Test func bandIsThatOfTheClosedLoop() {
    let history = SymbolProgram.closed.history(
      truth: SymbolProgram.zipf(5, exponent: 1), samples: 100, generations: 30, seed: 4)
    let bands = history.closedLoopBands(of: [.diversity, .distinctSymbols, .share(0)], loops: 200)
    let start = bands[0].observed[0]
    for t in 0...30 {
      let expected = start * (0..<t).reduce(1.0) { product, _ in product * (1 - 1.0 / 100) }
      #expect(bands[0].lower[t] <= expected + 1e-12 && expected <= bands[0].upper[t] + 1e-12)
      #expect(bands[1].upper[t] <= 5)
    }
    #expect(bands[2].lower[0] == bands[2].upper[0])
  }

  /// Holm's example by hand: .01 ≤ .05/3, .02 ≤ .05/2, .06 > .05.
  @Test func holm() {
    #expect(holmRejections([0.06, 0.01, 0.02], level: 0.05) == [false, true, true])
    #expect(holmRejections([0.03, 0.03], level: 0.05) == [false, false])
  }

  /// Columns that repeat each other say no more than one: same interval, and a verdict that is not surer.
  @Test func repeatedColumnsAddNothing() throws {
    let history = SymbolProgram.duplicates.history(
      truth: SymbolProgram.zipf(6, exponent: 0.5), samples: 200, generations: 40, seed: 3)
    let options = DiagnosisOptions(loops: 199)
    let one = LoopDiagnosis([history], options: options)
    let three = LoopDiagnosis([history, history, history], options: options)
    #expect(abs(one.pull.upper - three.pull.upper) < 1e-12)
    #expect(abs(one.relativeSize.lower - three.relativeSize.lower) < 1e-12)
    #expect(one.verdict == .driftingFaster && three.verdict == .driftingFaster)
    #expect(three.findings.first?.columns.count == 3)
    let data = try JSONEncoder().encode(three)
    #expect(try JSONDecoder().decode(LoopDiagnosis.self, from: data) == three)
  }
}
