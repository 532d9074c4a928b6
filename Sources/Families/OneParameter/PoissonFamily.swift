import PortableMath
import Randomness

/// The Poisson family, counts with one rate ϑ = e^θ.
///
/// `φ(s) = s`, `h(s) = 1/s!`, `A(θ) = e^θ`, `μ = J = e^θ`. The sum of M counts is Poisson(Mϑ). The
/// convex support is [0, ∞): its only face is the vertex 0, where a closed loop dies out; above, φ
/// is not bounded, so Eq. 6 does not apply as it stands.
public struct PoissonFamily: HalfLineFamily {
  /// The family.
  @inlinable public init() {}

  /// A count ≥ 0.
  public typealias DataPoint = Int

  /// A rate, which may be 0.
  public typealias Member = HalfLineMember<PoissonFamily>

  /// "all counts 0".
  public static var vertexName: String { "all counts 0" }

  /// `V(μ) = μ`.
  public var varianceFunction: VarianceFunction { VarianceFunction(linear: 1) }

  /// `θ = ln ϑ`.
  public func naturalParameter(atMean μ: Double) -> Double? { μ > 0 ? log(μ) : nil }

  /// `A(θ) = e^θ`.
  public func logPartition(at θ: Double) -> Double { exp(θ) }

  /// `μ(θ) = e^θ`.
  public func meanParameter(at θ: Double) -> Double { exp(θ) }

  /// `J(θ) = e^θ`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 {
    SymmetricMatrix1(exp(θ))
  }

  /// s itself.
  public func statistic(of point: Int) -> Double { Double(point) }

  /// `−ln s!`.
  public func logBaseMeasure(of point: Int) -> Double {
    // ln P(s) of Poisson(1) is −1 − ln s!.
    Poisson(mean: 1).logProbability(of: point) + 1
  }

  /// 1: a change of θ by 1 changes the rate by a factor e.
  public var parameterScales: Double { 1 }

  /// The maximum-likelihood estimate, off the boundary.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    guard data.count > 0 else { throw .noData }
    return log((max(0, data.sum) + 1) / data.count)
  }

  /// θ from −700 to 36.
  public func admits(_ θ: Double) -> Bool { θ >= -700 && θ <= 36 }

  /// The member with natural parameter θ.
  ///
  /// - Parameter θ: from −700 to 36, so that ϑ is a normal double and counts are exact; anything else
  ///   stops the program.
  public func member(at θ: Double) -> Member {
    precondition(θ >= -700 && θ <= 36, "a natural parameter from −700 to 36 is needed")
    return Member(family: self, mean: exp(θ))
  }

  /// The member with rate ϑ, from 0 to 2⁵².
  public func member(rate: Double) -> Member {
    precondition(rate >= 0 && rate <= Poisson.maximumMean, "a rate lies in [0, 2⁵²]")
    return Member(family: self, mean: rate)
  }

  /// `ϑ − ϑ ln ϑ`, relative to the base measure 1/s!; 0 at the vertex.
  public func entropy(of member: Member) -> Double {
    member.isAbsorbed ? 0 : member.rate - member.rate * log(member.rate)
  }

  /// `ϑ ln(ϑ/ϑ′) − ϑ + ϑ′`.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    Divergence.mean(p.rate, to: q.rate)
  }

  /// `Σ s` over `count` points, from Poisson(count · ϑ).
  ///
  /// - Precondition: count · ϑ ≤ 2⁵².
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    Double(Poisson(mean: Double(count) * member.rate).draw(using: &generator))
  }

  /// One count.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Int {
    Poisson(mean: member.rate).draw(using: &generator)
  }

  /// 2⁵²/ϑ, beyond which counts are no longer exact.
  public func largestDraw(from member: Member) -> Int {
    Int(min(0x1p53, Poisson.maximumMean / max(1, member.mean)))
  }
}

extension HalfLineMember where Family == PoissonFamily {
  /// ϑ = E s ≥ 0.
  @inlinable public var rate: Double { mean }
}
