import PortableMath

/// The standard normal distribution.
///
/// A point drawn uniformly from the unit disc has a uniform direction and a uniform squared radius,
/// which a logarithm turns into that of two independent normal variates (Marsaglia's polar method).
/// One of the two is used: a stream then stands at the same place after every draw that needs the same
/// number of attempts.
public enum Normal {
  /// A variate of mean 0 and variance 1.
  ///
  /// - Parameter generator: uses two 64-bit words per attempt, 1.27 attempts on average.
  @inlinable
  public static func draw<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    while true {
      let x = 2 * generator.nextCentredUnit()
      let y = 2 * generator.nextCentredUnit()
      let square = x * x + y * y
      if square < 1 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }
}
