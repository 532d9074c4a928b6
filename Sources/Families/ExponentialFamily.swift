import Randomness

/// An exponential family `f(s|θ) = h(s) exp(θ·φ(s) − A(θ))` together with its closure.
///
/// A family states a few primitives; density, entropy and divergence are derived from them once for
/// all, below. Its members are the points of the *closed* family, because a loop of maximum
/// likelihood ends on the boundary: there no finite θ exists, and the model is the family
/// restricted to a face of the convex support of φ.
///
/// Families are *minimal*: no linear combination of the components of φ is constant. And they are *regular*: the
/// parameters are all θ with a finite A, and A grows without bound towards a finite end of theirs. So every mean inside
/// the convex support has a θ, and maximum likelihood keeps the mean. Eq. 18 then vanishes at the ends, and its score has the mean 0. Where A is finite at an end, as
/// of inverse Gaussians of known shape, what holds on average lacks the density there, and theory here does not
/// apply.
public protocol ExponentialFamily: GenerativeFamily
where Member: ClosedFamilyMember, Member.Vector == Vector {
  /// The type of θ, φ and μ.
  associatedtype Vector: ParameterVector
  /// A data point s.
  associatedtype DataPoint: Sendable
  /// What a training set tells the family; the sum of φ, unless it needs better.
  associatedtype Statistics: TrainingStatistics = SufficientStatistics<Vector>
  where Statistics.Vector == Vector

  /// Number of parameters, D.
  var dimension: Int { get }

  // MARK: Primitives on the interior

  /// The log-partition function `A(θ) = log Z(θ)`.
  func logPartition(at θ: Vector) -> Double
  /// The mean parameter `μ(θ) = ∇A = E φ`.
  func meanParameter(at θ: Vector) -> Vector
  /// The Fisher information `J(θ) = ∇²A`, the covariance of φ.
  func fisherInformation(at θ: Vector) -> Vector.Matrix
  /// `∇ ln det J(θ)`: twice the logarithmic gradient of Jeffreys' density √det J.
  ///
  /// All that the equation of motion of θ asks of third derivatives of A.
  func logDeterminantGradient(at θ: Vector) -> Vector
  /// The sufficient statistics φ(s) of one data point.
  func statistic(of point: DataPoint) -> Vector
  /// The logarithm of the base measure, `log h(s)`.
  func logBaseMeasure(of point: DataPoint) -> Double

  /// `A(θ) − θ·φ̄`, `μ(θ) − φ̄` and `J(θ)` at once: what a fit to the mean statistic φ̄ minimises.
  ///
  /// There is a default made of the primitives above; families in a hot loop do it in one pass.
  func expansion(at θ: Vector, about statistic: Vector) -> ConvexExpansion<Vector>
  /// A finite θ to start a fit from: any function of the statistics, the nearer the better.
  func startingPoint(for data: Statistics) throws(EstimationError) -> Vector
  /// For each component of θ, the change that can alter probabilities by about a factor e.
  var parameterScales: Vector { get }

  // MARK: The closed family

  /// Whether θ has a member in double precision; all of them unless the family says otherwise.
  func admits(_ θ: Vector) -> Bool
  /// The member at a finite θ that the family ``admits(_:)``.
  func member(at θ: Vector) -> Member
  /// The entropy of a member relative to the base measure, `−E ln(f/h)`, in nats; on a face, that of
  /// the model there.
  ///
  /// Where h is counting measure this is Shannon's entropy; inside, it is `A(θ) − θ·μ(θ)`.
  func entropy(of member: Member) -> Double
  /// `log f(s)` of a member that may lie on a face.
  ///
  /// There is a default for members with a θ, and for those absorbed, whose points differ by h alone; families
  /// with faces between say it for these.
  func logDensity(of point: DataPoint, in member: Member) -> Double
  /// `D_KL(p‖q)` in nats between members p and q of the closed family; ∞ where p has points that q has
  /// not.
  ///
  /// There is a default for a q in the interior, which is right to rounding between parameters; a family of its own
  /// form does not go through θ and keeps its digits wherever its members do.
  func klDivergence(from p: Member, to q: Member) -> Double
  /// The maximum-likelihood estimate: the member whose mean parameter is the mean statistic, on the
  /// smallest face that holds it.
  ///
  /// - Throws: ``EstimationError`` if the statistics cannot come from this family.
  func maximumLikelihood(
    _ data: Statistics
  ) throws(EstimationError) -> Member

  // MARK: Sampling

  /// The sum of φ over `count` independent points of `member`, drawn from its exact law at a cost
  /// that does not grow with `count` where that law is closed.
  func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Vector
  /// The statistics of `count` independent points of `member`, likewise.
  ///
  /// There is a default made of the sum.
  func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Statistics
  /// The most points of `member` whose sum is drawn without loss; 2⁵³ unless the family says less.
  func largestDraw(from member: Member) -> Int
  /// One data point of `member`: the raw-data road, for checks against ``drawSum(of:from:using:)``.
  func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> DataPoint
}

