import Families
import Foundation
import Loop
import Randomness
import Theory

extension Counterexample {
  /// The mean of a Gaussian of variance 1, from 1 and without sampling error, after `generations` fits that restart
  /// at 0 and take `steps` steps.
  private static func restarted(
    steps: Int, rate: Double, generations: Int
  ) throws -> Double {
    let family = GaussianKnownVariance(variance: 1)
    var chain = RetrainingLoop(
      family: family, samples: 1, policy: ExpectedStatistics<GaussianKnownVariance>(),
      estimator: EarlyStopping<GaussianKnownVariance>(steps: steps, rate: rate, from: .fixed(0))
    ).chain(
      from: family.member(at: 1),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 0), replicate: 0))
    try chain.advance(to: generations)
    return chain.model.meanParameter
  }

  /// From their rates: the condition number of three Gaussian variables beside their scale, times M².
  private static func conditionAgainstScale(divisor: (Double) -> Double) -> Double {
    let samples = 20_000
    let shift = log(Double(samples) / divisor(Double(samples)))
    let rates = (1...3).map {
      2 * EntropyDrift.gaussian(samples: samples, column: $0) + shift
    }
    return Double(samples * samples) * (rates[0] - rates[2] + rates[0])
  }

  /// By how much the variance of the mean of Gamma variables is multiplied in a generation in the end, with M = 10 and
  /// one fresh point.
  private static func growth(shape: Double) -> Double {
    let family = GammaKnownShape(shape: shape)
    var moments = MomentRecursion(
      samples: 10,
      policy: PolicyMoments<GammaKnownShape>(
        external: SufficientStatistics(sum: 1, count: 1), isFresh: true),
      variance: family.varianceFunction, start: (1, 0), of: { $0 })
    for _ in 0..<1000 { moments.advance() }
    let before = moments.variance
    moments.advance()
    return moments.variance / before
  }

  static let rates = [
    Counterexample(
      "X5: the loop of one fresh point has a stationary variance in every family", says: 1,
      // (M² + Mv₂)/(M + K)², v₂ = 4.
      insteadOf: 140.0 / 121, tolerance: 1e-9, bug: "the shape is 1"
    ) {
      growth(shape: 0.25)
    } withBug: {
      growth(shape: 1)
    },
    Counterexample(
      "X14: a restarted fit at a rate below 2/J draws the loop to its start", says: 0,
      insteadOf: pow(1.5, 10), tolerance: 1e-9, bug: "there is a second step"
    ) {
      try restarted(steps: 1, rate: 1.5, generations: 10)
    } withBug: {
      try restarted(steps: 2, rate: 1.5, generations: 10)
    },
    Counterexample(
      "X14: the variance of restarted fits stays finite at a rate below 2/J", says: 0,
      // a² + a⁴ + a⁶, of fits that cover a = 1.5.
      insteadOf: 2.25 + 5.0625 + 11.390_625, tolerance: 1e-9, bug: "the fit continues"
    ) {
      let fraction = UnfinishedFit.fraction(steps: 1, rate: 1.5, information: 1)
      return UnfinishedFit.variance(fraction: fraction, restarted: true, generations: 3)
    } withBug: {
      UnfinishedFit.variance(fraction: 1.5, restarted: false, generations: 3)
    },
    Counterexample(
      "X3: of three variables rank and scale go together", says: 0,
      // 2/(M − 3) less ln(M/2) − ψ((M − 1)/2), to the order of 1/M².
      insteadOf: 25.0 / 6, tolerance: 0.01, bug: "variances are divided by M − 1"
    ) {
      conditionAgainstScale { $0 }
    } withBug: {
      conditionAgainstScale { $0 - 1 }
    },
    Counterexample(
      "X3: the rank goes before the scale for more than three variables only", says: 0,
      insteadOf: 997, tolerance: 0, bug: "there are two variables"
    ) {
      Double(sizesAtWhichTheRankGoesFirst(variables: 3))
    } withBug: {
      Double(sizesAtWhichTheRankGoesFirst(variables: 2))
    },
  ]

  /// Of M = 4 … 1000.
  private static func sizesAtWhichTheRankGoesFirst(variables: Int) -> Int {
    (4...1000).count { samples in
      let rates = (1...variables).map { 2 * EntropyDrift.gaussian(samples: samples, column: $0) }
      return rates[0] - rates[variables - 1] > -rates[0]
    }
  }
}
