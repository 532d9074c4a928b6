import Documents
import Foundation
import NumericalMethods
import Simulation
import Testing
import _TestSupport

/// What theory predicts is what is found.
@Suite(.inTurn(.other)) struct PredictionTests {
  /// Loops of bounded statistics, with the length of the range of the first, and predictions of means and
  /// variances.
  static let loops: [(range: Double, options: [(String, String)])] = [
    (1, [("family", "binomial"), ("truth", "probability=0.3")]),
    (1, [("family", "binomial"), ("truth", "probability=0.3"), ("policy", "external,count=2")]),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("start", "probability=0.9"),
        ("policy", "external,count=3,impurity=0.4"),
      ]
    ),
    (
      3,
      [
        ("family", "binomial,trials=3"), ("truth", "probability=0.3"),
        ("policy", "external,source=fixed,statistic=1,count=2"),
      ]
    ),
    (1, [("family", "binomial"), ("truth", "probability=0.3"), ("policy", "accumulate")]),
    (1, [("family", "binomial"), ("truth", "probability=0.3"), ("policy", "accumulate,count=1")]),
    (1, [("family", "binomial"), ("truth", "probability=0.3"), ("start", "sample=7")]),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("start", "sample=7"),
        ("policy", "accumulate"),
      ]
    ),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("start", "sample=7"),
        ("policy", "accumulate,count=1"),
      ]
    ),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("start", "sample=7"),
        ("policy", "subsample"),
      ]
    ),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("estimator", "map"),
        ("prior", "beta,up=2,down=1"),
      ]
    ),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("estimator", "posterior"),
        ("prior", "beta,up=2,down=1"),
      ]
    ),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"), ("estimator", "posterior"),
        ("prior", "beta,up=2,down=1"), ("policy", "accumulate"),
      ]
    ),
    (6, [("family", "spins,spins=3"), ("truth", "magnetisation=0.4"), ("policy", "external")]),
    (1, [("family", "categorical,symbols=3"), ("truth", "zipf=1"), ("policy", "external")]),
    (1, [("family", "categorical,symbols=3"), ("truth", "zipf=1"), ("policy", "subsample")]),
    (
      1,
      [
        ("family", "binomial"), ("truth", "probability=0.3"),
        ("policy", "external,source=fixed,count=2"),
      ]
    ),
  ]

  static let share = FalseAlarmBudget.share(
    of: "laboratory predictions", cases: 4 * loops.count + 20)

  static let replicates = 30_000

  /// How far the variance of so many values may be from that of their law, by Bernstein's bound.
  static func bound(variance: Double, range: Double) -> (mean: Double, variance: Double) {
    let mean = DeviationBound.bernstein(
      variance: variance, deviation: range, count: replicates, falseAlarm: share)
    // A mean of squares, each at most range², less the square of the mean's error.
    let square = DeviationBound.bernstein(
      variance: range * range * variance, deviation: range * range, count: replicates,
      falseAlarm: share)
    return (mean, square + mean * mean)
  }

  /// Means and variances after six generations of five points.
  @Test(arguments: loops.indices)
  func momentsAgree(index: Int) throws {
    let (range, options) = Self.loops[index]
    let result = try SimulationTests.run(
      options + [
        ("samples", "5"), ("generations", "6"), ("replicates", "\(Self.replicates)"),
        ("record", "at=6"),
      ])
    let name = try #require(result.table.columns.first { $0.hasSuffix("_mean") }).dropLast(5)
    func value(_ column: String) throws -> Double {
      try #require(result.predicted.numbers(in: column)?.last)
    }
    let (mean, variance) = (try value("\(name)_mean"), try value("\(name)_variance"))
    let expected = try value("\(name)_mean_predicted")
    let spread = try value("\(name)_variance_predicted")
    let bound = Self.bound(variance: spread.isNaN ? range * range / 4 : spread, range: range)
    #expect(abs(mean - expected) <= bound.mean, "\(options): \(mean), not \(expected)")
    #expect(
      // Only of points that are kept or drawn once there is no variance to predict.
      spread.isNaN
        ? options.contains { $0.1.contains("subsample") || $0.1.contains("source=fixed,count") }
        : abs(variance - spread) <= bound.variance,
      "\(options): \(variance), not \(spread)")
  }

  /// The same bounds tell a loop without its points, points that are fixed from fresh ones, a source that
  /// is not pure from one that is, and a mode from a draw.
  @Test func thePredictionsHaveTeeth() throws {
    func prediction(_ options: [(String, String)]) throws -> Double {
      let result = try SimulationTests.run(
        [("family", "binomial"), ("truth", "probability=0.3"), ("samples", "5")] + options
          + [("generations", "6"), ("replicates", "2"), ("record", "at=6")])
      return try #require(result.predicted.numbers(in: "successes_variance_predicted")?.last)
    }
    let anchored = [("policy", "external,count=2")]
    let drawn = [("estimator", "posterior"), ("prior", "beta,up=2,down=1")]
    for (right, wrong) in [
      (anchored, []), (anchored, [("policy", "external,count=1")]),
      (anchored, [("policy", "external,count=2,impurity=0.5")]),
      (anchored, [("policy", "external,count=2,source=fixed,statistic=0.3")]),
      (anchored, [("policy", "accumulate,count=2")]),
      // Real points that are kept, or forgotten.
      (
        [("policy", "accumulate"), ("start", "sample=20")],
        [("policy", "replace"), ("start", "sample=20")]
      ),
      (drawn, [("estimator", "map"), ("prior", "beta,up=2,down=1")]),
    ] {
      let (a, b) = (try prediction(right), try prediction(wrong))
      #expect(abs(a - b) > Self.bound(variance: a, range: 1).variance, "\(wrong): \(b), not \(a)")
    }
  }

  /// X5 and X9 of the theory notes, from the recursion that stands beside every simulation.
  @Test func theRecursionHasTheKnownLimits() throws {
    func variance(_ options: [(String, String)], _ generations: Int) throws -> Double {
      let result = try SimulationTests.run(
        [("family", "binomial"), ("replicates", "2")] + options
          + [("generations", "\(generations)"), ("record", "at=\(generations)")])
      return try #require(result.predicted.numbers(in: "successes_variance_predicted")?.last)
    }
    let anchored = try variance([("samples", "100"), ("policy", "external,count=1")], 5000)
    #expect(abs(anchored - 0.0838870432) < 1e-10)
    let two = try variance([("samples", "2"), ("policy", "external,count=1")], 500)
    #expect(abs(two - 0.1071428571) < 1e-10)
    // The surviving fraction of ¼ is sin(π/√M)/(π/√M), approached like 1/t.
    let (near, far) = (
      try variance([("samples", "10"), ("policy", "accumulate")], 20_000),
      try variance([("samples", "10"), ("policy", "accumulate")], 40_000)
    )
    #expect(abs(1 - 4 * (2 * far - near) - 0.8434358572) < 1e-8)
  }

  /// A hundred real points count on: of the truth's variance ten more leave the fraction
  /// `(1 − 1/100)(1 − (10/110)²/10)`, where a program that forgets them has `(1 − 1/100)(1 − 1/10)`.
  @Test(arguments: ["accumulate", "subsample"])
  func realPointsAreKept(policy: String) throws {
    let replicates = Self.replicates
    let result = try SimulationTests.run([
      ("family", "binomial"), ("start", "sample=100"), ("policy", policy), ("samples", "10"),
      ("generations", "1"), ("replicates", "\(replicates)"), ("record", "at=1"),
    ])
    let variance = try #require(result.table.numbers(in: "successes_variance")?.last)
    let pool = 0.99 * (1 - 1.0 / 1210)
    // Ten of a hundred and ten, chosen without replacement, keep (110 − 11)/(110 − 1) of the pool's.
    let kept = policy == "subsample" ? pool * 99 / 109 : pool
    let bound = Self.bound(variance: 0.25 * (1 - kept), range: 1).variance
    #expect(abs(variance - 0.25 * (1 - kept)) <= bound, "\(1 - 4 * variance), not \(kept)")
    #expect(0.25 * abs(kept - 0.99 * 0.9) > (policy == "subsample" ? 0 : bound))
    if policy == "accumulate" {
      let predicted = try #require(
        result.predicted.numbers(in: "successes_variance_predicted")?.last)
      #expect(abs(predicted - 0.25 * (1 - pool)) < 1e-15)
      #expect(abs(pool - 0.989182) < 1e-6)
    }
  }

  /// Exact chains and branching processes: the fraction absorbed.
  @Test(arguments: [
    [("family", "binomial"), ("truth", "probability=0.2"), ("samples", "6")],
    [("family", "spins,spins=2"), ("truth", "magnetisation=0.5"), ("samples", "4")],
    [("family", "poisson"), ("truth", "rate=0.5"), ("samples", "6")],
  ])
  func absorptionAgrees(options: [(String, String)]) throws {
    let replicates = 4000
    let result = try SimulationTests.run(
      options + [("generations", "12"), ("replicates", "\(replicates)"), ("record", "at=12")])
    let found = try #require(result.predicted.numbers(in: "absorbed")?.last)
    let expected = try #require(result.predicted.numbers(in: "absorbed_predicted")?.last)
    let test = BinomialCount(
      successes: Int((found * Double(replicates)).rounded()), trials: replicates)
    #expect(test.agrees(with: expected, falseAlarm: Self.share), "\(found), not \(expected)")
    #expect(!test.agrees(with: expected + 0.06, falseAlarm: Self.share))
  }

  /// Entropies of bounded range, and the divergence that follows from them.
  @Test(arguments: [
    ([("family", "binomial"), ("truth", "probability=0.4")], log(2.0)),
    ([("family", "categorical,symbols=4"), ("truth", "zipf=1")], log(4.0)),
  ])
  func boundedEntropiesAgree(options: [(String, String)], range: Double) throws {
    let replicates = 20_000
    let result = try SimulationTests.run(
      options + [
        ("samples", "15"), ("generations", "8"), ("replicates", "\(replicates)"),
        ("record", "at=8"),
      ])
    let bound = DeviationBound.bernstein(
      variance: range * range / 4, deviation: range, count: replicates, falseAlarm: Self.share)
    func difference(_ quantity: String) throws -> Double {
      let found = try #require(result.predicted.numbers(in: "\(quantity)_mean")?.last)
      return found
        - (try #require(result.predicted.numbers(in: "\(quantity)_mean_predicted")?.last))
    }
    #expect(abs(try difference("entropy")) <= bound)
    // The energy −θ*·φ ranges over at most ln(4) more.
    #expect(abs(try difference("kl_model_truth")) <= 3 * bound)
    // One sample fewer a generation is beyond it.
    let fewer = try SimulationTests.run(
      options + [
        ("samples", "13"), ("generations", "8"), ("replicates", "2"), ("record", "at=8"),
      ])
    let (a, b) = (
      try #require(result.predicted.numbers(in: "entropy_mean_predicted")?.last),
      try #require(fewer.predicted.numbers(in: "entropy_mean_predicted")?.last)
    )
    #expect(abs(a - b) > bound)
  }

  /// Logarithms of Gamma variates add up over generations and replicates, so that Chernoff's bound holds
  /// for their mean, with the moments that are Gamma functions.
  @Test(arguments: [
    ([("family", "gaussian"), ("truth", "mean=1,variance=2")], 7.0, 0.5),
    ([("family", "gamma,shape=2"), ("truth", "mean=3")], 30.0, 2.0),
  ])
  func entropiesOfEveryScaleAgree(
    options: [(String, String)], shape: Double, weight: Double
  ) throws {
    let (replicates, generations) = (4000, 8)
    let result = try SimulationTests.run(
      options + [
        ("samples", "15"), ("generations", "\(generations)"), ("replicates", "\(replicates)"),
        ("record", "at=\(generations)"),
      ])
    let found = try #require(result.predicted.numbers(in: "entropy_mean")?.last)
    let expected = try #require(result.predicted.numbers(in: "entropy_mean_predicted")?.last)
    let bounds = DeviationBound.logGamma(
      shapes: [shape], count: replicates * generations, falseAlarm: Self.share)
    let scale = weight * Double(generations)
    let difference = found - expected
    #expect(difference <= scale * bounds.above && difference >= -scale * bounds.below)
    // A variance with the divisor M − 1 in place of M is beyond it.
    #expect(log(15.0 / 14) > bounds.above)
  }

  // With its type beside it: the compiler takes half a minute to find it.
  private static let unpredicted: [(options: [(String, String)], column: String)] = [
    ([("family", "poisson"), ("estimator", "map"), ("prior", "flat,coordinate=mean")], "s_mean"),
    (
      [
        ("family", "binomial"), ("truth", "probability=0.05"), ("estimator", "map"),
        ("prior", "beta,up=0.1,down=5,coordinate=mean"),
      ], "successes_mean"
    ),
    (
      [
        ("family", "gaussian-mean"), ("policy", "subsample"), ("estimator", "map"),
        ("prior", "conjugate,mean=5,weight=10"),
      ], "s_mean"
    ),
    ([("family", "gamma,shape=0.1"), ("estimator", "posterior")], "s_variance"),
    ([("family", "gaussian"), ("fault", "jittered-variance")], "entropy_mean"),
    ([("family", "gaussian"), ("fault", "reused-seed")], "s_mean"),
    ([("family", "binomial"), ("policy", "weights,tilt=1")], "successes_mean"),
  ]

  /// Where a mode may lie on the boundary, where a pool is pulled at, and where a moment is infinite, there is
  /// no prediction rather than a wrong one.
  @Test(arguments: unpredicted)
  func whatIsNotKnownIsNotPredicted(options: [(String, String)], column: String) throws {
    let result = try SimulationTests.run(
      options + [("samples", "5"), ("generations", "3"), ("replicates", "2")])
    let index = try #require(result.predicted.columns.firstIndex(of: "\(column)_predicted"))
    #expect(result.predicted.rows.allSatisfy { $0[index] == .text("none") })
  }

  // MARK: - Far from the origin

  /// Divergences of Gaussians, measured and predicted, do not depend on where their mean is; the random numbers
  /// are the same, and what is drawn is rounded beside the mean.
  @Test(arguments: [
    ("gaussian", "mean=%,variance=1"), ("gaussian-mean", "mean=%"),
    ("gaussian-vector", "centre=%:%"),
  ])
  func divergencesDoNotDependOnTheOrigin(family: String, truth: String) throws {
    func table(_ mean: String) throws -> Table {
      try SimulationTests.run([
        ("family", family),
        ("truth", truth.replacingOccurrences(of: "%", with: mean)), ("samples", "100"),
        ("generations", "20"), ("replicates", "20"),
      ]).predicted
    }
    let (near, far) = (try table("0"), try table("100000000"))
    func values(_ table: Table, _ column: String) throws -> [Double] {
      try #require(table.numbers(in: column))
    }
    for column in ["kl_truth_model_mean", "kl_model_truth_mean"] {
      for (a, b) in zip(try values(near, column), try values(far, column)) {
        #expect(a > 0 || a == b)
        #expect(abs(a - b) <= 1e-6 * a, "\(column): \(a), \(b)")
      }
    }
    let predicted = try values(far, "kl_model_truth_mean_predicted")
    #expect(predicted.last! > 0)
    for (a, b) in zip(try values(near, "kl_model_truth_mean_predicted"), predicted) {
      #expect(abs(a - b) <= 1e-12 * a, "\(a), \(b)")
    }
  }
}
