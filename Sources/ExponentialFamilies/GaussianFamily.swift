import PortableMath
import RandomStreams

/// The Gaussian family, one real variable with mean m and variance v both free.
///
/// `φ(s) = (s, s²)`, h = 1, `θ = (m/v, −1/(2v))`, `A(θ) = −θ₁²/(4θ₂) + ½ ln(π/(−θ₂))`. The mean of M points
/// is normal with variance v/M, and independent of their squared deviations, which sum to v times a χ²
/// variate with M − 1 degrees of freedom. The statistics are not bounded: the mean wanders for ever,
/// while the variance shrinks and is never 0. A single point, or variances below 10⁻¹² of the squared
/// mean, which the sums of squares no longer resolve, are refused.
public struct GaussianFamily: ExponentialFamily {
  /// The family.
  @inlinable public init() {}

  /// A real number.
  public typealias DataPoint = Double

  /// No sample lies on the boundary of the convex support, save with probability zero.
  public enum Face: Hashable, Sendable {}

  /// A mean and a variance > 0.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// E s.
    public let mean: Double
    /// The variance of s.
    public let variance: Double

    @inlinable
    init(mean: Double, variance: Double) {
      self.mean = mean
      self.variance = variance
    }

    /// `(m, m² + v)`.
    @inlinable public var meanParameter: SIMD2<Double> { SIMD2(mean, mean * mean + variance) }

    /// `(m/v, −1/(2v))`.
    public var naturalParameter: SIMD2<Double>? { SIMD2(mean / variance, -0.5 / variance) }

    /// None.
    public var face: Face? { nil }

    /// Never.
    @inlinable public var isAbsorbed: Bool { false }
  }

  /// 2.
  public var dimension: Int { 2 }

  /// `A(θ) = −θ₁²/(4θ₂) + ½ ln(π/(−θ₂))`; NaN unless θ₂ < 0.
  public func logPartition(at θ: SIMD2<Double>) -> Double {
    guard θ.y < 0 else { return .nan }
    return -θ.x * θ.x / (4 * θ.y) + 0.5 * log(.pi / -θ.y)
  }

  /// `μ(θ) = (m, m² + v)`.
  public func meanParameter(at θ: SIMD2<Double>) -> SIMD2<Double> {
    let (mean, variance) = moments(at: θ)
    return SIMD2(mean, mean * mean + variance)
  }

  /// `J(θ)`, the covariance of s and s².
  public func fisherInformation(at θ: SIMD2<Double>) -> SymmetricMatrix2 {
    let (mean, variance) = moments(at: θ)
    return SymmetricMatrix2(
      diagonal: SIMD2(variance, 4 * mean * mean * variance + 2 * variance * variance),
      offDiagonal: 2 * mean * variance)
  }

  /// `(0, 6v)`, since det J = 2v³.
  public func logDeterminantGradient(at θ: SIMD2<Double>) -> SIMD2<Double> { SIMD2(0, -3 / θ.y) }

  private func moments(at θ: SIMD2<Double>) -> (mean: Double, variance: Double) {
    (-θ.x / (2 * θ.y), -0.5 / θ.y)
  }

  /// `(s, s²)`.
  public func statistic(of point: Double) -> SIMD2<Double> { SIMD2(point, point * point) }

  /// 0.
  public func logBaseMeasure(of point: Double) -> Double { 0 }

  /// 1 for each.
  public var parameterScales: SIMD2<Double> { SIMD2(1, 1) }

  /// The maximum-likelihood estimate.
  public func startingPoint(
    for data: SufficientStatistics<SIMD2<Double>>
  ) throws(EstimationError) -> SIMD2<Double> {
    try maximumLikelihood(data).naturalParameter!
  }

  /// The member with natural parameter θ, θ₂ < 0; others stop the program.
  public func member(at θ: SIMD2<Double>) -> Member {
    precondition(θ.y < 0 && abs(θ.x) < .infinity, "a natural parameter with θ₂ < 0 is needed")
    let (mean, variance) = moments(at: θ)
    return Member(mean: mean, variance: variance)
  }

  /// The member with the given mean and variance > 0; other numbers stop the program.
  public func member(mean: Double, variance: Double) -> Member {
    precondition(
      variance > 0 && variance < .infinity && abs(mean) < .infinity,
      "a finite mean and variance > 0 are needed")
    return Member(mean: mean, variance: variance)
  }

  /// `½ ln(2πe v)`, the differential entropy.
  public func entropy(of member: Member) -> Double {
    0.5 * (1 + log(2 * .pi * member.variance))
  }

  /// The mean and the mean squared deviation from it, its divisor M.
  ///
  /// - Throws: ``EstimationError`` where the points are too few, or too close to one another for
  ///   their sum of squares.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<SIMD2<Double>>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let mean = data.sum.x / data.count
    let square = data.sum.y / data.count
    let variance = square - mean * mean
    guard square < .infinity, abs(mean) < .infinity, variance > -1e-12 * square else {
      throw .outsideSupport(mean: "(\(mean), \(square))", allowed: "φ₂ ≥ φ₁²")
    }
    guard variance > 1e-12 * square else { throw .unresolvedVariance(mean: mean) }
    return Member(mean: mean, variance: variance)
  }

  /// `(Σs, Σs²)` over `count` points, from a normal and a χ² variate.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SIMD2<Double> {
    if count == 0 { return SIMD2() }
    let n = Double(count)
    let deviation = (member.variance / n).squareRoot() * Normal.draw(using: &generator)
    let mean = member.mean + deviation
    let scatter =
      count == 1
      ? 0 : 2 * member.variance * Gamma(shape: 0.5 * (n - 1)).draw(using: &generator)
    return SIMD2(n * mean, n * mean * mean + scatter)
  }

  /// One point.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    member.mean + member.variance.squareRoot() * Normal.draw(using: &generator)
  }
}
