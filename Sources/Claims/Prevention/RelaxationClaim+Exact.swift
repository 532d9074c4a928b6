import EnumeratedFamilies
import Families
import Foundation
import Theory

// What the claim says without any randomness: variances by chains and recursions, and all eigenvalues.
extension RelaxationClaim {
  /// Stationary variances of one spin from its chain, to ten printed digits; and of more spins and points.
  static let exactChains = Result {
    func variance(_ chain: AnchoredSpinsChain) throws -> Double {
      let law = try chain.stationaryProbabilities()
      return law.enumerated().reduce(0) { sum, entry in
        let d = Double(entry.offset) / Double(chain.size) - chain.stationaryMean
        return sum + entry.element * d * d
      }
    }
    // Of an independent program.
    let printed = try [(100, 0.083_887_043_2), (2, 0.107_142_857_1)].map { samples, value in
      Check(
        "stationary variance of one spin with a fresh point, M = \(samples)", method: .exact,
        prediction: value,
        measurement: try variance(
          AnchoredSpinsChain(
            spins: 1, samples: samples, external: .fresh(points: 1, frequency: 0.5))),
        tolerance: 5e-11)
    }
    let cases: [AnchoredSpinsChain] = [1, 3].flatMap { n in
      [5, 40].flatMap { m in
        [
          AnchoredSpinsChain(spins: n, samples: m, external: .fresh(points: 2, frequency: 0.3)),
          AnchoredSpinsChain(spins: n, samples: m, external: .fixed(points: 3, up: n)),
        ]
      }
    }
    let errors = try cases.map { chain in
      let (n, m) = (Double(chain.spins), Double(chain.samples))
      let points = Double(chain.size) / n - m
      let v0 = chain.stationaryMean * (1 - chain.stationaryMean) / n
      let closed =
        if case .fresh = chain.external {
          AnchoredVariance.fresh(samples: m, points: points, quadratic: -1 / n, variance: v0)
        } else {
          AnchoredVariance.fixed(samples: m, points: points, quadratic: -1 / n, variance: v0)
        }
      return abs(try variance(chain) / closed - 1)
    }
    return try printed + spectrum + [relaxation()] + [
      Check(
        "largest relative error of the closed forms, \(cases.count) chains of spins",
        method: .exact, prediction: 0, measurement: errors.max()!, tolerance: 1e-9)
    ]
  }

  /// Two parameters, and a value of φ inside the hull: the mean with a fresh point, by the exact chain.
  private static func relaxation() throws -> Check {
    let family = ClaimTables.triangle(centre: 2)
    let truth = family.member(at: DenseVector([0.4, -0.3]))
    let start = family.member(at: DenseVector([-1, 0.5]))
    let (samples, decay) = (3, 0.75)
    let chain = try TableChain(
      family, samples: samples, from: start,
      external: (0..<family.stateCount).map { (truth.probability(of: $0), [$0]) })
    var law = chain.models.indices.map { $0 == 0 ? 1.0 : 0 }
    let deviations = (1...10).map { t in
      law = chain.transitions.next(law)
      let mean = zip(law, chain.models).reduce(DenseVector.zero) { $0 + $1.0 * $1.1.meanParameter }
      let left = pow(decay, Double(t)) * (start.meanParameter - truth.meanParameter)
      let deviation = mean - truth.meanParameter - left
      return deviation.components.map(abs).max()!
    }
    return Check(
      "largest deviation of E φ̄ from M/(M + K) a generation, corners and centre of a triangle, M = 3",
      method: .exact, prediction: 0, measurement: deviations.max()!, tolerance: 1e-9)
  }

  /// All eigenvalues, of which the second is the relaxation of the mean.
  private static var spectrum: [Check] {
    let sizes = [1, 2, 5, 10, 20, 50, 100, 200]
    let deviations = sizes.map {
      AnchoredSpectrum.largestDeviation(
        AnchoredSpinsChain(spins: 1, samples: $0, external: .fresh(points: 1, frequency: 0.3)))
    }
    let proved = (1...4).count { AnchoredSpectrum.isProved(own: $0, outside: 1, truth: third) }
    return [
      Check(
        "largest relative error of what the eigenvalues (M)_j/(M + 1)^j are made of, M to 200",
        method: .exact, prediction: 0, measurement: deviations.max()!,
        // Of sums of 200 products of up to 400 factors each.
        tolerance: 1e-9),
      Check(
        "characteristic polynomials with the roots (M)_j/(M + 1)^j, M = 1 to 4", method: .proof,
        prediction: 4, measurement: Double(proved)),
    ]
  }

  private static let third = Rational(1, 3)

  /// The closed forms against the recursion of mean and variance, in all families with a quadratic variance.
  static var closedForms: [Check] {
    let quadratics = [-1, -0.25, 0, 0.5, 1, 2, 3]
    let errors = quadratics.flatMap { v2 in
      [2.0, 5].flatMap { points -> [Double] in
        // V₀ = 1 at the mean 1, whatever v₂ is.
        let variance = VarianceFunction(constant: 1 - v2, quadratic: v2)
        func settled(isFresh: Bool) -> Double {
          var moments = MomentRecursion(
            samples: 10,
            policy: PolicyMoments<PoissonFamily>(
              external: SufficientStatistics(sum: points, count: points), isFresh: isFresh),
            variance: variance, start: (1, 0), of: { $0 })
          for _ in 0..<2000 { moments.advance() }
          return moments.variance
        }
        return [
          abs(
            settled(isFresh: true)
              / AnchoredVariance.fresh(samples: 10, points: points, quadratic: v2, variance: 1) - 1),
          abs(
            settled(isFresh: false)
              / AnchoredVariance.fixed(samples: 10, points: points, quadratic: v2, variance: 1) - 1),
        ]
      }
    }
    let pairs = quadratics.flatMap { v2 in
      (2...6).filter { 2 * Double($0) > v2 }.map { (v2, Double($0)) }
    }
    let agree = pairs.count { v2, points in
      func variance(_ samples: Double) -> Double {
        AnchoredVariance.fresh(samples: samples, points: points, quadratic: v2, variance: 1)
      }
      return points == v2
        ? abs(variance(20) / variance(10) - 1) < 1e-12
        : (variance(20) < variance(10)) == (points > v2)
    }
    let poisson = PoissonStationaryLaw(samples: 30, external: 2, truth: 0.8, rate: 0)
    return [
      Check(
        "largest relative error of the closed forms, families of v₂ from −1 to 3", method: .exact,
        prediction: 0, measurement: errors.max()!, tolerance: 1e-9),
      Check(
        "cases in which more synthetic data lower the variance if K > v₂ only, of \(pairs.count)",
        method: .exact, prediction: Double(pairs.count), measurement: Double(agree)),
      Check(
        "variance of the exact Poisson law over the closed form, K = 2, M = 30", method: .exact,
        prediction: 1,
        measurement: poisson.variance
          / AnchoredVariance.fresh(samples: 30, points: 2, quadratic: 0, variance: 0.8),
        tolerance: 1e-12),
    ]
  }
}
