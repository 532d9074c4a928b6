import Families
import Randomness
import Testing

/// The solver finds an estimate for whatever the loop may show it.
@Suite struct CoupledSpinsSolverTests {
  typealias Data = SufficientStatistics<SIMD2<Double>>

  /// Samples of many sizes from models all over the plane, many of them next to the boundary.
  static func samples(_ spins: Int, count: Int) -> [Data] {
    let family = CoupledSpins(spins: spins)
    var stream = RandomStream(key: StreamKey(rootSeed: 8).child("samples \(spins)"))
    return (0..<count).map { index in
      let size = [3, 5, 20, 50, 400, 100_000][index % 6]
      let field = 6 * stream.nextUnit() - 3
      let coupling = 60 * stream.nextUnit() - 50
      let model = family.member(at: [field, index.isMultiple(of: 2) ? coupling : coupling / 20])
      let sum = family.drawSum(of: size, from: model, using: &stream)
      return Data(sum: sum, count: Double(size))
    }
  }

  /// The model of an estimate has the mean statistic it was made from, in the interior or on a face.
  @Test(arguments: [2, 3, 10, 20, 75])
  func estimatesHaveTheirMean(spins: Int) throws {
    let family = CoupledSpins(spins: spins)
    let scale = Double(spins * spins)
    var inside = 0
    for data in Self.samples(spins, count: 6000) {
      let member = try family.maximumLikelihood(data)
      if member.face == nil { inside += 1 }
      let error = member.meanParameter - data.mean
      #expect(abs(error.x) < 1e-9 * scale && abs(error.y) < 1e-9 * scale, "\(data)")
    }
    #expect(inside > 1000 && inside < 6000)
  }

  /// Two far modes of many spins: weights fall out of range between them and rise again.
  @Test(arguments: [200, 400, 1000, 10_000], [0.5, 0.95])
  func bimodalSamplesOfManySpinsHaveTheirMean(spins: Int, up: Double) throws {
    let family = CoupledSpins(spins: spins)
    let high = (1000 * up).rounded()
    let parts = [(spins, high - 1), (spins - 2, 1), (-spins, 1000 - high)]
    let data = parts.map { level, count in
      Data(sum: count * family.statistic(ofLevel: level), count: count)
    }.reduce(Data(sum: [0, 0], count: 0), +)
    let member = try family.maximumLikelihood(data)
    #expect(member.face == nil)
    let error = member.meanParameter - data.mean
    #expect(abs(error.x) < 1e-8 * Double(spins) && abs(error.y) < 1e-8 * Double(spins), "\(error)")
  }

  /// Full steps of Newton's method cycle or diverge from such starts; damped ones arrive.
  @Test func anyStartLeadsToTheEstimate() throws {
    let family = CoupledSpins(spins: 10)
    let starts: [SIMD2<Double>] = [
      [0, 0], [4, 3], [-4, 3], [2, -25], [-3, -25], [0.5, 12], [8, 0],
    ]
    var tried = 0
    for data in Self.samples(10, count: 600) {
      guard let θ = try family.maximumLikelihood(data).naturalParameter, abs(θ.y) < 30 else {
        continue
      }
      for start in starts {
        let found = try DampedNewton.minimise(from: start, scales: family.parameterScales) {
          family.expansion(at: $0, about: data.mean)
        }
        let error = family.meanParameter(at: found) - data.mean
        #expect(abs(error.x) < 1e-8 && abs(error.y) < 1e-8, "\(data) from \(start): \(found), \(θ)")
        tried += 1
      }
    }
    #expect(tried > 1000)
  }

  /// A prior makes every sample one with an estimate inside.
  @Test func penalisedEstimatesAreAlwaysInside() throws {
    let family = CoupledSpins(spins: 10)
    for variance in [0.1, 2, 1000] {
      let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [variance, variance])
      for data in Self.samples(10, count: 1200) {
        let θ = try #require(try prior.posteriorMode(given: data, in: family).naturalParameter)
        // What the data pull, the prior holds: n(φ̄ − μ) = θ/v.
        let pull = data.sum - data.count * family.meanParameter(at: θ) - (1 / variance) * θ
        let scale = 100 * data.count
        #expect(abs(pull.x) < 1e-9 * scale && abs(pull.y) < 1e-9 * scale, "\(data) \(θ)")
      }
    }
  }

  /// The estimate does not depend on anything but the statistics.
  @Test func estimatesRepeatToTheLastBit() throws {
    let family = CoupledSpins(spins: 10)
    let prior = GaussianPrior<CoupledSpins>(mean: [0, 0], variance: [2, 2])
    let samples = Self.samples(10, count: 300)
    func all(_ data: [Data]) throws -> [SIMD2<Double>?] {
      try data.flatMap { data in
        [
          try family.maximumLikelihood(data).naturalParameter,
          try prior.posteriorMode(given: data, in: family).naturalParameter,
        ]
      }
    }
    let backwards = try all(samples.reversed())
    let pairs = stride(from: backwards.count - 2, through: 0, by: -2)
    #expect(try all(samples) == pairs.flatMap { [backwards[$0], backwards[$0 + 1]] })
  }
}
