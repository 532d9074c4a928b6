import Families
import Foundation
import NumericalMethods
import func PortableMath.logarithmMinusDigamma

/// How the expected entropy changes in closed-loop maximum likelihood.
///
/// Itô's rule on `dS = −Σ θ_a dφ̄_a + …` gives `E dS = −(D/2) dτ` as long as the boundary is not felt: each
/// parameter costs half a nat per M generations. The preprint's Eq. 17 prints D.
public enum EntropyDrift {
  /// The slope for D parameters as M → ∞, per unit of τ: −D/2.
  public static func limit(dimension: Int) -> Double { -0.5 * Double(dimension) }

  /// The change in one generation of the exponential distribution: `E ln μ′/μ = ψ(M) − ln M`.
  public static func exponential(samples: Int) -> Double {
    logarithmOfGamma(shape: Double(samples))
  }

  /// `E ln(G/a) = ψ(a) − ln a` of a Gamma variate G of shape a: the change of ln μ for Gamma variables of
  /// known shape k, a = kM.
  public static func logarithmOfGamma(shape a: Double) -> Double { -logarithmMinusDigamma(a) }

  /// The change in one generation of the Gaussian with free mean and variance:
  /// `½ E ln v′/v = ½[ψ((M − 1)/2) + ln(2/M)]`, M ≥ 2.
  public static func gaussian(samples: Int) -> Double { gaussian(samples: samples, column: 1) }

  /// The change that column i = 1 … d of the covariance's triangular factor brings in one generation of the
  /// d-dimensional Gaussian: `½[ψ((M − i)/2) + ln(2/M)]`, M > d.
  ///
  /// Doubled, the rate of the i-th log eigenvalue.
  public static func gaussian(samples: Int, column i: Int) -> Double {
    let (m, i) = (Double(samples), Double(i))
    return 0.5 * (logarithmOfGamma(shape: (m - i) / 2) + log1p(-i / m))
  }

  /// The expected entropy of a categorical model after 0, 1, …, `generations` generations.
  ///
  /// The count of each symbol is by itself a Wright–Fisher chain with population M, so that
  /// `E S = Σ E(−x ln x)` needs one chain. Costs M² multiplications a generation at most.
  ///
  /// - Parameters:
  ///   - probabilities: of the symbols at the start.
  ///   - samples: M ≥ 1.
  ///   - generations: the last generation, ≥ 0.
  public static func categorical(
    _ probabilities: [Double], samples: Int, generations: Int
  ) -> [Double] {
    func term(_ x: Double) -> Double { x > 0 ? -x * log(x) : 0 }
    let chain = SymbolChain(samples: samples)
    let counts = chain.expectedCounts(of: probabilities)
    var terms = (0...samples).map { term(Double($0) / Double(samples)) }
    var result = [probabilities.reduce(0) { $0 + term($1) }]
    while result.count <= generations {
      result.append(zip(counts, terms).reduce(0) { $0 + $1.0 * $1.1 })
      terms = chain.expectation(of: terms)
    }
    return result
  }
}

/// The count of one symbol in the closed loop of a categorical model: a Wright–Fisher chain with
/// population M, whatever the other symbols do.
public struct SymbolChain: Sendable {
  /// M ≥ 1.
  public let samples: Int
  private let transitions: FiniteChain

  /// The chain for M = `samples`.
  public init(samples: Int) {
    self.samples = samples
    let chain = WrightFisherChain(population: samples)
    transitions = chain.transitions
  }

  /// `E f(k′)` one generation after each count k = 0 … M.
  public func expectation(of f: [Double]) -> [Double] { transitions.expectation(of: f) }

  /// How many symbols are expected to have each count k = 0 … M in a sample from the given
  /// probabilities.
  public func expectedCounts(of probabilities: [Double]) -> [Double] {
    var expected = [Double](repeating: 0, count: samples + 1)
    let chain = WrightFisherChain(population: samples)
    for p in probabilities {
      // Most symbols of a large model are hardly ever drawn: what is below 1e−300 is left out.
      for (k, probability) in chain.samplingProbabilities(at: p).enumerated() {
        expected[k] += probability
      }
    }
    return expected
  }

  /// How many symbols of the given probabilities are expected to be left after t ≥ 1 generations.
  ///
  /// Of one group of symbols with their sum for a probability, the chance that some of it is left.
  public func survival(of probabilities: [Double], after t: Int) -> Double {
    precondition(t >= 1, "a sample has been drawn")
    return zip(expectedCounts(of: probabilities), survival(at: [t - 1])[0])
      .reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The probability that a symbol is still there after t generations, for each of some increasing t
  /// and for each count k = 0 … M at t = 0.
  public func survival(at times: [Int]) -> [[Double]] {
    // Backwards in time one product with the matrix serves all starts.
    var alive = [0.0] + [Double](repeating: 1, count: samples)
    var t = 0
    return times.map { time in
      while t < time {
        alive = expectation(of: alive)
        t += 1
      }
      return alive
    }
  }
}
