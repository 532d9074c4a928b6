import Families
import Foundation
import Machines
import Randomness
import Testing
import _TestSupport

/// Machines against sums over all states of all units.
@Suite struct MachineTests {
  /// ln p(v, h, …) up to a constant, unit by unit, and the states of all units.
  struct BruteForce<Number> {
    /// For each visible state, the exponents of all states of the others.
    let exponents: [[Number]]
  }

  static func spin(_ state: Int, _ unit: Int) -> Double { state >> unit & 1 == 1 ? 1 : -1 }

  /// `b·v + Σⱼ hⱼ (cⱼ + Σᵢ Wᵢⱼ vᵢ)` over all v and h.
  static func restricted(visible: Int, hidden: Int, _ θ: [Jet]) -> BruteForce<Jet> {
    BruteForce(
      exponents: (0..<(1 << visible)).map { v in
        (0..<(1 << hidden)).map { h in
          var sum = Jet(0)
          for i in 0..<visible { sum = sum + spin(v, i) * θ[i] }
          for j in 0..<hidden {
            let first = visible + j * (visible + 1)
            sum = sum + spin(h, j) * θ[first]
            for i in 0..<visible {
              sum = sum + (spin(h, j) * spin(v, i)) * θ[first + 1 + i]
            }
          }
          return sum
        }
      })
  }

  /// The same with two hidden layers, g of `middle` and h of `top` units.
  static func deep(visible: Int, middle: Int, top: Int, _ θ: [Jet]) -> BruteForce<Jet> {
    let lower = visible + top * (middle + 1)
    return BruteForce(
      exponents: (0..<(1 << visible)).map { v in
        (0..<(1 << (middle + top))).map { state in
          var sum = Jet(0)
          for i in 0..<visible { sum = sum + spin(v, i) * θ[i] }
          for k in 0..<top {
            let first = visible + k * (middle + 1)
            let h = spin(state, middle + k)
            sum = sum + h * θ[first]
            for j in 0..<middle { sum = sum + (h * spin(state, j)) * θ[first + 1 + j] }
          }
          for j in 0..<middle {
            let first = lower + j * (visible + 1)
            sum = sum + spin(state, j) * θ[first]
            for i in 0..<visible {
              sum = sum + (spin(state, j) * spin(v, i)) * θ[first + 1 + i]
            }
          }
          return sum
        }
      })
  }

  static func parameters(_ count: Int, _ name: String) -> [Double] {
    var stream = RandomStream(key: StreamKey(rootSeed: 12).child(name))
    return (0..<count).map { _ in 0.7 * Normal.draw(using: &stream) }
  }

  /// Probabilities, and value and slope of a likelihood, against sums over all states.
  static func compare<M: BoltzmannMachine>(
    _ machine: M, _ name: String, brute: ([Jet]) -> BruteForce<Jet>
  ) {
    let n = machine.visible
    let θ = parameters(n + machine.hiddenParameters, name)
    var stream = RandomStream(key: StreamKey(rootSeed: 13).child(name))
    let weights = (0..<(1 << n)).map { _ in stream.nextUnit() }
    let frequencies = weights.map { $0 / weights.reduce(0, +) }

    let exact = brute(θ.map { Jet($0) }).exponents
    let total = logSumExp(exact.flatMap { $0 }).value
    let model = BoltzmannFamily(machine).member(
      biases: Array(θ[..<n]), hidden: Array(θ[n...]))
    for (p, terms) in zip(model.probabilities, exact) {
      let expected = exp(logSumExp(terms).value - total)
      #expect(abs(p - expected) <= 1e-13 * expected)
    }

    let penalty = 0.3
    func likelihood(_ θ: [Jet]) -> Jet {
      let terms = brute(θ).exponents
      var value = -logSumExp(terms.flatMap { $0 })
      for (f, terms) in zip(frequencies, terms) { value = value + f * logSumExp(terms) }
      for θ in θ { value = value - (0.5 * penalty) * (θ * θ) }
      return value
    }
    let found = MachineLikelihood(machine: machine, frequencies: frequencies, penalty: penalty)
      .expansion(at: θ)
    #expect(abs(found.value - likelihood(θ.map { Jet($0) }).value) < 1e-12)
    #expect(found.slope.count == θ.count)
    for a in θ.indices {
      let jets = θ.indices.map { Jet(θ[$0], directions: $0 == a ? 1 : 0) }
      #expect(abs(found.slope[a] - likelihood(jets).coefficients[1]) < 1e-12)
    }
  }

