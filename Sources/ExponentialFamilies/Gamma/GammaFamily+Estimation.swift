import PortableMath
import RandomStreams

extension GammaFamily {
  /// The mean, and the shape k with `ln k − ψ(k)` equal to the deficit per point.
  ///
  /// - Throws: ``EstimationError/unresolvedVariance(mean:)`` for a single point, and where the shape would be
  ///   beyond ``largestShape``.
  public func maximumLikelihood(_ data: GammaStatistics) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let (mean, deficit) = (data.arithmeticMean, data.deficit / data.count)
    guard mean > 0, mean < .infinity, deficit >= 0, deficit < .infinity else {
      throw .outsideSupport(
        mean: "(\(mean), \(log(mean) - deficit))", allowed: "φ₂ ≤ ln φ₁, φ₁ > 0")
    }
    guard deficit > 0.5 / Self.largestShape else { throw .unresolvedVariance(mean: mean) }
    return Member(mean: mean, shape: Self.shape(atDeficit: deficit))
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
      guard case .unresolvedVariance(let mean) = error else { throw error }
      member = Member(mean: mean, shape: 1)
    }
    guard let θ = member.naturalParameter else {
      throw .unresolvedVariance(mean: member.mean)
    }
    return θ
  }

  /// The mean and the deficit of `count` points, drawn one by one.
  ///
  /// A deficit is the sum of those of the points from the mean of the model, less that of their mean.
  @inlinable
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> GammaStatistics {
    if count == 0 { return GammaStatistics(count: 0, arithmeticMean: 0, deficit: 0) }
    var (deviations, deficit) = (0.0, 0.0)
    for _ in 0..<count {
      let ratio = drawRatio(from: member, using: &generator)
      let deviation = ratio.value - 1
      deviations += deviation
      deficit += ratio.value > 0.5 ? logDeviation(deviation) : deviation - ratio.logarithm
    }
    let n = Double(count)
    let deviation = deviations / n
    return GammaStatistics(
      count: n, arithmeticMean: member.mean * (1 + deviation),
      deficit: max(0, deficit - n * logDeviation(deviation)))
  }

  /// `(Σ s, Σ ln s)` over `count` points, at a cost that grows with `count`.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SIMD2<Double> {
    drawStatistics(of: count, from: member, using: &generator).sum
  }

  /// One point; 0 only where a small shape makes it smaller than any double.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    member.mean * drawRatio(from: member, using: &generator).value
  }

  /// A point in units of the mean, and its logarithm if the point is at most ½.
  ///
  /// Below a shape of 1, a variate of shape k + 1 is multiplied by `U^(1/k)`; the logarithm stays where that
  /// is smaller than any double.
  @inlinable
  func drawRatio<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> (value: Double, logarithm: Double) {
    let k = member.shape
    if k >= 1 {
      let value = Gamma(shape: k).draw(using: &generator) / k
      return (value, value > 0.5 ? 0 : log(value))
    }
    let whole = Gamma(shape: k + 1).draw(using: &generator) / k
    let logarithm = log(whole) + log(generator.nextCentredUnit() + 0.5) / k
    return (exp(logarithm), logarithm)
  }
}
