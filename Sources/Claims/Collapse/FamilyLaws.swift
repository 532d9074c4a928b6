import Families
import Foundation
import Theory

/// What claim X3 checks without chance: printed digits, and closed forms against other roads to them.
enum FamilyLaws {
  /// Computed once: they depend on nothing.
  static let checks = Result { extinction + (try scales()) + covariance }

  /// Digits of the law of extinction, its tail 2Mλ₀/t, and the mean that grows without bound.
  private static let extinction: [Check] = {
    let (start, early, late) = (20.0, 100_000, 1_000_000)
    let law = CriticalBranching.extinctionTimeDistribution(mean: start, generations: late)
    let printed = [(10, 0.031_901_8), (50, 0.464_156_6), (100, 0.676_480_1)].map { t, value in
      Check(
        "probability to be extinct by generation \(t), Mλ₀ = 20", method: .exact,
        prediction: value, measurement: law[t], tolerance: 5e-8)
    }
    /// The next order, relative to the leading one.
    func next(_ t: Int) -> Double { (start + log(Double(t))) / Double(t) }
    return printed + [
      Check(
        "t P(T > t) at t = \(late), Mλ₀ = 20", method: .exact, prediction: 2 * start,
        measurement: Double(late) * (1 - law[late]), tolerance: 2 * start * next(late)),
      Check(
        "growth of E min(T, t) from t = \(early) to \(late), Mλ₀ = 20", method: .exact,
        prediction: 2 * start * log(Double(late / early)),
        measurement: law[early..<late].reduce(0) { $0 + (1 - $1) },
        tolerance: 2 * start * log(Double(late / early)) * next(early)),
    ]
  }()

  /// Digits, and the means of one generation by quadrature over its exact law.
  private static func scales() throws -> [Check] {
    let (samples, family) = (100, GaussianFamily())
    let drift = 2 * EntropyDrift.gaussian(samples: samples)
    // A variance other than 1, so that it is not lost in what should be a ratio.
    let variance = 2.5
    let moments = try OneStepLaw.gaussian(mean: 1, variance: variance, samples: samples).moments {
      let ratio = try family.maximumLikelihood($0).variance / variance
      return SIMD2(log(ratio), ratio)
    }
    let times = OneStepLaw.times(mean: 3, samples: 20).moments { log($0.mean / 3) }
    return [
      Check(
        "change of E ln σ² in a generation, Gaussian, M = \(samples)", method: .exact,
        prediction: -0.020_185_354_7, measurement: drift, tolerance: 5e-11),
      Check(
        "mean of ln σ²′/σ² by quadrature, Gaussian, M = \(samples)", method: .exact,
        prediction: drift, measurement: moments.mean[0], tolerance: 1e-11),
      Check(
        "mean of σ²′/σ² by quadrature, Gaussian, M = \(samples)", method: .exact,
        prediction: 1 - 1 / Double(samples), measurement: moments.mean[1], tolerance: 1e-11),
      Check(
        "mean of ln μ′/μ by quadrature, exponential, M = 20", method: .exact,
        prediction: EntropyDrift.exponential(samples: 20), measurement: times.mean[0],
        tolerance: 1e-11),
    ]
  }

  /// For large M: ln det Σ falls by D in M generations, the entropy's D/2 twice; the largest log eigenvalue
  /// by 2, and the log condition number grows by d − 1.
  private static let covariance: [Check] = {
    let (d, samples) = (5, 100)
    func limit(_ name: String, _ prediction: Double, _ rates: @escaping ([Double]) -> Double)
      -> Check
    {
      Check(
        Expectation(
          extrapolating: "\(name) in M generations, d = \(d)", from: samples, prediction: prediction
        ),
        measurement: Extrapolation.limit(from: samples) { m in
          Double(m) * rates((1...d).map { 2 * EntropyDrift.gaussian(samples: m, column: $0) })
        })
    }
    return [
      limit("change of ln det Σ", -Double(d * (d + 3) / 2)) { $0.reduce(0, +) },
      limit("change of the largest log eigenvalue", -2) { $0[0] },
      limit("growth of the log condition number", Double(d - 1)) { $0[0] - $0[d - 1] },
    ]
  }()
}
