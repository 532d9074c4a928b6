import Families
import Foundation
import Theory

/// Integers s with h(s) = exp(−s²/2) and φ = s, up to ±`largest`: discrete, and without a boundary if all are taken.
///
/// The loop of one point of its own and a fresh one from the truth θ = 0.
private struct Integers {
  let largest: Int

  private func law(_ θ: Double) -> [Double] {
    let weights = (-largest...largest).map { exp(-0.5 * (Double($0) - θ) * (Double($0) - θ)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  private func mean(_ θ: Double) -> Double {
    zip(-largest...largest, law(θ)).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The θ of a mean inside; ±∞ at the ends.
  private func parameter(_ mean: Double) -> Double {
    if abs(mean) >= Double(largest) { return mean > 0 ? .infinity : -.infinity }
    var (low, high) = (-60.0, 60.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if self.mean(middle) < mean { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// `E D(p*‖p)` in the stationary state, in nats; sums beyond ±`reach` are left out.
  func expectedDivergence(reach: Int) throws -> Double {
    let outside = law(0)
    let fields = (-reach...reach).map { parameter(Double($0) / 2) }
    let rows = fields.map { θ -> [Double] in
      let own =
        θ.isFinite ? law(θ) : (-largest...largest).map { Double($0) * θ == .infinity ? 1 : 0 }
      var row = [Double](repeating: 0, count: 2 * reach + 1)
      for (a, p) in zip(-largest...largest, own) where θ.isFinite || abs(a) == largest {
        for (b, q) in zip(-largest...largest, outside) where abs(a + b) <= reach {
          row[a + b + reach] += p * q
        }
      }
      return row
    }
    let stationary = try FiniteChain.stationaryLaw(rows: rows)
    return zip(stationary, fields).reduce(0) { sum, entry in
      let (probability, θ) = entry
      if probability == 0 { return sum }
      guard θ.isFinite else { return .infinity }
      // A(θ) − A(0), the mean of the truth being 0.
      let partition = (-largest...largest).reduce((0.0, 0.0)) { sums, s in
        let s = Double(s)
        return (sums.0 + exp(θ * s - s * s / 2), sums.1 + exp(-s * s / 2))
      }
      return sum + probability * log(partition.0 / partition.1)
    }
  }
}

extension Counterexample {
  /// The largest of three probabilities after 12 generations without sampling error at temperature ½.
  private static func largestProbability(from start: [Double]) throws -> Double {
    let family = Categorical(symbols: 3)
    var model = family.member(probabilities: start)
    for _ in 0..<12 {
      let drawn = family.member(probabilities: (0..<3).map { pow(model.probability(of: $0), 2) })
      model = try family.maximumLikelihood(
        SufficientStatistics(sum: drawn.meanParameter, count: 1))
    }
    return (0..<3).map { model.probability(of: $0) }.max()!
  }

  /// How the mean log-likelihood of points grows at θ = c(2s̄, −1) if c becomes e times as large; φ = (s, s²), s uniform
  /// on [0, 1].
  private static func growthOfLikelihood(_ points: [Double]) -> Double {
    let centre = points.reduce(0, +) / Double(points.count)
    func likelihood(_ c: Double) -> Double {
      let width = c.squareRoot()
      // ∫ exp(−c(s − s̄)²) ds over [0, 1].
      let integral =
        0.5 * Double.pi.squareRoot() / width * (erf(width * centre) + erf(width * (1 - centre)))
      let spread = points.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(points.count)
      return -c * spread - log(integral)
    }
    return likelihood(1e6 * exp(1)) - likelihood(1e6)
  }

  /// One over the fraction of samples with a single level, of four spins that weights bring as close to S = 0 as the
  /// sample allows, from S = 0 until they are all alike.
  private static func generationsPerLevel(samples: Int) -> Double {
    let levels = [-4, -2, 0, 2, 4]
    func law(_ mean: Int) -> [Double] {
      WrightFisherChain(population: 4).samplingProbabilities(at: 0.5 + Double(mean) / 8)
    }
    // The means of models alive, and how often each has been there.
    let means = [-2, 0, 2]
    var (here, visits) = ([0.0, 1, 0], [0.0, 0, 0])
    for _ in 0..<8000 {
      visits = zip(visits, here).map(+)
      var next = [0.0, 0, 0]
      for (mean, weight) in zip(means, here) {
        let p = law(mean)
        func power(_ chosen: (Int) -> Bool) -> Double {
          pow(zip(levels, p).reduce(0) { $0 + (chosen($1.0) ? $1.1 : 0) }, Double(samples))
        }
        // All levels at least 2, and not all 4; likewise below.
        let (above, below) = (power { $0 >= 2 }, power { $0 <= -2 })
        next[2] += weight * (above - power { $0 == 4 })
        next[0] += weight * (below - power { $0 == -4 })
        next[1] += weight * (1 - above - below)
      }
      here = next
    }
    let alike = zip(means, visits).reduce(0) { sum, entry in
      sum + entry.1 * law(entry.0).reduce(0) { $0 + pow($1, Double(samples)) }
    }
    return visits.reduce(0, +) / alike
  }

  static let boundaries = [
    Counterexample(
      "P2: with bounded statistics there is always an estimate, if need be on a face", says: 0,
      // The likelihood has no bound: it grows as √c.
      insteadOf: 0.5, tolerance: 1e-9, bug: "there is a second point"
    ) {
      growthOfLikelihood([0.3])
    } withBug: {
      growthOfLikelihood([0.3, 0.6])
    },
    Counterexample(
      "X10: the samples of four spins, M = 3, have one level every few generations", says: 4,
      insteadOf: 11.459_698, tolerance: 1e-5, bug: "there are two samples"
    ) {
      generationsPerLevel(samples: 3)
    } withBug: {
      generationsPerLevel(samples: 2)
    },
    Counterexample(
      "X13: at finite M fresh points leave E D(p*‖p) of every discrete model infinite",
      says: .infinity, insteadOf: 0.333_333_292_8, tolerance: 1e-9, bug: "there are three integers"
    ) {
      try Integers(largest: 30).expectedDivergence(reach: 24)
    } withBug: {
      try Integers(largest: 1).expectedDivergence(reach: 2)
    },
    Counterexample(
      "X14: at a temperature below one every loop collapses", says: 1, insteadOf: 0.5,
      tolerance: 1e-12, bug: "the tie is broken"
    ) {
      try largestProbability(from: [0.4, 0.4, 0.2])
    } withBug: {
      try largestProbability(from: [0.41, 0.39, 0.2])
    },
    Counterexample(
      "X14: at a temperature below one every loop changes", says: 1, insteadOf: 1.0 / 3,
      tolerance: 1e-12, bug: "the law is not uniform"
    ) {
      try largestProbability(from: [1.0 / 3, 1.0 / 3, 1.0 / 3])
    } withBug: {
      try largestProbability(from: [0.34, 0.33, 0.33])
    },
  ]
}
