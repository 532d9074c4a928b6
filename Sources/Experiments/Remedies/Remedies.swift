import ExponentialFamilies
import Foundation
import RandomStreams
import Retraining
import StatisticalChecks
import Tables
import Theory

/// Every remedy beside every other: what is left of the truth's variance, and how far the models are from it.
public enum Remedies: Experiment {
  /// `remedies`.
  public static let id = "remedies"
  /// One line for `closedloop list`.
  public static let summary =
    "What collapses, what does not, and at what price: every policy on one axis"

  /// One Bernoulli variable, M = 10.
  public static func definition(_ scale: Scale) -> RemediesDefinition {
    var definition = RemediesDefinition()
    if scale == .quick { (definition.replicates, definition.manySamples) = (400, 100) }
    return definition
  }

  /// One row a remedy.
  public static func run(_ definition: RemediesDefinition, context: RunContext) throws -> [Table] {
    var runs = RemedyRuns(definition, context)
    try runs.closedLoops()
    try runs.coordinates()
    try runs.externalPoints()
    try runs.priors()
    try runs.pools()
    return [runs.table]
  }
}

/// The rows of the table, made one after another.
private struct RemedyRuns {
  private typealias Family = BinomialFamily

  let definition: RemediesDefinition
  let context: RunContext
  var table = Table(
    name: "remedies",
    columns: [
      "row", "remedy", "detail", "lives", "samples", "generation", "variance", "variance_error",
      "variance_exact",
      "distance", "distance_error", "distance_exact", "alive", "lower", "upper",
    ])
  private let family = BinomialFamily(trials: 1)
  private let truth: Family.Member

  init(_ definition: RemediesDefinition, _ context: RunContext) {
    self.definition = definition
    self.context = context
    truth = family.member(probability: definition.truth)
    context.meter.plan(
      Double(17 * definition.generations * definition.replicates)
        + Double(10 * definition.manySamples * max(2, definition.replicates / 10)))
  }

  // MARK: - Rows

  /// Nothing comes in from outside.
  mutating func closedLoops() throws {
    let m = definition.samples
    try append("closed", lives: false, Replace(), MaximumLikelihood(), exact: chain(m) { $0 })
    try append(
      "more-samples", detail: Double(definition.moreSamples) / Double(m), lives: false,
      samples: definition.moreSamples, Replace(),
      MaximumLikelihood(), exact: chain(definition.moreSamples) { $0 })
    let factor = exp(definition.tilt)
    try append(
      "tilted-weights", lives: false, ImportanceWeights.tilt(definition.tilt),
      MaximumLikelihood(), exact: chain(m) { $0 * factor / ($0 * factor + (1 - $0)) })
    try append(
      "oracle-weights", lives: false, ImportanceWeights.matching(truth.naturalParameter!),
      MaximumLikelihood(),
      exact: chain(m) { [truth = definition.truth] in $0 > 0 && $0 < 1 ? truth : $0 })
  }

  /// Jeffreys' prior in coordinates in which it does not prevent collapse.
  mutating func coordinates() throws {
    for (name, coordinate) in [("prior-angle", PriorCoordinate.arcsine), ("prior-mean", .mean)] {
      let prior = BetaPrior<Family>.jeffreys(in: coordinate)
      try append(
        name, lives: false, Replace(), MaximumAPosteriori(prior: prior),
        exact: try mode(prior))
    }
    try append(
      "boundary-point", lives: false, ExternalData(.fixed(data(1, of: 1))), MaximumLikelihood(),
      exact: recursion(data(1, of: 1)))
  }

  /// One point a generation, or more.
  mutating func externalPoints() throws {
    func fresh(_ count: Int, _ p: Double) -> SufficientStatistics<Double> {
      data(Double(count) * p, of: count)
    }
    try append(
      "fixed-points", lives: true, ExternalData(.fixed(data(1, of: 2))), MaximumLikelihood(),
      exact: recursion(data(1, of: 2)))
    try append(
      "fresh-point", lives: true, ExternalData(.fresh(count: 1, truth: truth)),
      MaximumLikelihood(), exact: recursion(fresh(1, definition.truth), isFresh: true))
    try append(
      "fresh-points", detail: Double(definition.external), lives: true,
      ExternalData(.fresh(count: definition.external, truth: truth)), MaximumLikelihood(),
      exact: recursion(fresh(definition.external, definition.truth), isFresh: true))
    let many = definition.manySamples
    try append(
      "infinite-synthetic", detail: Double(many), lives: true, samples: many,
      generations: 10 * many,
      ExternalData(.fresh(count: 1, truth: truth)), MaximumLikelihood(),
      exact: recursion(
        samples: many, generations: 10 * many, fresh(1, definition.truth), isFresh: true))
    try append(
      "impure-source", detail: 1 - definition.impurity, lives: true,
      ExternalData(.impure(count: 1, truth: truth, impurity: definition.impurity)),
      MaximumLikelihood(),
      exact: recursion(
        fresh(1, definition.truth), isFresh: true, impurity: definition.impurity))
    let other = family.member(probability: definition.otherTruth)
    try append(
      "other-source", lives: true, ExternalData(.fresh(count: 1, truth: other)),
      MaximumLikelihood(), exact: recursion(fresh(1, definition.otherTruth), isFresh: true))
  }

  /// Priors that do prevent it.
  mutating func priors() throws {
    let penalty = GaussianPrior<Family>(mean: 0, penalty: definition.penalty)
    try append(
      "penalty", lives: true, Replace(), MaximumAPosteriori(prior: penalty),
      exact: try mode(penalty))
    let jeffreys = BetaPrior<Family>.jeffreys(in: .natural)
    try append(
      "prior-natural", lives: true, Replace(), MaximumAPosteriori(prior: jeffreys),
      exact: try mode(jeffreys))
    let pseudoData = data(0.5, of: 1)
    try append(
      "posterior", lives: true, Replace(),
      PosteriorSampling(prior: ConjugatePrior<Family>(pseudoData)),
      exact: recursion(data(0, of: 0), pseudoData: pseudoData, isDrawn: true))
  }

