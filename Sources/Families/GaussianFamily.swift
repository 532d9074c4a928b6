import PortableMath
import Randomness

/// The Gaussian family, one real variable with mean m and variance v both free.
///
/// `φ(s) = (s, s²)`, h = 1, `θ = (m/v, −1/(2v))`, `A(θ) = −θ₁²/(4θ₂) + ½ ln(π/(−θ₂))`. The mean of M points
/// is normal with variance v/M, and independent of their squared deviations, which sum to v times a χ²
/// variate with M − 1 degrees of freedom. The statistics are not bounded: the mean wanders, while the
/// variance shrinks forever and is never 0, however small. A single point is refused.
public struct GaussianFamily: ExponentialFamily {
  /// The family.
  @inlinable public init() {}

  /// A real number.
  public typealias DataPoint = Double

  /// No sample lies on the boundary of the convex support, except with probability zero.
  public enum Face: Hashable, Sendable {}

  /// The mean and the scatter about it.
  public typealias Statistics = GaussianStatistics

  /// A mean and a variance > 0.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// E s.
    public let mean: Double
    /// The variance of s, however small.
    public let scaledVariance: ScaledNumber

    @inlinable
    init(mean: Double, scaledVariance: ScaledNumber) {
      self.mean = mean
      self.scaledVariance = scaledVariance
    }

    /// The variance of s, 0 where no double is so small.
    @inlinable public var variance: Double { scaledVariance.value }

    /// The logarithm of the variance.
    public var logVariance: Double { scaledVariance.logarithm }

    /// `(m, m² + v)`.
    @inlinable public var meanParameter: SIMD2<Double> { SIMD2(mean, mean * mean + variance) }

    /// `(m/v, −1/(2v))`, or `nil` where no double is so large.
    public var naturalParameter: SIMD2<Double>? {
      let θ = SIMD2(mean / variance, -0.5 / variance)
      return abs(θ.x) < .infinity && θ.y > -.infinity ? θ : nil
    }

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

  /// The maximum-likelihood estimate; for a single point, one with a variance of its size.
  public func startingPoint(
    for data: GaussianStatistics
  ) throws(EstimationError) -> SIMD2<Double> {
    guard data.count > 0 else { throw .noData }
    let scatter = data.scatter.value
    let variance = scatter > 0 ? scatter / data.count : 1 + data.centre * data.centre
    let θ = SIMD2(data.centre / variance, -0.5 / variance)
    guard abs(θ.x) < .infinity, abs(θ.y) < .infinity else {
      throw .unresolvedVariance(mean: data.centre)
    }
    return θ
  }

  /// θ₂ < 0 with finite moments.
  public func admits(_ θ: SIMD2<Double>) -> Bool {
    let (mean, variance) = moments(at: θ)
    return θ.y < 0 && abs(mean) < .infinity && variance > 0 && variance < .infinity
  }

  /// The member with natural parameter θ, θ₂ < 0; others stop the program.
  public func member(at θ: SIMD2<Double>) -> Member {
    precondition(θ.y < 0 && abs(θ.x) < .infinity, "a natural parameter with θ₂ < 0 is needed")
    let (mean, variance) = moments(at: θ)
    return Member(mean: mean, scaledVariance: ScaledNumber(variance))
  }

  /// The member with the given mean and variance > 0; other numbers stop the program.
  public func member(mean: Double, variance: Double) -> Member {
    precondition(
      variance > 0 && variance < .infinity && abs(mean) < .infinity,
      "a finite mean and variance > 0 are needed")
    return Member(mean: mean, scaledVariance: ScaledNumber(variance))
  }

  /// `½ ln(2πe v)`, the differential entropy.
  public func entropy(of member: Member) -> Double {
    0.5 * (1 + log(2 * .pi) + member.logVariance)
  }

  /// That of the normal law, whose variance may be beyond doubles.
  public func logDensity(of point: Double, in member: Member) -> Double {
    let z = (point - member.mean) / member.scaledVariance.squareRoot
    return -0.5 * (z * z + log(2 * .pi) + member.logVariance)
  }

  /// `½(v/v′ − 1 − ln(v/v′) + (m − m′)²/v′)`, also where no θ is finite.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    let w = q.scaledVariance
    let spread = p.scaledVariance.logDeviation(from: w)
    // Equal means are no distance apart however small the variance.
    let z = ScaledNumber.scaled(
      abs(p.mean - q.mean) / PortableMath.squareRoot(w.significand), -w.exponent / 2)
    return 0.5 * (spread + z * z)
  }

  /// The mean and the mean squared deviation from it, its divisor M.
  ///
  /// - Throws: ``EstimationError`` where the points are too few, or sums no longer tell them apart.
  @inlinable
  public func maximumLikelihood(
    _ data: GaussianStatistics
  ) throws(EstimationError) -> Member {
    let scatter = data.scatter
    // Not `< .infinity`, which compiles to a dozen instructions on bits.
    guard data.count > 0, scatter.significand > 0,
      scatter.significand <= .greatestFiniteMagnitude,
      abs(data.centre) <= .greatestFiniteMagnitude
    else { throw reason(against: data) }
    return Member(mean: data.centre, scaledVariance: (1 / data.count) * scatter)
  }

  /// Why some statistics have no estimate.
  @usableFromInline
  func reason(against data: GaussianStatistics) -> EstimationError {
    if !(data.count > 0) { return .noData }
    return data.scatter.significand == 0 && abs(data.centre) < .infinity
      ? .unresolvedVariance(mean: data.centre)
      : .outsideSupport(mean: "(\(data.mean.x), \(data.mean.y))", allowed: "φ₂ ≥ φ₁²")
  }

  /// The mean and the scatter of `count` points, from a normal and a χ² variate.
  ///
  /// Inlined, so that roots of `count` are taken once in a loop that does not change it.
  @inlinable @inline(__always)
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> GaussianStatistics {
    if count == 0 { return GaussianStatistics(sum: SIMD2(), count: 0) }
    let n = Double(count)
    let variance = member.scaledVariance
    let deviation = variance.squareRoot * squareRoot(1 / n) * Normal.draw(using: &generator)
    let chi = count == 1 ? 0 : 2 * Gamma(shape: 0.5 * (n - 1)).draw(using: &generator)
    return GaussianStatistics(
      count: n, centre: member.mean + deviation, scatter: variance.times(chi))
  }

  /// `(Σs, Σs²)` over `count` points.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SIMD2<Double> {
    drawStatistics(of: count, from: member, using: &generator).sum
  }

  /// One point.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    member.mean + member.scaledVariance.squareRoot * Normal.draw(using: &generator)
  }
}
