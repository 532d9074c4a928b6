import PortableMath
import Randomness

/// Gamma variables s > 0 of known shape k and unknown scale: the exponential distribution for k = 1.
///
/// `φ(s) = s`, `h(s) = s^(k−1)/Γ(k)`, `A(θ) = −k ln(−θ)` for θ < 0, `μ = −k/θ`, `J = k/θ²`. The sum of M
/// of them is a Gamma variate of shape kM on the same scale. No sample lies on the vertex 0 of the convex
/// support [0, ∞): the mean shrinks forever and is never 0, however small.
public struct GammaKnownShape: QuadraticVarianceFamily {
  /// The shape k > 0.
  public let shape: Double

  /// The family of the given shape > 0; other numbers stop the program.
  @inlinable
  public init(shape: Double) {
    precondition(shape > 0 && shape < .infinity, "a finite shape > 0 is needed")
    self.shape = shape
  }

  /// Waiting times: shape 1.
  @inlinable public static var exponential: GammaKnownShape { GammaKnownShape(shape: 1) }

  /// A number > 0.
  public typealias DataPoint = Double

  /// The sum of the times, however small.
  public typealias Statistics = ScaledStatistics

  /// The vertex of the convex support, where all times are 0.
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// φ = 0.
    case zero

    /// "all times 0".
    public var description: String { "all times 0" }
  }

  /// A mean, which may be 0.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// The shape k.
    public let shape: Double
    /// E s ≥ 0, however small.
    public let scaledMean: ScaledNumber

    @inlinable
    init(shape: Double, scaledMean: ScaledNumber) {
      (self.shape, self.scaledMean) = (shape, scaledMean)
    }

    /// E s, 0 where no double is so small.
    @inlinable public var mean: Double { scaledMean.value }

    /// The logarithm of E s; −∞ at the vertex.
    public var logMean: Double { scaledMean.logarithm }

    /// E s.
    @inlinable public var meanParameter: Double { mean }

    /// `−k/μ`; `nil` at the vertex, and where no double is so large.
    public var naturalParameter: Double? {
      let rate = shape / mean
      return rate < .infinity ? -rate : nil
    }

    /// The vertex, if the member sits on it.
    public var face: Face? { isAbsorbed ? .zero : nil }

    /// Whether all samples are 0.
    @inlinable public var isAbsorbed: Bool { scaledMean.significand == 0 }
  }

  /// [0, ∞].
  public var support: ClosedRange<Double> { 0...(.infinity) }

  /// `V(μ) = μ²/k`.
  public var varianceFunction: VarianceFunction { VarianceFunction(quadratic: 1 / shape) }

  /// `θ = −k/μ`.
  public func naturalParameter(atMean μ: Double) -> Double? { μ > 0 ? -shape / μ : nil }

  /// `A(θ) = −k ln(−θ)`; NaN unless θ < 0.
  public func logPartition(at θ: Double) -> Double { θ < 0 ? -shape * log(-θ) : .nan }

  /// `μ(θ) = −k/θ`.
  public func meanParameter(at θ: Double) -> Double { -shape / θ }

  /// `J(θ) = k/θ²`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 {
    SymmetricMatrix1(shape / (θ * θ))
  }

  /// s itself.
  public func statistic(of point: Double) -> Double { point }

  /// `(k − 1) ln s − ln Γ(k)`.
  public func logBaseMeasure(of point: Double) -> Double {
    shape == 1 ? 0 : (shape - 1) * log(point) - logGamma(shape)
  }

  /// 1.
  public var parameterScales: Double { 1 }

  /// The maximum-likelihood estimate; that of times of 1 where all are 0.
  public func startingPoint(for data: ScaledStatistics) throws(EstimationError) -> Double {
    try maximumLikelihood(data).naturalParameter ?? -shape
  }

  /// `μ = φ̄`; the vertex when all samples are 0.
  @inlinable
  public func maximumLikelihood(_ data: ScaledStatistics) throws(EstimationError) -> Member {
    let sum = data.scaledSum.significand
    guard data.count > 0 else { throw .noData }
    guard sum >= 0, sum < .infinity else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "[0, ∞)")
    }
    return Member(
      shape: shape,
      scaledMean: ScaledNumber(significand: sum / data.count, exponent: data.scaledSum.exponent))
  }

  /// θ < 0 with a finite mean > 0.
  public func admits(_ θ: Double) -> Bool { θ < 0 && shape / θ > -.infinity && shape / θ < 0 }

  /// The member with natural parameter θ < 0; others stop the program.
  public func member(at θ: Double) -> Member {
    precondition(θ < 0 && shape / θ > -.infinity, "a natural parameter below 0 is needed")
    return member(mean: -shape / θ)
  }

  /// The member with the given mean ≥ 0.
  public func member(mean: Double) -> Member {
    precondition(mean >= 0 && mean < .infinity, "a mean of at least 0 is needed")
    return Member(shape: shape, scaledMean: ScaledNumber(mean))
  }

  /// `k − k ln(k/μ)`, relative to the base measure.
  ///
  /// For k = 1 the differential entropy. −∞ at the vertex.
  public func entropy(of member: Member) -> Double { shape * (1 + (member.logMean - log(shape))) }

  /// `k(x − ln(1 + x))`, x the relative distance of the means; ∞ to the vertex from elsewhere, and back.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    if p.isAbsorbed || q.isAbsorbed { return .infinity }
    return shape * p.scaledMean.logDeviation(from: q.scaledMean)
  }

  /// The sum of `count` points: a Gamma variate of shape kM on the scale of the model.
  @inlinable
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> ScaledStatistics {
    if count == 0 { return ScaledStatistics(sum: 0, count: 0) }
    let law = Gamma(shape: shape * Double(count))
    let scale = member.scaledMean.significand / shape
    let exponent = member.scaledMean.exponent
    if law.shape >= 1 {
      return ScaledStatistics(
        scaledSum: ScaledNumber(
          significand: scale * law.draw(using: &generator), exponent: exponent),
        count: Double(count))
    }
    let factors = law.drawFactors(using: &generator)
    return ScaledStatistics(
      scaledSum: ScaledNumber(significand: scale, exponent: exponent)
        * (factors.whole * ScaledNumber(exponential: factors.logPower)),
      count: Double(count))
  }

  /// `Σ s` over `count` points.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    drawStatistics(of: count, from: member, using: &generator).sum
  }

  /// One point.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    shape == 1
      ? -member.mean * log(generator.nextCentredUnit() + 0.5)
      : member.mean / shape * Gamma(shape: shape).draw(using: &generator)
  }
}
