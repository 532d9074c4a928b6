import Claims
import Documents
import Families
import Foundation
import Loop
import NumericalMethods
import Simulation
import Testing
import _TestSupport

/// Simulations from words: they run, they are refused with a reason, and their numbers are right.
@Suite(.inTurn(.other)) struct SimulationTests {
  static func document(_ options: [(String, String)]) throws -> JSONValue {
    try SimulationOptions.document(options.map { (field: $0.0, text: $0.1) })
  }

  static func run(_ options: [(String, String)], threads: Int = 2, ends: Bool = false) throws
    -> SimulationResult
  {
    try SimulationDefinition.simulation(try document(options), recordsEnds: ends)
      .run(context: RunContext(threads: threads))
  }

  /// Families in words, and a mean of their statistics each: some with fields of their own, and all others as
  /// they are if nothing is said.
  static let families =
    chosen
    + simulatedFamilies.filter { type in
      !chosen.contains { $0.kind.prefix { $0 != "," } == type.kind }
    }.map { standard($0) }

  private static let chosen: [(kind: String, vector: String)] = [
    ("binomial,trials=3", "1.2"), ("spins,spins=4", "0.8"), ("coupled-spins,spins=4", "0.4:0.1"),
    ("categorical,symbols=3", "0.2:0.3"), ("poisson", "1.5"), ("negative-binomial,size=2", "1.5"),
    ("gamma,shape=2", "1.5"), ("gaussian-mean,variance=2", "0.5"), ("gaussian", "0.5:1.25"),
    ("gaussian-vector,dimensions=2", "0.1:0.2:1:0.1:1.2"), ("gamma-shape", "1.5:0.2"),
    ("table,ising=3", "0.1:0.2:0:0.1:0:-0.1"),
  ]

  private static func standard<F: SimulatedFamily>(
    _ type: F.Type
  ) -> (kind: String, vector: String) {
    var fields = try! Fields(.string(F.kind), path: "family")
    let family = try! F.make(&fields)
    let mean = family.standardMember.meanParameter
    return (F.kind, (0..<family.dimension).map { "\(mean[$0])" }.joined(separator: ":"))
  }

  static let policies = [
    "replace", "external", "external,source=fixed", "external,fraction=0.25",
    "external,count=2,impurity=0.5", "external,from.mean=MEAN",
    "external,source=fixed,statistic=MEAN",
    "accumulate", "accumulate,count=1", "subsample", "subsample,replacement=true",
    "weights,tilt=TILT", "weights,oracle=true",
  ]

  static let estimators: [[(String, String)]] = [
    [("estimator", "ml")], [("estimator", "map")],
    [("estimator", "map"), ("prior", "gaussian,variance=2")],
    [("estimator", "map"), ("prior", "laplace,penalty=0.5")],
    [("estimator", "map"), ("prior", "conjugate,mean=MEAN,weight=2")],
    [("fault", "reused-seed")],
  ]

  /// Every family under every policy with every estimator that all families have.
  @Test(arguments: families.indices)
  func everyCombinationRuns(index: Int) throws {
    let family = Self.families[index]
    let tilt = family.vector.split(separator: ":").map { _ in "0.1" }.joined(separator: ":")
    func filled(_ text: String) -> String {
      text.replacing("MEAN", with: family.vector).replacing("TILT", with: tilt)
    }
    for policy in Self.policies {
      for estimator in Self.estimators {
        let options =
          [
            ("family", family.kind), ("truth", "mean=\(family.vector)"), ("samples", "12"),
            ("policy", filled(policy)), ("generations", "4"), ("replicates", "3"),
          ] + estimator.map { ($0.0, filled($0.1)) }
        let result = try Self.run(options)
        #expect(result.table.rows.count == 5, "\(options)")
        // Nothing is lost on the way; only from an absorbed model the truth is infinitely far.
        for column in result.table.columns where !column.hasPrefix("kl_truth_model") {
          let value = try #require(result.table.numbers(in: column)?.last)
          #expect(value.isFinite, "\(options): \(column)")
        }
      }
    }
  }

  @Test func familiesHaveOtherNames() throws {
    for (name, kind) in [
      ("bernoulli", "binomial"), ("geometric", "negative-binomial"), ("exponential", "gamma"),
    ] {
      let rest = [("generations", "5"), ("replicates", "4")]
      #expect(
        try Self.run([("family", name)] + rest).table.csv
          == Self.run([("family", kind)] + rest).table.csv)
    }
  }

  /// Threads leave no trace, more replicates change none of the first, and fresh points leave the
  /// synthetic samples as they are.
  @Test func resultsDependOnTheDefinitionAlone() throws {
    let options = [
      ("family", "coupled-spins,spins=6"), ("samples", "20"), ("generations", "30"),
      ("replicates", "50"),
    ]
    let one = try Self.run(options, threads: 1, ends: true)
    let many = try Self.run(options, threads: 5, ends: true)
    // As text: what is not known is not a number, and no equal of itself.
    #expect(one.table.csv == many.table.csv && one.predicted.csv == many.predicted.csv)
    #expect(one.ends?.csv == many.ends?.csv)
    let more = try Self.run(options.dropLast() + [("replicates", "90")], ends: true)
    #expect(Array(more.ends!.rows.prefix(50)) == one.ends!.rows)
    #expect(try Self.run(options + [("seed", "1")]).table.csv != one.table.csv)
  }

  @Test func aReplicateThatNeverSettlesIsCensored() throws {
    let gaussian = try Self.run(
      [("family", "gaussian"), ("generations", "50"), ("replicates", "20"), ("stop", "absorbed")],
      ends: true)
    #expect(gaussian.absorbed == 0 && gaussian.censored == 20)
    #expect(gaussian.ends!.rows.allSatisfy { $0[1] == .text("censored") && $0[2] == .integer(50) })
    let bernoulli = try Self.run(
      [
        ("family", "binomial"), ("samples", "5"), ("generations", "100000"), ("replicates", "40"),
        ("stop", "absorbed"), ("record", "every=10"),
      ], ends: true)
    #expect(bernoulli.absorbed == 40 && bernoulli.censored == 0)
    // The table ends with the last replicate, not with the horizon.
    #expect(bernoulli.table.rows.count < 100)
    #expect(bernoulli.table.numbers(in: "absorbed")?.last == 1)
    let times = try #require(bernoulli.ends?.numbers(in: "generation"))
    #expect(times.allSatisfy { $0 >= 1 && $0 < 1000 })
  }

  /// A million generations of a variance that no double could hold.
  @Test func theGaussianOutlivesTheRangeOfDoubles() throws {
    let result = try Self.run([
      ("family", "gaussian"), ("samples", "20"), ("generations", "1000000"), ("replicates", "2"),
      ("record", "at=1000000"),
    ])
    let logarithm = try #require(result.table.numbers(in: "log_variance_mean")?.last)
    let predicted = try #require(result.predicted.numbers(in: "log_variance_mean_predicted")?.last)
    let generations = 1_000_000
    let bounds = DeviationBound.logGamma(
      shapes: [9.5], count: 2 * generations, falseAlarm: PredictionTests.share)
    let difference = (logarithm - predicted) / Double(generations)
    #expect(predicted < -1e5 && difference <= bounds.above && difference >= -bounds.below)
    // A variance with the divisor M − 1 in place of M is beyond it.
    #expect(log(20.0 / 19) > bounds.above)
  }

  /// 10¹² samples take no longer than a hundred, since sums are drawn.
  ///
  /// They leave all but everything as it was: a hundred generations move a mean by some 10⁻⁵. Ten thousand samples
  /// move it more.
  @Test(arguments: families.indices.filter { families[$0].kind != "gamma-shape" })
  func manySamplesAreAsCheapAsFew(index: Int) throws {
    let family = Self.families[index]
    func spread(_ samples: String) throws -> (shift: Double, variance: Double) {
      let table = try Self.run([
        ("family", family.kind), ("truth", "mean=\(family.vector)"), ("samples", samples),
        ("generations", "100"), ("replicates", "4"), ("policy", "external"),
      ]).table
      let column = try #require(table.columns.first { $0.hasSuffix("_mean") })
      let means = try #require(table.numbers(in: column))
      let variances = try #require(
        table.numbers(in: column.replacing("_mean", with: "_variance")))
      return (abs(means.last! - means[0]), variances.last!)
    }
    let many = try spread("1000000000000")
    #expect(many.shift < 1e-3 && many.variance < 1e-6)
    // Something is drawn in every generation.
    #expect(many.shift > 0 && many.variance > 0)
    #expect(try spread("10000").variance > 1e-6)
  }

  @Test(arguments: simulationExamples.map(\.id))
  func everyExampleIsASimulation(id: String) throws {
    let example = try #require(simulationExamples.first { $0.id == id })
    _ = try SimulationDefinition.simulation(try example.document())
  }
}
