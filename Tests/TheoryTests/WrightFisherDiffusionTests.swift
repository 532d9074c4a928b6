import Foundation
import Testing
import Theory

/// X2: the limit law of the absorption time.
@Suite struct WrightFisherDiffusionTests {
  @Test(arguments: [
    (0.5, "0.1333879369"), (1, "0.4503495361"), (2, "0.7970024513"), (4, "0.9725265417"),
  ])
  func printedValues(τ: Double, printed: String) {
    let value = WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.5)
    #expect(String(format: "%.10f", value) == printed)
  }

  @Test(arguments: [0.5, 0.1, 0.003])
  func isADistributionWithTheRightMean(p: Double) {
    let step = 0.001
    var mean = 0.0
    var last = 0.0
    for i in 0..<60_000 {
      let value = WrightFisherDiffusion.absorptionTimeDistribution(
        at: (Double(i) + 0.5) * step, from: p)
      #expect(value >= last - 1e-14 && value <= 1)
      last = value
      mean += (1 - value) * step
    }
    #expect(abs(mean - WrightFisherDiffusion.meanAbsorptionTime(from: p)) < 1e-5)
  }

  /// The density is the slope of the distribution function.
  @Test(arguments: [0.5, 0.1], [0.05, 0.3, 1, 3])
  func densityIsTheDerivative(p: Double, τ: Double) {
    func law(_ τ: Double) -> Double {
      WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: p)
    }
    let h = 1e-4 * τ
    let slope = (8 * (law(τ + h) - law(τ - h)) - law(τ + 2 * h) + law(τ - 2 * h)) / (12 * h)
    let density = WrightFisherDiffusion.absorptionTimeDensity(at: τ, from: p)
    #expect(abs(density - slope) < 1e-8)
    #expect(WrightFisherDiffusion.absorptionTimeDensity(at: 1e-5, from: 0.5) == 0)
  }

  /// The whole law of a finite population comes earlier than the limit, by ever so little more than the
  /// population grows: with the logarithm of n, not in proportion to 1/n.
  @Test(arguments: [0.5, 1, 2])
  func theLeadGrowsWithTheLogarithm(τ: Double) {
    let limit = WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.5)
    let excess = [50, 100, 200, 400].map { n in
      let law = WrightFisherChain(population: n)
        .absorptionTimeDistribution(from: 0.5, generations: Int(τ * Double(n)))
      return Double(n) * (law.last! - limit)
    }
    let growth =
      WrightFisherDiffusion.meanDeficitPerDoubling
      * WrightFisherDiffusion.absorptionTimeDensity(at: τ, from: 0.5)
    let errors = zip(excess, excess.dropFirst()).map { abs($1 - $0 - growth) }
    #expect(errors[2] < 0.05 * growth && errors[2] < errors[1] && errors[1] < errors[0])
  }

  @Test func isSymmetric() {
    for τ in [0.05, 0.4, 3] {
      let a = WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.2)
      let b = WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: 0.8)
      #expect(abs(a - b) < 1e-15)
    }
  }

  /// No noise of the series shows where the probability is zero to all digits.
  @Test(arguments: [0.5, 0.1, 0.01])
  func shortTimesAreMonotone(p: Double) {
    let values = (0...4000).map {
      WrightFisherDiffusion.absorptionTimeDistribution(at: pow(10, -7 + Double($0) / 500), from: p)
    }
    #expect(values[0] == 0)
    #expect(zip(values, values.dropFirst()).allSatisfy { $1 >= $0 - 1e-12 })
    #expect(values.first { $0 > 0 }! < 1e-12)
  }

  @Test func ends() {
    #expect(WrightFisherDiffusion.absorptionTimeDistribution(at: 0, from: 0) == 1)
    #expect(WrightFisherDiffusion.absorptionTimeDistribution(at: 0, from: 0.5) == 0)
    #expect(WrightFisherDiffusion.absorptionTimeDistribution(at: 1e-5, from: 0.5) == 0)
    #expect(WrightFisherDiffusion.meanAbsorptionTime(from: 0.5) == 2 * log(2))
    #expect(WrightFisherDiffusion.meanAbsorptionTime(from: 1) == 0)
  }

  /// The chain approaches the limit; the deficit of the mean grows by (ln 2)/3 a doubling.
  @Test func theChainApproachesTheLimit() throws {
    let deficits = try [200, 400, 800].map { n in
      Double(n) * WrightFisherDiffusion.meanAbsorptionTime(from: 0.5)
        - (try WrightFisherChain(population: n).meanAbsorptionTime(from: 0.5))
    }
    let predicted = WrightFisherDiffusion.meanDeficitPerDoubling
    let first = deficits[1] - deficits[0] - predicted
    let second = deficits[2] - deficits[1] - predicted
    #expect(abs(first) < 1e-3)
    // What is left is O(1/n).
    #expect(abs(second / first - 0.5) < 0.05)
  }
}