  /// Old data are kept.
  mutating func pools() throws {
    try append(
      "accumulate", lives: true, Accumulate(Replace()), MaximumLikelihood(),
      exact: recursion(data(0, of: 0), accumulates: true))
    try append(
      "subsample", lives: true, AccumulateAndSubsample(replacement: false), MaximumLikelihood(),
      exact: subsample())
  }

  // MARK: - Measurement

  /// Runs one remedy.
  ///
  /// - Parameters:
  ///   - detail: the number that its name holds, if any.
  ///   - lives: whether theory says that it prevents collapse.
  private mutating func append<P: DataPolicy, E: Estimator>(
    _ name: String, detail: Double = 0, lives: Bool, samples: Int? = nil, generations: Int? = nil,
    _ policy: P, _ estimator: E, exact: Moments
  ) throws where P.Family == Family, E.Family == Family {
    let (samples, last) = (samples ?? definition.samples, generations ?? definition.generations)
    let loop = RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: estimator)
    let key = StreamKey(rootSeed: definition.seed).child(Remedies.id).child(name)
    // A row with many samples is as precise with fewer runs.
    let replicates = generations == nil ? definition.replicates : max(2, definition.replicates / 10)
    let frequencies = try Replicates(count: replicates, threads: context.threads)
      .map(progress: { [context] in context.meter.complete(Double($0 * last)) }) {
        [truth] replicate in
        var chain = loop.chain(
          from: truth, streams: ReplicateStreams(key: key, replicate: replicate))
        try chain.advance(to: last)
        return chain.model.up
      }
    let unit = definition.truth * (1 - definition.truth)
    let variance = Estimate(frequencies.map { $0 * (1 - $0) / unit })
    let distance = Estimate(
      frequencies.map { ($0 - definition.truth) * ($0 - definition.truth) / unit })
    let alive = frequencies.count { $0 > 0 && $0 < 1 }
    let interval = BinomialCount(successes: alive, trials: replicates)
      .confidenceInterval(falseAlarm: 0.05)
    table.append([
      .integer(table.rows.count + 1), .text(name), .number(detail), .integer(lives ? 1 : 0),
      .integer(samples), .integer(last),
      .number(variance.mean), .number(variance.standardError),
      .number(exact.variance / unit), .number(distance.mean),
      .number(distance.standardError), .number(exact.distance / unit),
      .number(Double(alive) / Double(replicates)), .number(interval.lowerBound),
      .number(interval.upperBound),
    ])
  }

  // MARK: - Theory

  /// E p(1 − p), and E (p − p*)².
  private struct Moments {
    let variance: Double
    let distance: Double

    init(mean: Double, spread: Double, truth: Double) {
      variance = mean * (1 - mean) - spread
      distance = spread + (mean - truth) * (mean - truth)
    }
  }

  private func data(_ sum: Double, of count: Int) -> SufficientStatistics<Double> {
    SufficientStatistics(sum: sum, count: Double(count))
  }

  /// Of a loop whose next frequency is a function of the last sample's, by its chain.
  private func chain(_ samples: Int, _ next: (Double) -> Double) -> Moments {
    let sampling = WrightFisherChain(population: samples)
    let frequencies = (0...samples).map { next(Double($0) / Double(samples)) }
    let law = FiniteChain(rows: frequencies.map(sampling.samplingProbabilities)).law(
      after: definition.generations - 1, from: sampling.samplingProbabilities(at: definition.truth))
    let mean = zip(law, frequencies).reduce(0) { $0 + $1.0 * $1.1 }
    let spread = zip(law, frequencies).reduce(0) {
      $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
    }
    return Moments(mean: mean, spread: spread, truth: definition.truth)
  }

  /// The same for a prior that is maximised.
  private func mode(_ prior: some Prior<Family>) throws -> Moments {
    let m = definition.samples
    let modes = try (0...m).map {
      try prior.posteriorMode(given: data(Double($0), of: m), in: family).up
    }
    return chain(m) { modes[Int(($0 * Double(m)).rounded())] }
  }

  /// Of a pool that a sample is taken from, without replacement.
  private func subsample() -> Moments {
    let left: [Double] = Accumulation.heterozygosity(
      .subsample, samples: definition.samples, generations: definition.generations)
    let unit = definition.truth * (1 - definition.truth)
    return Moments(
      mean: definition.truth, spread: unit * (1 - left.last!), truth: definition.truth)
  }

  /// Of a loop whose mean and variance close on themselves.
  private func recursion(
    samples: Int? = nil, generations: Int? = nil, _ external: SufficientStatistics<Double>,
    isFresh: Bool = false, impurity: Double = 0, accumulates: Bool = false,
    pseudoData: SufficientStatistics<Double>? = nil, isDrawn: Bool = false
  ) -> Moments {
    var moments = MomentRecursion(
      samples: samples ?? definition.samples,
      policy: PolicyMoments<Family>(
        external: external, isFresh: isFresh, impurity: impurity, accumulates: accumulates),
      pseudoData: pseudoData ?? data(0, of: 0), isDrawn: isDrawn,
      variance: family.varianceFunction, start: (definition.truth, 0), of: { $0 })
    for _ in 0..<(generations ?? definition.generations) { moments.advance() }
    return Moments(mean: moments.mean, spread: moments.spread, truth: definition.truth)
  }
}
