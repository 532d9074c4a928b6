import Foundation

/// Closed loops whose fits stop on the way, where the gradient is linear: closed forms.
public enum UnfinishedFit {
  /// The fraction `1 − (1 − ηJ)ᵏ` of the way to the maximum that k gradient steps cover.
  ///
  /// Exact where the Fisher information does not depend on θ, as for the mean of a Gaussian; elsewhere for
  /// small ways.
  ///
  /// - Parameters:
  ///   - steps: k.
  ///   - rate: η.
  ///   - information: J, of one point.
  public static func fraction(steps: Int, rate: Double, information: Double) -> Double {
    1 - pow(1 - rate * information, Double(steps))
  }

  /// The variance of the mean of a Gaussian of known variance σ² after t generations, in units of σ²/M.
  ///
  /// A fit that continues from the last model makes a random walk of steps a as long: `a²t`. One that
  /// restarts forgets: `a²(1 − a²ᵗ)/(1 − a²)`, which stays finite for |a| < 1 only.
  ///
  /// - Parameters:
  ///   - fraction: a, the part of the way that a fit covers; more than 1 if it overshoots.
  ///   - restarted: whether every fit starts at the same model.
  ///   - generations: t.
  public static func variance(fraction: Double, restarted: Bool, generations: Int) -> Double {
    let square = fraction * fraction
    let t = Double(generations)
    return restarted && square != 1 ? square * (1 - pow(square, t)) / (1 - square) : square * t
  }
}
