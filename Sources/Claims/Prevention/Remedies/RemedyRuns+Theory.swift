import Families
import Theory

// What theory says of each remedy, after the generation that is shown.
extension RemedyRuns {
  /// E p(1 − p), and E (p − p*)².
  struct Moments {
    let variance: Double
    let distance: Double

    init(mean: Double, spread: Double, truth: Double) {
      variance = mean * (1 - mean) - spread
      distance = spread + (mean - truth) * (mean - truth)
    }
  }

  func data(_ sum: Double, of count: Int) -> SufficientStatistics<Double> {
    SufficientStatistics(sum: sum, count: Double(count))
  }

  /// Of a loop whose next frequency is a function of the last sample's, by its chain.
  func chain(_ samples: Int, _ next: (Double) -> Double) -> Moments {
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
  func mode(_ prior: some Prior<Family>) throws -> Moments {
    let m = definition.samples
    let modes = try (0...m).map {
      try prior.posteriorMode(given: data(Double($0), of: m), in: family).up
    }
    return chain(m) { modes[Int(($0 * Double(m)).rounded())] }
  }

  /// Of a pool that a sample is taken from, without replacement.
  func subsample() -> Moments {
    let left: [Double] = Accumulation.heterozygosity(
      .subsample, samples: definition.samples, generations: definition.generations)
    let unit = definition.truth * (1 - definition.truth)
    return Moments(
      mean: definition.truth, spread: unit * (1 - left.last!), truth: definition.truth)
  }

  /// Of a loop whose mean and variance close on themselves.
  func recursion(
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
    return Moments(mean: moments.mean, spread: moments.variance, truth: definition.truth)
  }
}
