import CNumericalMethods

/// An integral with an estimate of its error.
public struct Integral: Sendable, Equatable {
  /// The value.
  public let value: Double
  /// Estimated absolute error.
  public let error: Double

  /// An integral known up to `error`.
  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  /// The sum of two integrals.
  public static func + (a: Self, b: Self) -> Self {
    Self(value: a.value + b.value, error: a.error + b.error)
  }
}

/// `∫ f dx` by adaptive Gauss–Kronrod quadrature (Boost.Math).
///
/// - Parameters:
///   - a: lower limit, or `-.infinity`.
///   - b: upper limit, or `.infinity`.
///   - tolerance: relative to the integral of |f|.
///   - f: a function that is finite inside; integrable, with tails at a scale of order one where a
///     limit is infinite.
/// - Returns: the integral; NaN with an infinite error where quadrature fails.
public func integrate(
  from a: Double, to b: Double, tolerance: Double = 1e-11, _ f: (Double) -> Double
) -> Integral {
  var error = 0.0
  let value = withoutActuallyEscaping(f) { f in
    var function = f
    return withUnsafeMutablePointer(to: &function) { context in
      cnm_integrate(
        { x, context in
          context!.assumingMemoryBound(to: ((Double) -> Double).self).pointee(x)
        }, context, a, b, tolerance, &error)
    }
  }
  return Integral(value: value, error: error)
}
