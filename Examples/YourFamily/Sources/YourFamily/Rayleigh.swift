import ClosedLoop

/// The Rayleigh distribution: lengths s > 0 of two-dimensional Gaussian vectors of one width.
///
/// `φ(s) = s²`, `h(s) = 2s`, `A(θ) = −ln(−θ)` for θ < 0, `μ = −1/θ`, `J = 1/θ²`. The sum of φ over M points is
/// μ times a Gamma variate of shape M.
struct Rayleigh: ExponentialFamily {
  /// θ, φ and μ are plain numbers.
  typealias Vector = Double
  /// A length > 0.
  typealias DataPoint = Double

  /// No sample lies on the boundary, except with probability zero: there is nothing to name.
  enum Face: Hashable, Sendable {}

  /// A model: its mean square.
  struct Member: ClosedFamilyMember {
    /// E s² > 0.
    let meanSquare: Double

    var meanParameter: Double { meanSquare }
    var naturalParameter: Double? { -1 / meanSquare }
    var face: Face? { nil }
    var isAbsorbed: Bool { false }
  }

  // MARK: - Primitives

  var dimension: Int { 1 }
  var parameterScales: Double { 1 }

  func logPartition(at θ: Double) -> Double { -logarithm(-θ) }
  func meanParameter(at θ: Double) -> Double { -1 / θ }
  func fisherInformation(at θ: Double) -> SymmetricMatrix1 { SymmetricMatrix1(1 / (θ * θ)) }
  func logDeterminantGradient(at θ: Double) -> Double { -2 / θ }
  func statistic(of point: Double) -> Double { point * point }
  func logBaseMeasure(of point: Double) -> Double { logarithm(2 * point) }

  // MARK: - Models

  func member(at θ: Double) -> Member { Member(meanSquare: -1 / θ) }
  func entropy(of member: Member) -> Double { 1 + logarithm(member.meanSquare) }

  func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    -1 / (try maximumLikelihood(data)).meanSquare
  }

  func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    guard data.sum > 0, data.sum < .infinity else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "(0, ∞)")
    }
    return Member(meanSquare: data.mean)
  }

  // MARK: - Samples

  func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    if count == 0 { return 0 }
    return member.meanSquare * Gamma(shape: Double(count)).draw(using: &generator)
  }

  func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    drawSum(of: 1, from: member, using: &generator).squareRoot()
  }
}
