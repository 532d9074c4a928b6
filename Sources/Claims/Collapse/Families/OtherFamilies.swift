import Documents
import Families
import Foundation
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// Closed loops of unbounded statistics: extinction, shrinking scales, and ranks lost before them.
package enum OtherFamilies: Experiment {
  package static let id = "families"
  package static let summary =
    "X3: counts die out, variances shrink forever, and of a large covariance the rank goes before the scale"
  package static let caption = """
    Closed loops of unbounded statistics. (a) Poisson counts die out, with the exact law of a \
    critical branching process, after a time of infinite mean. (b) The variance of a Gaussian and \
    the mean of exponential times, from 1: the mean of the logarithm falls faster than the logarithm \
    of the mean (dashed), which is carried by ever rarer runs, so that averages over 2000 of them \
    (open circles) lose it. (c) Log eigenvalues of the covariance of five Gaussian variables, and \
    the exact rates that they tend to: the rank goes before the scale, as it does for three or more. \
    M = 50.
    """

  /// M = 50 throughout.
  package static func definition(_ scale: Scale) -> FamiliesDefinition {
    var definition = FamiliesDefinition()
    if scale == .quick { (definition.replicates, definition.covarianceReplicates) = (400, 20) }
    return definition
  }

  /// Fractions extinct, mean logarithms of scales, and mean log eigenvalues, beside exact ones.
  package static func run(_ definition: FamiliesDefinition, context: RunContext) throws -> [Table] {
    let runs = FamilyLoops(definition: definition, context: context)
    context.meter.plan(runs.work)
    return [try runs.extinction(), try runs.scales(), try runs.eigenvalues()]
  }
}

/// The loops of the figure.
private struct FamilyLoops {
  let definition: FamiliesDefinition
  let context: RunContext

  private var scaleTimes: [Int] { definition.generations(upTo: definition.timeShown) }
  private var covarianceTimes: [Int] {
    definition.generations(upTo: definition.covarianceTimeShown)
  }

  var work: Double {
    Double(definition.replicates)
      * Double(definition.counts.count * definition.generationsShown + 2 * scaleTimes.last!)
      + Double(definition.covarianceReplicates * covarianceTimes.last!)
  }

  /// What `measure` makes of the model at each of some generations, run by run; a run that has come to its
  /// end stays there.
  private func simulate<F: ExponentialFamily, Value: Sendable>(
    _ name: String, _ family: F, from start: F.Member, at times: [Int], replicates: Int,
    _ measure: @Sendable (F.Member) -> Value
  ) throws -> [[Value]] {
    let loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: Replace<F>(),
      estimator: MaximumLikelihood())
    let key = StreamKey(rootSeed: definition.seed).child(OtherFamilies.id).child(name)
    return try loop.ensemble(from: start, key: key)
      .values(at: times, replicates, work: Double(times.last!), context, measure)
  }

  /// Poisson: the fraction extinct at generations in equal ratios.
  func extinction() throws -> Table {
    var table = Table(
      name: "families-extinction",
      columns: ["count", "generation", "fraction", "lower", "upper", "exact"])
    let (family, times) = (PoissonFamily(), definition.extinctionTimes)
    for count in definition.counts {
      let runs = try simulate(
        "poisson \(count)", family, from: family.member(rate: count / Double(definition.samples)),
        at: times, replicates: definition.replicates
      ) { $0.isAbsorbed }
      let exact = CriticalBranching.extinctionTimeDistribution(
        mean: count, generations: times.last!)
      for (index, t) in times.enumerated() {
        let extinct = runs.count { $0[index] }
        let interval = BinomialCount(successes: extinct, trials: runs.count)
          .confidenceInterval(falseAlarm: 1 - definition.confidence)
        table.append([
          .number(count), .integer(t), .number(Double(extinct) / Double(runs.count)),
          .number(interval.lowerBound), .number(interval.upperBound), .number(exact[t]),
        ])
      }
    }
    return table
  }

  /// A variance and an exponential mean, from 1: the mean of the logarithm, and the logarithm of the mean.
  func scales() throws -> Table {
    var table = Table(
      name: "families-scale",
      columns: [
        "family", "time", "mean_log", "standard_error", "exact", "log_mean", "log_mean_exact",
      ])
    let (gaussian, times, m) = (
      GaussianFamily(), GammaKnownShape.exponential, definition.samples
    )
    append(
      "gaussian",
      try simulate(
        "gaussian", gaussian, from: gaussian.member(mean: 0, variance: 1), at: scaleTimes,
        replicates: definition.replicates
      ) { $0.logVariance }, to: &table,
      typical: 2 * EntropyDrift.gaussian(samples: m), expected: log1p(-1 / Double(m)))
    append(
      "exponential",
      try simulate(
        "exponential", times, from: times.member(mean: 1), at: scaleTimes,
        replicates: definition.replicates
      ) { log($0.mean) }, to: &table,
      typical: EntropyDrift.exponential(samples: m), expected: 0)
    return table
  }

  /// - Parameters:
  ///   - logarithms: run by run.
  ///   - typical: the change of the mean logarithm in a generation.
  ///   - expected: that of the logarithm of the expectation.
  private func append(
    _ name: String, _ logarithms: [[Double]], to table: inout Table, typical: Double,
    expected: Double
  ) {
    for (index, t) in scaleTimes.enumerated() {
      let values = logarithms.map { $0[index] }
      let estimate = Estimate(values)
      let average = values.reduce(0) { $0 + exp($1) } / Double(values.count)
      table.append([
        .text(name), .number(Double(t) / Double(definition.samples)), .number(estimate.mean),
        .number(estimate.standardError), .number(Double(t) * typical), .number(log(average)),
        .number(Double(t) * expected),
      ])
    }
  }

  /// The log eigenvalues of a covariance, from 1, beside the rates that they tend to.
  func eigenvalues() throws -> Table {
    var table = Table(
      name: "families-eigenvalues",
      columns: ["index", "time", "mean_log", "standard_error", "limit"])
    let d = definition.dimensions
    let family = MultivariateGaussian(dimensions: d)
    let unit = (0..<d).map { i in (0..<d).map { i == $0 ? 1.0 : 0 } }
    let runs = try simulate(
      "covariance", family,
      from: family.member(mean: [Double](repeating: 0, count: d), covariance: unit),
      at: covarianceTimes, replicates: definition.covarianceReplicates
    ) { $0.logEigenvalues }
    for i in 1...d {
      let rate = 2 * EntropyDrift.gaussian(samples: definition.samples, column: i)
      for (index, t) in covarianceTimes.enumerated() {
        let estimate = Estimate(runs.map { $0[index][i - 1] })
        table.append([
          .integer(i), .number(Double(t) / Double(definition.samples)), .number(estimate.mean),
          .number(estimate.standardError), .number(Double(t) * rate),
        ])
      }
    }
    return table
  }
}
