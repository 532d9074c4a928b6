import Foundation
import NumericalMethods
import Simulation
import Testing
import _TestSupport

/// X8: drawing a model from the posterior and data from the model keeps the prior, exactly and at every M.
///
/// Sixty generations of three samples forget the start except for 3⁻⁶⁰ of it.
@Suite(.inTurn(.other)) struct PosteriorTests {
  /// A family, its mean, and the distribution function of the mean under six pseudo-data of that mean.
  struct Case: Sendable {
    let family: String
    let mean: Double
    let cumulative: @Sendable (Double) -> Double
  }

  private static let replicates = 10_000

  static let cases = [
    Case(family: "binomial", mean: 0.4) { ContinuousLaw.betaCumulative(2.4, 3.6, at: $0) },
    Case(family: "spins,spins=3", mean: 0.6) {
      // Eighteen pseudo-spins, six tenths of them up.
      ContinuousLaw.betaCumulative(10.8, 7.2, at: ($0 + 3) / 6)
    },
    Case(family: "poisson", mean: 0.7) {
      ContinuousLaw.gammaCumulative(shape: 4.2, rate: 6, at: $0)
    },
    Case(family: "negative-binomial,size=4", mean: 0.7) {
      ContinuousLaw.betaCumulative(4.2, 25, at: $0 / (4 + $0))
    },
    Case(family: "gamma,shape=2", mean: 0.8) {
      1 - ContinuousLaw.gammaCumulative(shape: 13, rate: 4.8, at: 2 / $0)
    },
    Case(family: "gaussian-mean,variance=2", mean: 0.3) {
      0.5 * erfc(-($0 - 0.3) / (2 * 2.0 / 6).squareRoot())
    },
  ]

  private static func means(of family: String, _ mean: Double, weight: Double) throws -> [Double] {
    let result = try SimulationTests.run(
      [
        ("family", family), ("truth", "mean=\(mean)"), ("samples", "3"), ("estimator", "posterior"),
        ("prior", "conjugate,mean=\(mean),weight=\(weight)"), ("generations", "60"),
        ("replicates", "\(replicates)"), ("record", "at=60"),
      ], ends: true)
    let ends = try #require(result.ends)
    return try #require(ends.numbers(in: ends.columns[3]))
  }

  private static func distance(_ values: [Double], _ cumulative: (Double) -> Double) -> Double {
    let n = Double(values.count)
    return values.sorted().enumerated().reduce(0) { largest, value in
      let p = cumulative(value.element)
      let (below, above) = (Double(value.offset) / n, Double(value.offset + 1) / n)
      return max(largest, abs(p - below), abs(p - above))
    }
  }

  @Test(arguments: cases.indices)
  func drawsKeepThePrior(index: Int) throws {
    let entry = Self.cases[index]
    let bound = DeviationBound.dvoretzkyKieferWolfowitz(
      count: Self.replicates, falseAlarm: PredictionTests.share)
    let found = try Self.means(of: entry.family, entry.mean, weight: 6)
    #expect(Self.distance(found, entry.cumulative) <= bound, "\(entry.family)")
    // A prior of two points more is told apart.
    let wrong = try Self.means(of: entry.family, entry.mean, weight: 8)
    #expect(Self.distance(wrong, entry.cumulative) > bound, "\(entry.family)")
  }
}
