import Foundation
import Testing
import _TestSupport

/// Automatic derivatives against ones that are known.
@Suite struct JetTests {
  static let points = [-3.7, -0.4, 0.02, 0.9, 6.5]

  /// f and its first three derivatives at x, from one evaluation.
  static func derivatives(at x: Double, of f: (Jet) -> Jet) -> [Double] {
    let result = f(Jet(x, directions: 0b111)).coefficients
    // Which infinitesimals a derivative is taken along makes no difference.
    #expect(result[1] == result[2] && result[1] == result[4])
    return [result[0], result[1], result[3], result[7]]
  }

  static func expect(
    _ found: [Double], _ known: [Double], _ name: String, rounding: Double = 8 * .ulpOfOne
  ) {
    for (order, (f, k)) in zip(found, known).enumerated() {
      #expect(abs(f - k) <= rounding * (1 + abs(k)), "\(name), order \(order): \(f) for \(k)")
    }
  }

  @Test(arguments: points)
  func elementaryFunctions(x: Double) {
    Self.expect(Self.derivatives(at: x) { $0 * $0 * $0 }, [x * x * x, 3 * x * x, 6 * x, 6], "x³")
    Self.expect(Self.derivatives(at: x) { Jet(5) - 2 * $0 }, [5 - 2 * x, -2, 0, 0], "5 − 2x")
    let e = exp(x)
    Self.expect(Self.derivatives(at: x) { exp($0) }, [e, e, e, e], "exp")
    let r = 1 / x
    Self.expect(
      Self.derivatives(at: x) { Jet(1) / $0 }, [r, -r * r, 2 * r * r * r, -6 * r * r * r * r], "1/x"
    )
    let y = abs(x)
    Self.expect(
      Self.derivatives(at: y) { log($0) }, [log(y), 1 / y, -1 / (y * y), 2 / (y * y * y)], "log")
  }

  /// `ln(1 + eˣ)`, whose derivatives are polynomials in p = 1/(1 + e⁻ˣ) and keep their digits where those
  /// are small.
  @Test(arguments: points + [-40, 40])
  func logistic(x: Double) {
    let (p, q) = (1 / (1 + exp(-x)), 1 / (1 + exp(x)))
    let found = Self.derivatives(at: x) { logSumExp([Jet(0), $0]) }
    let known = [x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)), p, p * q, p * q * (q - p)]
    for (order, (f, k)) in zip(found, known).enumerated() {
      let scale = [1 + abs(k), p, p * q, p * q][order]
      #expect(abs(f - k) <= 16 * .ulpOfOne * scale, "order \(order): \(f) for \(k)")
    }
  }

  /// `x²y ln z` and its partial derivatives of every kind.
  @Test func mixedDerivatives() {
    let (x, y, z) = (1.3, -0.7, 2.9)
    let f = Derivatives(at: [x, y, z]) { $0[0] * $0[0] * $0[1] * log($0[2]) }
    let l = log(z)
    Self.expect([f.value], [x * x * y * l], "value")
    Self.expect(f.gradient, [2 * x * y * l, x * x * l, x * x * y / z], "gradient")
    Self.expect(f.hessian[0], [2 * y * l, 2 * x * l, 2 * x * y / z], "∂ₓ∇")
    Self.expect(f.hessian[1], [2 * x * l, 0, x * x / z], "∂_y∇")
    Self.expect(f.hessian[2], [2 * x * y / z, x * x / z, -x * x * y / (z * z)], "∂_z∇")
    Self.expect(
      [f.third[0][0][1], f.third[2][0][1], f.third[1][2][0], f.third[2][2][2], f.third[0][0][0]],
      [2 * l, 2 * x / z, 2 * x / z, 2 * x * x * y / (z * z * z), 0], "third")
  }

  /// `H⁻¹H = 1`, whatever the units of the variables.
  @Test func inverses() throws {
    let f = Derivatives(at: [1.3, -0.7e6, 2.9e-6]) { x in
      exp(x[0]) + x[0] * (1e-6 * x[1]) + (1e-12 * x[1]) * x[1] + (1e6 * x[2]) * (1e6 * x[2])
    }
    let inverse = try f.inverseHessian()
    for a in 0..<3 {
      for b in 0..<3 {
        let product = (0..<3).reduce(0) { $0 + inverse[a][$1] * f.hessian[$1][b] }
        let scale = (abs(f.hessian[b][b]) / abs(f.hessian[a][a])).squareRoot()
        #expect(abs(product - (a == b ? 1 : 0)) <= 8 * .ulpOfOne * scale)
      }
    }
  }
}