/// A point of the closure of an exponential family: an interior θ, or a model on a face.
public protocol ClosedFamilyMember: GenerativeMember {
  /// The type of θ and μ.
  associatedtype Vector: ParameterVector
  /// A proper face of the convex support of φ.
  associatedtype Face: Hashable & Sendable

  /// `μ = E φ`; finite on the boundary, too.
  var meanParameter: Vector { get }
  /// θ, or `nil` on the boundary, where none is finite.
  var naturalParameter: Vector? { get }
  /// The smallest proper face that holds the member, or `nil` in the interior.
  var face: Face? { get }
  // `isAbsorbed`: whether every sample has one and the same φ.
}

extension ExponentialFamily {
  /// The statistics made of the sum.
  @inlinable
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Statistics {
    Statistics(sum: drawSum(of: count, from: member, using: &generator), count: Double(count))
  }

  /// Yes.
  public func admits(_ θ: Vector) -> Bool { true }

  /// The member at θ.
  ///
  /// - Throws: ``EstimationError/beyondDoublePrecision`` where there is none.
  @inlinable
  public func admittedMember(at θ: Vector) throws(EstimationError) -> Member {
    guard admits(θ) else { throw .beyondDoublePrecision }
    return member(at: θ)
  }

  /// 2⁵³.
  public func largestDraw(from member: Member) -> Int { 1 << 53 }

  /// The expansion made of the primitives.
  public func expansion(at θ: Vector, about statistic: Vector) -> ConvexExpansion<Vector> {
    ConvexExpansion(
      value: logPartition(at: θ) - θ.dot(statistic), gradient: meanParameter(at: θ) - statistic,
      curvature: fisherInformation(at: θ))
  }

  /// `log f(s|θ)`.
  public func logDensity(of point: DataPoint, at θ: Vector) -> Double {
    logBaseMeasure(of: point) + θ.dot(statistic(of: point)) - logPartition(at: θ)
  }

  /// By θ, or by the base measure alone.
  public func logDensity(of point: DataPoint, in member: Member) -> Double {
    guard let θ = member.naturalParameter else { return logBaseMeasure(of: point) }
    return logDensity(of: point, at: θ)
  }

  /// The statistics of one point.
  @inlinable
  public func statistics(of point: DataPoint) -> Statistics {
    Statistics(sum: statistic(of: point), count: 1)
  }

  /// The entropy relative to the base measure at a finite θ, `A(θ) − θ·μ(θ)`, in nats.
  public func entropy(at θ: Vector) -> Double {
    logPartition(at: θ) - θ.dot(meanParameter(at: θ))
  }
}

extension ExponentialFamily where Vector == Double {
  /// 1.
  public var dimension: Int { 1 }
  /// 1.
  public var parameterScales: Double { 1 }
}
