import Foundation

/// Distribution-free deviations that an average exceeds with a stated probability at most.
///
/// At the false-alarm levels used here a normal approximation is not a tolerance; these hold for
/// every sample size.
public enum DeviationBound {
  /// Bernstein: the mean of `count` independent variables of known variance.
  ///
  /// - Parameters:
  ///   - variance: of one variable (an upper bound will do).
  ///   - deviation: the largest possible distance of one variable from its expectation.
  ///   - count: number of variables.
  ///   - falseAlarm: in (0, 1).
  /// - Returns: ε with `P(|mean − expectation| ≥ ε) ≤ falseAlarm`.
  public static func bernstein(
    variance: Double, deviation: Double, count: Int, falseAlarm: Double
  ) -> Double {
    // exp(−n ε²/2/(σ² + bε/3)) = falseAlarm/2, a quadratic in ε.
    let level = log(2 / falseAlarm) / Double(count)
    let half = deviation * level / 3
    return half + (half * half + 2 * variance * level).squareRoot()
  }

  /// Dvoretzky–Kiefer–Wolfowitz with Massart's constant: the empirical distribution function.
  ///
  /// - Parameters:
  ///   - count: sample size.
  ///   - falseAlarm: in (0, 1).
  /// - Returns: ε with `P(sup |F̂ − F| > ε) ≤ falseAlarm`.
  public static func dvoretzkyKieferWolfowitz(count: Int, falseAlarm: Double) -> Double {
    (log(2 / falseAlarm) / (2 * Double(count))).squareRoot()
  }
}
