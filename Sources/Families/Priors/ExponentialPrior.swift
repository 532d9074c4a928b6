/// The exponential prior `λ exp(−λϑ)` over a rate, in the coordinate ϑ.
///
/// Eq. C2. In that coordinate it has no finite effect near ϑ = 0, where `ln p₀ → 0`: it is worth λ pseudo-data
/// that are all 0, which pull the rate to the boundary, not off it.
@frozen
public struct ExponentialPrior: Prior {
  /// λ ≥ 0; 0 is a flat prior in ϑ.
  public let rate: Double

  /// The prior with the given λ ≥ 0; other numbers stop the program.
  @inlinable
  public init(rate: Double) {
    precondition(rate >= 0 && rate < .infinity, "a rate λ ≥ 0 is needed")
    self.rate = rate
  }

  /// ϑ.
  public var coordinate: PriorCoordinate { .mean }

  /// `−λϑ`.
  public func logDensity(at θ: Double, in family: PoissonFamily) -> Double {
    -rate * family.meanParameter(at: θ)
  }

  /// `−λϑ`, the same again: ϑ = e^θ.
  public func logDensityGradient(at θ: Double, in family: PoissonFamily) -> Double {
    -rate * family.meanParameter(at: θ)
  }

  /// `ϑ = Σs/(n + λ)`.
  @inlinable
  public func posteriorMode(
    given data: SufficientStatistics<Double>, in family: PoissonFamily
  ) throws(EstimationError) -> PoissonFamily.Member {
    guard data.count > 0 else { throw .noData }
    return try family.maximumLikelihood(
      SufficientStatistics(sum: data.sum, count: data.count + rate))
  }

  /// λ pseudo-data that are all 0.
  public func confinement(in family: PoissonFamily) -> PriorConfinement<
    SufficientStatistics<Double>
  > {
    .pseudoData(SufficientStatistics(sum: 0, count: rate))
  }
}
