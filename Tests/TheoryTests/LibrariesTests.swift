import Foundation
import NumericalMethods
import Testing
import Theory
import _TestSupport

/// Laws of what libraries do in a closed loop, against other roads to them.
@Suite struct LibrariesTests {
  /// Two generations by adaptive quadrature over the first.
  @Test(arguments: [3, 10, 40], [false, true])
  func theFlooredVarianceOfTwoGenerations(samples: Int, unbiased: Bool) {
    let loop = FlooredVariance(samples: samples, unbiased: unbiased)
    let (start, law, step) = (2.5, loop.law(after: 2, from: 2.5), loop.factor)
    for value in [1.05, 1.5, 3, 8] {
      let integral = integrate(from: -30, to: 6) { x in
        step.density(at: x) * step.cumulative(log(value - 1) - log1p(start * exp(x)))
      }
      #expect(abs(law.cumulative(value) - integral.value) < 1e-8, "\(samples), \(value)")
    }
    #expect(law.cumulative(1) == 0 && law.cumulative(1e12) > 1 - 1e-9)
  }

  /// The law of generation t goes to the stationary one, and that to itself.
  @Test func theFlooredVarianceSettles() throws {
    let loop = FlooredVariance(samples: 12)
    let law = try loop.stationaryLaw()
    let late = loop.law(after: 300, from: 1)
    for value in [2, 6, 12, 40, 300.0] {
      #expect(abs(law.cumulative(value) - late.cumulative(value)) < 1e-7, "\(value)")
    }
  }

  /// The moment of order κ of the factor is 1, and κ is the only such order beside 0.
  @Test(arguments: [2, 3, 5, 100])
  func theTailIndex(samples: Int) {
    let loop = FlooredVariance(samples: samples)
    #expect(abs(loop.factor.logMoment(loop.tailIndex)) < 1e-12)
    #expect(loop.factor.logMoment(0.99 * loop.tailIndex) < 0)
    #expect(FlooredVariance(samples: samples, unbiased: true).factor.logMoment(1) < 1e-12)
  }

  /// `½(ξ₁ + ξ₂/2)` by adaptive quadrature.
  @Test(arguments: [3, 10, 40])
  func theSquaredVarianceOfTwoGenerations(samples: Int) {
    let law = SquaredVariance(samples: samples, generations: 2)
    for y in [-2, -0.5, 0, 0.3] {
      let integral = integrate(from: -40, to: 6) { x in
        law.step.density(at: x) * law.step.cumulative(2 * y - 0.5 * x)
      }
      #expect(abs(law.cumulative(y) - integral.value) < 1e-8, "\(samples), \(y)")
    }
  }

  /// After two generations two points of two differ by one step or two, and moments follow.
  @Test func kernelsOfTwoPoints() {
    var moments = KernelMoments(samples: 2, bandwidth: .fixed(0.5))
    for _ in 0..<2 { moments.advance() }
    let steps = KernelAncestry.commonParent(samples: 2, generations: 2)
    #expect(steps == [0.5, 0.5])
    // m₂ = d²/4 of d = √2 h (Z_1 + … + Z_G).
    #expect(abs(moments.mean - 0.5 * 0.25 * 1.5) < 1e-15)
    #expect(abs(moments.square - 12 * 0.0625 / 16 * 2.5) < 1e-15)
    #expect(abs(KernelAncestry.stepsInPool(generations: 50).reduce(0, +) - 1) < 1e-12)
  }

  /// The first generation of a walk has its step's law.
  @Test func aWalkOfOneStep() {
    let walk = ShapeWalk(samples: 10)
    let remaining = walk.remaining(below: 0.7, generations: 3)
    #expect(remaining[0] == 1 && abs(remaining[1] - (1 - walk.step.cumulative(-0.7))) < 1e-5)
    #expect(remaining[2] < remaining[1] && remaining[3] < remaining[2])
  }
}
