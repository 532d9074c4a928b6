import BigInt

/// A closed loop of d Gaussian variables whose fit adds ε to the diagonal: `S′ = S^½ W S^½/M + ε1` with a Wishart
/// variate W of M − 1 degrees of freedom.
///
/// In units of ε. The variance along any fixed direction is by itself the loop of one variable,
/// ``FlooredVariance``. For large M, S/M follows the inverse Wishart law of d + 3 degrees of freedom and scale 2·1.
public struct FlooredCovariance: Sendable {
  /// M ≥ 2.
  public let samples: Int
  /// d ≥ 1.
  public let dimensions: Int

  /// The loop of M = `samples` points of `dimensions` variables.
  public init(samples: Int, dimensions: Int) {
    precondition(samples >= 2 && dimensions >= 1, "M ≥ 2 and d ≥ 1 are needed")
    (self.samples, self.dimensions) = (samples, dimensions)
  }

  /// Expectations of a covariance: tr S, tr S² and (tr S)².
  public struct Moments<Number: Sendable & Equatable>: Sendable, Equatable {
    /// E tr S.
    public var trace: Number
    /// E tr S².
    public var square: Number
    /// E (tr S)².
    public var squaredTrace: Number

    /// The three expectations.
    public init(trace: Number, square: Number, squaredTrace: Number) {
      (self.trace, self.square, self.squaredTrace) = (trace, square, squaredTrace)
    }
  }

  /// Those of the next generation, exactly.
  ///
  /// With ν = M − 1: `E W² = ν(ν + 1)S² + ν S tr S` and `E (tr W)² = ν²(tr S)² + 2ν tr S²` for W of scale S.
  public func next(_ now: Moments<Rational>) -> Moments<Rational> {
    let (m, d) = (Rational(BigInt(samples)), Rational(BigInt(dimensions)))
    let (ν, two) = (m - .one, Rational(2))
    let share = ν / m
    let (q, r) = (now.square, now.squaredTrace)
    return Moments(
      trace: share * now.trace + d,
      square: (ν * (ν + .one) * q + ν * r) / (m * m) + two * share * now.trace + d,
      squaredTrace: (two * ν * q + ν * ν * r) / (m * m) + two * d * share * now.trace + d * d)
  }

  /// Those of the stationary law: `E S = M 1`, `E tr S² = d M²(2M − 1)(2M − 1 + (M − 1)d)/(3M − 2)`.
  public var stationary: Moments<Rational> {
    let (m, d) = (Rational(BigInt(samples)), Rational(BigInt(dimensions)))
    let two = Rational(2)
    let odd = two * m - .one
    let square = d * m * m * odd * (odd + (m - .one) * d) / (Rational(3) * m - two)
    return Moments(
      trace: d * m, square: square,
      squaredTrace: m * m * d * d + two * (m - .one) * square / odd)
  }

  /// `P(ρ ≤ r)` of the correlation of any two variables for large M: density ¾(1 − ρ²), whatever d.
  public static func limitOfCorrelation(_ r: Double) -> Double {
    r <= -1 ? 0 : r >= 1 ? 1 : 0.5 + 0.75 * r - 0.25 * r * r * r
  }
}
