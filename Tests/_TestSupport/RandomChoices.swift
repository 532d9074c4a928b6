import Foundation
import Randomness

extension RandomNumberGenerator {
  /// A number from `low` to `high`, evenly.
  package mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUnit()
  }

  /// A positive number from `low` to `high`, evenly in its logarithm.
  package mutating func logUniform(_ low: Double, _ high: Double) -> Double {
    exp(uniform(log(low), log(high)))
  }

  /// A number whose modulus is even in its logarithm, with either sign.
  package mutating func signed(_ low: Double, _ high: Double) -> Double {
    let modulus = logUniform(low, high)
    return nextUnit() < 0.5 ? -modulus : modulus
  }

  /// A whole number from `low` to `high`.
  package mutating func whole(_ low: Int, _ high: Int) -> Int {
    low + nextIndex(below: high - low + 1)
  }

  /// A number from `low` to `high` in units of 2⁻²⁰, so that 2³⁰ may be added without rounding.
  package mutating func coarse(_ low: Double, _ high: Double) -> Double {
    (uniform(low, high) * 0x1p20).rounded() * 0x1p-20
  }
}
