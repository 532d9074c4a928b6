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
  ]

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
  }
}
