import PortableMath

/// The Gamma distribution of rate 1, with density `x^(a−1) e^(−x)/Γ(a)`.
///
/// `d(1 + cZ)³` with Z normal, `d = a − ⅓` and `c = 1/√(9d)`, is all but a Gamma variate for a ≥ 1; a
/// rejection step, passed by more than 95 %, makes it one (Marsaglia and Tsang, 2000). Nearly always a
/// power of Z decides it without a logarithm. Below 1, a variate of shape a + 1 is multiplied by `U^(1/a)`.
@frozen
public struct Gamma: Sendable {
  /// The shape a > 0: the mean, and the variance.
  public let shape: Double

  /// The law with the given shape.
  ///
  /// - Parameter shape: a finite number > 0; others stop the program.
  @inlinable
  public init(shape: Double) {
    precondition(shape > 0 && shape < .infinity, "a finite shape > 0 is needed")
    self.shape = shape
  }

  /// A variate ≥ 0; 0 only where a shape below one makes it smaller than any double.
  ///
  /// - Parameter generator: uses about two 64-bit words.
  @inlinable @inline(__always)
  public func draw<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    if shape >= 1 { return Gamma.draw(shape, using: &generator) }
    let (value, words) = drawSmall(using: generator)
    generator.skip(words)
    return value
  }

  /// A variate of a shape below 1.
  @inlinable @inline(never)
  func drawSmall<G: RandomNumberGenerator>(using generator: G) -> (Double, words: Int) {
    var generator = CountingGenerator(generator)
    let (whole, logPower) = drawFactors(using: &generator)
    return (whole * exp(logPower), generator.count)
  }

  /// A variate as `whole · e^logPower`, which may be smaller than any double where the shape is below 1.
  @inlinable
  public func drawFactors<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> (whole: Double, logPower: Double) {
    if shape >= 1 { return (Gamma.draw(shape, using: &generator), 0) }
    let whole = Gamma.draw(shape + 1, using: &generator)
    return (whole, log(generator.nextCentredUnit() + 0.5) / shape)
  }

  /// A variate of shape a ≥ 1.
  @inlinable @inline(__always)
  static func draw<G: RandomNumberGenerator>(_ a: Double, using generator: inout G) -> Double {
    let d = a - 1.0 / 3
    let c = 1 / squareRoot(9 * d)
    let z = Normal.draw(using: &generator)
    let u = generator.nextCentredUnit() + 0.5
    let x = c * z
    let square = z * z
    // Both lie below the curve. Its logarithm, ½z² + d(1 − v + ln v), is −d Σ (3/k)(−x)ᵏ from k = 4 on, at
    // least −¾dx⁴/(1 − |x|), and so −c²z⁴/6 for |x| ≤ ½; the other bound holds for every a ≥ 1.
    let slope = abs(x) <= 0.5 ? c * c / 6 : 0.0331
    let root = 1 + x
    if root > 0, u < 1 - slope * square * square { return d * (root * root * root) }
    let (value, words) = decide(z, u, d, c, using: generator)
    generator.skip(words)
    return value
  }

  /// What comes of a point that the power of Z did not decide.
  @inlinable @inline(never)
  static func decide<G: RandomNumberGenerator>(
    _ z: Double, _ u: Double, _ d: Double, _ c: Double, using generator: G
  ) -> (Double, words: Int) {
    var (z, u, generator) = (z, u, CountingGenerator(generator))
    while true {
      let root = 1 + c * z
      let v = root * root * root
      if root > 0, log(u) < 0.5 * z * z + d * (1 - v + log(v)) { return (d * v, generator.count) }
      z = Normal.draw(using: &generator)
      u = generator.nextCentredUnit() + 0.5
    }
  }
}
