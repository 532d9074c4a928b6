import Foundation
import PortableMath
import Testing
import _TestSupport

/// Largest errors, in ulp, that the doc comments promise.
@Suite struct PortableMathTests {
  static let functions: [(name: String, function: @Sendable (Double) -> Double, bound: Double)] = [
    ("exp", { PortableMath.exp($0) }, 0.9),
    ("exp-subnormal", { PortableMath.exp($0) }, 1.4),
    ("expm1", { PortableMath.expm1($0) }, 2.0),
    ("log", { PortableMath.log($0) }, 1.0),
    ("log1p", { PortableMath.log1p($0) }, 2.0),
    ("logDeviation", { PortableMath.logDeviation($0) }, 3),
    ("logGamma", { PortableMath.logGamma($0) }, 4),
    ("stirlingRemainder", { PortableMath.stirlingRemainder($0) }, 16),
    ("logarithmMinusDigamma", { PortableMath.logarithmMinusDigamma($0) }, 4),
    ("trigamma", { PortableMath.trigamma($0) }, 4),
    ("trigammaMinusInverse", { PortableMath.trigammaMinusInverse($0) }, 5),
    ("tetragamma", { PortableMath.tetragamma($0) }, 6),
    ("tetragammaPlusInverseSquare", { PortableMath.tetragammaPlusInverseSquare($0) }, 6),
  ]

  /// That of the standard, in all bits, and not a number below zero.
  @Test func theSquareRootIsTheStandardOne() {
    for x in [0, -0.0, 0x1p-1074, 0.5, 2, 3, 1e300, .greatestFiniteMagnitude, .infinity] {
      #expect(squareRoot(x).bitPattern == x.squareRoot().bitPattern)
    }
    #expect(squareRoot(-1).isNaN && squareRoot(.nan).isNaN)
  }

  @Test(arguments: functions.indices)
  func errorStaysBelowItsBound(index: Int) throws {
    let (name, function, bound) = Self.functions[index]
    var worst = (error: 0.0, argument: 0.0)
    for row in try Golden(name, in: .module).rows {
      let x = row.number("argument")
      let error = ulpError(function(x), high: row.number("high"), low: row.number("low"))
      if error > worst.error { worst = (error, x) }
    }
    #expect(worst.error < bound, "\(name)(\(worst.argument)): \(worst.error) ulp")
  }

  /// Beside the larger of |ψ| and 1, since ψ has a zero.
  @Test func errorOfDigammaStaysBelowItsBound() throws {
    var worst = (error: 0.0, argument: 0.0)
    for row in try Golden("digamma", in: .module).rows {
      let (x, high) = (row.number("argument"), row.number("high"))
      let error = abs(PortableMath.digamma(x) - high - row.number("low")) / max(1, abs(high)).ulp
      if error > worst.error { worst = (error, x) }
    }
    #expect(worst.error < 4, "digamma(\(worst.argument)): \(worst.error) ulp")
  }

  @Test func specialValues() {
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(710) == .infinity)
    #expect(PortableMath.exp(-746) == 0)
    #expect(PortableMath.exp(.nan).isNaN)
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.expm1(-.infinity) == -1)
    #expect(PortableMath.expm1(0) == 0)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(.infinity) == .infinity)
    #expect(PortableMath.log(-1).isNaN)
    #expect(PortableMath.log(.nan).isNaN)
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log1p(-1) == -.infinity)
    #expect(PortableMath.log1p(-2).isNaN)
    #expect(PortableMath.log1p(1e-300) == 1e-300)
    #expect(PortableMath.log1p(.infinity) == .infinity)
    #expect(PortableMath.logDeviation(-1) == .infinity)
    #expect(PortableMath.logDeviation(.infinity) == .infinity)
    #expect(PortableMath.logDeviation(-2).isNaN)
    #expect(PortableMath.logDeviation(.nan).isNaN)
  }

  @Test func gammaFunctionsOfNothing() {
    #expect(PortableMath.logGamma(1) == 0 && PortableMath.logGamma(2) == 0)
    #expect(PortableMath.logGamma(.infinity) == .infinity)
    let all = [
      PortableMath.logGamma, stirlingRemainder, digamma, logarithmMinusDigamma, trigamma,
      trigammaMinusInverse, tetragamma, tetragammaPlusInverseSquare,
    ]
    for function in all {
      #expect(function(-1).isNaN && function(.nan).isNaN)
      #expect(abs(function(0)) == .infinity)
    }
  }
}
