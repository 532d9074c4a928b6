import Documents
import Families
import Foundation
import Loop
import Randomness

/// The rows of the table, made one after another.
struct RemedyRuns {
  typealias Family = BinomialFamily

  let definition: RemediesDefinition
  let context: RunContext
  var table = Table(
    name: "remedies",
    columns: [
      "row", "remedy", "detail", "lives", "samples", "generation", "variance", "variance_error",
      "variance_exact",
      "distance", "distance_error", "distance_exact", "alive", "lower", "upper",
    ])
  let family = BinomialFamily(trials: 1)
  let truth: Family.Member

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
    try append(
      "closed", lives: false, TabulatedReplace(family: family, samples: m), MaximumLikelihood(),
      exact: chain(m) { $0 })
    try append(
      "more-samples", detail: Double(definition.moreSamples) / Double(m), lives: false,
      samples: definition.moreSamples,
      TabulatedReplace(family: family, samples: definition.moreSamples), MaximumLikelihood(),
      exact: chain(definition.moreSamples) { $0 })
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
    let frequencies = try loop.ensemble(from: truth, key: key)
      .models(at: last, replicates, work: Double(last), context) { $0.up }
    let unit = definition.truth * (1 - definition.truth)
    let variance = Estimate(frequencies.map { $0 * (1 - $0) / unit })
    let distance = Estimate(
      frequencies.map { ($0 - definition.truth) * ($0 - definition.truth) / unit })
    let alive = frequencies.count { $0 > 0 && $0 < 1 }
    let row: [Table.Cell] = [
      .integer(table.rows.count + 1), .text(name), .number(detail), .integer(lives ? 1 : 0),
      .integer(samples), .integer(last),
      .number(variance.mean), .number(variance.standardError),
      .number(exact.variance / unit), .number(distance.mean),
      .number(distance.standardError), .number(exact.distance / unit),
    ]
    table.append(row + Table.Cell.fraction(of: alive, in: replicates))
  }
}
