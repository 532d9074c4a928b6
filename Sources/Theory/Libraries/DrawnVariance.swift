import Foundation
import NumericalMethods

/// A closed loop of a Gaussian whose variance is drawn from its posterior under the prior 1/v: `v′ = v χ²/χ′²`, both with
/// M − 1 degrees of freedom.
public struct DrawnVariance: Sendable {
  /// M ≥ 2.
  public let samples: Int

  /// The loop of M = `samples` ≥ 2 points.
  public init(samples: Int) {
    precondition(samples >= 2, "two points at least have a variance")
    self.samples = samples
  }

  private var shape: Double { 0.5 * Double(samples - 1) }

  /// `P(v′/v ≤ x)`: the F law of M − 1 and M − 1 degrees of freedom.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : ContinuousLaw.betaCumulative(shape, shape, at: x / (1 + x))
  }

  /// `Var ln v_t = 2t ψ′((M − 1)/2)`.
  public func logVariance(generations: Int) -> Double {
    2 * Double(generations) * SpecialFunction.trigamma(shape)
  }

  /// `(M − 1)/(M − 3)`, the factor of E v in a generation; infinite for M ≤ 3.
  public var growth: Double {
    samples > 3 ? Double(samples - 1) / Double(samples - 3) : .infinity
  }
}
