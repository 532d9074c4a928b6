import Foundation
import NumericalMethods

/// The law of `ln(χ²/D)`, by which the logarithm of a variance moves in one generation of a closed loop: χ² has M − 1
/// degrees of freedom, and D is the divisor of the variance.
public struct LogChiSquared: Sendable {
  /// Half of the degrees of freedom.
  public let shape: Double
  /// D.
  public let divisor: Double

  /// The law with `degrees` > 0 degrees of freedom and `divisor` > 0.
  public init(degrees: Int, divisor: Double) {
    precondition(degrees > 0 && divisor > 0, "degrees of freedom and a divisor > 0 are needed")
    (shape, self.divisor) = (0.5 * Double(degrees), divisor)
  }

  /// That of maximum likelihood from M = `samples` ≥ 2 points, whose divisor is M; or M − 1, if it is `unbiased`.
  public init(samples: Int, unbiased: Bool = false) {
    self.init(degrees: samples - 1, divisor: Double(unbiased ? samples - 1 : samples))
  }

  /// `ψ((M − 1)/2) + ln(2/D)`.
  public var mean: Double { SpecialFunction.digamma(shape) + log(2 / divisor) }

  /// `ψ′((M − 1)/2)`.
  public var variance: Double { SpecialFunction.trigamma(shape) }

  /// `ln E (χ²/D)^s`, s > −(M − 1)/2.
  public func logMoment(_ s: Double) -> Double {
    lgamma(shape + s) - lgamma(shape) + s * log(2 / divisor)
  }

  /// The density at x.
  public func density(at x: Double) -> Double {
    let y = x + log(0.5 * divisor)
    return exp(shape * y - exp(y) - lgamma(shape))
  }

  /// `P(ln(χ²/D) ≤ x)`.
  public func cumulative(_ x: Double) -> Double {
    ContinuousLaw.gammaCumulative(shape: shape, rate: 0.5 * divisor, at: exp(x))
  }

  /// Equidistant points that hold all but 10⁻¹² of the law of a sum with this one, beyond `range`.
  ///
  /// At half a standard deviation the error of the trapezoidal rule is below 10⁻¹¹, for the density is analytic and
  /// falls off on both sides; M < 7 needs a quarter, with which it is 10⁻⁷ at M = 2.
  ///
  /// - Parameter refinement: how many times as many points are wanted, for a narrower law.
  func grid(from lowest: Double, to highest: Double, refinement: Double = 1) -> [Double] {
    let step = (shape < 3 ? 0.25 : 0.5) * variance.squareRoot() / refinement
    let below = mean - 10 * variance.squareRoot() - 28 / shape
    let above = mean + 10 * variance.squareRoot()
    return Array(stride(from: lowest + below, through: highest + above, by: step))
  }
}
