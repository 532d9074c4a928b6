import PortableMath

/// The Gamma distribution of rate 1, with density `x^(a−1) e^(−x)/Γ(a)`.
///
/// `d(1 + cZ)³` with Z normal, `d = a − ⅓` and `c = 1/√(9d)`, is all but a Gamma variate for a ≥ 1; a
/// rejection step, passed by more than 95 %, makes it one (Marsaglia and Tsang, 2000). Nearly always a
/// power of Z decides it without a logarithm. Below, a variate of shape a + 1 is multiplied by `U^(1/a)`.
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
  @inlinable
  public func draw<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    if shape >= 1 { return Gamma.draw(shape, using: &generator) }
    let whole = Gamma.draw(shape + 1, using: &generator)
    return whole * exp(log(generator.nextCentredUnit() + 0.5) / shape)
  }

  /// A variate of shape a ≥ 1.
  @inlinable
  static func draw<G: RandomNumberGenerator>(_ a: Double, using generator: inout G) -> Double {
    let d = a - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = Normal.draw(using: &generator)
      let root = 1 + c * z
      guard root > 0 else { continue }
      let v = root * root * root
      let u = generator.nextCentredUnit() + 0.5
      // Lies below the curve for every a ≥ 1.
      let square = z * z
      if u < 1 - 0.0331 * square * square { return d * v }
      if log(u) < 0.5 * z * z + d * (1 - v + log(v)) { return d * v }
    }
  }
}
