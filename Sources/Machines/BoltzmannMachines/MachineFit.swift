import Families
import Loop
import Randomness

/// Maximum likelihood of a machine with hidden units, with or without an L2 penalty.
///
/// All parameters climb from a small random start to a maximum of the likelihood, by quasi-Newton steps; then
/// the biases of the visible units are solved for, by Newton's method, to a residual of 1e−10 in
/// `E vᵢ = v̄ᵢ`. In the weights that is one of several maxima, and where the likelihood rises forever it is a
/// point on the way, after so many steps at most; in the biases it is exact, and unique given the weights.
///
/// A visible unit that is constant in the data is held at its value, and the others are fitted. The start
/// is drawn anew in each generation and never the last model: an estimate is a function of the data and the
/// generation's random numbers.
package struct MachineFit<Machine: BoltzmannMachine>: Estimator {
  /// The models of a machine.
  package typealias Family = BoltzmannFamily<Machine>

  /// The largest number of quasi-Newton steps.
  package var steps = 60
  /// They stop where no slope of a point's mean log-likelihood is larger than this.
  package var tolerance = 1e-3
  /// Standard deviation of the hidden units' parameters at the start.
  package var startScale = 0.3
  /// λ ≥ 0: a penalty of λ Σ θ² on the log-likelihood of all data, over all parameters; λ = ¼ is a Gaussian
  /// prior of variance 2.
  package var penalty = 0.0
  /// Whether the biases of the visible units are solved for at the end.
  ///
  /// Otherwise the fit is left wherever the steps have led: no unit is ever held constant.
  package var solvesMoments = true

  /// Maximum likelihood.
  package init() {}

  /// The fitted model.
  ///
  /// - Throws: ``EstimationError/noData``, or ``EstimationError/noConvergence(steps:)`` where the moment
  ///   equations are beyond double precision.
  package func estimate(
    from data: VisibleCounts, in family: Family, streams: GenerationStreams
  ) throws(EstimationError) -> BoltzmannMember {
    let total = data.count
    guard total > 0 else { throw .noData }
    let constants: [Bool?] = data.ups.map { up in
      guard penalty == 0, solvesMoments else { return nil }
      return up == 0 ? false : up == total ? true : nil
    }
    let free = FreeUnits(constants)
    let machine = family.machine.withVisible(free.units.count)
    let likelihood = MachineLikelihood(
      machine: machine, frequencies: free.states.map { Double(data.counts[$0]) / Double(total) },
      penalty: 2 * penalty / Double(total))
    var stream = streams.stream(for: .start)
    let start = (0..<machine.hiddenParameters).map { _ in
      startScale * Normal.draw(using: &stream)
    }
    let climbed = QuasiNewtonAscent(steps: steps, tolerance: tolerance)
      .maximise(
        from: [Double](repeating: 0, count: machine.visible) + start, likelihood.expansion)
    let hidden = Array(climbed[machine.visible...])
    var biases = Array(climbed[..<machine.visible])
    let logWeights = machine.hiddenSums(at: hidden).logWeights
    if solvesMoments {
      biases = try VisibleBiases(
        logWeights: logWeights, means: likelihood.means, penalty: likelihood.penalty
      ).solve(from: biases)
    }
    return BoltzmannMember(
      constants: constants, biases: biases, hidden: hidden,
      law: GibbsLaw(logWeights: logWeights, biases: biases).probabilities)
  }
}

/// The mean log-likelihood of a point, and its slope.
package struct MachineLikelihood<Machine: BoltzmannMachine> {
  let machine: Machine
  /// The fraction of points in each state.
  let frequencies: [Double]
  /// κ: ½κ Σ θ² is taken off.
  let penalty: Double
  /// v̄ᵢ.
  let means: [Double]

  /// The likelihood of data with the given frequencies of states.
  package init(machine: Machine, frequencies: [Double], penalty: Double) {
    self.machine = machine
    self.frequencies = frequencies
    self.penalty = penalty
    means = SpinStates.moments(frequencies).first
  }

  /// Value and slope at the biases of the visible units followed by the parameters of w.
  ///
  /// The slope is the data's mean less the model's, of vᵢ and of `∂ ln w/∂θ`.
  package func expansion(at parameters: [Double]) -> (value: Double, slope: [Double]) {
    let biases = Array(parameters[..<machine.visible])
    let sums = machine.hiddenSums(at: Array(parameters[machine.visible...]))
    let law = GibbsLaw(logWeights: sums.logWeights, biases: biases)
    var (value, residual) = (-law.logPartition, frequencies)
    for state in residual.indices {
      value += frequencies[state] * sums.logWeights[state]
      residual[state] -= law.probabilities[state]
    }
    for (b, mean) in zip(biases, means) { value += b * mean }
    // The total, which is 0, comes before the slopes in the biases.
    var slope = [Double](repeating: 0, count: machine.visible + 1)
    let hidden = machine.gradient(weighting: residual, of: sums)
    SpinStates.fold(&residual, into: &slope, at: 0)
    slope.removeFirst()
    slope += hidden
    if penalty > 0 {
      for (i, θ) in parameters.enumerated() {
        value -= 0.5 * penalty * θ * θ
        slope[i] -= penalty * θ
      }
    }
    return (value, slope)
  }
}
