import PortableMath

extension GammaFamily {
  /// The mean, and the shape k with `ln k − ψ(k)` equal to the deficit per point.
  ///
  /// - Throws: ``EstimationError/unresolvedVariance(mean:)`` for a single point, and for others that are alike.
  public func maximumLikelihood(_ data: GammaStatistics) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let (mean, deficit) = (data.scaledMean, (1 / data.count) * data.scaledDeficit)
    guard mean.significand > 0, mean.significand < .infinity, deficit.significand >= 0,
      deficit.significand < .infinity
    else {
      throw .outsideSupport(
        mean: "(\(mean.value), \(mean.logarithm - deficit.value))",
        allowed: "φ₂ ≤ ln φ₁, φ₁ > 0")
    }
    guard deficit.significand > 0 else { throw .unresolvedVariance(mean: mean.value) }
    // Divided as ever where it is a double.
    let Δ = data.deficit / data.count
    return Δ > 0.5 / Self.normalShape
      ? Member(mean: mean, shape: Self.shape(atDeficit: Δ))
      // 1/(2k) + 1/(12k²) = Δ.
      : Member(mean: mean, dispersion: (2 * (1 - Δ / 3)) * deficit)
  }

  /// The solution k of `ln k − ψ(k) = deficit` > 0, to a few units in the last place.
  ///
  /// The left side falls from 1/k to 1/(2k); in the logarithms of both, Newton's method meets all but a
  /// straight line, from a start that is right within 2 %.
  static func shape(atDeficit deficit: Double) -> Double {
    let root = ((deficit - 3) * (deficit - 3) + 24 * deficit).squareRoot()
    var k = (3 - deficit + root) / (12 * deficit)
    // Without cancellation where the deficit is large.
    if deficit > 3 { k = 2 / (root + deficit - 3) }
    for _ in 0..<20 {
      let value = logarithmMinusDigamma(k)
      let step = (value - deficit) / deficit
      // ln(value/deficit) over minus the slope.
      let change = log1p(step) * value / (k * trigammaMinusInverse(k))
      k *= exp(change)
      if abs(change) < 1e-9 { break }
    }
    return k
  }

  /// The maximum-likelihood estimate; for points that are all alike, the exponential law of their mean.
  public func startingPoint(
    for data: GammaStatistics
  ) throws(EstimationError) -> SIMD2<Double> {
    let member: Member
    do { member = try maximumLikelihood(data) } catch {
      guard case .unresolvedVariance = error else { throw error }
      member = Member(mean: data.scaledMean, shape: 1)
    }
    guard let θ = member.naturalParameter else {
      throw .unresolvedVariance(mean: member.mean)
    }
    return θ
  }
}
