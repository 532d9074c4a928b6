import Families
import Foundation
import NumericalMethods
import Testing
import Theory
import _TestSupport

@Suite struct StationaryLawTests {
  static let coupled = CoupledSpins(spins: 10)
  static let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [2, 2])

  static func law(_ name: String) throws -> StationaryLaw<GaussianPrior<CoupledSpins>> {
    let count = name == "ii" ? 0.0 : 1
    return try StationaryLaw(
      family: coupled, prior: prior,
      external: SufficientStatistics(sum: count * coupled.statistic(ofLevel: 0), count: count))
  }

  @Test func momentsAgreeWithReference() throws {
    for row in try Golden("stationary-coupled", in: .module).rows {
      let law = try Self.law(row["case"]!)
      for component in 0..<2 {
        let marginal = law.marginal(of: component)
        let (mean, variance) = (marginal.mean, marginal.variance)
        #expect(abs(mean.value - row.number("mean\(component + 1)")) < 1e-9, "\(row)")
        #expect(abs(variance.value - row.number("var\(component + 1)")) < 1e-9, "\(row)")
        #expect(mean.error < 1e-8 && variance.error < 1e-8)
      }
    }
  }

  @Test func marginalsAgreeWithReference() throws {
    let laws = ["ii": try Self.law("ii"), "iii": try Self.law("iii")]
    let densities = laws.mapValues { law in [law.marginal(of: 0), law.marginal(of: 1)] }
    for row in try Golden("stationary-coupled-marginals", in: .module).rows {
      let density = densities[row["case"]!]![row.integer("parameter") - 1]
      #expect(abs(density(row.number("theta")) - row.number("density")) < 1e-10, "\(row)")
    }
  }

  /// Anchored spins: Beta in the frequency, here with the density of θ integrated numerically.
  @Test(arguments: [(10, 1.0, -6.0), (1, 1.0, 0), (3, 2.5, 1.2), (10, 0.05, 3)])
  func anchoredSpinsAreBeta(spins: Int, count: Double, mean: Double) throws {
    let density = try StationaryLaw(
      family: IndependentSpins(spins: spins),
      external: SufficientStatistics(sum: count * mean, count: count)
    ).density()
    let x0 = (1 + mean / Double(spins)) / 2
    let weight = 2 * Double(spins) * count
    for θ in [-2.0, -0.7, 0, 0.3, 1.4] {
      let x = 1 / (1 + exp(-2 * θ))
      let expected = ContinuousLaw.betaCumulative(weight * x0, weight * (1 - x0), at: x)
      let found = density.cumulative(θ)
      #expect(abs(found.value - expected) < max(1e-10, 3 * found.error), "\(θ)")
      #expect(found.error < 1e-8)
    }
    // Proper to the end of both tails.
    let whole = density.probability(from: -.infinity, to: .infinity)
    #expect(abs(whole.value - 1) < 1e-12)
  }

  /// Poisson with the exponential prior: Gamma in the rate.
  @Test(arguments: [(1.0, 0.0), (1, 1), (0.25, 0), (0.25, 1)])
  func anchoredPoissonIsGamma(truth: Double, rate: Double) throws {
    let density = try StationaryLaw(
      family: PoissonFamily(), prior: ExponentialPrior(rate: rate),
      external: SufficientStatistics(sum: truth, count: 1)
    ).density()
    for ϑ in [0.05, 0.3, 1, 2.5] {
      let expected = ContinuousLaw.gammaCumulative(shape: 2 * truth, rate: 2 * (1 + rate), at: ϑ)
      #expect(abs(density.cumulative(log(ϑ)).value - expected) < 1e-9)
    }
  }

  /// A Laplace prior alone: the density is its square.
  @Test func laplacePriorIsSquared() throws {
    let density = try StationaryLaw(
      family: IndependentSpins(spins: 5),
      prior: LaplacePrior<IndependentSpins>(centre: 0.3, penalty: 1.5),
      external: SufficientStatistics(sum: 0, count: 0)
    ).density()
    #expect(abs(density(0.3) - 1.5) < 1e-8)
    #expect(abs(density.mean.value - 0.3) < 1e-8)
    #expect(abs(density.variance.value - 2 / 9.0) < 1e-8)
  }

  // MARK: - Existence

  @Test func existenceFollowsTheory() {
    func exists<P: Prior>(_ family: P.Family, _ prior: P, _ sum: P.Family.Vector, _ count: Double)
      -> Bool
    {
      (try? StationaryLaw(
        family: family, prior: prior, external: P.Family.Statistics(sum: sum, count: count)))
        != nil
    }
    let spins = IndependentSpins(spins: 10)
    let flat = FlatPrior<IndependentSpins>()
    #expect(!exists(spins, flat, 0, 0))
    #expect(exists(spins, flat, -6, 1))
    #expect(exists(spins, flat, -9.999, 1))
    #expect(!exists(spins, flat, -10, 1) && !exists(spins, flat, 20, 2))
    #expect(exists(spins, GaussianPrior(mean: 0, variance: 2), 0, 0))
    #expect(exists(spins, GaussianPrior(mean: 0, variance: 2), -10, 1))
    #expect(exists(spins, LaplacePrior(centre: 0, penalty: 1), 0, 0))
    let pull = ConjugatePrior<IndependentSpins>(SufficientStatistics(sum: -0.1, count: 0.01))
    let push = ConjugatePrior<IndependentSpins>(SufficientStatistics(sum: 4, count: 1))
    #expect(!exists(spins, pull, 0, 0) && !exists(spins, pull, -10, 1))
    #expect(exists(spins, pull, 9, 1) && exists(spins, push, -10, 1) && exists(spins, push, 0, 0))
    // One fixed point of the coupled model is a vertex; two that share no edge are not.
    let coupledFlat = FlatPrior<CoupledSpins>()
    let one = Self.coupled.statistic(ofLevel: 0)
    #expect(!exists(Self.coupled, coupledFlat, one, 1))
    #expect(!exists(Self.coupled, coupledFlat, one + Self.coupled.statistic(ofLevel: 2), 2))
    #expect(exists(Self.coupled, coupledFlat, one + Self.coupled.statistic(ofLevel: 4), 2))
    #expect(exists(Self.coupled, Self.prior, one, 1))
    // The exponential prior pulls to the boundary.
    for rate in [0.0, 1, 100] {
      #expect(!exists(PoissonFamily(), ExponentialPrior(rate: rate), 0, 0))
      #expect(exists(PoissonFamily(), ExponentialPrior(rate: rate), 0.25, 1))
    }
  }

  @Test func reasonsAreGiven() {
    let spins = IndependentSpins(spins: 10)
    func reason(_ sum: Double, _ count: Double) -> String {
      do {
        _ = try StationaryLaw(
          family: spins, external: SufficientStatistics(sum: sum, count: count))
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(reason(0, 0).contains("without a prior or external data"))
    #expect(reason(-10, 1).contains("boundary") && reason(-10, 1).hasSuffix("all spins down"))
    #expect(reason(-11, 1).contains("cannot come from this family"))
  }
}

/// Exact laws at finite M against independent linear algebra.
@Suite struct FiniteStationaryTests {
  @Test func anchoredBernoulliAgreesWithReference() throws {
    for row in try Golden("anchored-bernoulli", in: .module).rows {
      let chain = AnchoredSpinsChain(
        spins: 1, samples: row.integer("samples"),
        external: .fresh(points: row.integer("external"), frequency: row.number("truth")))
      let law = try chain.stationaryProbabilities()
      let n = Double(chain.size)
      let mean = law.enumerated().reduce(0) { $0 + $1.element * Double($1.offset) / n }
      let variance = law.enumerated().reduce(0) {
        $0 + $1.element * (Double($1.offset) / n - mean) * (Double($1.offset) / n - mean)
      }
      let quarter = law.prefix { _ in true }.enumerated().reduce(0) {
        $0 + (4 * $1.offset <= chain.size ? $1.element : 0)
      }
      #expect(abs(mean - row.number("mean")) < 1e-11, "\(row)")
      #expect(abs(variance - row.number("variance")) < 1e-11, "\(row)")
      #expect(abs(chain.stationaryVariance - row.number("variance")) < 1e-12, "\(row)")
      #expect(abs(law[0] - row.number("atom")) < 1e-11, "\(row)")
      #expect(abs(quarter - row.number("cdf_quarter")) < 1e-11, "\(row)")
    }
  }

  /// One fixed point at S = −6 with N = 10 and M = 50, the case i of Figure 2.
  @Test func fixedPointOfFigureTwo() throws {
    let chain = AnchoredSpinsChain(spins: 10, samples: 50, external: .fixed(points: 1, up: 2))
    #expect(abs(chain.stationaryVariance - 0.00754717) < 1e-8)
    let law = try chain.stationaryProbabilities()
    let n = Double(chain.size)
    let mean = law.enumerated().reduce(0) { $0 + $1.element * Double($1.offset) / n }
    let square = law.enumerated().reduce(0) {
      $0 + $1.element * Double($1.offset) * Double($1.offset) / (n * n)
    }
    #expect(abs(mean - 0.2) < 1e-11)
    #expect(abs(square - mean * mean - chain.stationaryVariance) < 1e-11)
    // The points from outside are always there.
    #expect(law[0] == 0 && law[1] < 1e-15 && law[chain.size] < 1e-15)
  }

  @Test func poissonAgreesWithReference() throws {
    for row in try Golden("poisson-stationary", in: .module).rows {
      let law = PoissonStationaryLaw(
        samples: row.integer("samples"), external: 1, truth: row.number("truth"),
        rate: row.number("rate"))
      let probabilities = law.probabilities()
      #expect(abs(law.atom - row.number("atom")) < 1e-13, "\(row)")
      for (k, column) in [(0, "atom"), (1, "p1"), (10, "p10"), (200, "p200")] {
        let probability = k < probabilities.count ? probabilities[k] : 0
        #expect(abs(probability - row.number(column)) < 1e-12, "\(row) \(k)")
      }
      #expect(abs(probabilities.reduce(0, +) - 1) < 3e-12)
      #expect(abs(law.mean * law.divisor - row.number("mean")) < 1e-9)
      let variance = law.variance * law.divisor * law.divisor
      #expect(abs(variance / row.number("variance") - 1) < 1e-10)
    }
  }

  @Test func coupledAbsorptionAgreesWithReference() throws {
    let rows = try Golden("coupled-absorption", in: .module).rows
    for (spins, mean) in [(2, 14.2215132), (3, 16.2647335)] {
      let absorption = try CoupledSpinsChain(spins: spins, samples: 10).absorption(from: [0, 0])
      #expect(abs(absorption.meanTime - mean) < 1e-7)
      for row in rows where row.integer("spins") == spins {
        let level = (row.integer("level") + spins) / 2
        #expect(abs(absorption.levels[level] - row.number("probability")) < 1e-10, "\(row)")
        #expect(abs(absorption.meanTime - row.number("mean_time")) < 1e-8, "\(row)")
      }
    }
  }

  /// Whether a Beta prior has a law hangs on its pseudo-spins and those of the data together.
  @Test func betaPriorsHaveALawWhereBothKindsOfSpinsAreHeld() throws {
    let family = IndependentSpins(spins: 10)
    func reason(_ prior: BetaPrior<IndependentSpins>, _ sum: Double, _ count: Double) -> String {
      do {
        let law = try StationaryLaw(
          family: family, prior: prior, external: SufficientStatistics(sum: sum, count: count))
        return law.reason
      } catch { return error.reason }
    }
    #expect(reason(.jeffreys(in: .natural), 0, 0).contains("is interior"))
    #expect(reason(.jeffreys(in: .arcsine), 0, 0).contains("nothing holds"))
    #expect(reason(.jeffreys(in: .mean), 0, 0).contains("drives the parameter"))
    // Half a spin of each less than five up and five down.
    #expect(reason(.jeffreys(in: .mean), 0, 1).contains("is interior"))
    // Pseudo-spins of one kind only.
    #expect(
      reason(BetaPrior<IndependentSpins>(up: 1, down: 3, in: .mean), 0, 0).contains(
        "all spins down"))
    // One up for one down.
    #expect(
      reason(BetaPrior<IndependentSpins>(up: 1.5, down: 0.5, in: .mean), 0, 0).contains("drives"))
  }
}
