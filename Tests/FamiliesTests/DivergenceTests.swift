import Families
import Testing
import _TestSupport

/// Divergences against values to 18 digits, of models close to one another, far apart, and far from the origin.
@Suite struct DivergenceTests {
  static let rows = try! Golden("divergences", in: .module).rows

  /// A row of the reference.
  struct Pair {
    let setting: Double
    let p: [Double]
    let q: [Double]

    init(_ row: [String: String]) {
      func numbers(_ column: String) -> [Double] {
        row[column]!.split(separator: ";").map { Double($0)! }
      }
      (setting, p, q) = (row.number("setting"), numbers("p"), numbers("q"))
    }

    /// The divergence between the members that `member` makes of the numbers.
    func divergence<F: ExponentialFamily>(
      _ family: F, _ member: ([Double]) throws -> F.Member
    ) rethrows -> Double {
      family.klDivergence(from: try member(p), to: try member(q))
    }

    func divergence(of family: String) throws -> Double? {
      switch family {
      case "binomial":
        let family = BinomialFamily(trials: Int(setting))
        return divergence(family) { family.member(probability: $0[0]) }
      case "poisson": return divergence(PoissonFamily()) { PoissonFamily().member(rate: $0[0]) }
      case "negative-binomial":
        let family = NegativeBinomial(size: setting)
        return divergence(family) { family.member(mean: $0[0]) }
      case "gamma":
        let family = GammaKnownShape(shape: setting)
        return divergence(family) { family.member(mean: $0[0]) }
      case "gaussian-mean":
        let family = GaussianKnownVariance(variance: setting)
        return divergence(family) { family.member(mean: $0[0]) }
      case "gaussian":
        return divergence(GaussianFamily()) {
          GaussianFamily().member(mean: $0[0], variance: $0[1])
        }
      case "gamma-shape":
        return divergence(GammaFamily()) { GammaFamily().member(mean: $0[0], shape: $0[1]) }
      case "categorical":
        let family = Categorical(symbols: p.count)
        return divergence(family) { family.member(probabilities: $0) }
      case "coupled-spins":
        let family = CoupledSpins(spins: Int(setting))
        return divergence(family) { family.member(at: SIMD2($0[0], $0[1])) }
      case "coupled-spins-face":
        let family = CoupledSpins(spins: Int(setting))
        var data = SufficientStatistics(sum: SIMD2<Double>(), count: 0)
        for k in stride(from: 0, to: p.count, by: 2) {
          let level = family.statistic(ofLevel: Int(p[k]))
          data = data + SufficientStatistics(sum: 4 * p[k + 1] * level, count: 4 * p[k + 1])
        }
        return family.klDivergence(
          from: try family.maximumLikelihood(data), to: family.member(at: SIMD2(q[0], q[1])))
      default: return nil
      }
    }
  }

  @Test(arguments: rows)
  func agreesWithReference(_ row: [String: String]) throws {
    let found = try #require(try Pair(row).divergence(of: row["family"]!), "\(row)")
    let expected = row.number("divergence")
    // Of spins, levels are known to the rounding of exponents of some hundred.
    let rounding = row["family"]!.hasPrefix("coupled-spins") ? 1e-11 : 1e-12
    #expect(abs(found - expected) <= rounding * expected, "\(row): \(found)")
  }

  /// Where a model has lost what another has.
  @Test func whatIsLostIsInfinitelyFar() {
    let symbols = Categorical(symbols: 3)
    let (all, two) = (
      symbols.member(probabilities: [1, 1, 1]), symbols.member(probabilities: [0, 1, 1])
    )
    #expect(symbols.klDivergence(from: all, to: two) == .infinity)
    #expect(
      symbols.klDivergence(from: two, to: symbols.member(probabilities: [1, 1, 0])) == .infinity)
    let spins = CoupledSpins(spins: 4)
    let (inside, level) = (spins.member(at: [0.1, 0.2]), spins.member(atLevel: 2))
    #expect(spins.klDivergence(from: inside, to: level) == .infinity)
    #expect(spins.klDivergence(from: level, to: spins.member(atLevel: 0)) == .infinity)
    #expect(spins.klDivergence(from: level, to: level) == 0)
    let times = GammaKnownShape.exponential
    #expect(times.klDivergence(from: times.member(mean: 1), to: times.member(mean: 0)) == .infinity)
    let trials = BinomialFamily(trials: 2)
    let (half, none) = (trials.member(probability: 0.5), trials.member(probability: 0))
    #expect(trials.klDivergence(from: half, to: none) == .infinity)
  }

  /// A variance far below any double.
  @Test func gaussiansBelowDoublesHaveDivergences() throws {
    let family = GaussianFamily()
    func narrow(_ factor: Double) throws -> GaussianFamily.Member {
      let scatter = (0..<6).reduce(ScaledNumber(factor)) { number, _ in 1e-100 * number }
      return try family.maximumLikelihood(GaussianStatistics(count: 1, centre: 3, scatter: scatter))
    }
    let (p, q, wide) = (try narrow(1), try narrow(2), family.member(mean: 3, variance: 1))
    #expect(abs(family.klDivergence(from: p, to: q) / 0.09657359027997265 - 1) < 1e-12)
    // ½(600 ln 10 − 1).
    #expect(abs(family.klDivergence(from: p, to: wide) / 690.2755278982137 - 1) < 1e-14)
    #expect(family.klDivergence(from: wide, to: p) == .infinity)
  }
}
