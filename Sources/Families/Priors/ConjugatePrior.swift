/// The conjugate prior `p₀ ∝ exp(κ(θ·φ_p − A(θ)))`: as good as κ further data points with mean
/// statistic φ_p, in every generation.
@frozen
public struct ConjugatePrior<Family: ExponentialFamily>: Prior {
  /// κφ_p and κ.
  public let pseudoData: Family.Statistics

  /// The prior worth `pseudoData`, whose count κ may be any number ≥ 0.
  @inlinable
  public init(_ pseudoData: Family.Statistics) {
    precondition(pseudoData.count >= 0, "a number of pseudo-data ≥ 0 is needed")
    self.pseudoData = pseudoData
  }

  /// θ.
  public var coordinate: PriorCoordinate { .natural }

  /// `κ(θ·φ_p − A(θ))`.
  public func logDensity(at θ: Family.Vector, in family: Family) -> Double {
    θ.dot(pseudoData.sum) - pseudoData.count * family.logPartition(at: θ)
  }

  /// `κ(φ_p − μ(θ))`.
  public func logDensityGradient(at θ: Family.Vector, in family: Family) -> Family.Vector {
    pseudoData.sum - pseudoData.count * family.meanParameter(at: θ)
  }

  /// The maximum-likelihood estimate from data and pseudo-data together.
  @inlinable
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    try family.maximumLikelihood(data + pseudoData)
  }

  /// That of the pseudo-data.
  public func confinement(in family: Family) -> PriorConfinement<Family.Statistics> {
    .pseudoData(pseudoData)
  }
}
