import Foundation
import NumericalMethods

/// The Poisson loop with fresh external points and an exponential prior, exactly, at finite M.
///
/// With `ϑ = K/(M + m + λ)`, K the sum of all M + m counts, `K′ ~ Poisson(aK + b)`,
/// `a = M/(M + m + λ)`, `b = mϑ₀`: a branching process with immigration. Its stationary law has the
/// generating function `G(s) = Π_j exp(b(f_j − 1))`, `f_0 = s`, `f_{j+1} = exp(a(f_j − 1))`.
public struct PoissonStationaryLaw: Sendable {
  /// M.
  public let samples: Int
  /// m > 0.
  public let external: Int
  /// ϑ₀ > 0.
  public let truth: Double
  /// λ ≥ 0.
  public let rate: Double

  /// The law for the given M ≥ 1, m ≥ 1, ϑ₀ > 0 and λ ≥ 0; otherwise there is none.
  public init(samples: Int, external: Int, truth: Double, rate: Double) {
    precondition(
      samples >= 1 && external >= 1 && truth > 0 && rate >= 0,
      "a stationary law needs external points and a truth above zero")
    self.samples = samples
    self.external = external
    self.truth = truth
    self.rate = rate
  }

  /// `M + m + λ`: rates are multiples of one over this.
  public var divisor: Double { Double(samples + external) + rate }

  private var a: Double { Double(samples) / divisor }
  private var b: Double { Double(external) * truth }

  /// The mean of ϑ: `mϑ₀/(m + λ)`, at every M.
  public var mean: Double { b / (Double(external) + rate) }

  /// The variance of ϑ, `E K/((1 − a²)(M + m + λ)²)`.
  public var variance: Double { mean / (divisor * (1 - a * a)) }

  /// The generations over which a deviation of the mean falls by a factor e, `−1/ln a`.
  public var relaxationTime: Double { -1 / log(a) }

  /// `P(ϑ = 0)`.
  public var atom: Double {
    var exponent = 0.0
    // f_j − 1 itself is iterated: it goes to zero like aʲ.
    var deficit = -1.0
    while abs(deficit) > 1e-17 {
      exponent += b * deficit
      deficit = expm1(a * deficit)
    }
    return exp(exponent)
  }

  /// `P(K = k)` for k = 0, 1, … up to where less than 1e−12 is left.
  ///
  /// By inverting G on the unit circle; absolute errors of about 1e−15.
  public func probabilities() -> [Double] {
    // The tail falls by a factor e over about ½/(1 − a) counts.
    var points = 64
    while Double(points) < 20 / (1 - a) + 12 * mean * divisor { points *= 2 }
    // G(e^{iω}) at ω = 2πl/points, l = 0 … points/2; the others are complex conjugates.
    let remainder = remainder
    let transforms = (0...points / 2).map { l in
      generatingFunction(angle: 2 * .pi * Double(l) / Double(points), remainder)
    }
    let cosines = (0..<points).map { cos(2 * .pi * Double($0) / Double(points)) }
    let sines = (0..<points).map { sin(2 * .pi * Double($0) / Double(points)) }
    let probabilities = (0..<points).map { k -> Double in
      var sum = 0.0
      for (l, value) in transforms.enumerated() {
        let index = (k * l) & (points - 1)
        let term = value.real * cosines[index] + value.imaginary * sines[index]
        sum += l == 0 || l == points / 2 ? term : 2 * term
      }
      return max(0, sum / Double(points))
    }
    var tail = 0.0
    var last = points - 1
    while last > 0, tail + probabilities[last] < 1e-12 {
      tail += probabilities[last]
      last -= 1
    }
    return Array(probabilities[...last])
  }

  /// `Σ_j (f_j − 1)` as a series in `z = f_0 − 1`, four terms from z on.
  ///
  /// With w = exp(az) − 1 the sum obeys S(z) = z + S(w), order by order; the relative error is of
  /// order `(z/4(1 − a))⁴`.
  private var remainder: [Double] {
    let (a2, a3, a4) = (a * a, a * a * a, a * a * a * a)
    let s1 = 1 / (1 - a)
    let s2 = s1 * a2 / 2 / (1 - a2)
    let s3 = (s1 / 6 + s2) * a3 / (1 - a3)
    let s4 = (s1 / 24 + s2 * 7 / 12 + s3 * 3 / 2) * a4 / (1 - a4)
    return [s1, s2, s3, s4]
  }

  private func generatingFunction(
    angle: Double, _ remainder: [Double]
  ) -> (real: Double, imaginary: Double) {
    // f − 1, with the real part of e^{iω} − 1 free of cancellation.
    var x = -2 * sin(angle / 2) * sin(angle / 2)
    var y = sin(angle)
    var (sumX, sumY) = (0.0, 0.0)
    let near = 1e-3 * (1 - a)
    while x * x + y * y > near * near {
      sumX += x
      sumY += y
      // exp(a(x + iy)) − 1 = expm1(ax) cos(ay) + (cos(ay) − 1) + i exp(ax) sin(ay)
      let half = sin(a * y / 2)
      let growth = expm1(a * x)
      (x, y) = (growth * cos(a * y) - 2 * half * half, (growth + 1) * sin(a * y))
    }
    // All further terms by Horner's rule.
    var (u, v) = (0.0, 0.0)
    for coefficient in remainder.reversed() {
      (u, v) = ((u + coefficient) * x - v * y, (u + coefficient) * y + v * x)
    }
    sumX += u
    sumY += v
    let modulus = exp(b * sumX)
    return (modulus * cos(b * sumY), modulus * sin(b * sumY))
  }

  /// The limit law of ϑ as M → ∞, Gamma(2mϑ₀, 2(m + λ)).
  ///
  /// Eq. C3.
  public var limit: (shape: Double, rate: Double) {
    (2 * b, 2 * (Double(external) + rate))
  }

  /// `P(ϑ ≤ value)` under the limit law.
  public func limitDistribution(at value: Double) -> Double {
    ContinuousLaw.gammaCumulative(shape: limit.shape, rate: limit.rate, at: value)
  }

  /// The largest distance between the exact distribution function and the limit.
  public var distanceToLimit: Double {
    FiniteChain.distance(of: probabilities()) { limitDistribution(at: Double($0) / divisor) }
  }
}
