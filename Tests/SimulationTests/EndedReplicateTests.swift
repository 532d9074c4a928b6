import Claims
import Documents
import Foundation
import NumericalMethods
import Simulation
import Testing
import _TestSupport

/// A replicate that cannot go on ends alone, and every row says of how many it is.
@Suite struct EndedReplicateTests {
  /// Two points out of all so far, which may be one point twice: that has no variance.
  private static let subsample = [
    ("family", "gaussian"), ("policy", "subsample,replacement=true"), ("samples", "2"),
  ]
  private static let loop = subsample + [("generations", "30"), ("replicates", "200")]

  private static let share = FalseAlarmBudget.share(of: "replicates that end", cases: 1)

  @Test func theOthersGoOn() throws {
    let result = try SimulationTests.run(Self.loop, ends: true)
    let ended = try #require(result.ended)
    let replicates = try #require(result.table.numbers(in: "replicates"))
    #expect(replicates[0] == 200 && replicates.last! >= 1)
    #expect(zip(replicates, replicates.dropFirst()).allSatisfy(>=))
    // In the first generation two of the two points are one and the same in half of the runs.
    let left = BinomialCount(successes: Int(replicates[1]), trials: 200)
    #expect(left.agrees(with: 0.5, falseAlarm: Self.share))
    #expect(!left.agrees(with: 1, falseAlarm: Self.share))
    // Every row has as many as have not ended by then, and the mean is over these.
    let ends = try #require(result.ends)
    let times = try #require(ends.numbers(in: "generation"))
    let outcomes = ends.rows.map { $0[1] }
    for (row, time) in zip(result.table.rows, result.table.numbers(in: "generation")!) {
      let there = zip(outcomes, times).count { $0 != .text("ended") || $1 > time }
      #expect(row[1] == .integer(there))
    }
    #expect(ended.count == outcomes.count { $0 == .text("ended") })
    #expect(ended.count + result.absorbed + result.censored == 200)
    let first = try #require(outcomes.firstIndex(of: .text("ended")))
    #expect(ended.first.replicate == first && ended.first.generation == Int(times[first]))
    #expect(ends.rows[first].last == .text(ended.first.reason))
    #expect(ended.first.reason.contains("variance"))
  }

  @Test func threadsLeaveNoTrace() throws {
    let (one, many) = (
      try SimulationTests.run(Self.loop, threads: 1, ends: true),
      try SimulationTests.run(Self.loop, threads: 7, ends: true)
    )
    #expect(one.table.csv == many.table.csv && one.ends?.csv == many.ends?.csv)
    #expect(one.ended == many.ended)
  }

  /// The last row is that of the last replicate; one that never starts is known by its reason alone.
  @Test func allMayEnd() throws {
    let none = try SimulationTests.run(
      Self.subsample + [("generations", "100000"), ("replicates", "3")])
    #expect(none.ended?.count == 3 && none.absorbed == 0 && none.censored == 0)
    #expect(none.table.numbers(in: "replicates")!.allSatisfy { $0 > 0 })
    #expect(none.predicted.rows.count == none.table.rows.count)
    let late = try SimulationTests.run(
      Self.subsample + [
        ("generations", "100000"), ("replicates", "3"), ("record", "at=100000"),
      ], ends: true)
    #expect(late.table.rows.isEmpty && late.ended?.count == 3 && late.ends?.rows.count == 3)
  }

  /// Means, variances and their standard errors are those of the values one by one.
  @Test func standardErrorsAreThoseOfTheValues() throws {
    let count = 50
    let result = try SimulationTests.run(
      [
        ("family", "gaussian"), ("samples", "5"), ("generations", "3"), ("replicates", "\(count)"),
        ("record", "at=3"),
      ], ends: true)
    for name in ["s", "variance", "log_variance"] {
      let values = try #require(result.ends?.numbers(in: name))
      func moment(_ power: Double) -> Double {
        values.reduce(0) { $0 + pow($1 - mean, power) } / Double(count)
      }
      let (mean, n) = (values.reduce(0, +) / Double(count), Double(count))
      let variance = moment(2) * n / (n - 1)
      for (column, value) in [
        ("\(name)_mean", mean), ("\(name)_standard_error", (variance / n).squareRoot()),
        ("\(name)_variance", variance),
        // Of an unbiased variance: (μ₄ − σ⁴(n − 3)/(n − 1))/n.
        (
          "\(name)_variance_standard_error",
          ((moment(4) - variance * variance * (n - 3) / (n - 1)) / n).squareRoot()
        ),
      ] {
        let found = try #require(result.table.numbers(in: column)?.last)
        #expect(abs(found - value) < 1e-9 * (abs(value) + 1), "\(column)")
      }
    }
  }
}
