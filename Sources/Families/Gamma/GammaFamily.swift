import PortableMath
import Randomness

/// Gamma variables s > 0 with shape k and scale both free.
///
/// `φ(s) = (s, ln s)`, `h(s) = 1/s`, `θ = (−β, k)` with the rate β = k/m, `A(θ) = ln Γ(θ₂) − θ₂ ln(−θ₁)`,
/// `μ = (k/β, ψ(k) − ln β)`. The law of a sum of φ is not closed: M points are drawn one by one, at a cost that
/// grows with M. The statistics are not bounded. In a closed loop of maximum likelihood the mean settles, however
/// small it has become, while the shape grows forever: `k` and `1/k` may both be beyond doubles.
public struct GammaFamily: ExponentialFamily {
  /// The family.
  @inlinable public init() {}

  /// A number > 0.
  public typealias DataPoint = Double

  /// The mean, and the logarithms about its own.
  public typealias Statistics = GammaStatistics

  /// No sample lies on the boundary of the convex support, except with probability zero.
  public enum Face: Hashable, Sendable {}

  /// 10¹²: points of a larger shape are normal except for a skewness of `2/√k`, and drawn as that.
  @inlinable static var normalShape: Double { 1e12 }

  /// A mean and a shape, both > 0.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// E s, however small.
    public let scaledMean: ScaledNumber
    /// k; ∞ where no double is so large.
    public let shape: Double
    /// `1/k`, the variance of s in units of its squared mean, however small.
    public let dispersion: ScaledNumber

    @usableFromInline
    init(mean: ScaledNumber, shape: Double) {
      (scaledMean, self.shape, dispersion) = (mean, shape, ScaledNumber(1 / shape))
    }

    @usableFromInline
    init(mean: ScaledNumber, dispersion: ScaledNumber) {
      (scaledMean, shape, self.dispersion) = (mean, 1 / dispersion.value, dispersion)
    }

    /// E s, 0 where no double is so small.
    @inlinable public var mean: Double { scaledMean.value }

    /// The logarithm of E s.
    public var logMean: Double { scaledMean.logarithm }

    /// The logarithm of k.
    public var logShape: Double { -dispersion.logarithm }

    /// `(m, ln m − (ln k − ψ(k)))`.
    public var meanParameter: SIMD2<Double> {
      SIMD2(mean, logMean - logarithmMinusDigamma(shape))
    }

    /// `(−k/m, k)`, or `nil` where no double is so large.
    public var naturalParameter: SIMD2<Double>? {
      let rate = shape / mean
      return rate > 0 && rate < .infinity ? SIMD2(-rate, shape) : nil
    }

    /// Whether points are drawn as normal ones with a skewness.
    @inlinable var isNearlyNormal: Bool { shape > GammaFamily.normalShape }

    /// None.
    public var face: Face? { nil }

