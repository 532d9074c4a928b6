import Families
import Loop
import Randomness

/// Gaussian kernel estimates of points in the plane: a model is its training points and the bandwidth of the kernel.
package struct KernelFamily: GenerativeFamily {
  package init() {}

  /// Points of the plane, one after the other.
  package struct Points: AdditiveStatistics {
    package var values: [SIMD2<Double>]

    package init(_ values: [SIMD2<Double>]) { self.values = values }

    package static func + (a: Self, b: Self) -> Self { Self(a.values + b.values) }

    /// The covariance xx, xy, yy with divisor n − `lost`.
    func covariance(lost: Double = 0) -> (xx: Double, xy: Double, yy: Double) {
      let n = Double(values.count)
      let centre = values.reduce(SIMD2(), +) / n
      var (squares, product) = (SIMD2<Double>(), 0.0)
      for value in values {
        let deviation = value - centre
        squares += deviation * deviation
        product += deviation.x * deviation.y
      }
      return (squares.x / (n - lost), product / (n - lost), squares.y / (n - lost))
    }
  }

  /// Points, each with the same normal kernel about it.
  package struct Member: GenerativeMember {
    /// Where the kernels are.
    package let points: Points
    /// The Cholesky factor of the kernel's covariance: xx, yx, yy.
    package let factor: SIMD3<Double>

    package var isAbsorbed: Bool { false }
  }

  /// Points drawn with replacement, each with a deviation of its own.
  package func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Points {
    let (parents, factor) = (member.points.values, member.factor)
    return Points(
      (0..<count).map { _ in
        let parent = parents[generator.nextIndex(below: parents.count)]
        let (x, y) = (Normal.draw(using: &generator), Normal.draw(using: &generator))
        return parent + SIMD2(factor.x * x, factor.y * x + factor.z * y)
      })
  }
}

/// A kernel estimate: the points as they are, and a bandwidth.
package struct KernelFit: DeterministicEstimator {
  package typealias Family = KernelFamily

  /// What the bandwidth is.
  package enum Bandwidth: Sendable {
    /// h in both directions, whatever the data, as in scikit-learn.
    case fixed(Double)
    /// The covariance of the data, divisor n − 1, times h², as in SciPy.
    case relative(Double)
  }

  package var bandwidth: Bandwidth

  package init(_ bandwidth: Bandwidth) { self.bandwidth = bandwidth }

  package func estimate(
    from data: KernelFamily.Points, in family: KernelFamily
  ) throws(EstimationError) -> KernelFamily.Member {
    switch bandwidth {
    case .fixed(let h): return KernelFamily.Member(points: data, factor: SIMD3(h, 0, h))
    case .relative(let h):
      let (xx, xy, yy) = data.covariance(lost: 1)
      guard xx > 0 else { throw .unresolvedVariance(mean: data.values[0].x) }
      let root = xx.squareRoot()
      // Of two points it is singular.
      let rest = max(0, yy - xy * xy / xx).squareRoot()
      return KernelFamily.Member(points: data, factor: h * SIMD3(root, xy / root, rest))
    }
  }
}

/// A training set of all points so far; the first generation's are as many copies of the start.
package struct PooledPoints: DataPolicy {
  package typealias Family = KernelFamily

  package init() {}

  package func initialMemory(for family: KernelFamily) -> KernelFamily.Points {
    KernelFamily.Points([])
  }

  package func trainingSet(
    samples: Int, from model: KernelFamily.Member, in family: KernelFamily,
    memory: inout KernelFamily.Points, streams: GenerationStreams
  ) -> KernelFamily.Points {
    if memory.values.isEmpty {
      let start = model.points.values
      memory.values = (0..<samples).map { start[$0 % start.count] }
    }
    var stream = streams.stream(for: .synthetic)
    memory = memory + family.drawStatistics(of: samples, from: model, using: &stream)
    return memory
  }
}

/// The loops behind A2.
package struct KernelPrograms: ProgramBundle {
  /// What is made of the fit.
  package var fit: @Sendable (KernelFit) -> KernelFit = { $0 }

  /// The real programs.
  package init() {}

  /// The loop that replaces all data.
  func loop(samples: Int, _ bandwidth: KernelFit.Bandwidth) -> RetrainingLoop<
    Replace<KernelFamily>, KernelFit
  > {
    RetrainingLoop(
      family: KernelFamily(), samples: samples, policy: Replace(),
      estimator: fit(KernelFit(bandwidth)))
  }

  /// The loop that throws nothing away.
  func pool(samples: Int, _ bandwidth: KernelFit.Bandwidth) -> RetrainingLoop<
    PooledPoints, KernelFit
  > {
    RetrainingLoop(
      family: KernelFamily(), samples: samples, policy: PooledPoints(),
      estimator: fit(KernelFit(bandwidth)))
  }
}
