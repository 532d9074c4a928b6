import Families
import Foundation
import NumericalMethods

/// The exact law of the statistics of M points from one model: all that one generation can draw.
///
/// A finite list of outcomes, from which the moments of any function of the estimate follow by summing.
public struct OneStepLaw<Data: TrainingStatistics>: Sendable {
  /// The type of φ.
  public typealias Vector = Data.Vector

  /// The statistics that may come, each with its probability.
  public let outcomes: [(probability: Double, data: Data)]

  init(_ outcomes: [(probability: Double, data: Data)]) {
    self.outcomes = outcomes
  }

  /// Mean, covariance and reach of a function of the statistics, given that it has a value.
  public struct Moments: Sendable {
    /// The probability that the function has a value.
    public let probability: Double
    /// Its mean, given that.
    public let mean: Vector
    /// Its covariance, given that.
    public let covariance: [[Double]]
    /// For each component, the largest distance of a value from the mean; the least probable values, of
    /// a total probability up to 1e−21, are left out: far less than any false alarm is charged.
    public let deviation: Vector
  }

  /// The moments of `function` over the statistics for which it has a value.
  ///
  /// An estimate on the boundary has no θ; for some statistics there must be one.
  public func moments(
    of function: (Data) throws -> Vector?
  ) rethrows -> Moments {
    var values: [(probability: Double, value: Vector)] = []
    for outcome in outcomes {
      if let value = try function(outcome.data) { values.append((outcome.probability, value)) }
    }
    precondition(!values.isEmpty, "the function needs a value for some outcome")
    let total = values.reduce(0) { $0 + $1.probability }
    let zero = 0 * values[0].value
    let mean = (1 / total) * values.reduce(zero) { $0 + $1.probability * $1.value }
    let indices = 0..<mean.dimension
    var covariance = indices.map { _ in [Double](repeating: 0, count: mean.dimension) }
    for (probability, value) in values {
      let d = value - mean
      for a in indices {
        for b in indices { covariance[a][b] += probability / total * d[a] * d[b] }
      }
    }
    var (deviation, leftOut) = (zero, 0.0)
    for (probability, value) in values.sorted(by: { $0.probability < $1.probability }) {
      leftOut += probability
      if leftOut <= 1e-21 { continue }
      for a in indices { deviation[a] = max(deviation[a], abs((value - mean)[a])) }
    }
    return Moments(
      probability: total, mean: mean, covariance: covariance, deviation: deviation)
  }
}

extension OneStepLaw where Data == SufficientStatistics<Double> {
  /// Spins that are up with probability `p`: binomial.
  public static func spins(_ spins: Int, up p: Double, samples: Int) -> OneStepLaw {
    let n = spins * samples
    let row = WrightFisherChain(population: n).samplingProbabilities(at: p)
    return OneStepLaw(
      row.enumerated().map { k, probability in
        (probability, SufficientStatistics(sum: Double(2 * k - n), count: Double(samples)))
      })
  }

  /// Counts of a rate > 0: Poisson, without values of a probability below 1e−40.
  public static func counts(rate: Double, samples: Int) -> OneStepLaw {
    precondition(rate > 0, "a rate above 0 is needed")
    let law = PoissonLaw(mean: rate * Double(samples))
    let reach = Int(20 * law.mean.squareRoot() + 150)
    let lowest = max(0, Int(law.mean) - reach)
    return OneStepLaw(
      (lowest...Int(law.mean) + reach).compactMap { k in
        let probability = law.probability(of: Double(k))
        return probability < 1e-40
          ? nil : (probability, SufficientStatistics(sum: Double(k), count: Double(samples)))
      })
  }
}

extension OneStepLaw where Data == ScaledStatistics {
  /// Exponential times of the given mean: a Gamma sum, by the trapezoidal rule in its logarithm.
  public static func times(mean: Double, samples: Int) -> OneStepLaw {
    OneStepLaw(
      gamma(shape: Double(samples)).map { probability, value in
        (probability, ScaledStatistics(sum: mean * value, count: Double(samples)))
      })
  }
}

