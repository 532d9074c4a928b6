import PortableMath

/// The prior Beta(a, b) over the probability p of a success, as a density in a coordinate of choice.
///
/// `p^(a−1) (1 − p)^(b−1) dp` says the same in every coordinate; its maximum does not. Seen in the natural parameter θ
/// it has the Jacobian p(1 − p), in the angle arcsin √p its root: the exponents that are added to the
/// counts are (a, b) in θ, (a − ½, b − ½) in the angle, and (a − 1, b − 1) in p. Jeffreys' prior a = b = ½
/// thus adds half a success and half a failure, nothing, or takes half of each away.
@frozen
public struct BetaPrior<Family: FrequencyFamily>: Prior {
  /// a > 0.
  public let up: Double
  /// b > 0.
  public let down: Double
  /// The coordinate in which the maximum is taken.
  public let coordinate: PriorCoordinate

  /// The prior Beta(`up`, `down`), both > 0, in a coordinate.
  @inlinable
  public init(up: Double, down: Double, in coordinate: PriorCoordinate) {
    precondition(
      up > 0 && down > 0 && up < .infinity && down < .infinity, "two exponents > 0 are needed")
    self.up = up
    self.down = down
    self.coordinate = coordinate
  }

  /// Jeffreys' prior, a = b = ½: its square root of the Fisher information is the same in all
  /// coordinates.
  @inlinable
  public static func jeffreys(in coordinate: PriorCoordinate) -> BetaPrior {
    BetaPrior(up: 0.5, down: 0.5, in: coordinate)
  }

  /// What the prior adds to the numbers of successes and failures; may be negative.
  @inlinable
  public var exponents: (up: Double, down: Double) {
    let jacobian: Double =
      switch coordinate {
      case .natural: 0
      case .arcsine: 0.5
      case .mean: 1
      }
    return (up - jacobian, down - jacobian)
  }

  /// `α ln p + β ln(1 − p)` with the exponents of the coordinate.
  public func logDensity(at θ: Double, in family: Family) -> Double {
    let (α, β) = exponents
    // −ln p and −ln(1 − p) are ln(1 + e^∓x) with the log-odds x, each without the other's rounding.
    let x = family.logOddsSlope * θ
    func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
    return -α * softplus(-x) - β * softplus(x)
  }

  /// `(α(1 − p) − βp)` times the slope of the log-odds.
  public func logDensityGradient(at θ: Double, in family: Family) -> Double {
    let (α, β) = exponents
    let model = family.member(at: θ)
    return family.logOddsSlope * (α * model.down - β * model.up)
  }

  /// `p = (k + α)/(n + α + β)` for k of n successes; a vertex where a numerator is not positive.
  ///
  /// - Throws: ``EstimationError`` where both ends are maxima: with a single trial in all the data, and
  ///   two negative exponents.
  @inlinable
  public func posteriorMode(
    given data: SufficientStatistics<Double>, in family: Family
  ) throws(EstimationError) -> Family.Member {
    // Refuses what cannot be data.
    _ = try family.maximumLikelihood(data)
    let (α, β) = exponents
    let counts = family.counts(in: data)
    let ups = max(0, counts.up + α)
    let downs = max(0, counts.down + β)
    guard ups + downs > 0 else { throw .severalModes }
    guard ups + downs < .infinity else { throw .beyondDoublePrecision }
    // No way back to a sum and a count, whose rounding would move a vertex.
    return Family.Member(family: family, up: ups / (ups + downs), down: downs / (ups + downs))
  }

  /// α + β pseudo-trials, N to a point; fewer than none where the coordinate ends at the boundary.
  public func confinement(
    in family: Family
  ) -> PriorConfinement<SufficientStatistics<Double>> {
    let (α, β) = exponents
    let points = (α + β) / Double(family.trials)
    return .pseudoData(
      SufficientStatistics(
        sum: family.mean(up: 0, down: 1) * points + family.logOddsSlope * α, count: points))
  }
}
