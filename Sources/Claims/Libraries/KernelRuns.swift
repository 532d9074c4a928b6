import Foundation
import Loop
import Theory

/// What claim A2 simulates.
struct KernelRuns {
  let programs: KernelPrograms
  let replicates: Int
  let seed: UInt64
  /// Of each check.
  let falseAlarm: Double
  let context: RunContext

  private static var origin: KernelFamily.Points { KernelFamily.Points([SIMD2()]) }

  private func start(_ points: KernelFamily.Points, _ fit: KernelFit) throws -> KernelFamily.Member
  {
    try fit.estimate(from: points, in: KernelFamily())
  }

  /// From one point, with a fixed bandwidth: the variance, and the differences of two points.
  func fixed() throws -> [Check] {
    let (samples, generations, h) = (20, 40, 0.3)
    let loop = programs.loop(samples: samples, .fixed(h))
    let name = "M = \(samples), t = \(generations)"
    let case_ = LoopCase(
      loop, from: try start(Self.origin, loop.estimator), "fixed bandwidth, \(name)",
      claim: KernelClaim.id, seed: seed)
    let runs = try case_.runs.models(at: generations, replicates, context) { model in
      let difference = model.points.values[0] - model.points.values[1]
      return (
        variance: model.points.covariance().xx / (h * h), difference: difference.x / h,
        length: (difference * difference).sum() / (h * h)
      )
    }
    var moments = KernelMoments(samples: samples, bandwidth: .fixed(1))
    for _ in 0..<generations { moments.advance() }
    let steps = KernelAncestry.commonParent(samples: samples, generations: generations)
    func difference(_ x: Double) -> Double {
      KernelAncestry.sumOfSteps(at: x, variance: 2, probabilities: steps)
    }
    func length(_ s: Double) -> Double {
      KernelAncestry.squaredLength(at: s, variance: 2, probabilities: steps)
    }
    return [
      Check.medianOfMeans(
        "mean variance over h² with a fixed bandwidth, \(name)", of: runs.map(\.variance),
        prediction: moments.mean, variance: moments.variance, falseAlarm: falseAlarm),
      Check.distance(
        "distance of the difference of two points to its law, \(name)",
        of: runs.map(\.difference), falseAlarm: falseAlarm, below: difference, upTo: difference),
      Check.distance(
        "distance of the squared length of a difference in the plane to its law, \(name)",
        of: runs.map(\.length), falseAlarm: falseAlarm, below: length, upTo: length),
    ]
  }

  /// Points at ±1 in both directions, with a relative bandwidth.
  func relative() throws -> [Check] {
    let (samples, generations, h) = (20, 5, 0.5)
    let loop = programs.loop(samples: samples, .relative(h))
    let points = KernelFamily.Points(
      (0..<samples).map { SIMD2($0 % 2 == 0 ? 1 : -1, $0 % 4 < 2 ? 1 : -1) })
    let case_ = LoopCase(
      loop, from: try start(points, loop.estimator), "relative bandwidth, M = \(samples)",
      claim: KernelClaim.id, seed: seed)
    // The coordinate that has the kernel's other entries.
    let values = try case_.runs.models(at: generations, replicates, context) {
      $0.points.covariance().yy
    }
    var moments = KernelMoments(
      samples: samples, bandwidth: .relative(h), second: 1, fourth: 1)
    for _ in 0..<generations { moments.advance() }
    return [
      Check.medianOfMeans(
        "mean variance with a relative bandwidth, h = \(h), M = \(samples), t = \(generations)",
        of: values, prediction: moments.mean, variance: moments.variance, falseAlarm: falseAlarm)
    ]
  }

  /// Two points with a relative bandwidth, generation by generation.
  func pair() throws -> Check {
    let (generations, h) = (10, 0.5)
    let loop = programs.loop(samples: 2, .relative(h))
    let case_ = LoopCase(
      loop,
      from: try start(KernelFamily.Points([SIMD2(1, 0.5), SIMD2(-1, 0)]), loop.estimator),
      "two points", claim: KernelClaim.id, seed: seed)
    let ratios = try case_.runs.replicates(replicates / 4, context) { chain in
      var last = 2.0
      return try (0..<generations).map { _ in
        try chain.advance()
        let points = chain.model.points.values
        let now = abs(points[0].x - points[1].x)
        defer { last = now }
        return now / last
      }
    }
    func law(_ x: Double) -> Double { KernelAncestry.ratioOfTwo(at: x, bandwidth: h) }
    return Check.distance(
      "distance of the ratio of differences to its law, relative h = \(h), M = 2",
      of: ratios.flatMap { $0 }, falseAlarm: falseAlarm, below: law, upTo: law)
  }

  /// A new point of a pool with a fixed bandwidth.
  func pool() throws -> Check {
    let (samples, generations, h) = (5, 30, 0.3)
    let loop = programs.pool(samples: samples, .fixed(h))
    let case_ = LoopCase(
      loop, from: try start(Self.origin, loop.estimator), "pool, M = \(samples)",
      claim: KernelClaim.id, seed: seed)
    let values = try case_.runs.models(at: generations, replicates, context) {
      $0.points.values.last!.x / h
    }
    let steps = KernelAncestry.stepsInPool(generations: generations).dropFirst()
    func law(_ x: Double) -> Double {
      KernelAncestry.sumOfSteps(at: x, variance: 1, probabilities: steps)
    }
    return Check.distance(
      "distance of a new point of a pool to its law, M = \(samples), t = \(generations)",
      of: values, falseAlarm: falseAlarm, below: law, upTo: law)
  }
}
