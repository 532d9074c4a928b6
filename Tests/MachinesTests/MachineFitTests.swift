import Families
import Foundation
import Loop
import Machines
import Randomness
import Testing

/// What a fit must do, whatever its data.
@Suite struct MachineFitTests {
  static let key = StreamKey(rootSeed: 14).child("fits")

  static func streams(_ generation: Int = 1) -> GenerationStreams {
    ReplicateStreams(key: key, replicate: 0).generation(generation)
  }

  /// The largest difference between the model's means and those of the data.
  static func residual(_ model: BoltzmannMember, _ data: VisibleCounts) -> Double {
    zip(model.magnetisations, data.ups).reduce(0) {
      max($0, abs($1.0 - Double(2 * $1.1 - data.count) / Double(data.count)))
    }
  }

  /// Small training sets, most of them without some states, many with constant or tied units.
  static func data(visible: Int, count: Int) -> [VisibleCounts] {
    var stream = RandomStream(key: key.child("data \(visible)"))
    return (0..<count).map { index in
      let kinds = 1 + stream.nextIndex(below: 5)
      let states = (0..<kinds).map { _ in stream.nextIndex(below: 1 << visible) }
      let points = [2, 3, 20, 50][index % 4]
      return VisibleCounts(
        visible: visible, states: (0..<points).map { _ in states[stream.nextIndex(below: kinds)] })
    }
  }

  static func solvesItsMoments<M: BoltzmannMachine>(_ machine: M) throws {
    let family = BoltzmannFamily(machine)
    var constant = 0
    for (index, data) in data(visible: machine.visible, count: 200).enumerated() {
      let model = try MachineFit<M>().estimate(from: data, in: family, streams: streams(index))
      #expect(residual(model, data) <= 1e-10)
      #expect(abs(model.probabilities.reduce(0, +) - 1) < 1e-12)
      for (value, up) in zip(model.constants, data.ups) {
        #expect(value == (up == 0 ? false : up == data.count ? true : nil))
      }
      #expect((model.biases + model.hidden).allSatisfy { $0.isFinite })
      constant += model.constants.count { $0 != nil }
    }
    #expect(constant > 50)
  }

  @Test(arguments: [0, 2, 8])
  func restrictedMachinesSolveTheirMoments(hidden: Int) throws {
    try Self.solvesItsMoments(RestrictedBoltzmannMachine(visible: 4, hidden: hidden))
  }

  @Test func deepMachinesSolveTheirMoments() throws {
    try Self.solvesItsMoments(DeepBoltzmannMachine(visible: 4, middle: 2, top: 2))
  }

