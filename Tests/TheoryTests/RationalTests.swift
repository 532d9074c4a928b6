import Testing
import Theory

@Suite struct RationalTests {
  @Test func arithmetic() {
    let a = Rational(3, 4)
    let b = Rational(-5, 6)
    #expect(a + b == Rational(-1, 12))
    #expect(a - b == Rational(19, 12))
    #expect(a * b == Rational(-5, 8))
    #expect(a / b == Rational(-9, 10))
    #expect(b < a && !(a < b))
    #expect(Rational(2, -4) == Rational(-1, 2))
    #expect(Rational(2, 3).power(3) == Rational(8, 27))
    #expect(Rational.zero.power(0) == .one)
    #expect("\(Rational(6, 4)) \(Rational(4, 2))" == "3/2 2")
  }

  @Test(arguments: [0.0, 1, -1, 0.1, -3.75, 1e300, 1e-300, 0x1p-1074, 0x1p-1060])
  func doublesAreFractions(value: Double) {
    let fraction = Rational(exactly: value)
    if abs(value) > 1e-290 || value == 0 { #expect(Double(fraction) == value) }
    #expect(fraction + Rational(exactly: -value) == .zero)
    #expect(fraction * Rational(2) == Rational(exactly: 2 * value))
  }
}
