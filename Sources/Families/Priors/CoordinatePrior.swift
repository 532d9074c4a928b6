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
  private func shift(in family: Family) -> Family.Statistics {
    let variance = family.varianceFunction
    return Family.Statistics(
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

  /// The mode in θ of the data with what the coordinate is worth; a vertex where the density rises towards it
  /// forever.
  ///
  /// - Throws: ``EstimationError/undecided(reason:)`` where so few data leave a density without a single highest
  ///   point.
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    if power == 0 { return try base.posteriorMode(given: data, in: family) }
    // Refuses what cannot be data, before it is shifted.
    _ = try family.maximumLikelihood(data)
    let shifted = data + shift(in: family)
    switch base.confinement(in: family) {
    case .pseudoData(let pseudo): return try family.mode(of: shifted + pseudo)
    case .everyDirection: return try confinedMode(given: shifted, in: family)
    }
  }

  /// The mode of a prior with tails of its own.
  private func confinedMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    // How the logarithm of the density rises with θ at both ends.
    let slopes = family.support.slopes(data)
    let low = slopes.lower + base.logDensityGradient(at: -.infinity, in: family)
    let high = slopes.upper + base.logDensityGradient(at: .infinity, in: family)
    // Concave for a positive count: a slope of 0 then is one that was above it all the way.
    let isConcave = data.count > 0
    let isLower = isConcave ? low <= 0 : low < 0
    let isUpper = isConcave ? high >= 0 : high > 0
    if isLower, isUpper { throw .severalModes }
    if isLower || isUpper { return try family.vertex(isUpper: isUpper) }
    if isConcave { return try base.posteriorMode(given: data, in: family) }
    switch base {
    case let base as GaussianPrior<Family>: return try base.modeOfFew(data, in: family)
    // On either side the density rises towards the centre.
    case let base as LaplacePrior<Family>: return try family.admittedMember(at: base.centre)
    default: throw .severalModes
    }
  }

  /// That of the prior in θ, for pseudo-data with those of the coordinate.
  public func confinement(
    in family: Family
  ) -> PriorConfinement<Family.Statistics> {
    switch base.confinement(in: family) {
    case .everyDirection: .everyDirection
    case .pseudoData(let data): .pseudoData(data + shift(in: family))
    }
  }
}

extension GaussianPrior where Family: QuadraticVarianceFamily {
  /// The mode in θ where a coordinate takes away all data there are, and the likelihood is no longer concave.
  ///
  /// `θ = mean + variance (Σφ − nμ(θ))`, n ≤ 0, whose right side rises with θ: iterated from its ends it arrives
  /// at the outermost solutions. These are maxima, and one of them is the mode.
  fileprivate func modeOfFew(
    _ data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    let slopes = family.support.slopes(data)
    let ends = [slopes.lower, slopes.upper].map { end in
      var θ = mean + variance * end
      for _ in 0..<10_000 {
        let next =
          mean + variance * (data.sum - data.count * family.meanParameter(at: θ))
        if next == θ { break }
        θ = next
      }
      return θ
    }
    func value(_ θ: Double) -> Double {
      data.sum * θ - data.count * family.logPartition(at: θ) + logDensity(at: θ, in: family)
    }
    return try family.admittedMember(at: value(ends[0]) < value(ends[1]) ? ends[1] : ends[0])
  }
}

extension QuadraticVarianceFamily {
  /// The mode of `exp(θΣφ − nA(θ))` for a sum and a count that need not be those of data.
  fileprivate func mode(
    of data: Statistics
  ) throws(EstimationError) -> Member {
    let (low, high) = support.slopes(data)
    if low > 0, high < 0 { return try maximumLikelihood(data) }
    // At the end where the density is finite it is least.
    if low <= 0, high >= 0 {
      guard (low == 0) != (high == 0) else { throw .severalModes }
      return try vertex(isUpper: low == 0)
    }
    return try vertex(isUpper: high >= 0)
  }

  /// The model at one end of the support.
  fileprivate func vertex(isUpper: Bool) throws(EstimationError) -> Member {
    try maximumLikelihood(
      Statistics(sum: isUpper ? support.upperBound : support.lowerBound, count: 1))
  }
}

extension ClosedRange<Double> {
  /// `Σφ − n end` for both ends: the slopes of the log-likelihood there.
  fileprivate func slopes(
    _ data: some TrainingStatistics<Double>
  ) -> (lower: Double, upper: Double) {
    (data.sum - lowerBound * data.count, data.sum - upperBound * data.count)
  }
}