  /// Without hidden units the law is the product of the frequencies.
  @Test func withoutHiddenUnitsUnitsAreIndependent() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 4, hidden: 0))
    for data in Self.data(visible: 4, count: 40) {
      let model = try MachineFit().estimate(from: data, in: family, streams: Self.streams())
      for (state, p) in model.probabilities.enumerated() {
        let expected = data.ups.enumerated().reduce(1.0) { product, unit in
          let up = Double(unit.element) / Double(data.count)
          return product * (state >> unit.offset & 1 == 1 ? up : 1 - up)
        }
        #expect(abs(p - expected) < 1e-10)
      }
    }
  }

  /// One state is left of data that are all alike, exactly.
  @Test func dataAllAlikeLeaveOneState() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 3, hidden: 2))
    let model = try MachineFit().estimate(
      from: VisibleCounts(visible: 3, states: [5, 5, 5]), in: family, streams: Self.streams())
    #expect(model.isAbsorbed && model.constants == [true, false, true])
    #expect(model.probabilities == [0, 0, 0, 0, 0, 1, 0, 0] && model.entropy == 0)
    #expect(model.magnetisations == [1, -1, 1])
    let even = family.member(
      biases: [0, 0, 0], hidden: [Double](repeating: 0, count: family.machine.hiddenParameters))
    #expect(even.divergence(to: model) == .infinity)
    #expect(abs(model.divergence(to: even) - 3 * log(2.0)) < 1e-14)
    var stream = RandomStream(key: Self.key)
    #expect(
      family.drawStatistics(of: 7, from: model, using: &stream)
        == VisibleCounts(visible: 3, states: [Int](repeating: 5, count: 7)))
  }

  /// Hidden units find the coupling that independent units cannot hold.
  @Test func hiddenUnitsHoldTheJointLaw() throws {
    let data = VisibleCounts(visible: 2, counts: [20, 5, 5, 20])
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 2, hidden: 1))
    let model = try MachineFit().estimate(from: data, in: family, streams: Self.streams())
    for (p, count) in zip(model.probabilities, data.counts) {
      #expect(abs(p - Double(count) / 50) < 1e-3)
    }
  }

  /// With a penalty κ = 2λ/M, `E vᵢ + κbᵢ = v̄ᵢ`, and no unit is constant.
  @Test func aPenaltyKeepsEveryBiasFinite() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 4, hidden: 2))
    var fit = MachineFit<RestrictedBoltzmannMachine>()
    fit.penalty = 0.25
    for data in Self.data(visible: 4, count: 40) {
      let model = try fit.estimate(from: data, in: family, streams: Self.streams())
      #expect(model.constants == [nil, nil, nil, nil])
      for ((m, b), up) in zip(zip(model.magnetisations, model.biases), data.ups) {
        let mean = Double(2 * up - data.count) / Double(data.count)
        #expect(abs(m + 0.5 / Double(data.count) * b - mean) <= 1e-10)
      }
    }
  }

  /// Without hidden units each unit is a spin with a Gaussian prior of variance 1/(2λ) on its field.
  @Test func aPenaltyOnIndependentUnitsIsAGaussianPrior() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 4, hidden: 0))
    var fit = MachineFit<RestrictedBoltzmannMachine>()
    fit.penalty = 0.25
    let spin = IndependentSpins(spins: 1)
    let prior = GaussianPrior<IndependentSpins>(mean: 0, variance: 2)
    for data in Self.data(visible: 4, count: 40) {
      let model = try fit.estimate(from: data, in: family, streams: Self.streams())
      for (b, up) in zip(model.biases, data.ups) {
        let sum = SufficientStatistics(
          sum: Double(2 * up - data.count), count: Double(data.count))
        let mode = try prior.posteriorMode(given: sum, in: spin)
        #expect(abs(b - mode.naturalParameter!) < 1e-8)
      }
    }
  }

  /// A fit stopped early is off, which is what the solver at the end is for.
  @Test func aFitStoppedEarlyLeavesAResidual() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 4, hidden: 2))
    var fit = MachineFit<RestrictedBoltzmannMachine>()
    (fit.steps, fit.solvesMoments) = (3, false)
    let data = VisibleCounts(visible: 4, states: [0, 1, 1, 3, 3, 3, 11, 15, 1, 1])
    let model = try fit.estimate(from: data, in: family, streams: Self.streams())
    #expect(Self.residual(model, data) > 1e-3)
  }

  /// A function of the data and the generation's random numbers; the last model is not asked.
  @Test func theLastModelLeavesNoTrace() throws {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 3, hidden: 2))
    let data = VisibleCounts(visible: 3, states: [0, 1, 1, 3, 4, 6, 7])
    let fit = MachineFit<RestrictedBoltzmannMachine>()
    let zeros = [Double](repeating: 0, count: family.machine.hiddenParameters)
    let models = try [0.0, 2.0].map {
      try fit.estimate(
        from: data, after: family.member(biases: [$0, $0, $0], hidden: zeros), in: family,
        streams: Self.streams())
    }
    #expect(models[0] == models[1])
    let other = try fit.estimate(from: data, in: family, streams: Self.streams(2))
    #expect(models[0] != other)
    #expect(throws: EstimationError.noData) {
      try fit.estimate(
        from: VisibleCounts(visible: 3, states: []), in: family, streams: Self.streams())
    }
  }
}
