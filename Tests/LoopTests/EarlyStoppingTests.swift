import Families
import Loop
import Randomness
import Testing

/// Gradient steps that stop early, and loops without sampling error.
@Suite struct EarlyStoppingTests {
  static let pair = CoupledSpins(spins: 2)
  static let streams = ReplicateStreams(
    key: StreamKey(rootSeed: 14).child("early stopping"), replicate: 0)
  static let data = SufficientStatistics(sum: SIMD2(4, -1.0), count: 20)

  static func spins(_ sum: Double) -> SufficientStatistics<Double> {
    SufficientStatistics(sum: sum, count: 10)
  }

  static func fit<F>(
    _ estimator: EarlyStopping<F>, _ data: F.Statistics, in family: F, after last: F.Member? = nil
  ) throws -> F.Member {
    let generation = streams.generation(1)
    guard let last else {
      return try estimator.estimate(from: data, in: family, streams: generation)
    }
    return try estimator.estimate(from: data, after: last, in: family, streams: generation)
  }

  @Test func manyStepsAreMaximumLikelihood() throws {
    let start = SIMD2(-0.4, 0.3)
    let estimator = EarlyStopping<CoupledSpins>(steps: 2000, rate: 0.2, from: .fixed(start))
    let found = try Self.fit(estimator, Self.data, in: Self.pair).meanParameter
    let wanted = try Self.pair.maximumLikelihood(Self.data).meanParameter
    #expect(abs(found.x - wanted.x) < 1e-12 && abs(found.y - wanted.y) < 1e-12)
  }

  @Test func oneStepIsTheGradientFromWhereItStarts() throws {
    let family = IndependentSpins(spins: 3)
    let last = family.member(at: 0.7)
    func step(_ start: EarlyStopping<IndependentSpins>.Start, after: Bool) throws -> Double {
      let estimator = EarlyStopping<IndependentSpins>(steps: 1, rate: 0.1, from: start)
      return try Self.fit(estimator, Self.spins(6), in: family, after: after ? last : nil)
        .naturalParameter!
    }
    func expected(_ θ: Double) -> Double { θ + 0.1 * (0.6 - family.meanParameter(at: θ)) }
    for isAfter in [false, true] {
      #expect(abs(try step(.fixed(-0.2), after: isAfter) - expected(-0.2)) < 1e-14)
      let from = isAfter ? 0.7 : -0.2
      #expect(
        abs(try step(.lastModel(first: -0.2), after: isAfter) - expected(from)) < 1e-14)
    }
  }

  /// Two steps that continue are one fit of two steps.
  @Test func stepsAddUp() throws {
    func estimator(_ steps: Int) -> EarlyStopping<CoupledSpins> {
      EarlyStopping(steps: steps, rate: 0.1, from: .lastModel(first: SIMD2(0.5, -0.5)))
    }
    let once = try Self.fit(estimator(3), Self.data, in: Self.pair)
    let twice = try Self.fit(estimator(4), Self.data, in: Self.pair, after: once)
    let whole = try Self.fit(estimator(7), Self.data, in: Self.pair)
    #expect(twice == whole)
  }

  /// Data on a face, which have no finite estimate, give a finite model none the less.
  @Test func boundaryDataLeaveTheModelInside() throws {
    let vertex = SufficientStatistics(
      sum: 20 * Self.pair.statistic(ofLevel: 2), count: 20)
    for steps in [1, 10, 10_000] {
      let estimator = EarlyStopping<CoupledSpins>(
        steps: steps, rate: 0.2, from: .fixed(SIMD2(0, 0)))
      let model = try Self.fit(estimator, vertex, in: Self.pair)
      #expect(model.face == nil && !model.isAbsorbed && model.naturalParameter!.x > 0)
    }
  }

  @Test func whatHasNoEstimateIsAnError() {
    let family = IndependentSpins(spins: 2)
    let estimator = EarlyStopping<IndependentSpins>(
      steps: 3, rate: 0.1, from: .lastModel(first: 0))
    #expect(throws: EstimationError.noFiniteStart) {
      try Self.fit(estimator, Self.spins(3), in: family, after: family.member(magnetisation: 1))
    }
    #expect(throws: EstimationError.noData) {
      try Self.fit(estimator, SufficientStatistics(sum: 0, count: 0), in: family)
    }
    let reckless = EarlyStopping<IndependentSpins>(steps: 9, rate: 1e6, from: .fixed(0))
    #expect(throws: EstimationError.beyondDoublePrecision) {
      try Self.fit(reckless, Self.spins(3), in: family)
    }
  }

  /// Without sampling error a complete fit stays where it is, on a face, too.
  @Test func expectedStatisticsKeepTheModel() throws {
    let loop = RetrainingLoop(
      family: Self.pair, samples: 7, policy: ExpectedStatistics(), estimator: MaximumLikelihood())
    for start in [
      Self.pair.member(at: SIMD2(0.15, 1.4)), Self.pair.member(atLevel: 0),
      try Self.pair.maximumLikelihood(SufficientStatistics(sum: SIMD2(8, 0), count: 8)),
    ] {
      var chain = loop.chain(from: start, streams: Self.streams)
      try chain.advance(to: 100)
      let change = chain.model.meanParameter - start.meanParameter
      #expect(abs(change.x) < 1e-12 && abs(change.y) < 1e-12)
      #expect(chain.model.face == start.face)
    }
  }

  /// The loop hands the last model on.
  @Test func theLoopContinuesFromItsLastModel() throws {
    let family = GaussianKnownVariance(variance: 1)
    let loop = RetrainingLoop(
      family: family, samples: 5, policy: ExpectedStatistics(),
      estimator: EarlyStopping(steps: 2, rate: 0.3, from: .lastModel(first: 9)))
    var chain = loop.chain(from: family.member(mean: 2), streams: Self.streams)
    try chain.advance(to: 10)
    #expect(abs(chain.model.mean - 2) < 1e-13)
  }
}
