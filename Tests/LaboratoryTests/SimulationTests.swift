import Definitions
import Experiments
import Foundation
import Laboratory
import StatisticalChecks
import Tables
import Testing
import _TestSupport

/// Simulations from words: they run, they are refused with a reason, and their numbers are right.
@Suite struct SimulationTests {
  static func document(_ options: [(String, String)]) throws -> JSONValue {
    try SimulationOptions.document(options.map { (field: $0.0, text: $0.1) })
  }

  static func run(_ options: [(String, String)], threads: Int = 2, ends: Bool = false) throws
    -> SimulationResult
  {
    try SimulationDefinition.simulation(try document(options), recordsEnds: ends)
      .run(context: RunContext(threads: threads))
  }

  static let families: [(kind: String, vector: String)] = [
    ("binomial,trials=3", "1.2"), ("spins,spins=4", "0.8"), ("coupled-spins,spins=4", "0.4:0.1"),
    ("categorical,symbols=3", "0.2:0.3"), ("poisson", "1.5"), ("negative-binomial,size=2", "1.5"),
    ("gamma,shape=2", "1.5"), ("gaussian-mean,variance=2", "0.5"), ("gaussian", "0.5:1.25"),
    ("gaussian-vector,dimensions=2", "0.1:0.2:1:0.1:1.2"), ("gamma-shape", "1.5:0.2"),
    ("table,ising=3", "0.1:0.2:0:0.1:0:-0.1"),
  ]

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
    [("impostor", "reused-seed")],
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
        let entropies = try #require(result.table.numbers(in: "entropy_mean"))
        #expect(entropies.allSatisfy { !$0.isNaN }, "\(options)")
      }
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
    #expect(bernoulli.table.rows.last?[1] == .number(1))
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
    // The standard deviation of one logarithm is √(10⁶ ψ′(19/2)) = 333, by 11σ for two of them.
    #expect(predicted < -1e5 && abs(logarithm - predicted) < 11 * 333 / 2.0.squareRoot())
  }

  /// The same cost for 10¹² samples as for 100, by the number of random words: nothing else grows.
  @Test(arguments: families.indices.filter { families[$0].kind != "gamma-shape" })
  func manySamplesAreAsCheapAsFew(index: Int) throws {
    let family = Self.families[index]
    let result = try Self.run([
      ("family", family.kind), ("truth", "mean=\(family.vector)"), ("samples", "1000000000000"),
      ("generations", "100"), ("replicates", "4"), ("policy", "external"),
    ])
    let mean = try #require(result.table.rows.last)
    // So many samples leave everything as it was.
    let first = try #require(result.table.rows.first)
    #expect(abs(mean[2].value - first[2].value) < 1e-3)
  }

  /// A common mistake in each field is answered by the field, the value and what is allowed.
  @Test(
    arguments: [
      ([], "family = nothing is not allowed: use one of binomial"),
      ([("family", "normal")], #"family.kind = "normal""#),
      ([("family", "binomial,trials=0")], "family.trials = 0"),
      ([("family", "binomial,size=2")], "family.size = 2 is not allowed: use one of the fields"),
      ([("family", "poisson"), ("truth", "rate=-1")], "truth.rate = -1"),
      ([("family", "poisson"), ("truth", "rate=0")], "truth = a model on the boundary"),
      ([("family", "poisson"), ("truth", "mean=1:2")], "truth.mean = a list of 2"),
      ([("family", "gaussian"), ("truth", "mean=1:0.5")], "truth.mean = 1, 0.5"),
      ([("family", "categorical"), ("truth", "probabilities=0.5:0.5")], "a list of 10 numbers"),
      ([("family", "categorical,symbols=2"), ("truth", "probabilities=0.5:0.6")], "sum to 1"),
      ([("family", "poisson"), ("samples", "0")], "samples = 0"),
      ([("family", "poisson"), ("samples", "2.5")], "samples = 2.5"),
      ([("family", "poisson"), ("samples", "1e18")], "samples = 1e+18"),
      (
        [("family", "poisson"), ("truth", "rate=1e9"), ("samples", "100000000")], "at most 4503599"
      ),
      ([("family", "coupled-spins,spins=1000"), ("samples", "1000000000000")], "stay exact"),
      ([("family", "gaussian"), ("samples", "1")], "samples = 1 is not allowed: use at least 2"),
      ([("family", "poisson"), ("policy", "external,count=-1")], "policy.count = -1"),
      ([("family", "poisson"), ("policy", "external,count=1,fraction=0.5")], "one of the two"),
      ([("family", "poisson"), ("policy", "external,fraction=1")], "policy.fraction = 1"),
      ([("family", "poisson"), ("policy", "external,fraction=1e-9")], "at least half a point"),
      ([("family", "poisson"), ("policy", "external,impurity=2")], "policy.impurity = 2"),
      (
        [("family", "poisson"), ("policy", "external,source=fixed,statistic=-1")],
        "policy.statistic"
      ),
      ([("family", "poisson"), ("policy", "replace,count=1")], "policy.count = 1"),
      ([("family", "poisson"), ("policy", "weights")], "policy.tilt = nothing"),
      ([("family", "poisson"), ("policy", "weights,tilt=1,oracle=true")], "not both"),
      ([("family", "poisson"), ("policy", "hoard")], #"policy.kind = "hoard""#),
      (
        [("family", "poisson"), ("policy", "subsample"), ("samples", "1000000")],
        "samples × generations = 1000000000"
      ),
      ([("family", "poisson"), ("estimator", "best")], #"estimator.kind = "best""#),
      ([("family", "poisson"), ("prior", "gaussian")], "the estimator map or posterior"),
      ([("family", "poisson"), ("estimator", "map"), ("prior", "beta")], #"prior.kind = "beta""#),
      (
        [("family", "poisson"), ("estimator", "map"), ("prior", "gaussian,variance=0")],
        "prior.variance = 0"
      ),
      (
        [("family", "gaussian"), ("estimator", "map"), ("prior", "gaussian,coordinate=mean")],
        "prior.coordinate = mean"
      ),
      (
        [("family", "poisson"), ("estimator", "posterior"), ("prior", "gaussian")],
        "flat, conjugate"
      ),
      ([("family", "coupled-spins"), ("estimator", "posterior")], "cannot be drawn from"),
      (
        [("family", "poisson"), ("impostor", "jittered-variance")], "a family with a free variance"
      ),
      ([("family", "poisson"), ("record", "every=0")], "record.every = 0"),
      ([("family", "poisson"), ("record", "at=1.5")], "record.at"),
      ([("family", "poisson"), ("record", "at=2000")], "record.at = 2000"),
      ([("family", "poisson"), ("replicates", "0")], "replicates = 0"),
      ([("family", "poisson"), ("generations", "-1")], "generations = -1"),
      ([("family", "poisson"), ("stop", "never")], #"stop = "never""#),
      ([("family", "gamma-shape"), ("samples", "1000000000")], "one by one"),
      ([("family", "gaussian-vector,dimensions=51")], "family.dimensions = 51"),
      ([("family", "gaussian-vector"), ("truth", "natural=0:0:1:0:1")], "truth.natural"),
      ([("family", "gaussian-vector"), ("truth", "correlation=1")], "truth.correlation = 1"),
      ([("family", "gaussian-vector"), ("samples", "2")], "use at least 3"),
      ([("family", "table,ising=13")], "family.ising = 13"),
      ([("family", "table"), ("truth", "mean=2:0:0:0:0:0")], "truth.mean = 2, 0, 0"),
      ([("family", "poisson"), ("seed", "-1")], "seed = -1"),
      ([("family", "poisson"), ("start", "sample=0")], "start.sample = 0"),
    ] as [([(String, String)], String)])
  func mistakesAreNamed(options: [(String, String)], complaint: String) throws {
    do {
      _ = try SimulationDefinition.simulation(try Self.document(options))
      Issue.record("\(options) is accepted")
    } catch let error as DefinitionError {
      #expect("\(error)".contains(complaint), "\(error)")
    }
  }

  @Test(arguments: laboratoryExamples.map(\.id))
  func everyExampleIsASimulation(id: String) throws {
    let example = try #require(laboratoryExamples.first { $0.id == id })
    _ = try SimulationDefinition.simulation(try example.document())
  }
}
