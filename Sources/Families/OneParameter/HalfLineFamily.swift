/// How the means of a half line are parametrised.
public protocol HalfLine: Sendable, Equatable {
  /// The θ at which the mean is μ, or `nil` where none is finite.
  func naturalParameter(atMean μ: Double) -> Double?
  /// What the model at the vertex is called: "all counts 0".
  static var vertexName: String { get }
}

/// A family of counts φ ≥ 0 without an upper end.
///
/// The convex support is [0, ∞), and its only face the vertex 0, where a closed loop dies out; above, φ is not bounded, so Eq. 6 does not apply as it stands.
public protocol HalfLineFamily: QuadraticVarianceFamily, HalfLine
where Member == HalfLineMember<Self>, Statistics == SufficientStatistics<Double> {}

/// A point of a closed family on the half line: a mean, which may be 0.
@frozen
public struct HalfLineMember<Family: HalfLine>: ClosedFamilyMember {
  /// The family it belongs to.
  public let family: Family
  /// E φ ≥ 0.
  public let mean: Double

  @inlinable
  init(family: Family, mean: Double) {
    self.family = family
    self.mean = mean
  }

  /// The vertex of the convex support [0, ∞).
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// φ = 0.
    case zero

    /// Such as "all counts 0".
    public var description: String { Family.vertexName }
  }

  /// E φ.
  @inlinable public var meanParameter: Double { mean }

  /// θ, or `nil` at the vertex.
  public var naturalParameter: Double? {
    isAbsorbed ? nil : family.naturalParameter(atMean: mean)
  }

  /// The vertex, if the member sits on it.
  public var face: Face? { isAbsorbed ? .zero : nil }

  /// Whether all samples are 0.
  @inlinable public var isAbsorbed: Bool { mean == 0 }
}

extension HalfLineFamily {
  /// [0, ∞].
  public var support: ClosedRange<Double> { 0...(.infinity) }
}

extension ExponentialFamily
where Self: HalfLine, Member == HalfLineMember<Self>, Statistics == SufficientStatistics<Double> {
  /// `μ = φ̄`; the vertex when all samples are 0.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    guard data.sum >= 0, data.sum < .infinity else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "[0, ∞)")
    }
    return Member(family: self, mean: data.sum / data.count)
  }
}
