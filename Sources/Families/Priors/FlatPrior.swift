/// The constant: with it, maximum a posteriori is maximum likelihood.
@frozen
public struct FlatPrior<Family: ExponentialFamily>: Prior {
  /// The flat prior.
  @inlinable public init() {}

  /// θ; a constant has no preference.
  public var coordinate: PriorCoordinate { .natural }

  /// 0.
  @inlinable
  public func logDensity(at θ: Family.Vector, in family: Family) -> Double { 0 }

  /// 0.
  @inlinable
  public func logDensityGradient(at θ: Family.Vector, in family: Family) -> Family.Vector {
    0 * θ
  }

  /// The maximum-likelihood estimate.
  @inlinable
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(data)
  }

  /// None.
  public func confinement(in family: Family) -> PriorConfinement<Family.Statistics> {
    .pseudoData(Family.Statistics(sum: .zero, count: 0))
  }
}
