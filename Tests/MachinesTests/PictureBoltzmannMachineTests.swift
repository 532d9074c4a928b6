import Foundation
import Machines
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct PictureBoltzmannMachineTests {
  static let learning = ContrastiveDivergence(
    updates: 3, chains: 50, batch: 20, weightRate: 0.05, biasRate: 0.3, slowing: 0.5, decay: 0.001,
    sweeps: 1)

  static func machine(fixed: FixedPixels = .none) -> PictureBoltzmannMachine {
    var weights = LanesTests.matrix()
    for i in weights.lanes.indices { weights.lanes[i] *= 0.15 }
    return PictureBoltzmannMachine(
      weights: weights, visibleBias: LanesTests.vector(1),
      hiddenBias: LanesTests.vector(70), fixed: fixed, learning: learning)
  }

  /// `ln Σ_h exp(b·v + c·h + v·W h)`, which is `ln p(v)` up to a constant, in double precision.
  static func logWeight(_ v: UInt64, _ w: [[Double]], _ b: [Double], _ c: [Double]) -> Double {
    let dark = (0..<64).filter { v >> UInt64($0) & 1 == 1 }
    let hidden = (0..<64).reduce(0) { sum, j in
      sum + log1p(Foundation.exp(c[j] + dark.reduce(0) { $0 + w[$1][j] }))
    }
    return hidden + dark.reduce(0) { $0 + b[$1] }
  }

  static func doubles(_ vector: Vector64) -> [Double] {
    (0..<64).map { Double(vector[$0 / 8][$0 % 8]) }
  }

  static func doubles(_ weights: Weights) -> [[Double]] {
    (0..<64).map { i in (0..<64).map { Double(weights[i, $0]) } }
  }

  /// The step is the derivative of `mean of ln p over the data − mean of ln p over the chains`.
  @Test func theGradientIsThatOfFiniteDifferences() {
    let machine = Self.machine()
    let data: [UInt64] = [0x1234_5678_9abc_def0, 0xff00_ff00_0f0f_3333]
    let chains: [UInt64] = [0xdead_beef_0bad_f00d, 7, 0x8421_8421_8421_8421]
    var moved = chains
    var stream = RandomStream(key: StreamKey(rootSeed: 3))
    let step = machine.gradient(data, &moved, using: &stream)
    #expect(moved != chains)
    let (w, b, c) = (
      Self.doubles(machine.weights), Self.doubles(machine.visibleBias),
      Self.doubles(machine.hiddenBias)
    )
    func objective(_ w: [[Double]], _ c: [Double]) -> Double {
      func mean(_ words: [UInt64]) -> Double {
        words.reduce(0) { $0 + Self.logWeight($1, w, b, c) } / Double(words.count)
      }
      return mean(data) - mean(chains)
    }
    let h = 1e-5
    for place in stride(from: 0, to: 4096, by: 41) {
      let (i, j) = (place / 64, place % 64)
      var (up, down) = (w, w)
      up[i][j] += h
      down[i][j] -= h
      let slope = (objective(up, c) - objective(down, c)) / (2 * h)
      #expect(abs(Double(step.weights[i, j]) - slope) < 2e-6, "W \(i), \(j)")
    }
    for j in 0..<64 {
      var (up, down) = (c, c)
      up[j] += h
      down[j] -= h
      let slope = (objective(w, up) - objective(w, down)) / (2 * h)
      #expect(abs(Double(step.hidden[j / 8][j % 8]) - slope) < 2e-6, "c \(j)")
    }
  }

  /// Long Gibbs chains of a machine with three free pixels end by its exact law, found by enumeration.
  @Test func chainsEndByTheExactLaw() {
    let free: UInt64 = 1 << 5 | 1 << 20 | 1 << 63
    let dark: UInt64 = 0x0000_0000_000f_0000 & ~free
    let states = (0..<8).map { (bits: Int) -> UInt64 in
      var word = dark
      for (i, pixel) in [UInt64(5), 20, 63].enumerated() where bits >> i & 1 == 1 {
        word |= 1 << pixel
      }
      return word
    }
    let fixed = FixedPixels(states)
    let machine = Self.machine(fixed: fixed)
    #expect(fixed.all == ~free)
    let weights = states.map {
      Foundation.exp(
        Self.logWeight(
          $0, Self.doubles(machine.weights), Self.doubles(machine.visibleBias),
          Self.doubles(machine.hiddenBias)))
    }
    let total = weights.reduce(0, +)
    func agrees(_ machine: PictureBoltzmannMachine) -> Bool {
      var stream = RandomStream(key: StreamKey(rootSeed: 4).child("chains"))
      var scratch = Vector64(repeating: Lanes(), count: 8)
      var counts = Array(repeating: 0, count: 8)
      for _ in 0..<20_000 {
        var picture = dark
        for _ in 0..<30 { picture = machine.sweep(picture, &scratch, using: &stream) }
        guard let state = states.firstIndex(of: picture) else { return false }
        counts[state] += 1
      }
      let test = ChiSquaredTest(observed: counts, probabilities: weights.map { $0 / total })
      #expect(test.degreesOfFreedom >= 4)
      return test.agrees(falseAlarm: FalseAlarmBudget.share(of: "binary networks", cases: 5))
    }
    #expect(agrees(machine))
    // The planted bug: hidden biases one place further on.
    let shifted = PictureBoltzmannMachine(
      weights: machine.weights, visibleBias: machine.visibleBias,
      hiddenBias: LanesTests.vector(71), fixed: fixed, learning: Self.learning)
    #expect(!agrees(shifted))
  }

  /// What is alike in all training pictures stays so, and comes back once one picture has it otherwise.
  @Test func fixedPixelsStay() {
    let data: [UInt64] = [0x0f0f_0f0f_0000_ffff, 0x0f0f_0f0f_00ff_0000]
    var machine = Self.machine()
    var stream = RandomStream(key: StreamKey(rootSeed: 5))
    machine.fit(to: data, using: &stream)
    let pictures = machine.samples(200, trainedOn: data, using: &stream)
    #expect(pictures.allSatisfy { $0 >> 24 == 0x0f_0f0f_0f00 })
    #expect(Set(pictures).count > 10)
    machine.fit(to: data + [~data[0]], using: &stream)
    #expect(machine.fixed == FixedPixels(data + [~data[0]]))
    #expect(machine.visibleBias.allSatisfy { $0 == $0 })
  }
}
