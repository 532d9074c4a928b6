import PortableMath
import Randomness

/// The Gaussian family of d real variables with mean m and covariance Σ both free.
///
/// `φ(s) = (s_i; s_i s_j for i ≤ j)`, h = 1, and with the precision `Λ = Σ⁻¹`: `θ_i = (Λm)_i`,
/// `θ_ii = −½Λ_ii`, `θ_ij = −Λ_ij`, `A = ½ mᵀΛm − ½ ln det Λ + (d/2) ln 2π`. The mean of M points is normal with
/// covariance Σ/M, and independent of their scatter, which is a Wishart variate with M − 1 degrees of
/// freedom. In a closed loop of maximum likelihood the covariance shrinks forever, and its narrow
/// directions faster than its wide ones. Training sets of d points or fewer are refused.
public struct MultivariateGaussian: ExponentialFamily {
  /// Number of variables, d.
  public let dimensions: Int

  /// The family of `dimensions` variables, from 1 to 50; other numbers stop the program.
  public init(dimensions: Int) {
    precondition((1...50).contains(dimensions), "between 1 and 50 variables are needed")
    self.dimensions = dimensions
  }

  /// d real numbers.
  public typealias DataPoint = [Double]

  /// The mean and the scatter about it.
  public typealias Statistics = MultivariateStatistics

  /// No sample of more than d points lies on the boundary of the convex support, except with probability zero.
  public enum Face: Hashable, Sendable {}

  /// A mean and a regular covariance.
  public struct Member: ClosedFamilyMember {
    /// E s.
    public let mean: [Double]
    /// The factor of the covariance, however small.
    public let factor: CovarianceFactor

    @usableFromInline
    init(mean: [Double], factor: CovarianceFactor) { (self.mean, self.factor) = (mean, factor) }

    /// The covariance of s, row by row; entries are 0 where no double is so small.
    public var covariance: [[Double]] {
      let (d, matrix) = (mean.count, factor.matrix)
      return (0..<d).map { Array(matrix[$0 * d..<($0 + 1) * d]) }
    }

    /// `ln det Σ`.
    public var logDeterminant: Double { 2 * factor.halfLogDeterminant }

    /// `(m_i, m_i m_j + Σ_ij)`.
    public var meanParameter: DenseVector {
      MultivariateStatistics(count: 1, centre: mean, scatter: factor).sum
    }

    /// θ, or `nil` where no doubles are so large.
    public var naturalParameter: DenseVector? {
      let d = mean.count
      let inverse = factor.inverseRows
      let weights = factor.logScales.map { exp(-2 * $0) }
      var precision = [Double](repeating: 0, count: d * d)
      for i in 0..<d {
        for j in 0...i {
          var sum = 0.0
          for k in i..<d { sum += inverse[k * d + i] * weights[k] * inverse[k * d + j] }
          precision[i * d + j] = sum
          precision[j * d + i] = sum
        }
      }
      let θ = MultivariateStatistics.vector(dimensions: d) { i in
        (0..<d).reduce(0) { $0 + precision[i * d + $1] * mean[$1] }
      } second: { i, j in
        i == j ? -0.5 * precision[i * d + i] : -precision[i * d + j]
      }
      let isFinite = θ.components.allSatisfy { abs($0) < .infinity }
      return isFinite && (0..<d).allSatisfy { precision[$0 * d + $0] > 0 } ? θ : nil
    }

    /// None.
    public var face: Face? { nil }

    /// Never.
    @inlinable public var isAbsorbed: Bool { false }
  }

  /// `D = d(d + 3)/2`.
  public var dimension: Int { dimensions * (dimensions + 3) / 2 }

  /// The vector with the given components, those of pairs for i ≤ j.
  func vector(first: (Int) -> Double, second: (Int, Int) -> Double) -> DenseVector {
    MultivariateStatistics.vector(dimensions: dimensions, first: first, second: second)
  }

  /// `(s_i; s_i s_j)`.
  public func statistic(of point: [Double]) -> DenseVector {
    precondition(point.count == dimensions, "a point needs d components")
    return vector(first: { point[$0] }, second: { point[$0] * point[$1] })
  }

  /// The point and no scatter.
  public func statistics(of point: [Double]) -> MultivariateStatistics {
    MultivariateStatistics(point: point)
  }

  /// 0.
  public func logBaseMeasure(of point: [Double]) -> Double { 0 }

  /// A hundred for each, so that mostly the curvature sets the scale: with variances of any size θ has no other,
  /// and a fit that is damped on a smaller scale creeps.
  public var parameterScales: DenseVector {
    DenseVector([Double](repeating: 100, count: dimension))
  }

  /// A positive definite precision.
  public func admits(_ θ: DenseVector) -> Bool { memberIfAny(at: θ) != nil }

  /// The member with natural parameter θ, whose precision is positive definite; others stop the program.
  public func member(at θ: DenseVector) -> Member {
    guard let member = memberIfAny(at: θ) else {
      preconditionFailure("a natural parameter with a positive definite precision is needed")
    }
    return member
  }

  /// The member with the given mean and positive definite covariance; others stop the program.
  public func member(mean: [Double], covariance: [[Double]]) -> Member {
    let d = dimensions
    precondition(
      mean.count == d && covariance.count == d && covariance.allSatisfy { $0.count == d },
      "d means and d × d covariances are needed")
    let factor = CovarianceFactor(
      of: covariance.flatMap { $0 }, resolution: (0..<d).map { 1e-15 * abs(covariance[$0][$0]) })
    precondition(
      factor.isRegular && mean.allSatisfy { abs($0) < .infinity },
      "a finite mean and a positive definite covariance are needed")
    return Member(mean: mean, factor: factor)
  }

  /// `½ ln det(2πe Σ)`, the differential entropy.
  public func entropy(of member: Member) -> Double {
    0.5 * Double(dimensions) * (1 + log(2 * .pi)) + member.factor.halfLogDeterminant
  }
}
