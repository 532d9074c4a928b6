import PortableMath
import Randomness

/// The negative binomial family of known size r, counts s ≥ 0: the geometric distribution for r = 1.
///
/// `φ(s) = s`, `h(s) = Γ(s + r)/(Γ(r) s!)`, `A(θ) = −r ln(1 − e^θ)` for θ < 0, `μ = r/(e^−θ − 1)`,
/// `J = μ + μ²/r`. Counts are Poisson with a Gamma rate, and so is their sum, with the shape rM. In a loop the mean
/// wanders over all scales; beyond 2⁵², where doubles no longer hold every count, the Poisson law is normal to 10⁻⁸.
public struct NegativeBinomial: HalfLineFamily {
  /// The size r > 0.
  public let size: Double

  /// The family of the given size > 0; other numbers stop the program.
  @inlinable
  public init(size: Double) {
    precondition(size > 0 && size < .infinity, "a finite size > 0 is needed")
    self.size = size
  }

  /// The number of failures before a success: size 1.
  @inlinable public static var geometric: NegativeBinomial { NegativeBinomial(size: 1) }

  /// A count ≥ 0.
  public typealias DataPoint = Int

  /// A mean.
  public typealias Member = HalfLineMember<NegativeBinomial>

  /// "all counts 0".
  public static var vertexName: String { "all counts 0" }

  /// `V(μ) = μ + μ²/r`.
  public var varianceFunction: VarianceFunction {
    VarianceFunction(linear: 1, quadratic: 1 / size)
  }

  /// `θ = −ln(1 + r/μ)`.
  public func naturalParameter(atMean μ: Double) -> Double? { μ > 0 ? -log1p(size / μ) : nil }

  /// `A(θ) = −r ln(1 − e^θ)`; NaN unless θ < 0.
  public func logPartition(at θ: Double) -> Double { θ < 0 ? -size * log(-expm1(θ)) : .nan }

  /// `μ(θ) = r/(e^−θ − 1)`.
  public func meanParameter(at θ: Double) -> Double { size / expm1(-θ) }

  /// `J(θ) = μ + μ²/r`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 {
    SymmetricMatrix1(varianceFunction(meanParameter(at: θ)))
  }

  /// s itself.
  public func statistic(of point: Int) -> Double { Double(point) }

  /// `ln Γ(s + r) − ln Γ(r) − ln s!`.
  public func logBaseMeasure(of point: Int) -> Double {
    size == 1 ? 0 : logGamma(Double(point) + size) - logGamma(size) - logGamma(Double(point) + 1)
  }

  /// 1, or less where probabilities of large counts change by more.
  public var parameterScales: Double { 1 }

  /// The maximum-likelihood estimate, off the boundary.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    guard data.count > 0 else { throw .noData }
    return -log1p(size * data.count / (max(0, data.sum) + 1))
  }

  /// 2⁹⁰⁰, the largest mean.
  @inlinable public static var largestMean: Double { 0x1p900 }

  /// θ from −700 to below 0, with a mean of at most ``largestMean``.
  public func admits(_ θ: Double) -> Bool {
    θ >= -700 && θ < 0 && meanParameter(at: θ) <= Self.largestMean
  }

  /// The member with natural parameter θ.
  ///
  /// - Parameter θ: from −700 to below 0, with a mean of at most ``largestMean``; anything else stops the program.
  public func member(at θ: Double) -> Member {
    precondition(θ >= -700 && θ < 0, "a natural parameter from −700 to below 0 is needed")
    return member(mean: meanParameter(at: θ))
  }

  /// The member with the given mean, from 0 to ``largestMean``.
  public func member(mean: Double) -> Member {
    precondition(mean >= 0 && mean <= Self.largestMean, "a mean lies in [0, 2⁹⁰⁰]")
    return Member(family: self, mean: mean)
  }

  /// `A(θ) − θμ`, relative to the base measure: for r = 1 Shannon's entropy; 0 at the vertex.
  public func entropy(of member: Member) -> Double {
    let μ = member.mean
    return μ == 0 ? 0 : size * log1p(μ / size) + μ * log1p(size / μ)
  }

  /// `μ ln(μ/ν) − (μ + r) ln((μ + r)/(ν + r))`.
  ///
  /// Per failure that of Bernoulli laws, `(μ + r)/r` times the divergence from the odds of μ to those of ν.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    let (μ, ν, r) = (p.mean, q.mean, size)
    let ratio = (r + μ) / (r + ν)
    let change = (ν - μ) * (r / (r + ν))
    return Divergence.mean(r, to: r * ratio, difference: -change)
      + Divergence.mean(μ, to: ν * ratio, difference: change)
  }

  /// `Σ s` over `count` points, Poisson with the rate μ/r times a Gamma variate of shape rM.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    if count == 0 || member.mean == 0 { return 0 }
    let rate =
      member.mean / size * Gamma(shape: size * Double(count)).draw(using: &generator)
    guard rate > Poisson.maximumMean else {
      return Double(Poisson(mean: rate).draw(using: &generator))
    }
    return rate + squareRoot(rate) * Normal.draw(using: &generator)
  }

  /// One count, by the times a chance of the mean's odds needs: a road of its own where r = 1.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Int {
    guard size == 1, member.mean > 0 else {
      return Int(min(drawSum(of: 1, from: member, using: &generator), 0x1p53))
    }
    let failures = log(generator.nextCentredUnit() + 0.5) / -log1p(1 / member.mean)
    return Int(min(failures, 0x1p53))
  }

  /// 2⁵³, unless the mean of the points may leave the range of the family.
  public func largestDraw(from member: Member) -> Int {
    // Beyond 50 + 50/r times its mean lies less than e⁻⁴⁰ of a Gamma law of any shape from r up.
    member.mean <= Self.largestMean / (50 + 50 / size) ? 1 << 53 : 0
  }

  /// Whether every count that the member gives with a probability to speak of is held by an integer.
  public func holdsPoints(of member: Member) -> Bool {
    member.mean * (50 + 50 / size) <= Poisson.maximumMean
  }
}
