import PortableMath

/// What divergences are sums of: terms that are never negative, and lose no digits where two models are close.
///
/// `A(θ′) − θ′·μ − H` is a small difference of large numbers, for models close to one another and for those far
/// from the origin, and its rounding is of either sign.
package enum Divergence {
  /// `ln(a/b)` of two numbers > 0, also where their ratio is no double.
  package static func logarithm(of a: Double, over b: Double) -> Double {
    let ratio = a / b
    return ratio.isNormal && ratio < .infinity ? log(ratio) : log(a) - log(b)
  }

  /// `e^x − 1 − x`.
  package static func exponential(_ x: Double) -> Double {
    abs(x) < 0.5 ? logDeviation(expm1(x)) : expm1(x) - x
  }

  /// `a/b − 1 − ln(a/b)`, a > 0 and b > 0: of two laws that differ by a scale.
  ///
  /// - Parameter difference: `a − b`, where more is known of it than a and b tell.
  package static func scale(_ a: Double, to b: Double, difference: Double? = nil) -> Double {
    let x = (difference ?? a - b) / b
    return x > -0.5 ? logDeviation(x) : x - logarithm(of: a, over: b)
  }

  /// `a ln(a/b) − a + b`, a ≥ 0 and b ≥ 0: of two Poisson laws, and summed over the probabilities of any two
  /// laws, their divergence.
  ///
  /// That probabilities add up to 1 except for rounding then matters to second order only.
  ///
  /// - Parameter difference: `b − a`, where more is known of it than a and b tell.
  /// - Returns: ∞ where b is 0 and a is not.
  package static func mean(_ a: Double, to b: Double, difference: Double? = nil) -> Double {
    if a == 0 { return b }
    if b == 0 { return .infinity }
    let distance = difference ?? b - a
    let x = distance / a
    return x > -0.5 && x < 1
      ? a * logDeviation(x) : distance - a * logarithm(of: b, over: a)
  }

  /// ``mean(_:to:difference:)`` of two probabilities by the logarithm of the first, and that of their ratio.
  package static func state(logProbability: Double, logRatio x: Double) -> Double {
    let p = exp(logProbability)
    return x < 1 ? p * exponential(x) : exp(logProbability + x) - p - p * x
  }

  /// `ln E e^x` where `E x = 0`: from a law to its exponential tilt.
  ///
  /// As `ln(1 + E(e^x − 1 − x))`, in which a mean of x that is not quite 0 matters to second order only.
  package static func tilt(logProbabilities: [Double], exponents: [Double]) -> Double {
    var sum = 0.0
    for (p, x) in zip(logProbabilities, exponents) { sum += state(logProbability: p, logRatio: x) }
    if sum < 1e300 { return log1p(sum) }
    let logarithms = zip(logProbabilities, exponents).map { $0 + $1 }
    let largest = logarithms.max() ?? 0
    return largest + log(logarithms.reduce(0) { $0 + exp($1 - largest) })
  }

  /// `∫₀¹ (1 − u) f(u) du`, the rest of Taylor's series to first order, of which f is the second derivative.
  ///
  /// By the rule of Gauss and Jacobi with 12 points, to rounding where the nearest singularity of f is a unit away
  /// from the interval, or farther.
  package static func remainder(_ f: (Double) -> Double) -> Double {
    zip(points, weights).reduce(0) { $0 + $1.1 * f($1.0) }
  }

  private static let points = [
    0.0085390549884274193687, 0.044446463155407723025, 0.10685449088347665763,
    0.19215105452985404099, 0.29538088426258022162, 0.41054508120145768249,
    0.53095084931281767063, 0.64960065027725499277, 0.75959888952522705374,
    0.85455254376493588079, 0.92894210126441101785, 0.97843793683414963909,
  ]
  private static let weights = [
    0.021664860886871767325, 0.047427851980377470134, 0.066606750626673198131,
    0.076896602680041006281, 0.077696316815531026629, 0.070109339997630094496,
    0.056613843713667631944, 0.040451653706913616761, 0.024876780409265432013,
    0.012436009166422265607, 0.0044448077956684623228, 0.00077518222093802835725,
  ]
}

extension ExponentialFamily {
  /// `D_KL(θ‖θ′) = A(θ′) − A(θ) − (θ′ − θ)·μ(θ)`, in nats.
  ///
  /// Where little is left of these terms, `∫₀¹ (1 − u) d·J(θ + ud) d du` with `d = θ′ − θ`.
  public func klDivergence(from θ: Vector, to other: Vector) -> Double {
    let step = other - θ
    let (here, there) = (logPartition(at: θ), logPartition(at: other))
    let linear = step.dot(meanParameter(at: θ))
    let difference = there - here - linear
    if difference > 1e-3 * (abs(here) + abs(there) + abs(linear)) { return difference }
    func curvature(_ u: Double) -> Double {
      let J = fisherInformation(at: θ + u * step)
      var sum = 0.0
      for a in 0..<step.dimension where step[a] != 0 {
        for b in 0..<step.dimension { sum += step[a] * J[a, b] * step[b] }
      }
      return sum
    }
    let whole = Divergence.remainder(curvature)
    // The same from both halves, to which 1 − u falls as ½(1 − u) + ½ and ½(1 − u).
    let halves =
      0.25
      * Divergence.remainder {
        2 * curvature(0.5 * $0) + curvature(0.5 - 0.5 * $0) + curvature(0.5 + 0.5 * $0)
      }
    return abs(whole - halves) <= 1e-11 * whole ? whole : difference
  }

  /// Of their parameters, where both have one; `A(θ′) − θ′·μ − H` from a face to the interior; elsewhere ∞,
  /// unless both are the same.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    guard let other = q.naturalParameter else { return .infinity }
    if let θ = p.naturalParameter { return klDivergence(from: θ, to: other) }
    return logPartition(at: other) - other.dot(p.meanParameter) - entropy(of: p)
  }
}
