import Foundation

/// Distribution-free deviations that an average exceeds with a stated probability at most.
///
/// At the false-alarm levels used here a normal approximation is not a tolerance; these hold for
/// every sample size.
package enum DeviationBound {
  /// Bernstein: the mean of `count` independent variables of known variance.
  ///
  /// - Parameters:
  ///   - variance: of one variable (an upper bound will do).
  ///   - deviation: the largest possible distance of one variable from its expectation.
  ///   - count: number of variables.
  ///   - falseAlarm: in (0, 1).
  /// - Returns: ε with `P(|mean − expectation| ≥ ε) ≤ falseAlarm`.
  package static func bernstein(
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
  package static func dvoretzkyKieferWolfowitz(count: Int, falseAlarm: Double) -> Double {
    (log(2 / falseAlarm) / (2 * Double(count))).squareRoot()
  }

  /// Chernoff: ε with `P(Y ≥ ε) ≤ e^−level` for a variable with `ln E e^(sY) ≤ cumulant(s)`, the least
  /// `(level + cumulant(s))/s`.
  ///
  /// - Parameters:
  ///   - level: −ln of the probability, > 0.
  ///   - limit: the s at which the cumulant ceases to exist; every s below it gives a bound, of which the
  ///     least on a grid is taken.
  ///   - cumulant: the cumulant generating function, or a bound on it.
  package static func chernoff(
    level: Double, below limit: Double, cumulant: (Double) -> Double
  ) -> Double {
    (0...800).map { step in
      let s = 0.999 * limit * pow(10, -0.01 * Double(step))
      return (level + cumulant(s)) / s
    }.min()!
  }

  /// The mean over `count` independent values of `Σᵢ ln Gᵢ`, Gᵢ independent Gamma variates: by Chernoff's
  /// bound with the exact moments `E Gˢ = Γ(a + s)/Γ(a)`.
  ///
  /// - Parameters:
  ///   - shapes: a of each Gᵢ.
  ///   - falseAlarm: in (0, 1); half of it on either side.
  /// - Returns: how far the mean may lie below and above its expectation `Σᵢ ψ(aᵢ)`; the law is skew.
  package static func logGamma(
    shapes: [Double], count: Int, falseAlarm: Double
  ) -> (below: Double, above: Double) {
    let level = log(2 / falseAlarm) / Double(count)
    func cumulant(_ s: Double) -> Double { logGammaCumulant(shapes: shapes, at: s) }
    return (
      below: chernoff(level: level, below: shapes.min()!) { cumulant(-$0) },
      // Moments of every positive order exist; the best is far below this.
      above: chernoff(level: level, below: 100 * max(1, shapes.max()!), cumulant: cumulant)
    )
  }

  /// `ln E exp(s(Y − E Y))` of `Y = Σᵢ ln Gᵢ`, Gᵢ Gamma variates: `Σᵢ ln Γ(aᵢ + s) − ln Γ(aᵢ) − sψ(aᵢ)`.
  ///
  /// - Parameter s: above −a for every shape a.
  package static func logGammaCumulant(shapes: [Double], at s: Double) -> Double {
    shapes.reduce(0) { $0 + lgamma($1 + s) - lgamma($1) - s * SpecialFunction.digamma($1) }
  }

  /// A Gamma variate over its expectation, by Chernoff's bound: also the mean of any number of independent
  /// ones, whose shapes add up.
  ///
  /// - Parameters:
  ///   - shape: a > 0.
  ///   - falseAlarm: in (0, 1); half of it on either side.
  /// - Returns: how far below and above 1.
  package static func gamma(shape: Double, falseAlarm: Double) -> (below: Double, above: Double) {
    let level = log(2 / falseAlarm)
    /// `P(G ≥ a(1 + x)) ≤ exp(−a(x − ln(1 + x)))`, and the same downward with x < 0: by bisection.
    func root(_ sign: Double, _ largest: Double) -> Double {
      var (low, high) = (0.0, largest)
      for _ in 0..<100 {
        let x = 0.5 * (low + high)
        if shape * (sign * x - log1p(sign * x)) < level { low = x } else { high = x }
      }
      return high
    }
    return (below: root(-1, 1), above: root(1, 2 + 4 * level / shape))
  }
}
