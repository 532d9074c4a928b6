/// A machine of binary units ±1 of which some are seen and the others summed over.
///
/// A state v of n visible units is a number whose bit i is set where vᵢ = +1. The probability of v is
/// `w(v) exp(b·v)/Z`: a bias bᵢ for each visible unit, and a weight w(v) in which the hidden units have been
/// summed over. What a conforming type says is w; biases, and the fit of all parameters, are written once.
package protocol BoltzmannMachine: Sendable, Equatable {
  /// Number of visible units n.
  var visible: Int { get }
  /// Number of parameters of w: all but the biases of the visible units.
  var hiddenParameters: Int { get }
  /// The same machine with another number of visible units.
  ///
  /// What is left free when the others are held at one value each: their terms become part of the hidden
  /// units' biases.
  func withVisible(_ count: Int) -> Self
  /// `ln w` of all 2ⁿ states, and what ``gradient(weighting:of:)`` needs.
  func hiddenSums(at parameters: [Double]) -> HiddenSums
  /// `Σ_v r(v) ∂ ln w(v)/∂θ` for each parameter θ of w.
  ///
  /// - Parameters:
  ///   - residual: r, 2ⁿ numbers.
  ///   - sums: those of the same machine at θ.
  func gradient(weighting residual: [Double], of sums: HiddenSums) -> [Double]
}

/// The weights of visible states, summed over the hidden units.
package struct HiddenSums: Sendable {
  /// `ln w` of each of the 2ⁿ states.
  package let logWeights: [Double]
  /// What hidden units do in each of them, for the gradient.
  let responses: [Double]
}

/// Sums over the states of n units ±1.
enum SpinStates {
  /// `constant + Σᵢ coefficients[i] vᵢ` for each state, by doubling: one addition a state.
  static func linear(
    _ constant: Double, _ coefficients: ArraySlice<Double>, into values: inout [Double]
  ) {
    values[0] = coefficients.reduce(constant, -)
    var size = 1
    for coefficient in coefficients {
      let change = 2 * coefficient
      for state in 0..<size { values[size + state] = values[state] + change }
      size *= 2
    }
  }

  /// `Σ_v f(v)`, and `Σ_v f(v) vᵢ` for each unit, by folding: two additions a state.
  static func moments(_ f: [Double]) -> (total: Double, first: [Double]) {
    var folded = f
    var sums = [Double](repeating: 0, count: f.count.trailingZeroBitCount + 1)
    fold(&folded, into: &sums, at: 0)
    return (sums[0], Array(sums[1...]))
  }

  /// The same, the total first, written into `sums` from `place` on; f is lost.
  static func fold(_ f: inout [Double], into sums: inout [Double], at place: Int) {
    var half = f.count / 2
    f.withUnsafeMutableBufferPointer { f in
      sums.withUnsafeMutableBufferPointer { sums in
        for unit in stride(from: f.count.trailingZeroBitCount, to: 0, by: -1) {
          var difference = 0.0
          for state in 0..<half {
            let (down, up) = (f[state], f[state + half])
            difference += up - down
            f[state] = down + up
          }
          sums[place + unit] = difference
          half /= 2
        }
        sums[place] = f[0]
      }
    }
  }
}
