import Families
import PortableMath
import Randomness

/// The models of one machine, with those in which some visible units are constant.
package struct BoltzmannFamily<Machine: BoltzmannMachine>: GenerativeFamily {
  /// The machine.
  package let machine: Machine

  /// The models of `machine`.
  package init(_ machine: Machine) { self.machine = machine }

  /// A model.
  package typealias Member = BoltzmannMember

  /// The model with the given parameters, all finite.
  ///
  /// - Parameters:
  ///   - biases: b of each visible unit.
  ///   - hidden: the parameters of w, in the machine's order.
  package func member(biases: [Double], hidden: [Double]) -> BoltzmannMember {
    precondition(biases.count == machine.visible, "a bias for each visible unit")
    let free = [Bool?](repeating: nil, count: machine.visible)
    return BoltzmannMember(
      constants: free, biases: biases, hidden: hidden,
      law: GibbsLaw(
        logWeights: machine.hiddenSums(at: hidden).logWeights, biases: biases
      ).probabilities)
  }

  /// How often each state occurs among `count` points, from its multinomial law.
  package func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: BoltzmannMember, using generator: inout G
  ) -> VisibleCounts {
    var counts = [Int](repeating: 0, count: member.probabilities.count)
    counts.withUnsafeMutableBufferPointer { counts in
      member.probabilities.withUnsafeBufferPointer {
        Multinomial.draw(count, weights: $0, into: counts, using: &generator)
      }
    }
    return VisibleCounts(visible: machine.visible, counts: counts)
  }
}

/// A law of n visible units, with the parameters behind it.
///
/// In the closure a unit may be constant: its bias is infinite, and it is held at its value instead, typed as
/// such. Its terms are then part of the hidden units' biases.
package struct BoltzmannMember: GenerativeMember {
  /// For each visible unit the value it is held at, `true` for +1; `nil` where it is free.
  package let constants: [Bool?]
  /// The biases of the free units, in order.
  package let biases: [Double]
  /// The parameters of w, those of the machine with the free units alone.
  package let hidden: [Double]
  /// The probability of each of the 2ⁿ states.
  package let probabilities: [Double]

  /// The model whose free units have the probabilities `law`.
  init(constants: [Bool?], biases: [Double], hidden: [Double], law: [Double]) {
    self.constants = constants
    self.biases = biases
    self.hidden = hidden
    guard biases.count < constants.count else {
      probabilities = law
      return
    }
    var probabilities = [Double](repeating: 0, count: 1 << constants.count)
    for (state, p) in zip(FreeUnits(constants).states, law) { probabilities[state] = p }
    self.probabilities = probabilities
  }

  /// The magnetisations `mᵢ = E vᵢ`; exactly ±1 for constant units.
  package var magnetisations: [Double] {
    zip(constants, SpinStates.moments(probabilities).first).map { constant, mean in
      constant.map { $0 ? 1 : -1 } ?? mean
    }
  }

  /// Whether every unit is constant: one state is left.
  package var isAbsorbed: Bool { biases.isEmpty }

  /// `−Σ p ln p`, in nats.
  package var entropy: Double {
    probabilities.reduce(0) { $0 - ($1 > 0 ? $1 * log($1) : 0) }
  }

  /// `D_KL(self‖other)` in nats; ∞ where a state is lost in the other.
  package func divergence(to other: BoltzmannMember) -> Double {
    zip(probabilities, other.probabilities).reduce(0) { $0 + Divergence.mean($1.0, to: $1.1) }
  }
}

/// The units that are not held constant, and the states they leave.
struct FreeUnits {
  /// The free units, in order.
  let units: [Int]
  /// The states of all units, one for each state of the free ones, in their order.
  let states: [Int]

  init(_ constants: [Bool?]) {
    units = constants.indices.filter { constants[$0] == nil }
    var states = [constants.indices.reduce(0) { $0 | (constants[$1] == true ? 1 << $1 : 0) }]
    for unit in units { states += states.map { $0 | 1 << unit } }
    self.states = states
  }
}
