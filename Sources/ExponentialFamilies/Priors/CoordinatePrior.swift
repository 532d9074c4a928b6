import PortableMath

/// A prior over θ, as it looks in another coordinate.
///
/// A density in η is that in θ divided by dη/dθ: J for the mean, √J for the coordinate in which the Fisher
/// information is constant. Where the variance is a quadratic function of the mean,
/// `d ln J/dθ = v₁ + 2v₂μ`, so that dividing by a power c of J is worth the pseudo-data `Σφ = −cv₁` and
/// `n = 2cv₂`, which may be negative: then they push the estimate towards the boundary.
@frozen
public struct CoordinatePrior<Base: Prior>: Prior where Base.Family: QuadraticVarianceFamily {
  /// The family of the prior.
  public typealias Family = Base.Family

  /// The prior as a density in θ.
  public let base: Base
  /// The coordinate in which the maximum is taken.
  public let coordinate: PriorCoordinate

  /// The prior `base`, a density in θ, seen in a coordinate.
  @inlinable
  public init(_ base: Base, in coordinate: PriorCoordinate) {
    self.base = base
    self.coordinate = coordinate
  }

  /// c: the power of J.
  private var power: Double {
    switch coordinate {
    case .natural: 0
    case .arcsine: 0.5
    case .mean: 1
    }
  }

  /// What the coordinate is worth in data.
  private func shift(in family: Family) -> SufficientStatistics<Double> {
    let variance = family.varianceFunction
    return SufficientStatistics(
      sum: -power * variance.linear, count: 2 * power * variance.quadratic)
  }

  /// `ln p₀ − c ln J`.
  public func logDensity(at θ: Double, in family: Family) -> Double {
    let information = family.fisherInformation(at: θ)[0, 0]
    return base.logDensity(at: θ, in: family) - (power == 0 ? 0 : power * log(information))
  }

  /// `∇ ln p₀ − c V′(μ)`.
  public func logDensityGradient(at θ: Double, in family: Family) -> Double {
    base.logDensityGradient(at: θ, in: family) - power * family.logDeterminantGradient(at: θ)
  }

  /// The mode in θ of the data with what the coordinate is worth; a vertex where that leaves the support.
  public func posteriorMode(
    given data: SufficientStatistics<Double>, in family: Family
  ) throws(EstimationError) -> Family.Member {
    if power == 0 { return try base.posteriorMode(given: data, in: family) }
    // Refuses what cannot be data, before it is shifted.
    let likeliest = try family.maximumLikelihood(data)
    let shifted = data + shift(in: family)
    guard shifted.count > 0 else { throw .noData }
    do {
      return try base.posteriorMode(given: shifted, in: family)
    } catch .outsideSupport {
      let (lower, upper) = (family.support.lowerBound, family.support.upperBound)
      let isLow = likeliest.meanParameter - lower < upper - likeliest.meanParameter
      return try family.maximumLikelihood(
        SufficientStatistics(sum: isLow ? lower : upper, count: 1))
    }
  }

  /// That of the prior in θ, for pseudo-data with those of the coordinate.
  public func confinement(
    in family: Family
  ) -> PriorConfinement<SufficientStatistics<Double>> {
    switch base.confinement(in: family) {
    case .everyDirection: .everyDirection
    case .pseudoData(let data): .pseudoData(data + shift(in: family))
    }
  }
}
