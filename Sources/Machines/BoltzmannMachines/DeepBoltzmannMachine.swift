import PortableMath

/// Visible units below two layers of hidden ones.
///
/// `p(v, g, h) ∝ exp(b·v + Σⱼ gⱼ (cⱼ + Σᵢ Wᵢⱼ vᵢ) + Σₖ hₖ (dₖ + Σⱼ Uⱼₖ gⱼ))` with all units ±1. To the units h,
/// the layer g is what visible units are to a restricted machine: the weight u(g) of that one is
/// known, and `w(v) = Σ_g u(g) exp(Σⱼ gⱼ xⱼ(v))` goes through the states of g.
///
/// The parameters of w are those of u, and after them, unit by unit of g, cⱼ and W₁ⱼ … Wₙⱼ.
package struct DeepBoltzmannMachine: BoltzmannMachine {
  /// Number of visible units, n.
  package let visible: Int
  /// The layers above: its visible units are the first hidden layer.
  package let upper: RestrictedBoltzmannMachine

  /// A machine with the given numbers of units in its layers, at most 20 in the lower two.
  package init(visible: Int, middle: Int, top: Int) {
    precondition(visible >= 0 && visible + middle <= 20, "at most 20 units in the lower layers")
    self.visible = visible
    upper = RestrictedBoltzmannMachine(visible: middle, hidden: top)
  }

  /// Those of the upper layers, and a bias and n weights for each unit in the middle.
  package var hiddenParameters: Int { upper.hiddenParameters + upper.visible * (visible + 1) }

  /// The same hidden layers above `count` visible units.
  package func withVisible(_ count: Int) -> Self {
    Self(visible: count, middle: upper.visible, top: upper.hidden)
  }

  /// `ln w(v)` for each v, and the probabilities of g given v.
  package func hiddenSums(at parameters: [Double]) -> HiddenSums {
    precondition(parameters.count == hiddenParameters, "the parameters of all hidden layers")
    let (states, size) = (1 << visible, 1 << upper.visible)
    let above = upper.hiddenSums(at: Array(parameters[..<upper.hiddenParameters]))
    // The exponent of (g, v) is in place g·2ⁿ + v: those of half the g, then of twice as many.
    var exponents = [Double](repeating: 0, count: size * states)
    var field = [Double](repeating: 0, count: states)
    for j in 0..<upper.visible {
      let first = upper.hiddenParameters + j * (visible + 1)
      SpinStates.linear(
        parameters[first], parameters[(first + 1)..<(first + 1 + visible)], into: &field)
      for place in 0..<(states << j) {
        let x = field[place & (states - 1)]
        exponents[states << j + place] = exponents[place] + x
        exponents[place] -= x
      }
    }
    var largest = [Double](repeating: -.infinity, count: states)
    for place in exponents.indices {
      exponents[place] += above.logWeights[place >> visible]
      let v = place & (states - 1)
      largest[v] = max(largest[v], exponents[place])
    }
    var totals = [Double](repeating: 0, count: states)
    for place in exponents.indices {
      let v = place & (states - 1)
      exponents[place] = exp(exponents[place] - largest[v])
      totals[v] += exponents[place]
    }
    for place in exponents.indices { exponents[place] /= totals[place & (states - 1)] }
    for v in 0..<states { largest[v] += log(totals[v]) }
    return HiddenSums(logWeights: largest, responses: exponents + above.responses)
  }

  /// The upper layers see the average of p(g|v) over r; the middle one is paired with the units below.
  package func gradient(weighting residual: [Double], of sums: HiddenSums) -> [Double] {
    let (states, size) = (1 << visible, 1 << upper.visible)
    var average = [Double](repeating: 0, count: size)
    for place in 0..<(size * states) {
      average[place >> visible] += residual[place & (states - 1)] * sums.responses[place]
    }
    let above = HiddenSums(logWeights: [], responses: Array(sums.responses[(states * size)...]))
    var gradient = upper.gradient(weighting: average, of: above)
    gradient += [Double](repeating: 0, count: hiddenParameters - gradient.count)
    // r(v) E[gⱼ|v], unit by unit of the middle.
    var paired = residual
    for j in 0..<upper.visible {
      for v in 0..<states { paired[v] = 0 }
      for place in 0..<(size * states) {
        let p = sums.responses[place]
        paired[place & (states - 1)] += (place >> visible) >> j & 1 == 1 ? p : -p
      }
      for v in 0..<states { paired[v] *= residual[v] }
      SpinStates.fold(&paired, into: &gradient, at: upper.hiddenParameters + j * (visible + 1))
    }
    return gradient
  }
}
