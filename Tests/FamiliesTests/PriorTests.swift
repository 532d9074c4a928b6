import Families
import Foundation
import Testing

/// What each prior does to an estimate, by the condition that its mode obeys.
@Suite struct PriorTests {
  static let spins = IndependentSpins(spins: 5)

  /// `n(φ̄ − μ(θ)) = (θ − mean)/variance`, for counts and for spins, and off zero.
  @Test(arguments: [-5.0, 0.6, 4], [-1.5, 0, 2])
  func gaussianPullBalancesTheData(sum: Double, mean: Double) throws {
    let data = SufficientStatistics(sum: sum, count: 1)
    let prior = GaussianPrior<IndependentSpins>(mean: mean, variance: 0.7)
    let θ = try #require(try prior.posteriorMode(given: data, in: Self.spins).naturalParameter)
    #expect(abs(sum - Self.spins.meanParameter(at: θ) - (θ - mean) / 0.7) < 1e-9)

    let counts = SufficientStatistics(sum: sum + 5, count: 3)
    let rate = GaussianPrior<PoissonFamily>(mean: mean, variance: 0.7)
    let η = try #require(
      try rate.posteriorMode(given: counts, in: PoissonFamily()).naturalParameter)
    #expect(abs(counts.sum - 3 * exp(η) - (η - mean) / 0.7) < 1e-9)
  }

  /// Waiting times may be given in any unit.
  @Test(arguments: [1e-6, 1, 1e3, 1e6])
  func modesDoNotDependOnTheUnit(unit: Double) throws {
    let data = ScaledStatistics(sum: 4 * unit, count: 4)
    let prior = GaussianPrior<GammaKnownShape>(
      mean: -2 / unit, variance: 0.01 / (unit * unit))
    let mode = try prior.posteriorMode(given: data, in: GammaKnownShape.exponential)
    // The root of 4 + 4/θ = 100(θ + 2), in units of 1/`unit`.
    let expected = -(196 + (196.0 * 196 + 1600).squareRoot()) / 200 / unit
    #expect(abs(mode.naturalParameter! / expected - 1) < 1e-9)
  }

  /// Data of mean −149 and standard deviation 23 against a prior that pulls far away.
  @Test func gaussianVariablesConvergeOnAnyScale() throws {
    let data = GaussianStatistics(
      sum: SIMD2(-2989.3248216068105, 457673.13276281516), count: 20)
    let prior = GaussianPrior<GaussianFamily>(mean: [40.7, -216.5], variance: [0.67, 0.147])
    let family = GaussianFamily()
    let θ = try #require(try prior.posteriorMode(given: data, in: family).naturalParameter)
    let pull = data.sum - 20.0 * family.meanParameter(at: θ)
    for a in 0..<2 {
      // A sum of squares is known to ten digits of 4e5.
      #expect(abs(pull[a] - (θ[a] - prior.mean[a]) / prior.variance[a]) < 1e-4)
    }
  }

  /// The L2 penalty of ¼ is the prior of variance 2.
  @Test func penaltyAndVarianceAreTheSamePrior() {
    let prior = GaussianPrior<CoupledSpins>(mean: [0, 1], penalty: 0.25)
    #expect(prior.variance == [2, 2] && prior.mean == [0, 1])
    let difference =
      prior.logDensity(at: [1, 1], in: CoupledSpins(spins: 3))
      - prior.logDensity(at: [0, 1], in: CoupledSpins(spins: 3))
    #expect(abs(difference + 0.25) < 1e-15)
  }

  /// The pull of the data is the penalty where θ is off the centre, and less where it is on it.
  @Test(arguments: [-5.0, -0.5, 0.3, 2, 5], [-0.8, 0, 0.4])
  func laplacePullIsBounded(sum: Double, centre: Double) throws {
    let prior = LaplacePrior<IndependentSpins>(centre: centre, penalty: 0.9)
    let mode = try prior.posteriorMode(
      given: SufficientStatistics(sum: sum, count: 1), in: Self.spins)
    let θ = try #require(mode.naturalParameter)
    let pull = sum - Self.spins.meanParameter(at: θ)
    if abs(θ - centre) < 1e-12 {
      #expect(abs(pull) <= 0.9 + 1e-9)
    } else {
      #expect(abs(pull - (θ > centre ? 0.9 : -0.9)) < 1e-9)
    }
  }

  /// κ pseudo-data count like data, also where they save an estimate from the boundary.
  @Test func conjugatePriorsArePseudoData() throws {
    let prior = ConjugatePrior<IndependentSpins>(SufficientStatistics(sum: -0.5, count: 0.5))
    let data = SufficientStatistics(sum: 50.0, count: 10)
    let mode = try prior.posteriorMode(given: data, in: Self.spins)
    #expect(mode.face == nil)
    #expect(abs(mode.meanParameter - 49.5 / 10.5) < 1e-12)
    // ln p₀ has its maximum where the mean is that of the pseudo-data.
    let top = try prior.posteriorMode(
      given: SufficientStatistics(sum: 0, count: 0), in: Self.spins
    ).naturalParameter!
    let here = prior.logDensity(at: top, in: Self.spins)
    for θ in [top - 0.1, top + 0.1] { #expect(prior.logDensity(at: θ, in: Self.spins) < here) }
  }

  /// `ϑ = Σs/(n + λ)`, the maximum in the coordinate ϑ; a rate of zero stays zero.
  @Test func exponentialPriorActsOnTheRate() throws {
    let prior = ExponentialPrior(rate: 1.5)
    func mode(_ sum: Double) throws -> PoissonFamily.Member {
      try prior.posteriorMode(given: SufficientStatistics(sum: sum, count: 4), in: PoissonFamily())
    }
    #expect(try mode(11).rate == 2)
    #expect(try mode(0).face == .zero)
    #expect(throws: EstimationError.noData) {
      try prior.posteriorMode(given: SufficientStatistics(sum: 0, count: 0), in: PoissonFamily())
    }
  }

  /// A Beta prior in a coordinate that ends at the boundary puts data that are all alike on it, exactly,
  /// whatever the number of spins; in the field it keeps them off.
  @Test(arguments: [(1, 10), (7, 17), (11, 5), (15, 17), (22, 65)])
  func betaPriorsKeepTheBoundaryExact(spins: Int, samples: Int) throws {
    let family = IndependentSpins(spins: spins)
    for sign in [1.0, -1] {
      let data = SufficientStatistics(
        sum: sign * Double(spins * samples), count: Double(samples))
      let ends = try [PriorCoordinate.mean, .arcsine].map {
        try BetaPrior<IndependentSpins>.jeffreys(in: $0).posteriorMode(given: data, in: family)
      }
      #expect(ends.allSatisfy { $0.face == (sign > 0 ? .allUp : .allDown) })
      let inside = try BetaPrior<IndependentSpins>.jeffreys(in: .natural).posteriorMode(
        given: data, in: family)
      let n = Double(spins * samples)
      #expect(inside.face == nil)
      #expect(abs(min(inside.up, inside.down) - 0.5 / (n + 1)) < 1e-15)
    }
    #expect(throws: EstimationError.self) {
      try BetaPrior<IndependentSpins>.jeffreys(in: .mean).posteriorMode(
        given: SufficientStatistics(sum: Double(spins + 1), count: 1), in: family)
    }
  }

  /// The mode of a Beta prior is where the gradient of likelihood and prior vanishes.
  @Test(arguments: [PriorCoordinate.natural, .arcsine, .mean])
  func betaPriorsBalanceTheData(coordinate: PriorCoordinate) throws {
    let family = IndependentSpins(spins: 6)
    let prior = BetaPrior<IndependentSpins>(up: 2.5, down: 0.7, in: coordinate)
    let data = SufficientStatistics(sum: -4.0, count: 3)
    let θ = try prior.posteriorMode(given: data, in: family).naturalParameter!
    let score = data.sum - data.count * family.meanParameter(at: θ)
    #expect(abs(score + prior.logDensityGradient(at: θ, in: family)) < 1e-12)
    let h = 1e-5
    let slope =
      (prior.logDensity(at: θ + h, in: family) - prior.logDensity(at: θ - h, in: family)) / (2 * h)
    #expect(abs(slope - prior.logDensityGradient(at: θ, in: family)) < 1e-8)
  }
}
