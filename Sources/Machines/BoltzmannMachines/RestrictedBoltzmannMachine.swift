import PortableMath

/// Visible units and one layer of hidden units, coupled across, not within.
///
/// `p(v, h) ∝ exp(b·v + Σⱼ hⱼ (cⱼ + Σᵢ Wᵢⱼ vᵢ))` with all units ±1, so that
/// `w(v) = Πⱼ 2 cosh(cⱼ + Σᵢ Wᵢⱼ vᵢ)`. The parameters of w are, hidden unit by hidden unit, cⱼ and W₁ⱼ … Wₙⱼ.
/// Without hidden units it is a row of independent units.
package struct RestrictedBoltzmannMachine: BoltzmannMachine {
  /// Number of visible units, n.
  package let visible: Int
  /// Number of hidden units.
  package let hidden: Int

  /// A machine with so many visible and hidden units.
  ///
  /// - Parameters:
  ///   - visible: 0 to 20; the states of all of them are gone through.
  ///   - hidden: 0 to 500, so that a product of as many factors up to 2 is a double.
  package init(visible: Int, hidden: Int) {
    precondition((0...20).contains(visible), "0 to 20 visible units")
    precondition((0...500).contains(hidden), "0 to 500 hidden units")
    self.visible = visible
    self.hidden = hidden
  }

  /// A bias and n weights for each hidden unit.
  package var hiddenParameters: Int { hidden * (visible + 1) }

  /// The same hidden units above `count` visible ones.
  package func withVisible(_ count: Int) -> Self { Self(visible: count, hidden: hidden) }

  /// `Σⱼ ln 2 cosh xⱼ(v)` for each v, and `tanh xⱼ(v)`.
  package func hiddenSums(at parameters: [Double]) -> HiddenSums {
    precondition(parameters.count == hiddenParameters, "a bias and n weights for each hidden unit")
    let states = 1 << visible
    var field = [Double](repeating: 0, count: states)
    var sizes = field
    // Of 1 + e^(−2|x|): a single logarithm then serves all hidden units.
    var products = [Double](repeating: 1, count: states)
    var responses = [Double](repeating: 0, count: hidden * states)
    for j in 0..<hidden {
      let first = j * (visible + 1)
      SpinStates.linear(
        parameters[first], parameters[(first + 1)..<(first + 1 + visible)], into: &field)
      for state in 0..<states {
        let x = field[state]
        let size = abs(x)
        let e = exp(-2 * size)
        let response = (1 - e) / (1 + e)
        responses[j * states + state] = x < 0 ? -response : response
        sizes[state] += size
        products[state] *= 1 + e
      }
    }
    for state in 0..<states { sizes[state] += log(products[state]) }
    return HiddenSums(logWeights: sizes, responses: responses)
  }

  /// `Σ_v r(v) tanh xⱼ(v)` for cⱼ, and with a factor vᵢ for Wᵢⱼ.
  package func gradient(weighting residual: [Double], of sums: HiddenSums) -> [Double] {
    let states = 1 << visible
    var gradient = [Double](repeating: 0, count: hiddenParameters)
    var weighted = residual
    for j in 0..<hidden {
      for state in 0..<states {
        weighted[state] = residual[state] * sums.responses[j * states + state]
      }
      SpinStates.fold(&weighted, into: &gradient, at: j * (visible + 1))
    }
    return gradient
  }
}
