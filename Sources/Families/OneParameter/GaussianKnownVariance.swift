import PortableMath
import Randomness

/// The Gaussian family of known variance σ²: one real variable of unknown mean.
///
/// `φ(s) = s`, h is the density of mean 0, `A(θ) = ½σ²θ²`, `μ = σ²θ`, `J = σ²`. The statistic is not
/// bounded: under maximum likelihood the mean wanders forever, and never settles.
public struct GaussianKnownVariance: QuadraticVarianceFamily {
  /// σ² > 0.
  public let variance: Double

  /// The family of the given variance > 0; other numbers stop the program.
  @inlinable
  public init(variance: Double) {
    precondition(variance > 0 && variance < .infinity, "a finite variance > 0 is needed")
    self.variance = variance
  }

  /// A real number.
  public typealias DataPoint = Double

  /// No mean lies on a boundary: there is none.
  public enum Face: Hashable, Sendable {}

  /// A mean.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// σ².
    public let variance: Double
    /// E s.
    public let mean: Double

    @inlinable
    init(variance: Double, mean: Double) {
      self.variance = variance
      self.mean = mean
    }

    /// E s.
    @inlinable public var meanParameter: Double { mean }
    /// `μ/σ²`.
    public var naturalParameter: Double? { mean / variance }
    /// None.
    public var face: Face? { nil }
    /// Never.
    @inlinable public var isAbsorbed: Bool { false }
  }

  /// `V(μ) = σ²`.
  public var varianceFunction: VarianceFunction { VarianceFunction(constant: variance) }
  /// The real line.
  public var support: ClosedRange<Double> { -.infinity...(.infinity) }
  /// `θ = μ/σ²`.
  public func naturalParameter(atMean μ: Double) -> Double? { μ / variance }
  /// `A(θ) = ½σ²θ²`.
  public func logPartition(at θ: Double) -> Double { 0.5 * variance * θ * θ }
  /// `μ(θ) = σ²θ`.
  public func meanParameter(at θ: Double) -> Double { variance * θ }
  /// `J(θ) = σ²`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 { SymmetricMatrix1(variance) }
  /// s itself.
  public func statistic(of point: Double) -> Double { point }
  /// `−s²/(2σ²) − ½ ln(2πσ²)`.
  public func logBaseMeasure(of point: Double) -> Double {
    -0.5 * (point * point / variance + log(2 * .pi * variance))
  }
  /// 1/σ.
  public var parameterScales: Double { 1 / variance.squareRoot() }

  /// The maximum-likelihood estimate.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    try maximumLikelihood(data).mean / variance
  }

  /// θ with a finite mean.
  public func admits(_ θ: Double) -> Bool { abs(variance * θ) < .infinity }

  /// The member with natural parameter θ, a finite number.
  public func member(at θ: Double) -> Member { member(mean: variance * θ) }

  /// The member with the given mean, a finite number; others stop the program.
  public func member(mean: Double) -> Member {
    precondition(abs(mean) < .infinity, "a finite mean is needed")
    return Member(variance: variance, mean: mean)
  }

  /// `−½μ²/σ²`, relative to the base measure.
  public func entropy(of member: Member) -> Double { -0.5 * member.mean * member.mean / variance }

  /// `(μ − μ′)²/(2σ²)`.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    let z = (p.mean - q.mean) / variance.squareRoot()
    return 0.5 * z * z
  }

  /// `μ = φ̄`.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    guard abs(data.sum) < .infinity else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "the finite numbers")
    }
    return Member(variance: variance, mean: data.sum / data.count)
  }

  /// `Σ s` over `count` points: normal.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    let n = Double(count)
    return n * member.mean + (n * variance).squareRoot() * Normal.draw(using: &generator)
  }

  /// One point.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    member.mean + variance.squareRoot() * Normal.draw(using: &generator)
  }
}
