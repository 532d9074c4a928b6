import Foundation
import NumericalMethods

/// A log-concave density on the real line, known by its logarithm up to a constant.
///
/// Integrals are taken outward from the maximum, as far as the density is above `e⁻⁴²` of it: by
/// concavity, what lies beyond is below rounding.
struct LineDensity {
  /// Where the density is largest.
  let mode: Double
  /// The logarithm at ``mode``.
  let peak: Double
  /// How far the density reaches on either side of ``mode``.
  let reach: (below: Double, above: Double)
  /// The logarithm of the density, unnormalised.
  let logDensity: (Double) -> Double

  /// Finds the maximum from a place nearby.
  ///
  /// - Parameters:
  ///   - start: a place where the density is not 0.
  ///   - step: a distance of the order of the density's width.
  ///   - logDensity: concave, falling to −∞ on both sides.
  init(near start: Double, step: Double, _ logDensity: @escaping (Double) -> Double) {
    let mode = LineDensity.maximum(near: start, step: step, logDensity)
    let peak = logDensity(mode)
    func reach(_ direction: Double) -> Double {
      var distance = step
      while peak - logDensity(mode + direction * distance) < 42 { distance *= 2 }
      // Back to within a factor 1.2, so that quadrature does not start on an empty interval.
      while peak - logDensity(mode + direction * distance / 1.2) > 42 { distance /= 1.2 }
      // Where the parameters end the interval does, too: quadrature expects no step inside.
      var inside = distance / 1.2
      while logDensity(mode + direction * distance) == -.infinity {
        let middle = (inside + distance) / 2
        if middle == inside || middle == distance { break }
        if logDensity(mode + direction * middle) == -.infinity {
          distance = middle
        } else {
          inside = middle
        }
      }
      return distance
    }
    self.mode = mode
    self.peak = peak
    self.logDensity = logDensity
    self.reach = (reach(-1), reach(1))
  }

  /// By golden sections of a bracket, to where a smooth maximum cannot be told from its neighbours.
  private static func maximum(near start: Double, step: Double, _ f: (Double) -> Double) -> Double {
    var stride = f(start + step) > f(start - step) ? step : -step
    var (behind, here, ahead) = (start - stride, start, start + stride)
    while f(ahead) > f(here) {
      stride *= 2
      (behind, here, ahead) = (here, ahead, ahead + stride)
    }
    var (low, high) = (min(behind, ahead), max(behind, ahead))
    let ratio = (5.0.squareRoot() - 1) / 2
    var (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
    var (fa, fb) = (f(a), f(b))
    while high - low > 1e-7 * step {
      if fa < fb {
        (low, a, fa) = (a, b, fb)
        b = low + ratio * (high - low)
        fb = f(b)
      } else {
        (high, b, fb) = (b, a, fa)
        a = high - ratio * (high - low)
        fa = f(a)
      }
    }
    return (low + high) / 2
  }

  /// `∫ g(θ) exp(logDensity(θ) − peak) dθ` between limits, which may be infinite.
  func integral(
    from a: Double = -.infinity, to b: Double = .infinity, tolerance: Double,
    of g: (Double) -> Double = { _ in 1 }
  ) -> Integral {
    func part(_ low: Double, _ high: Double) -> Integral {
      guard low < high else { return Integral(value: 0, error: 0) }
      return integrate(from: low, to: high, tolerance: tolerance) {
        // Outside the family's parameters the density is 0, and g need not be a number.
        let weight = exp(logDensity($0) - peak)
        return weight == 0 ? 0 : g($0) * weight
      }
    }
    return part(max(a, mode - reach.below), min(b, mode))
      + part(max(a, mode), min(b, mode + reach.above))
  }
}
