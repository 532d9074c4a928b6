import Foundation
import NumericalMethods

/// A number with three independent infinitesimals, for derivatives that are exact up to rounding.
///
/// `a = Σ a_S ε_S` over the subsets S of {1, 2, 3}, where `εᵢ² = 0`. A function of such numbers carries its
/// own derivatives: `f(x + ε₁ + ε₂ + ε₃)` has the coefficient f′ at ε₁, f″ at ε₁ε₂ and f‴ at ε₁ε₂ε₃, with no
/// step to choose and nothing cut off.
public struct Jet: Sendable, Equatable {
  /// The coefficient of each subset, whose members are the bits of the index; 0 is the empty one.
  public var coefficients: SIMD8<Double>

  /// A number without infinitesimals.
  public init(_ value: Double) { coefficients = SIMD8(value, 0, 0, 0, 0, 0, 0, 0) }

  /// A number plus the infinitesimals whose bits are set.
  ///
  /// - Parameter directions: 0b001 for ε₁, 0b110 for ε₂ + ε₃, and so on.
  public init(_ value: Double, directions: Int) {
    self.init(value)
    for i in 0..<3 where directions >> i & 1 == 1 { coefficients[1 << i] = 1 }
  }

  /// What remains where all infinitesimals are 0.
  public var value: Double { coefficients[0] }

  /// The sum.
  public static func + (a: Jet, b: Jet) -> Jet {
    var sum = a
    sum.coefficients += b.coefficients
    return sum
  }

  /// The difference.
  public static func - (a: Jet, b: Jet) -> Jet {
    var difference = a
    difference.coefficients -= b.coefficients
    return difference
  }

  /// The product: each subset is split in all ways between the factors, since no infinitesimal may occur
  /// in both.
  public static func * (a: Jet, b: Jet) -> Jet {
    var product = Jet(0)
    for subset in 0..<8 {
      for part in 0...subset where part & subset == part {
        product.coefficients[subset] += a.coefficients[part] * b.coefficients[subset ^ part]
      }
    }
    return product
  }

  /// The product with a number.
  public static func * (factor: Double, b: Jet) -> Jet {
    var product = b
    product.coefficients *= factor
    return product
  }

  /// The negative.
  public static prefix func - (a: Jet) -> Jet { -1 * a }

  /// The quotient; the divisor's value may not be 0.
  public static func / (a: Jet, b: Jet) -> Jet {
    let x = b.value
    return a * b.composed(1 / x, -1 / (x * x), 2 / (x * x * x), -6 / (x * x * x * x))
  }

  /// A function of this number, from the function and its first three derivatives at ``value``.
  ///
  /// Taylor's series ends there, since a product of four infinitesimals is 0.
  public func composed(_ f: Double, _ f1: Double, _ f2: Double, _ f3: Double) -> Jet {
    var ε = self
    ε.coefficients[0] = 0
    return Jet(f) + f1 * ε + (0.5 * f2) * (ε * ε) + (f3 / 6) * (ε * ε * ε)
  }
}

/// The exponential function.
public func exp(_ a: Jet) -> Jet {
  let e = Foundation.exp(a.value)
  return a.composed(e, e, e, e)
}

/// The natural logarithm of a number whose value is positive.
public func log(_ a: Jet) -> Jet {
  let x = a.value
  return a.composed(Foundation.log(x), 1 / x, -1 / (x * x), 2 / (x * x * x))
}

/// The logarithm of the Gamma function at a number whose value is positive.
public func logGamma(_ a: Jet) -> Jet {
  let x = a.value
  return a.composed(
    lgamma(x), SpecialFunction.digamma(x), SpecialFunction.trigamma(x),
    SpecialFunction.tetragamma(x))
}

/// `ln Σ exp aₖ`, relative to the largest term: the derivatives keep their digits where it dominates.
public func logSumExp(_ terms: [Jet]) -> Jet {
  let largest = terms.max { $0.value < $1.value }!
  return largest + log(terms.reduce(Jet(0)) { $0 + exp($1 - largest) })
}