extension OneStepLaw where Data == GaussianStatistics {
  /// Points of a Gaussian: a normal mean and an independent Gamma sum of squared deviations, both by the
  /// trapezoidal rule, whose error is below rounding for densities as smooth as these.
  ///
  /// - Parameters:
  ///   - mean: of the Gaussian.
  ///   - variance: of the Gaussian, > 0.
  ///   - samples: M ≥ 2.
  public static func gaussian(
    mean: Double, variance: Double, samples: Int
  ) -> OneStepLaw {
    let n = Double(samples)
    let step = 0.4
    let normal = (-30...30).map { k in
      let z = step * Double(k)
      return (probability: step * exp(-0.5 * z * z) / (2 * .pi).squareRoot(), value: z)
    }
    let scatters = gamma(shape: 0.5 * (n - 1))
    return OneStepLaw(
      normal.flatMap { weight, z in
        let centre = mean + (variance / n).squareRoot() * z
        return scatters.map { probability, value in
          (
            weight * probability,
            GaussianStatistics(
              count: n, centre: centre, scatter: ScaledNumber(2 * variance * value))
          )
        }
      })
  }
}

extension OneStepLaw {
  /// Points with finitely many values of φ: multinomial, `C(M + K − 1, M)` outcomes.
  ///
  /// - Parameters:
  ///   - values: of φ, each with its probability.
  ///   - samples: M ≥ 1.
  public static func multinomial(
    _ values: [(probability: Double, statistic: Vector)], samples: Int
  ) -> OneStepLaw {
    let compositions = Compositions(of: samples, into: values.count)
    let probabilities = compositions.probabilities(of: values.map(\.probability))
    return OneStepLaw(
      zip(compositions.counts, probabilities).map { counts, probability in
        let sum = zip(counts, values).reduce(0 * values[0].statistic) {
          $0 + Double($1.0) * $1.1.statistic
        }
        return (probability, Data(sum: sum, count: Double(samples)))
      })
  }
}

/// The Gamma law of rate 1 on a grid of ln x, as far as its probabilities are above 1e−32.
private func gamma(shape: Double) -> [(probability: Double, value: Double)] {
  // Of ln x the width is about 1/√a, and the left tail falls as x^a.
  let step = 0.25 / max(1, shape).squareRoot()
  let density = { (y: Double) in
    exp(y + log(shape)) * ContinuousLaw.gammaDensity(shape: shape, rate: 1, at: shape * exp(y))
  }
  func tail(_ direction: Double) -> Int {
    var k = 0
    while step * density(direction * step * Double(k)) > 1e-32 || k < 10 { k += 1 }
    return k
  }
  return (-tail(-1)...tail(1)).map { k in
    let y = step * Double(k)
    return (probability: step * density(y), value: shape * exp(y))
  }
}

/// All ways in which M points may fall on K values, with their multinomial probabilities.
struct Compositions: Sendable {
  /// How many points fall on each value.
  let counts: [[Int]]
  private let logMultiplicities: [Double]

  init(of total: Int, into parts: Int) {
    func list(_ total: Int, _ parts: Int) -> [[Int]] {
      if parts == 1 { return [[total]] }
      return (0...total).flatMap { first in list(total - first, parts - 1).map { [first] + $0 } }
    }
    var logFactorials = [0.0]
    for n in 1...max(1, total) { logFactorials.append(logFactorials[n - 1] + log(Double(n))) }
    counts = list(total, parts)
    logMultiplicities = counts.map { counts in
      counts.reduce(logFactorials[total]) { [logFactorials] in $0 - logFactorials[$1] }
    }
  }

  /// The probability of each way, given that of each value.
  func probabilities(of values: [Double]) -> [Double] {
    let logarithms = values.map { log($0) }
    return zip(counts, logMultiplicities).map { counts, multiplicity in
      var exponent = multiplicity
      for (count, logarithm) in zip(counts, logarithms) where count > 0 {
        exponent += Double(count) * logarithm
      }
      return exp(exponent)
    }
  }
}

extension OneStepLaw where Data == SufficientStatistics<SIMD2<Double>> {
  /// Coupled spins at θ: multinomial over their levels.
  public static func coupledSpins(
    _ family: CoupledSpins, at θ: SIMD2<Double>, samples: Int
  ) -> OneStepLaw {
    let levels = stride(from: -family.spins, through: family.spins, by: 2)
    let probabilities = family.levelProbabilities(of: family.member(at: θ))
    return multinomial(
      zip(probabilities, levels).map { ($0, family.statistic(ofLevel: $1)) }, samples: samples)
  }
}

extension OneStepLaw where Data == SufficientStatistics<SparseVector> {
  /// A categorical variable with probabilities of all its symbols.
  public static func categorical(
    _ family: Categorical, probabilities: [Double], samples: Int
  ) -> OneStepLaw {
    multinomial(
      zip(probabilities, 0...).map { ($0, family.statistic(of: $1)) }, samples: samples)
  }
}
