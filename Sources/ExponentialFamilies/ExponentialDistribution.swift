import PortableMath
import RandomStreams

/// The exponential distribution, waiting times s > 0 of one mean.
///
/// `φ(s) = s`, h = 1, `A(θ) = −ln(−θ)` for θ < 0, `μ = −1/θ`, `J = 1/θ²`. The sum of M times is μ times a
/// Gamma variate of shape M. The convex support is [0, ∞), which no sample leaves through its vertex 0:
/// the mean shrinks for ever and is never 0, but for underflow.
public struct ExponentialDistribution: ExponentialFamily {
  /// The family.
  @inlinable public init() {}

  /// A time > 0.
  public typealias DataPoint = Double

  /// The vertex of the convex support [0, ∞).
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// s = 0.
    case zero

    /// "all times 0".
    public var description: String { "all times 0" }
  }

  /// A point of the closed family: a mean, which may be 0.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// E s ≥ 0.
    public let mean: Double

    @inlinable
    init(mean: Double) { self.mean = mean }

    /// E s.
    @inlinable public var meanParameter: Double { mean }

    /// `θ = −1/μ`, or `nil` at the vertex.
    public var naturalParameter: Double? { isAbsorbed ? nil : -1 / mean }

    /// The vertex, if the member sits on it.
    public var face: Face? { isAbsorbed ? .zero : nil }

    /// Whether all times are 0.
    @inlinable public var isAbsorbed: Bool { mean == 0 }
  }

  /// 1.
  public var dimension: Int { 1 }

  /// `A(θ) = −ln(−θ)`; NaN unless θ < 0.
  public func logPartition(at θ: Double) -> Double { θ < 0 ? -log(-θ) : .nan }

  /// `μ(θ) = −1/θ`.
  public func meanParameter(at θ: Double) -> Double { -1 / θ }

  /// `J(θ) = 1/θ²`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 { SymmetricMatrix1(1 / (θ * θ)) }

  /// `−2/θ`.
  public func logDeterminantGradient(at θ: Double) -> Double { -2 / θ }

  /// s itself.
  public func statistic(of point: Double) -> Double { point }

  /// 0.
  public func logBaseMeasure(of point: Double) -> Double { 0 }

  /// 1.
  public var parameterScales: Double { 1 }

  /// The maximum-likelihood estimate.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    let member = try maximumLikelihood(data)
    guard let θ = member.naturalParameter else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "(0, ∞)")
    }
    return θ
  }

  /// The member with natural parameter θ < 0; others stop the program.
  public func member(at θ: Double) -> Member {
    precondition(θ < 0 && 1 / θ > -.infinity, "a natural parameter below 0 is needed")
    return Member(mean: -1 / θ)
  }

  /// The member with the given mean ≥ 0.
  public func member(mean: Double) -> Member {
    precondition(mean >= 0 && mean < .infinity, "a mean of at least 0 is needed")
    return Member(mean: mean)
  }

  /// `1 + ln μ`, the differential entropy; −∞ at the vertex.
  public func entropy(of member: Member) -> Double { 1 + log(member.mean) }

  /// `μ = φ̄`.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    guard data.sum >= 0, data.sum < .infinity else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "[0, ∞)")
    }
    return Member(mean: data.sum / data.count)
  }

  /// `Σ s` over `count` times: μ times a Gamma variate of that shape.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    count == 0 ? 0 : member.mean * Gamma(shape: Double(count)).draw(using: &generator)
  }

  /// One time.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    -member.mean * log(generator.nextCentredUnit() + 0.5)
  }
}
