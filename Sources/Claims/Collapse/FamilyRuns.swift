import Families
import Foundation
import Loop
import NumericalMethods
import Theory

/// What claim X3 simulates, family by family.
///
/// Where a variable is not bounded, bounds come from the exact law of sums of independent Gamma variates or of
/// their logarithms.
struct FamilyRuns {
  let seed: UInt64
  /// Of each check.
  let falseAlarm: Double
  let context: RunContext

  /// How many checks there are.
  static let checks = 2 + 1 + extinctionTimes.count + wanderingTimes.count + dimensions

  private static let extinctionTimes = [10, 50, 100]
  private static let wanderingTimes = [10, 100]
  private static let dimensions = 5

  /// ln σ² as a sum of independent terms, and σ² over that of the generation before: means over all
  /// generations and runs.
  func variance(_ program: some ClosedProgram<GaussianFamily>, replicates: Int) throws -> [Check] {
    let (family, samples, generations) = (GaussianFamily(), 100, 100)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 0, variance: 1),
      "Gaussian, M = \(samples)", claim: FamiliesClaim.id, seed: seed)
    let values = try case_.runs.replicates(replicates, context) {
      chain -> (log: Double, ratio: Double) in
      var (last, ratios) = (0.0, 0.0)
      while chain.generation < generations {
        try chain.advance()
        let now = chain.model.logVariance
        ratios += exp(now - last)
        last = now
      }
      return (log: last / Double(generations), ratio: ratios / Double(generations))
    }
    let shape = 0.5 * Double(samples - 1)
    let count = replicates * generations
    return [
      Check(
        .meanLogGamma(
          "change of ln σ² in a generation, \(case_.description)", shapes: [shape], of: count,
          prediction: 2 * EntropyDrift.gaussian(samples: samples), falseAlarm: falseAlarm),
        measurement: mean(values.map(\.log))),
      Check(
        .meanGamma(
          "mean of σ² over that of the generation before, \(case_.description)", shape: shape,
          of: count, prediction: 1 - 1 / Double(samples), falseAlarm: falseAlarm),
        measurement: mean(values.map(\.ratio))),
    ]
  }

  /// The logarithm of the mean of exponential times.
  func logMean(_ program: some ClosedProgram<GammaKnownShape>, replicates: Int) throws -> [Check] {
    let (family, samples, generations) = (GammaKnownShape.exponential, 20, 100)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 1),
      "exponential, M = \(samples)", claim: FamiliesClaim.id, seed: seed)
    let values = try case_.runs.models(at: generations, replicates, context) {
      log($0.mean) / Double(generations)
    }
    return [
      Check(
        .meanLogGamma(
          "change of ln μ in a generation, \(case_.description)", shapes: [Double(samples)],
          of: replicates * generations, prediction: EntropyDrift.exponential(samples: samples),
          falseAlarm: falseAlarm), measurement: mean(values))
    ]
  }

  /// The fraction of Poisson loops that have died out.
  func extinction(_ program: some ClosedProgram<PoissonFamily>, replicates: Int) throws -> [Check] {
    let (family, samples, start) = (PoissonFamily(), 10, 20.0)
    let horizon = Self.extinctionTimes.max()!
    let case_ = LoopCase(
      program.loop(family: family, samples: samples),
      from: family.member(rate: start / Double(samples)),
      "Poisson, Mλ₀ = \(Int(start)), M = \(samples)",
      claim: FamiliesClaim.id, seed: seed)
    let times = try case_.runs.replicates(replicates, context) { chain in
      switch try chain.runUntilAbsorbed(horizon: horizon) {
      case .absorbed(let generation, _): generation
      case .censored: Int.max
      }
    }
    let law = CriticalBranching.extinctionTimeDistribution(mean: start, generations: horizon)
    return Self.extinctionTimes.map { t in
      Check.frequency(
        "fraction extinct by generation \(t), \(case_.description)", of: times.count { $0 <= t },
        in: replicates, prediction: law[t], falseAlarm: falseAlarm)
    }
  }

  /// The mean of a Gaussian of known variance is normal with variance tσ²/M.
  func wandering(
    _ program: some ClosedProgram<GaussianKnownVariance>, replicates: Int
  ) throws -> [Check] {
    let (family, samples) = (GaussianKnownVariance(variance: 2), 10)
    let start = family.member(mean: 1)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: start,
      "σ² = \(family.variance), M = \(samples)", claim: FamiliesClaim.id, seed: seed)
    let means = try case_.runs.replicates(replicates, context) { chain in
      try Self.wanderingTimes.map { t in
        try chain.advance(to: t)
        return chain.model.mean
      }
    }
    return Self.wanderingTimes.enumerated().map { index, t in
      let deviation = (Double(t) * family.variance / Double(samples)).squareRoot()
      func law(_ mean: Double) -> Double {
        0.5 * erfc((start.mean - mean) / (deviation * 2.0.squareRoot()))
      }
      return Check.distance(
        "distance to the normal law of variance tσ²/M at t = \(t), \(case_.description)",
        of: means.map { $0[index] }, falseAlarm: falseAlarm, below: law, upTo: law)
    }
  }

  /// The sums of the k largest log eigenvalues, k = 1 … d; all of them make ln det Σ.
  ///
  /// From Σ = 1 the sum exceeds the logarithm of the leading minor of size k, and not that of the sum of all
  /// C(d, k) principal minors of this size. Each is a product of t·k independent χ² variates, so that
  /// `ln E e^(sY)` for s ≤ 1 of the latter is that of one of them plus ln C(d, k) at most.
  func eigenvalues(
    _ program: some ClosedProgram<MultivariateGaussian>, replicates: Int
  ) throws -> [Check] {
    let (d, samples, generations) = (Self.dimensions, 12, 4000)
    let family = MultivariateGaussian(dimensions: d)
    let unit = (0..<d).map { i in (0..<d).map { i == $0 ? 1.0 : 0 } }
    let case_ = LoopCase(
      program.loop(family: family, samples: samples),
      from: family.member(mean: [Double](repeating: 0, count: d), covariance: unit),
      "d = \(d), M = \(samples), t = \(generations)", claim: FamiliesClaim.id, seed: seed)
    let sums = try case_.runs.models(at: generations, replicates, context) {
      $0.logEigenvalues.cumulative
    }
    return (1...d).map { k in
      let shapes = (1...k).map { 0.5 * Double(samples - $0) }
      let rates = (1...k).map { 2 * EntropyDrift.gaussian(samples: samples, column: $0) }
      let (t, count) = (Double(generations), generations * replicates)
      let minor = DeviationBound.logGamma(shapes: shapes, count: count, falseAlarm: falseAlarm)
      let minors = DeviationBound.chernoff(
        level: log(2 / falseAlarm) / Double(count) + logBinomial(d, k) / t, below: 1
      ) { DeviationBound.logGammaCumulant(shapes: shapes, at: $0) }
      let rate = rates.reduce(0, +)
      let name =
        k == d
        ? "change of ln det Σ in a generation"
        : "sum of the k largest log eigenvalues over t, k = \(k)"
      return Check(
        .between(
          "\(name), \(case_.description)", rate - minor.below...rate + minors, prediction: rate,
          standardError: Expectation.errorOfMeanLogGamma(shapes: shapes, count: count)),
        measurement: mean(sums.map { $0[k - 1] }) / t)
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// ln C(d, k).
  private func logBinomial(_ d: Int, _ k: Int) -> Double {
    (0..<k).reduce(0) { $0 + log(Double(d - $1) / Double($1 + 1)) }
  }
}
