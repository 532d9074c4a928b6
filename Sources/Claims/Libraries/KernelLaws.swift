import Foundation
import Theory

/// What claim A2 checks without chance.
enum KernelLaws {
  /// Computed once: they depend on nothing.
  static let checks = fixed + relative + pool

  /// The stationary moments against the recursion, and against the ancestry of two points.
  private static let fixed: [Check] = {
    let h = 0.7
    let residual = [2, 3, 5, 20, 50].map { m in
      var moments = KernelMoments(samples: m, bandwidth: .fixed(h))
      for _ in 0..<60 * m { moments.advance() }
      return max(
        abs(moments.mean / KernelMoments.stationaryMean(samples: m, bandwidth: h) - 1),
        abs(moments.square / KernelMoments.stationarySquare(samples: m, bandwidth: h) - 1))
    }.max()!
    // E (x₁ − x₂)⁴ = 2M (m₄ + 3m₂²)/(M − 1), and 12h⁴ E G² of a geometric G.
    let differences = [2, 3, 20].map { m in
      var moments = KernelMoments(samples: m, bandwidth: .fixed(h))
      for _ in 0..<60 * m { moments.advance() }
      let M = Double(m)
      return 2 * M * (moments.fourth + 3 * moments.square) / (M - 1)
        / (12 * pow(h, 4) * M * (2 * M - 1))
    }
    return [
      Check(
        "largest error of E V and E V² in closed form against their recursion, M to 50",
        method: .exact, prediction: 0, measurement: residual, tolerance: 1e-9),
      Check(
        "fourth moment of a difference by recursion over that of a geometric number of steps, M to 20",
        method: .exact, prediction: 1,
        measurement: differences.max { abs($0 - 1) < abs($1 - 1) }!, tolerance: 1e-9),
      Check(
        Expectation(
          extrapolating: "variance of V over its squared mean, fixed h", from: 100,
          prediction: 4.0 / 3),
        measurement: Extrapolation.limit(from: 100) { m in
          let mean = KernelMoments.stationaryMean(samples: m, bandwidth: 1)
          return KernelMoments.stationarySquare(samples: m, bandwidth: 1) / (mean * mean) - 1
        }),
      Check(
        "P(x₁ − x₂ ≤ 1.3h√M) over Laplace's law, M = 10⁴", method: .exact,
        prediction: 1 - 0.5 * exp(-1.3),
        measurement: KernelAncestry.sumOfSteps(
          at: 1.3 * 100, variance: 2,
          probabilities: KernelAncestry.commonParent(samples: 10_000, generations: 300_000)),
        tolerance: 1e-3),
    ]
  }()

  /// Two points grow on average and shrink as a rule; the second moment outgrows the square of the first.
  private static let relative: [Check] = {
    let h = pow(2, -0.2)
    let growth = KernelMoments.growth(samples: 2, bandwidth: h)
    return [
      Check(
        "mean of ln (d′/d)² of two points, Scott's h", method: .exact, prediction: -1.010_657,
        measurement: KernelAncestry.logGrowthOfTwo(bandwidth: h), tolerance: 1e-5),
      Check(
        "ln of the factor of E V for them", method: .exact, prediction: log(0.5 + h * h),
        measurement: log(growth), tolerance: 1e-12),
    ]
  }()

  /// h² ln t with all data kept.
  private static let pool: [Check] = {
    var pool = KernelPool(samples: 10, mean: 3)
    var values: [Double] = []
    for t in 1...100_000 {
      pool.advance(kernel: 0.25)
      if t + 1 == 1000 || t == 99_999 { values.append(pool.mean) }
    }
    let steps = KernelAncestry.stepsInPool(generations: 200)
    let harmonic = (1...200).reduce(0.0) { $0 + 1 / Double($1) }
    return [
      Check(
        "growth of E V from t = 1000 to 100000 over h² ln 100, all data kept", method: .exact,
        prediction: 1, measurement: (values[1] - values[0]) / (0.25 * log(100)), tolerance: 1e-3),
      Check(
        "mean number of steps to a new point of a pool over 1 + ½ + … + 1/t, t = 200",
        method: .exact, prediction: 1,
        measurement: steps.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
          / harmonic, tolerance: 1e-12),
    ]
  }()
}
