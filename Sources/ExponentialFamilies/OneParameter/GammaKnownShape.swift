import PortableMath
import RandomStreams

/// Gamma variables s > 0 of known shape k and unknown scale: the exponential distribution for k = 1.
///
/// `φ(s) = s`, `h(s) = s^(k−1)/Γ(k)`, `A(θ) = −k ln(−θ)` for θ < 0, `μ = −k/θ`, `J = k/θ²`. The sum of M
/// of them is a Gamma variate of shape kM on the same scale. No sample lies on the vertex 0 of the convex
/// support: the mean shrinks for ever and is never 0, but for underflow.
public struct GammaKnownShape: HalfLineFamily {
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

  /// A mean.
  public typealias Member = HalfLineMember<GammaKnownShape>

  /// "all times 0".
  public static var vertexName: String { "all times 0" }

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
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    naturalParameter(atMean: try maximumLikelihood(data).mean) ?? -shape
  }

  /// θ < 0 with a finite mean > 0.
  public func admits(_ θ: Double) -> Bool { θ < 0 && shape / θ > -.infinity && shape / θ < 0 }

  /// The member with natural parameter θ < 0; others stop the program.
  public func member(at θ: Double) -> Member {
    precondition(θ < 0 && shape / θ > -.infinity, "a natural parameter below 0 is needed")
    return Member(family: self, mean: -shape / θ)
  }

  /// The member with the given mean ≥ 0.
  public func member(mean: Double) -> Member {
    precondition(mean >= 0 && mean < .infinity, "a mean of at least 0 is needed")
    return Member(family: self, mean: mean)
  }

  /// `k − k ln(k/μ)`, relative to the base measure.
  ///
  /// For k = 1 the differential entropy. −∞ at the vertex.
  public func entropy(of member: Member) -> Double { shape * (1 + log(member.mean / shape)) }

  /// `Σ s` over `count` points: a Gamma variate of shape kM.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    count == 0
      ? 0
      : member.mean / shape * Gamma(shape: shape * Double(count)).draw(using: &generator)
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
