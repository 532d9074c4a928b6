import Families
import Foundation
import Testing
import Theory

/// Exact loops on two spins, against what is known without them.
@Suite struct PairLoopTests {
  static let truth = PairLoop.law(at: SIMD2(0.15, 1.4))

  @Test func lawsAreThoseOfTheFamilies() {
    let family = CoupledSpins(spins: 2)
    let other = SIMD2(-0.3, -0.8)
    let levels = family.levelProbabilities(of: family.member(at: other))
    let law = PairLoop.law(at: other)
    for k in 0..<3 { #expect(abs(law[k] - levels[k]) < 1e-15) }
    #expect(
      abs(
        PairLoop.divergence(from: law, to: Self.truth)
          - family.klDivergence(from: other, to: SIMD2(0.15, 1.4))) < 1e-14)
  }

  /// The law of S ends at the levels with the probabilities of the truth: each symbol's frequency is a
  /// martingale.
  @Test func samplingAloneEndsAtOneLevel() {
    let end = PairLoop(.coupled, .complete).generations(
      samples: 8, from: Self.truth, generations: 600
    )
    .last!
    let vertices = (0..<3).map { k in
      var law = PairLoop.Law()
      law[k] = 1
      return Self.truth[k] * PairLoop.divergence(from: law, to: Self.truth)
    }
    #expect(abs(end.alike - 1) < 1e-12)
    #expect(abs(end.divergence - vertices.reduce(0, +)) < 1e-11)
    #expect(abs(end.entropy - Self.truth.y * log(2)) < 1e-11)
  }

  /// For independent spins the loop is the Wright–Fisher chain, apart from its first training set.
  @Test func independentSpinsAreWrightFisher() {
    let uniform = PairLoop.law(at: SIMD2(0, 0))
    let loop = PairLoop(.independent, .complete)
      .generations(samples: 6, from: uniform, generations: 40)
    let exact = WrightFisherChain(population: 12).absorptionTimeDistribution(
      from: 0.5, generations: 40)
    for t in 1...40 { #expect(abs(loop[t - 1].alike - exact[t]) < 1e-12) }
  }

  @Test(arguments: [PairLoop.Family.coupled, .independent])
  func manyStepsCompleteTheFit(family: PairLoop.Family) {
    let fit = PairLoop.Fit.restarted(steps: 4000, rate: 0.2, start: SIMD2(-0.5, 0))
    let (long, complete) = (PairLoop(family, fit), PairLoop(family, .complete))
    let difference = long.model(of: Self.truth) - complete.model(of: Self.truth)
    for k in 0..<3 { #expect(abs(difference[k]) < 1e-12) }
  }

  /// With one sample, the mean frequency of the model is that of two fits.
  @Test func oneSampleIsEnumerated() {
    let fit = PairLoop.Fit.restarted(steps: 2, rate: 0.1, start: SIMD2(0.3, 0))
    let loop = PairLoop(.coupled, fit)
    let law = loop.generations(samples: 1, from: Self.truth, generations: 1)[0]
    let expected = (0..<3).reduce(0.0) { sum, k in
      var data = PairLoop.Law()
      data[k] = 1
      return sum + Self.truth[k] * PairLoop.divergence(from: loop.model(of: data), to: Self.truth)
    }
    #expect(abs(law.divergence - expected) < 1e-14 && abs(law.alike - 1) < 1e-14)
  }

  /// Variances of autoregressions, from their recursion.
  @Test(arguments: [0.05, 0.672, 1])
  func variancesObeyTheirRecursion(fraction: Double) {
    var (continued, restarted) = (0.0, 0.0)
    for t in 1...200 {
      continued += fraction * fraction
      restarted = fraction * fraction * (restarted + 1)
      for (isRestarted, value) in [(false, continued), (true, restarted)] {
        let found = UnfinishedFit.variance(
          fraction: fraction, restarted: isRestarted, generations: t)
        #expect(abs(found - value) < 1e-11 * value)
      }
    }
  }
}
