/// The prior Beta(a, b) over the frequency p of up spins, as a density in a coordinate of choice.
///
/// `p^(a−1) (1 − p)^(b−1) dp` says the same in every coordinate; its maximum does not. Seen in the field θ
/// it has the Jacobian p(1 − p), in the angle arcsin √p its root: the exponents that are added to the
/// counts are (a, b) in θ, (a − ½, b − ½) in the angle, and (a − 1, b − 1) in p. Jeffreys' prior a = b = ½
/// thus adds half a spin up and half a spin down, nothing, or takes half a spin of each away.
@frozen
public struct BetaPrior: Prior {
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

  /// What the prior adds to the numbers of spins up and down; may be negative.
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
  public func logDensity(at θ: Double, in family: IndependentSpins) -> Double {
    let (α, β) = exponents
    // ln p = θ − ln(2 cosh θ), ln(1 − p) = −θ − ln(2 cosh θ).
    return (α - β) * θ - (α + β) * family.logPartition(at: θ) / Double(family.spins)
  }

  /// `(α − β) − (α + β) tanh θ`.
  public func logDensityGradient(at θ: Double, in family: IndependentSpins) -> Double {
    let (α, β) = exponents
    return (α - β) - (α + β) * family.meanParameter(at: θ) / Double(family.spins)
  }

  /// `p = (k + α)/(n + α + β)` for k of n spins up; a vertex where a numerator is not positive.
  ///
  /// - Throws: ``EstimationError`` where both ends are maxima: with a single spin in all the data, and
  ///   two negative exponents.
  @inlinable
  public func posteriorMode(
    given data: SufficientStatistics<Double>, in family: IndependentSpins
  ) throws(EstimationError) -> IndependentSpins.Member {
    guard data.count > 0 else { throw .noData }
    let size = Double(family.spins) * data.count
    let (α, β) = exponents
    let ups = max(0, (size + data.sum) / 2 + α)
    let downs = max(0, (size - data.sum) / 2 + β)
    guard abs(data.sum) <= size else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "[−\(family.spins), \(family.spins)]")
    }
    guard ups + downs > 0 else { throw .noData }
    // No way back to a sum and a count, whose rounding would move a vertex.
    return IndependentSpins.Member(
      spins: family.spins, up: ups / (ups + downs), down: downs / (ups + downs))
  }

  /// α + β pseudo-spins, N to a point; fewer than none where the coordinate ends at the boundary.
  public func confinement(in family: IndependentSpins) -> PriorConfinement<
    SufficientStatistics<Double>
  > {
    let (α, β) = exponents
    return .pseudoData(
      SufficientStatistics(sum: α - β, count: (α + β) / Double(family.spins)))
  }
}
