import Foundation
import NumericalMethods

/// One spin under importance weights `p*(s)/p(s)` that know truth and model: how long it lasts.
///
/// With k of M up, drawn from frequency p, the next odds are the truth's times those of the sample over those
/// of the model: with the log-odds y, `y′ = y* + ln[k/(M − k)] − y`. So y takes countless values, and no finite
/// chain holds it. What is asked here are functions of y that fall off like exp(−|y|) and are analytic where
/// |Im y| < π, because the binomial weights are and every y′ is a reflection of y: values at equal distances h
/// determine them up to exp(−π²/h), by Whittaker's cardinal series. Relative errors are below 1e−9 for M ≤ 30.
public struct OracleWeights: Sendable {
  /// M ≥ 2.
  public let samples: Int
  /// The truth's frequency, in (0, 1).
  public let truth: Double
  private let spacing: Double
  /// `E[f(y′); alive]` at each point, for functions f given by their values at the points.
  private let generation: [Step]

  /// One generation from one y: the probability to stay alive, and the weights of the values of f.
  private struct Step {
    let alive: Double
    let weights: [Double]

    /// `E[f(y′); alive]`.
    func callAsFunction(_ values: [Double]) -> Double {
      zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The loop of samples of M points.
  ///
  /// - Parameters:
  ///   - samples: M ≥ 2.
  ///   - truth: the probability of one of both values, in (0, 1).
  ///   - spacing: the distance h of the points that functions of y are represented by.
  public init(samples: Int, truth: Double = 0.5, spacing: Double = 0.15) {
    precondition(
      samples >= 2 && truth > 0 && truth < 1, "two samples and a truth in (0, 1) are needed")
    (self.samples, self.truth, self.spacing) = (samples, truth, spacing)
    // Beyond |y| = 36 a run lives on with a probability below M e⁻³⁶.
    let reach = Int(36 / spacing)
    generation = (-reach...reach).map {
      Self.step(
        from: Double($0) * spacing, samples: samples, truth: truth, spacing: spacing, reach: reach)
    }
  }

  private static func step(
    from y: Double, samples: Int, truth: Double, spacing: Double, reach: Int
  ) -> Step {
    // From the rarer kind of spin, whose probability keeps all its digits.
    let law = WrightFisherChain(population: samples)
      .samplingProbabilities(at: 1 / (1 + exp(abs(y))))
    var alive = 0.0
    var weights = [Double](repeating: 0, count: 2 * reach + 1)
    for k in 1..<samples {
      let probability = law[y > 0 ? samples - k : k]
      alive += probability
      let next = log(Double(k) / Double(samples - k)) + log(truth / (1 - truth)) - y
      // sin(π(x − j))/(π(x − j)) at x in units of the spacing.
      let x = next / spacing
      let nearest = x.rounded()
      let sine = sin(.pi * (x - nearest)) / .pi
      for j in -reach...reach {
        let isOdd = (Int(nearest) - j) & 1 == 1
        let distance = x - Double(j)
        weights[j + reach] += probability * (distance == 0 ? 1 : (isOdd ? -sine : sine) / distance)
      }
    }
    return Step(alive: alive, weights: weights)
  }

  private func step(from p: Double) -> Step {
    Self.step(
      from: log(p) - log1p(-p), samples: samples, truth: truth, spacing: spacing,
      reach: generation.count / 2)
  }

  /// The probability to be alive after 0, 1, …, `generations` generations from frequency `p` in (0, 1).
  public func alive(from p: Double, generations: Int) -> [Double] {
    let start = step(from: p)
    // The constant 1 at first, which is not represented by its values.
    var values = generation.map(\.alive)
    var result = [1, start.alive]
    while result.count <= generations {
      result.append(start(values))
      values = generation.map { $0(values) }
    }
    return Array(result.prefix(generations + 1))
  }

  /// The mean number of generations until all are alike, from frequency `p` in (0, 1).
  ///
  /// - Throws: `SingularMatrixError` if the system is numerically singular.
  public func meanTime(from p: Double) throws -> Double {
    // 1 + g, of which g falls off: g(y) = P(alive) + E[g(y′); alive].
    let count = generation.count
    let system = DenseMatrix(rows: count, columns: count) { i, j in
      (i == j ? 1 : 0) - generation[i].weights[j]
    }
    let right = DenseMatrix(rows: count, columns: 1) { i, _ in generation[i].alive }
    let start = step(from: p)
    return 1 + start.alive + start(try solve(system, right).entries)
  }
}
