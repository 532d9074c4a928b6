import Families
import Foundation
import Testing
import _TestSupport

/// A mode seen in another coordinate is the highest point of the density there, also at the end of the family, at
/// a kink, and where very few data are taken away by the coordinate.
@Suite(.inTurn(.other)) struct CoordinateModeTests {
  /// Parameters of every size, of either sign.
  static let grid: [Double] = {
    let sizes = stride(from: -6.0, through: 1.8, by: 0.01).map { pow(10, $0) }
    return [0] + sizes + sizes.map { -$0 }
  }()

  /// How far the density at some model is above that at the mode, in logarithms; a vertex is approached along
  /// the grid.
  static func excess<P: Prior>(
    _ prior: P, of mode: P.Family.Member, _ data: P.Family.Statistics, in family: P.Family
  ) -> Double where P.Family: QuadraticVarianceFamily {
    func value(_ θ: Double) -> Double {
      data.sum * θ - data.count * family.logPartition(at: θ)
        + prior.logDensity(at: θ, in: family)
    }
    let values = grid.filter(family.admits).sorted().map(value).filter { !$0.isNaN }
    if let θ = mode.naturalParameter { return values.max()! - value(θ) }
    let isUpper = mode.meanParameter == family.support.upperBound
    return values.max()! - (isUpper ? values.last! : values.first!)
  }

  /// The failures of modes with priors of all kinds.
  ///
  /// - Parameter planted: the coordinate that the program takes for each.
  static func failures<F: QuadraticVarianceFamily>(
    _ family: F, means: [Double], planted: (PriorCoordinate) -> PriorCoordinate = { $0 }
  ) -> [String] {
    var failures: [String] = []
    func check<B: Prior>(_ base: B) where B.Family == F {
      for coordinate in [PriorCoordinate.natural, .arcsine, .mean] {
        for mean in means {
          for count in [1.0, 2, 3, 10] where (mean * count).rounded() == mean * count {
            let data = F.Statistics(sum: mean * count, count: count)
            do throws(EstimationError) {
              let mode = try CoordinatePrior(base, in: planted(coordinate)).posteriorMode(
                given: data, in: family)
              let excess = excess(
                CoordinatePrior(base, in: coordinate), of: mode, data, in: family)
              if excess > 1e-8 { failures.append("\(base) in \(coordinate), \(data): \(mode)") }
            } catch {
              // One success and one failure leave a flat density of p as it is.
              if !(base is FlatPrior<F> && coordinate == .mean && count <= 2) {
                failures.append("\(base) in \(coordinate), \(data): \(error)")
              }
            }
          }
        }
      }
    }
    check(FlatPrior<F>())
    check(ConjugatePrior<F>(F.Statistics(sum: 1.6 * means.last!, count: 4)))
    for centre in [0.0, -0.7] {
      for scale in [0.4, 0.9, 1.5, 3] {
        check(LaplacePrior<F>(centre: centre, penalty: scale))
        check(GaussianPrior<F>(mean: centre, variance: scale * scale * scale))
      }
    }
    return failures
  }

  @Test func modesAreTheHighestPoints() {
    let failures = [
      Self.failures(BinomialFamily.bernoulli, means: [0, 0.5, 1]),
      Self.failures(BinomialFamily(trials: 2), means: [0, 1, 2]),
      Self.failures(IndependentSpins(spins: 1), means: [-1, 1]),
      Self.failures(IndependentSpins(spins: 2), means: [-2, 0, 2]),
      Self.failures(PoissonFamily(), means: [0, 1, 2]),
      Self.failures(NegativeBinomial(size: 2), means: [0, 1, 3]),
      Self.failures(GammaKnownShape(shape: 2), means: [1, 3]),
      Self.failures(GaussianKnownVariance(variance: 2), means: [-1, 0, 2]),
    ].flatMap(\.self)
    #expect(failures.isEmpty, "\(failures.prefix(5)), \(failures.count) in all")
  }

  /// One coordinate taken for another is found out.
  @Test func theCheckHasTeeth() {
    #expect(
      !Self.failures(BinomialFamily.bernoulli, means: [0, 0.5, 1]) { _ in .natural }.isEmpty)
    #expect(!Self.failures(PoissonFamily(), means: [0, 1, 2]) { _ in .arcsine }.isEmpty)
  }

  /// A conjugate prior of κ pseudo-points is a Beta prior, whatever the coordinate and however few the data.
  @Test(arguments: [PriorCoordinate.natural, .arcsine, .mean], [1.0, 2, 5])
  func conjugateIsBeta(coordinate: PriorCoordinate, count: Double) throws {
    let family = BinomialFamily.bernoulli
    let conjugate = CoordinatePrior(
      ConjugatePrior<BinomialFamily>(SufficientStatistics(sum: 1.6, count: 4)), in: coordinate)
    let beta = BetaPrior<BinomialFamily>(up: 1.6, down: 2.4, in: coordinate)
    for sum in stride(from: 0, through: count, by: 1) {
      let data = SufficientStatistics(sum: sum, count: count)
      let (a, b) = (
        try conjugate.posteriorMode(given: data, in: family),
        try beta.posteriorMode(given: data, in: family)
      )
      #expect(abs(a.up - b.up) < 1e-15 && a.face == b.face)
    }
  }

  /// No counts, and a Laplace prior in ln ϑ that is flatter than 1/ϑ: the density of ϑ rises towards 0.
  @Test func aDensityThatRisesTowardsTheVertexHasItsModeThere() throws {
    let family = PoissonFamily()
    func mode(_ penalty: Double, sum: Double) throws -> PoissonFamily.Member {
      try CoordinatePrior(LaplacePrior<PoissonFamily>(centre: 0, penalty: penalty), in: .mean)
        .posteriorMode(given: SufficientStatistics(sum: sum, count: 4), in: family)
    }
    for penalty in [0.3, 1] { #expect(try mode(penalty, sum: 0).face == .zero) }
    // −4ϑ − ln ϑ + 3 ln ϑ, below the centre.
    #expect(abs(try mode(3, sum: 0).rate - 0.5) < 1e-12)
    // The same with one count more is at the kink.
    #expect(abs(try mode(4, sum: 1).rate - 1) < 1e-12)
  }
}
