import Foundation
import Testing
import Theory
import _TestSupport

/// What real points keep, what is the least number of them, and what they should count for.
@Suite(.inTurn(.other)) struct BudgetTests {
  /// One point prevents collapse, and protects no minority.
  @Test func onePoint() {
    for samples in [1, 2, 50, 200, 100_000] {
      let share = AnchoredShare(samples: samples, points: 1, truth: 0.02)
      let m = Double(samples)
      #expect(abs(share.diversity - 2 * m / (3 * m + 1)) < 1e-14)
      #expect(abs(share.relaxationTime / (m + 1) - 1) < 1e-15)
      // More synthetic points need more generations to lose it, and their real point is the same.
      #expect(share.absence.probability > 0.6)
    }
    let closed = AnchoredShare(samples: 200, points: 0, truth: 0.02)
    #expect(closed.diversity == 0 && closed.absence.probability == 0.98)
    #expect(closed.relaxationTime == .infinity && closed.effectiveSymbols == 1)
  }

  @Test func leastNumbers() {
    #expect(RealDataBudget(samples: 100).leastPoints(truth: 0.1, presentIn: 0.95) == 6)
    #expect(RealDataBudget(samples: 200).leastPoints(truth: 0.02, presentIn: 0.95) == 51)
    #expect(RealDataBudget(samples: 200).leastPoints(keepingDiversity: 0.66) == 1)
    #expect(RealDataBudget(samples: 1000).leastPoints(within: 0.05, parameters: 1) == 10)
    #expect(RealDataBudget(samples: 1000).leastPoints(within: 0.05, parameters: 7) == 70)
    #expect(RealDataBudget(samples: 10).leastPoints(within: 1e-12, parameters: 1) == nil)
  }

  /// Fewer points do not do, at any weight.
  @Test(arguments: UInt64(0)..<40)
  func leastNumbersAreLeast(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let weighting: RealDataBudget.Weighting =
      [.each(1), .best, .each(random.logUniform(0.2, 30))][Int(seed % 3)]
    let budget = RealDataBudget(samples: Int(random.logUniform(1, 2000)), weighting: weighting)
    let diversity = random.uniform(0.3, 0.99)
    let kept = try #require(budget.leastPoints(keepingDiversity: diversity))
    #expect(budget.share(points: kept, truth: 0.2).diversity >= diversity - 1e-14)
    #expect(
      kept == 1 || budget.share(points: kept - 1, truth: 0.2).diversity < diversity + 1e-14)
    let (truth, part) = (random.logUniform(0.005, 0.3), random.uniform(0.3, 0.99))
    let present = try #require(budget.leastPoints(truth: truth, presentIn: part))
    let absences = (max(1, present - 12)...(present + 12)).map {
      budget.share(points: $0, truth: truth).absence.probability
    }
    #expect(zip(absences, absences.dropFirst()).allSatisfy { $0 > $1 }, "more points, more often")
    let place = present - max(1, present - 12)
    #expect(absences[place] <= 1 - part && (present == 1 || absences[place - 1] > 1 - part))
  }

  /// Above 50000 samples the approximation says where to look.
  @Test func leastNumberForManySamples() {
    let budget = RealDataBudget(samples: 60_000)
    let least = budget.leastPoints(truth: 0.1, presentIn: 0.9) ?? 0
    #expect(least > 1)
    #expect(budget.share(points: least, truth: 0.1).absence.probability <= 0.1)
    #expect(budget.share(points: least - 1, truth: 0.1).absence.probability > 0.1)
  }

  /// No other weight keeps more, and the formula of the best is that of the literature.
  @Test(arguments: UInt64(0)..<30)
  func bestWeights(seed: UInt64) {
    var random = SplitMix(state: seed)
    let samples = Int(random.logUniform(1, 5000))
    let points = Int(random.logUniform(1, 500))
    let best = RealDataBudget(samples: samples, weighting: .best).share(points: points, truth: 0.3)
    let b = RealWeight.bestShare(samples: samples, points: points)
    #expect(abs(best.realShare - b) < 1e-14)
    #expect(abs(best.relativeVariance - b / Double(points)) < 1e-14)
    for factor in [0.5, 0.98, 1.02, 2] {
      let other = AnchoredShare(
        samples: samples, points: points, weight: factor * best.weight, truth: 0.3)
      #expect(other.relativeVariance > best.relativeVariance)
    }
    let k = Double(points) / Double(samples)
    let golden = RealWeight.goldenShare(samples: samples, points: points)
    #expect(abs(golden - ((k * k + 4 * k).squareRoot() - k) / 2) < 1e-12)
    let weight = RealWeight.weight(samples: samples, points: points, share: golden)
    let weighted = AnchoredShare(
      samples: samples, points: points, weight: weight, truth: 0.3)
    #expect(abs(weighted.price(parameters: 3) - 3 * golden / Double(points)) < 1e-12)
  }

  @Test func goldenRatio() {
    for (samples, quadratic, expected) in [
      (100, 0.0, 0.6180339887), (100, -1, 0.6169766494), (100, 2, 0.6201389791),
      (10, -1, 0.6073173444),
    ] {
      let b = RealWeight.bestShare(samples: samples, points: samples, quadratic: quadratic)
      #expect(abs(b - expected) < 1e-10)
    }
  }

  /// The limit law of several symbols has the price D/(2K) and the effective symbols of the formulas here.
  @Test func limitOfManySamples() {
    let truth = [0.1, 0.2, 0.3, 0.4]
    for points in [1, 3, 20] {
      let law = DirichletLimit(truth: truth, points: Double(points))
      let both = law.forwardDivergence + law.reverseDivergence
      let share = AnchoredShare(samples: 1_000_000_000, points: points, truth: truth[0])
      #expect(abs(both - PriceOfPoints.limit(parameters: 3, points: Double(points))) < 1e-12)
      #expect(abs(share.price(parameters: 3) / both - 1) < 1e-7)
      #expect(abs(share.effectiveSymbols - Double(2 * points + 1)) < 1e-5)
    }
  }

  /// Three symbols, weighted, as a program would do it.
  @Test func simulatedSymbols() {
    var random = SplitMix(state: 1)
    let (samples, points, weight) = (12, 2, 3.0)
    let truth = [0.05, 0.35, 0.6]
    let (total, generations) = (Double(samples) + weight * Double(points), 200_000)
    var model = truth
    var (squares, absent) = (0.0, 0)
    func draw(_ law: [Double]) -> Int {
      let u = Double.random(in: 0..<1, using: &random)
      return u < law[0] ? 0 : u < law[0] + law[1] ? 1 : 2
    }
    for _ in 0..<generations {
      var next = [0.0, 0.0, 0.0]
      for _ in 0..<samples { next[draw(model)] += 1 / total }
      for _ in 0..<points { next[draw(truth)] += weight / total }
      model = next
      squares += model.reduce(0) { $0 + $1 * $1 }
      if model[0] == 0 { absent += 1 }
    }
    let share = AnchoredShare(samples: samples, points: points, weight: weight, truth: truth[0])
    let variety = 1 - truth.reduce(0) { $0 + $1 * $1 }
    let expected = 1 - variety * share.diversity
    // Correlated over 1/b = 3 generations: five standard errors or so.
    #expect(abs(squares / Double(generations) - expected) < 5e-3)
    #expect(abs(Double(absent) / Double(generations) - share.absence.probability) < 1e-2)
    #expect(expected >= 1 / share.effectiveSymbols)
    // Neither that of plain points nor that of the closed loop.
    let plain = AnchoredShare(samples: samples, points: points, truth: truth[0])
    #expect(abs(plain.absence.probability - share.absence.probability) > 2e-2)
  }

  /// The part of the noise that real points add is that of the variance without it.
  @Test func noise() {
    let plain = AnchoredShare(samples: 1000, points: 1, truth: 0.3)
    let best = RealDataBudget(samples: 1000, weighting: .best).share(points: 1, truth: 0.3)
    #expect(plain.noiseFromPoints < 0.002 && best.noiseFromPoints > 0.4)
    #expect(best.diversity > 0.96 && best.relaxationTime < 35)
  }
}