  @Test(arguments: [(1, 0), (3, 0), (1, 1), (3, 2), (2, 4), (4, 3)])
  func restrictedMachinesAgreeWithAllStates(visible: Int, hidden: Int) {
    Self.compare(
      RestrictedBoltzmannMachine(visible: visible, hidden: hidden), "\(visible), \(hidden)"
    ) { Self.restricted(visible: visible, hidden: hidden, $0) }
  }

  @Test(arguments: [(2, 1, 1), (3, 2, 2), (2, 3, 0), (3, 0, 2)])
  func deepMachinesAgreeWithAllStates(visible: Int, middle: Int, top: Int) {
    Self.compare(
      DeepBoltzmannMachine(visible: visible, middle: middle, top: top),
      "\(visible), \(middle), \(top)"
    ) { Self.deep(visible: visible, middle: middle, top: top, $0) }
  }

  /// ln Z over the hidden states instead: `Σ_h e^(c·h) Πᵢ 2 cosh(bᵢ + Σⱼ Wᵢⱼ hⱼ)`.
  @Test func thePartitionFunctionIsTheSameFromTheOtherSide() {
    let (n, hidden) = (10, 10)
    let machine = RestrictedBoltzmannMachine(visible: n, hidden: hidden)
    let b = Self.parameters(n, "b")
    let θ = Self.parameters(machine.hiddenParameters, "other side")
    // Visible and hidden units change places.
    let other = RestrictedBoltzmannMachine(visible: hidden, hidden: n)
    var mirrored = [Double]()
    for i in 0..<n {
      mirrored.append(b[i])
      for j in 0..<hidden { mirrored.append(θ[j * (n + 1) + 1 + i]) }
    }
    let c = (0..<hidden).map { θ[$0 * (n + 1)] }
    func logPartition<M: BoltzmannMachine>(_ machine: M, _ b: [Double], _ θ: [Double]) -> Double {
      let uniform = [Double](repeating: 0x1p-10, count: 1 << 10)
      // The value is that of the mean of b·v + ln w over all states, less ln Z.
      let mean = machine.hiddenSums(at: θ).logWeights.reduce(0, +) * 0x1p-10
      return mean
        - MachineLikelihood(machine: machine, frequencies: uniform, penalty: 0)
        .expansion(at: b + θ).value
    }
    let z = logPartition(machine, b, θ)
    #expect(abs(z - logPartition(other, c, mirrored)) < 1e-11 * z)
  }

  @Test func entropyAndDivergenceAreThoseOfTheLaw() {
    let family = BoltzmannFamily(RestrictedBoltzmannMachine(visible: 2, hidden: 0))
    let even = family.member(biases: [0, 0], hidden: [])
    #expect(abs(even.entropy - 2 * log(2.0)) < 1e-15)
    // ±1 units: tanh b is the magnetisation.
    let tilted = family.member(biases: [0.5, -1], hidden: [])
    #expect(abs(tilted.magnetisations[0] - tanh(0.5)) < 1e-15)
    #expect(abs(tilted.magnetisations[1] + tanh(1)) < 1e-15)
    let divergence = 2 * log(2.0) - tilted.entropy
    #expect(abs(tilted.divergence(to: even) - divergence) < 1e-14)
    #expect(even.divergence(to: even) == 0)
  }
}
