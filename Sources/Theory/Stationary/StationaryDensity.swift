import Families
import Foundation
import NumericalMethods

/// A normalised density of one parameter.
///
/// Eq. 18 of a one-parameter family, or a marginal of it.
public struct StationaryDensity {
  private let line: LineDensity
  private let tolerance: Double
  private let total: Integral

  /// - Parameter tolerance: of integrals; above the rounding of the density itself, which quadrature
  ///   would otherwise chase.
  init(_ line: LineDensity, tolerance: Double = 1e-11) {
    self.line = line
    self.tolerance = tolerance
    total = line.integral(tolerance: tolerance)
  }

  /// `∫ p dθ` of the unnormalised density divided by its largest value, with its estimated error.
  public var normalisation: Integral { total }

  /// p(θ).
  public func callAsFunction(_ θ: Double) -> Double {
    exp(line.logDensity(θ) - line.peak) / total.value
  }

  /// `P(a < θ ≤ b)`; the limits may be infinite.
  public func probability(from a: Double, to b: Double) -> Integral {
    normalised(line.integral(from: a, to: b, tolerance: tolerance))
  }

  /// `P(θ ≤ b)`.
  public func cumulative(_ b: Double) -> Integral { probability(from: -.infinity, to: b) }

  /// `E g(θ)`.
  public func expectation(_ g: (Double) -> Double) -> Integral {
    normalised(line.integral(tolerance: tolerance, of: g))
  }

  /// `E θ`.
  public var mean: Integral { expectation { $0 } }

  /// `E (θ − E θ)²`.
  public var variance: Integral {
    let mean = mean.value
    return expectation { ($0 - mean) * ($0 - mean) }
  }

  private func normalised(_ part: Integral) -> Integral {
    let value = part.value / total.value
    return Integral(value: value, error: (part.error + abs(value) * total.error) / total.value)
  }
}

extension StationaryLaw {
  /// ``logDensity(at:)``, or −∞ where the family has no such θ.
  fileprivate func logDensityOrNone(at θ: P.Family.Vector) -> Double {
    // Without external data A does not enter the density.
    if external.count == 0, family.logPartition(at: θ).isNaN { return -.infinity }
    let value = logDensity(at: θ)
    return value.isNaN ? -.infinity : value
  }
}

extension StationaryLaw where P.Family.Vector == Double {
  /// The normalised density of θ.
  public func density() -> StationaryDensity {
    StationaryDensity(LineDensity(near: 0, step: 1, logDensityOrNone))
  }
}

extension StationaryLaw where P.Family.Vector == SIMD2<Double> {
  /// The normalised density of one of two parameters, the other integrated over.
  ///
  /// - Parameter component: 0 for θ₁, 1 for θ₂.
  public func marginal(of component: Int) -> StationaryDensity {
    precondition(component == 0 || component == 1, "one of two parameters")
    return StationaryDensity(
      LineDensity(near: 0, step: 1) { logMarginalDensity(at: $0, component) }, tolerance: 1e-9)
  }

  private func logMarginalDensity(at value: Double, _ component: Int) -> Double {
    let inner = LineDensity(near: 0, step: 1) { other in
      logDensityOrNone(at: component == 0 ? SIMD2(value, other) : SIMD2(other, value))
    }
    // Nowhere on this line has the family a model.
    if inner.peak == -.infinity { return -.infinity }
    return inner.peak + log(inner.integral(tolerance: 1e-12).value)
  }
}
