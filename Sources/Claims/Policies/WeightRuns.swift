import Families
import Foundation
import Loop
import Randomness
import Theory

/// Simulations of weighted loops, against exact laws and for properties that hold in every run.
struct WeightRuns {
  let replicates: Int
  let seed: UInt64
  /// Of each check.
  let falseAlarm: Double
  let context: RunContext

  private func case_<P: ClosedProgram<IndependentSpins>>(
    _ weights: SpinWeights, _ program: P, samples: Int
  ) -> LoopCase<P.Policy, P.Fit> {
    let loop = program.loop(family: IndependentSpins(spins: 1), samples: samples)
    return LoopCase(
      loop, from: loop.family.member(magnetisation: 0), "\(weights), M = \(samples)",
      claim: WeightsClaim.id, seed: seed)
  }

  /// Times to collapse from the truth ½: their law, and for matching weights their mean, cut off at ten
  /// times itself to be bounded.
  func times(
    _ weights: SpinWeights, _ program: some ClosedProgram<IndependentSpins>, samples: Int
  ) throws -> [Check] {
    let case_ = case_(weights, program, samples: samples)
    let horizon = Int((10 * (try weights.meanTime(samples: samples))).rounded())
    let times = try case_.runs.replicates(replicates, context) { chain in
      try chain.advance(to: horizon) { !$0.isAbsorbed }
      return chain.model.isAbsorbed ? chain.generation : horizon + 1
    }
    let alive = weights.alive(samples: samples, generations: horizon)
    let distance = Check.distance(
      "distance of the times to collapse to their exact law, \(case_.description)", of: times,
      cumulative: alive.map { 1 - $0 }, falseAlarm: falseAlarm)
    guard weights == .matched else { return [distance] }
    // E min(T, h) = Σ P(T > t) and E min(T, h)² = Σ (2t + 1) P(T > t), over t < h.
    let expected = alive.dropLast().reduce(0, +)
    let square = alive.dropLast().enumerated().reduce(0) {
      $0 + Double(2 * $1.offset + 1) * $1.element
    }
    let mean = Check.mean(
      "mean time to collapse, cut off at \(horizon), \(case_.description)",
      of: times.map { Double(min($0, horizon)) }, prediction: expected,
      variance: square - expected * expected, deviation: Double(horizon) - expected,
      falseAlarm: falseAlarm)
    return [mean, distance]
  }

  /// Every run has collapsed by a horizon that holds for any weights.
  func end(
    _ weights: SpinWeights, _ program: some ClosedProgram<IndependentSpins>, samples: Int
  ) throws -> Check {
    let case_ = case_(weights, program, samples: samples)
    let replicates = replicates / 10
    let horizon = SpinWeights.horizon(
      samples: samples, exceptWith: falseAlarm / Double(replicates))
    let ends = try case_.runs.replicates(replicates, context) { chain in
      try chain.advance(to: horizon) { !$0.isAbsorbed }
      return chain.model.isAbsorbed
    }
    return Check(
      "collapsed by generation \(horizon), \(case_.description)", method: .simulation,
      prediction: 1, measurement: Double(ends.count { $0 }) / Double(replicates))
  }

  // MARK: - More spins

  /// Weights that bring two spins to S = 0 whenever a sample allows it: those of its points at S = 0, if there
  /// are any, and else as much up as down.
  static let centred = ImportanceWeights<IndependentSpins>(logWeights: { sample, _, family in
    let levels = sample.map(family.statistic)
    if levels.contains(0) { return levels.map { $0 == 0 ? 0 : -.infinity } }
    return levels.map { level in -log(Double(levels.count { $0 == level })) }
  })

  /// Times to collapse of two spins, whose points may all be at S = 0: only all up or all down is an end, which
  /// has the probability 2^(1−2M) in every generation.
  func twoSpins(
    _ program: some ClosedProgram<IndependentSpins>, samples: Int
  ) throws -> Check {
    let loop = program.loop(family: IndependentSpins(spins: 2), samples: samples)
    let case_ = LoopCase(
      loop, from: loop.family.member(magnetisation: 0), "N = 2, M = \(samples)",
      claim: WeightsClaim.id, seed: seed)
    let chain = CentredWeightsChain(spins: 2, samples: samples)
    let horizon = 10 * Int(try chain.meanTimeToBoundary(from: 0.5).rounded())
    let times = try case_.runs.replicates(replicates, context) { chain in
      try chain.advance(to: horizon) { !$0.isAbsorbed }
      return chain.model.isAbsorbed ? chain.generation : horizon + 1
    }
    return Check.distance(
      "distance of the times of two spins to collapse to their exact law, \(case_.description)",
      of: times, cumulative: chain.alive(from: 0.5, generations: horizon).map { 1 - $0 },
      falseAlarm: falseAlarm)
  }

  // MARK: - Several parameters

  /// The truth of five symbols.
  private static let truth = [0.4, 0.3, 0.15, 0.1, 0.05]

  /// Weights on five symbols: preferences, both oracles, and weights without sense.
  static let symbolWeights: [(name: String, policy: ImportanceWeights<Categorical>)] = {
    let family = Categorical(symbols: truth.count)
    let θ = family.member(probabilities: truth).naturalParameter!
    return [
      ("tilt", .tilt(SparseVector([1, -1, 0.5, 0]))), ("oracle", .oracle(θ)),
      ("matched", .matching(θ)),
      (
        "erratic",
        ImportanceWeights { point, model, _ in
          10 * sin(40 * model.probability(of: point) + 7 * Double(point))
        }
      ),
    ]
  }()

  /// The fraction of generations whose mean statistic lies in the convex hull of the sample: of unit
  /// vectors, so that no symbol has a weight that was not drawn.
  ///
  /// The sample is drawn once more, from the stream that the loop took it from.
  func hull(
    _ name: String, _ program: some ClosedProgram<Categorical>
  ) throws -> Check {
    let (family, samples, generations) = (Categorical(symbols: Self.truth.count), 8, 12)
    let loop = program.loop(family: family, samples: samples)
    let key = StreamKey(rootSeed: seed).child("verify").child(WeightsClaim.id).child("hull \(name)")
    let inside = try Replicates(count: replicates / 10, threads: context.threads).map { replicate in
      let streams = ReplicateStreams(key: key, replicate: replicate)
      var model = family.member(probabilities: Self.truth)
      var memory = loop.policy.initialMemory(for: family)
      var inside = 0
      for generation in 1...generations {
        let streams = streams.generation(generation)
        var stream = streams.stream(for: .synthetic)
        let sample = (0..<samples).map { _ in family.drawPoint(from: model, using: &stream) }
        model = try loop.generation(from: model, memory: &memory, streams: streams).model
        let isInside =
          Set(model.support).isSubset(of: sample)
          && model.probabilities.allSatisfy { $0 > 0 && $0 <= 1 }
        inside += isInside ? 1 : 0
      }
      return inside
    }
    return Check(
      "fraction of generations in the hull of their sample, five symbols, \(name), M = \(samples)",
      method: .simulation, prediction: 1,
      measurement: Double(inside.reduce(0, +)) / Double(inside.count * generations))
  }
}
