import Claims
import Foundation
import NumericalMethods
import Simulation
import Testing
import _TestSupport

/// Loops whose scale leaves the range of doubles go on, with the right numbers.
@Suite struct ScaleTests {
  private static let share = FalseAlarmBudget.share(
    of: "scales beyond double precision", cases: times.count + 5)

  private static func mean(
    _ quantity: String, _ options: [(String, String)]
  ) throws -> [Double] {
    let result = try SimulationTests.run(options)
    #expect(result.ended == nil, "\(String(describing: result.ended))")
    return try #require(result.table.numbers(in: "\(quantity)_mean"))
  }

  /// Known shapes k, M, generations and replicates: all means but those of logarithms are 0.
  private static let times: [(shape: Double, samples: Int, generations: Int, replicates: Int)] = [
    (1, 10, 20000, 10), (0.01, 10, 1000, 10), (0.01, 100, 2000, 10), (1e-6, 1, 20, 10),
  ]

  /// `ln μ` drifts by ψ(kM) − ln(kM) a generation: its steps are logarithms of Gamma variates.
  @Test(arguments: times.indices)
  func logarithmsOfMeansDrift(index: Int) throws {
    let (shape, samples, generations, replicates) = Self.times[index]
    let size = shape * Double(samples)
    let found = try Self.mean(
      "log_mean",
      [
        ("family", "gamma,shape=\(shape)"), ("samples", "\(samples)"),
        ("generations", "\(generations)"), ("replicates", "\(replicates)"),
        ("record", "at=\(generations)"),
      ])
    let drift = found[0] / Double(generations)
    let expected = SpecialFunction.digamma(size) - log(size)
    let bounds = DeviationBound.logGamma(
      shapes: [size], count: generations * replicates, falseAlarm: Self.share)
    #expect(drift <= expected + bounds.above && drift >= expected - bounds.below)
    #expect(found[0] < -700)
    if index == 0 {
      #expect(abs(expected + 0.0508325) < 1e-7)
      // A mean with the divisor M − 1 in place of M is beyond it.
      #expect(log(10.0 / 9) > bounds.above)
    }
  }

  /// Where points lie close together, `−ln k` drifts like the logarithm of a Gaussian's variance.
  @Test func shapesGrowBeyondDoubles() throws {
    let (replicates, generations) = (20, 4000)
    let found = try Self.mean(
      "log_shape",
      [
        ("family", "gamma-shape"), ("samples", "10"), ("replicates", "\(replicates)"),
        ("generations", "\(generations + 400)"), ("record", "at=400:\(generations + 400)"),
      ])
    let growth = (found[1] - found[0]) / Double(generations)
    let expected = -(SpecialFunction.digamma(4.5) - log(5))
    let bounds = DeviationBound.logGamma(
      shapes: [4.5], count: generations * replicates, falseAlarm: Self.share)
    #expect(growth <= expected + bounds.below && growth >= expected - bounds.above)
    #expect(found[1] > 710 && log(10.0 / 9) > bounds.below)
  }

  /// Points of a small shape, all of which may be smaller than any double beside the mean they come from.
  @Test func smallShapesKeepTheirLogarithms() throws {
    let (shape, samples, replicates) = (0.01, 10, 2000)
    let options = [
      ("family", "gamma-shape"), ("truth", "shape=\(shape)"), ("samples", "\(samples)"),
      ("replicates", "\(replicates)"), ("generations", "1"), ("record", "at=1"),
    ]
    // Of the sum of all points, and of each of them.
    for (quantity, size, count) in [
      ("log_mean", shape * Double(samples), replicates), ("log_s", shape, replicates * samples),
    ] {
      let found = try Self.mean(quantity, options)[0]
      let expected = SpecialFunction.digamma(size) - log(size)
      let bounds = DeviationBound.logGamma(shapes: [size], count: count, falseAlarm: Self.share)
      #expect(found <= expected + bounds.above && found >= expected - bounds.below, "\(quantity)")
    }
    _ = try Self.mean("log_mean", options + [("generations", "200"), ("replicates", "10")])
  }

  /// Sums beyond 2⁵³ have the Gamma law of their rate.
  @Test func countsWanderAboveTheIntegers() throws {
    let (mean, samples, replicates) = (1e15, 100, 200)
    let options = [
      ("family", "negative-binomial"), ("truth", "mean=\(mean)"), ("samples", "\(samples)"),
      ("replicates", "\(replicates)"),
    ]
    let ratio = try Self.mean("s", options + [("generations", "1"), ("record", "at=1")])[0] / mean
    let bounds = DeviationBound.gamma(
      shape: Double(samples * replicates), falseAlarm: Self.share)
    #expect(ratio <= 1 + bounds.above && ratio >= 1 - bounds.below)
    #expect(max(bounds.above, bounds.below) < 0.06)
    _ = try Self.mean("s", options + [("generations", "100"), ("replicates", "20")])
    // Points themselves are integers: a policy that keeps them ends, and says why.
    let points = try SimulationTests.run(
      options + [("policy", "subsample"), ("generations", "2"), ("replicates", "2")])
    #expect(points.ended?.count == 2)
  }
}