    /// Never.
    @inlinable public var isAbsorbed: Bool { false }
  }

  /// 2.
  public var dimension: Int { 2 }

  /// Whether θ is one of the family's.
  private func isInside(_ θ: SIMD2<Double>) -> Bool {
    θ.x < 0 && θ.y > 0 && θ.x > -.infinity && θ.y < .infinity
  }

  /// `A(θ) = ln Γ(θ₂) − θ₂ ln(−θ₁)`; NaN unless θ₁ < 0 and θ₂ > 0.
  public func logPartition(at θ: SIMD2<Double>) -> Double {
    isInside(θ) ? logGamma(θ.y) - θ.y * log(-θ.x) : .nan
  }

  /// `μ(θ) = (−θ₂/θ₁, ψ(θ₂) − ln(−θ₁))`; NaN outside.
  public func meanParameter(at θ: SIMD2<Double>) -> SIMD2<Double> {
    isInside(θ) ? SIMD2(-θ.y / θ.x, digamma(θ.y) - log(-θ.x)) : SIMD2(.nan, .nan)
  }

  /// `J(θ)`, with `k/β²` and `ψ′(k)` on the diagonal and `1/β` off it.
  public func fisherInformation(at θ: SIMD2<Double>) -> SymmetricMatrix2 {
    SymmetricMatrix2(
      diagonal: SIMD2(θ.y / (θ.x * θ.x), trigamma(θ.y)), offDiagonal: -1 / θ.x)
  }

  /// `(2/β, 1/k + (ψ″(k) + 1/k²)/(ψ′(k) − 1/k))`, since `det J = (kψ′(k) − 1)/β²`.
  public func logDeterminantGradient(at θ: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(
      -2 / θ.x, 1 / θ.y + tetragammaPlusInverseSquare(θ.y) / trigammaMinusInverse(θ.y))
  }

  /// `(s, ln s)`.
  public func statistic(of point: Double) -> SIMD2<Double> { SIMD2(point, log(point)) }

  /// The point and no deficit.
  public func statistics(of point: Double) -> GammaStatistics {
    GammaStatistics(count: 1, arithmeticMean: point, deficit: 0)
  }

  /// `−ln s`.
  public func logBaseMeasure(of point: Double) -> Double { -log(point) }

  /// 1 for each.
  public var parameterScales: SIMD2<Double> { SIMD2(1, 1) }

  /// θ₁ < 0 and θ₂ > 0.
  public func admits(_ θ: SIMD2<Double>) -> Bool { isInside(θ) }

  /// The member with natural parameter θ, θ₁ < 0 and θ₂ > 0; others stop the program.
  public func member(at θ: SIMD2<Double>) -> Member {
    precondition(isInside(θ), "a natural parameter with θ₁ < 0 and θ₂ > 0 is needed")
    return member(mean: -θ.y / θ.x, shape: θ.y)
  }

  /// The member with the given mean and shape, both > 0; other numbers stop the program.
  public func member(mean: Double, shape: Double) -> Member {
    precondition(
      mean > 0 && mean < .infinity && shape > 0 && shape < .infinity,
      "a finite mean > 0 and shape > 0 are needed")
    return Member(mean: ScaledNumber(mean), shape: shape)
  }

  /// `ln Γ(k) + k − kψ(k)`, relative to the base measure, whatever the mean; its large terms are left out.
  public func entropy(of member: Member) -> Double {
    let k = member.shape
    if member.isNearlyNormal { return 0.5 * (1 + log(2 * .pi) - member.logShape) }
    return stirlingRemainder(k) + k * logarithmMinusDigamma(k) + 0.5 * log(2 * .pi / k)
  }

  /// `log f(s)`, from the ratio of s to the mean.
  public func logDensity(of point: Double, in member: Member) -> Double {
    guard point > 0, point < .infinity else { return -.infinity }
    let distance = ScaledNumber(point).logDeviation(from: member.scaledMean)
    return 0.5 * (member.logShape - log(2 * .pi)) - stirlingRemainder(member.shape)
      - Self.product(distance, member.shape) - log(point)
  }

  /// The divergence of the shapes at one mean, and that of the means at the shape of q.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    shapeDivergence(from: p, to: q)
      + Self.product(p.scaledMean.logDeviation(from: q.scaledMean), q.shape)
  }

  /// `G(l) − G(k) − (l − k)G′(k)` of `G(k) = ln Γ(k) − k ln k + k`, whose second derivative is `ψ′(k) − 1/k`.
  private func shapeDivergence(from p: Member, to q: Member) -> Double {
    let (k, l) = (p.shape, q.shape)
    if p.isNearlyNormal {
      return 0.5 * p.dispersion.logDeviation(from: q.dispersion)
        + (q.isNearlyNormal ? 0 : stirlingRemainder(l))
    }
    let step = l - k
    if l < .infinity, abs(step) <= 0.5 * max(k, l) {
      return step * step * Divergence.remainder { trigammaMinusInverse(k + $0 * step) }
    }
    let excess = logarithmMinusDigamma(k) - 0.5 / k
    return 0.5 * Divergence.scale(l, to: k) + step * excess + stirlingRemainder(l)
      - stirlingRemainder(k)
  }

  /// The product of a distance and a shape, where 0 times ∞ is 0.
  private static func product(_ distance: Double, _ shape: Double) -> Double {
    distance == 0 ? 0 : distance * shape
  }
}
