import PortableMath
import Randomness

extension GammaFamily {
  /// The mean and the deficit of `count` points, drawn one by one.
  ///
  /// A deficit is the sum of those of the points from the mean of the model, less that of their mean.
  @inlinable
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> GammaStatistics {
    if count == 0 { return GammaStatistics(count: 0, arithmeticMean: 0, deficit: 0) }
    if member.isNearlyNormal { return drawNearlyNormal(count, member, using: &generator) }
    var (deviations, deficit) = (0.0, 0.0)
    var logarithms = LogarithmicSum()
    for _ in 0..<count {
      let ratio = drawRatio(from: member, using: &generator)
      let deviation = ratio.value - 1
      deviations += deviation
      deficit += ratio.value > 0.5 ? logDeviation(deviation) : deviation - ratio.logarithm
      if member.shape < 1 { logarithms.add(ratio) }
    }
    let n = Double(count)
    let deviation = deviations / n
    if member.shape < 1, deviation < -0.5 {
      // Their mean is small beside that of the model, and may be no double.
      let mean = logarithms.sum - log(n)
      return GammaStatistics(
        count: n, mean: member.scaledMean * ScaledNumber(exponential: mean),
        deficit: ScaledNumber(max(0, n * mean + (deficit - deviations))))
    }
    return GammaStatistics(
      count: n, mean: (1 + deviation) * member.scaledMean,
      deficit: ScaledNumber(max(0, deficit - n * logDeviation(deviation))))
  }

  /// The same where points are nearly normal: in units of their standard deviation, which may be no double.
  @inlinable
  func drawNearlyNormal<G: RandomNumberGenerator>(
    _ count: Int, _ member: Member, using generator: inout G
  ) -> GammaStatistics {
    let (n, root) = (Double(count), member.dispersion.squareRoot)
    var (deviations, squares) = (0.0, 0.0)
    for _ in 0..<count {
      let deviation = drawNearlyNormal(root, using: &generator)
      deviations += deviation
      squares += doubledLogDeviation(deviation, root)
    }
    let deviation = deviations / n
    let scatter = squares - n * doubledLogDeviation(deviation, root)
    return GammaStatistics(
      count: n, mean: (1 + root * deviation) * member.scaledMean,
      deficit: (0.5 * max(0, scatter)) * member.dispersion)
  }

  /// The deviation of a point from the mean in units of its standard deviation, of which `root` is in units of
  /// the mean: a skewness of twice that is right to its first order (Cornish and Fisher).
  @inlinable
  func drawNearlyNormal<G: RandomNumberGenerator>(
    _ root: Double, using generator: inout G
  ) -> Double {
    let z = Normal.draw(using: &generator)
    return z + root * (z * z - 1) / 3
  }

  /// `2(x − ln(1 + x))/r²` at `x = r·deviation`, r ≤ 10⁻⁶.
  @inlinable
  func doubledLogDeviation(_ deviation: Double, _ root: Double) -> Double {
    let x = root * deviation
    return deviation * deviation * (1 - x * (2.0 / 3 - 0.5 * x))
  }

  /// `(Σ s, Σ ln s)` over `count` points, at a cost that grows with `count`.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SIMD2<Double> {
    drawStatistics(of: count, from: member, using: &generator).sum
  }

  /// One point; the least normal double in place of smaller ones, which a small shape has: a point of 0 would tell
  /// of an infinite logarithm.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Double {
    max(
      (drawRatio(from: member, using: &generator).value * member.scaledMean).value,
      .leastNormalMagnitude)
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
    if member.isNearlyNormal {
      let root = member.dispersion.squareRoot
      return (1 + root * drawNearlyNormal(root, using: &generator), 0)
    }
    if k >= 1 {
      let value = Gamma(shape: k).draw(using: &generator) / k
      return (value, value > 0.5 ? 0 : log(value))
    }
    let whole = Gamma(shape: k + 1).draw(using: &generator) / k
    let logarithm = log(whole) + log(generator.nextCentredUnit() + 0.5) / k
    return (exp(logarithm), logarithm)
  }
}

/// `ln Σ r` of numbers whose logarithms are known, however small they all are.
@usableFromInline
struct LogarithmicSum {
  private var largest = -Double.infinity
  /// In units of the largest.
  private var units = 0.0

  @usableFromInline
  init() {}

  /// Takes in a ratio as ``GammaFamily/drawRatio(from:using:)`` gives it.
  @usableFromInline
  mutating func add(_ ratio: (value: Double, logarithm: Double)) {
    let logarithm = ratio.value > 0.5 ? log(ratio.value) : ratio.logarithm
    if logarithm > largest {
      units = 1 + units * exp(largest - logarithm)
      largest = logarithm
    } else {
      units += exp(logarithm - largest)
    }
  }

  /// The logarithm of the sum.
  @usableFromInline
  var sum: Double { largest + log(units) }
}
