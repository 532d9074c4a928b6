import ExponentialFamilies
import Foundation
import NumericalMethods

/// How the expected entropy changes in closed-loop maximum likelihood.
///
/// Itô's rule on `dS = −Σ θ_a dφ̄_a + …` gives `E dS = −(D/2) dτ` as long as the boundary is not felt: each
/// parameter costs half a nat per M generations. The preprint's Eq. 17 prints D.
public enum EntropyDrift {
  /// The slope for D parameters as M → ∞, per unit of τ: −D/2.
  public static func limit(dimension: Int) -> Double { -0.5 * Double(dimension) }

  /// The change in one generation of the exponential distribution: `E ln μ′/μ = ψ(M) − ln M`.
  public static func exponential(samples: Int) -> Double {
    SpecialFunction.digamma(Double(samples)) - log(Double(samples))
  }

  /// The change in one generation of the Gaussian with free mean and variance:
  /// `½ E ln v′/v = ½[ψ((M − 1)/2) + ln(2/M)]`, M ≥ 2.
  public static func gaussian(samples: Int) -> Double {
    let m = Double(samples)
    return 0.5 * (SpecialFunction.digamma((m - 1) / 2) + log(2 / m))
  }

  /// The expected entropy of a categorical model after 0, 1, …, `generations` generations.
  ///
  /// The count of each symbol is by itself a Wright–Fisher chain with population M, so that
  /// `E S = Σ E(−x ln x)` needs one chain. Costs M² multiplications a generation at most, for each
  /// distinct probability.
  ///
  /// - Parameter probabilities: of the symbols at the start.
  public static func categorical(
    _ probabilities: [Double], samples: Int, generations: Int
  ) -> [Double] {
    func term(_ x: Double) -> Double { x > 0 ? -x * log(x) : 0 }
    let terms = (0...samples).map { term(Double($0) / Double(samples)) }
    let chain = SymbolChain(samples: samples)
    var multiplicities: [Double: Double] = [:]
    for p in probabilities { multiplicities[p, default: 0] += 1 }
    var result = [Double](repeating: 0, count: generations + 1)
    for (p, multiplicity) in multiplicities.sorted(by: { $0.key < $1.key }) {
      result[0] += multiplicity * term(p)
      for (t, law) in chain.laws(from: p, generations: generations).enumerated() {
        result[t + 1] += multiplicity * zip(law, terms).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return result
  }
}

/// The count of one symbol in the closed loop of a categorical model: a Wright–Fisher chain with
/// population M, whatever the other symbols do.
public struct SymbolChain: Sendable {
  /// M ≥ 1.
  public let samples: Int
  private let transitions: BandedTransitions

  /// The chain for M = `samples`.
  public init(samples: Int) {
    self.samples = samples
    let chain = WrightFisherChain(population: samples)
    transitions = BandedTransitions(rows: (0...samples).map(chain.transitionProbabilities))
  }

  /// The laws of the count after 1, 2, …, `generations` generations, from probability `p`.
  public func laws(from p: Double, generations: Int) -> [[Double]] {
    guard generations > 0 else { return [] }
    var law = WrightFisherChain(population: samples).samplingProbabilities(at: p)
    var result = [law]
    while result.count < generations {
      law = transitions.next(law)
      result.append(law)
    }
    return result
  }

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

  /// For each generation t = 0 … `generations`, the probability that a symbol is still there, for each
  /// count k = 0 … M at t = 0.
  public func survival(generations: Int) -> [[Double]] {
    // Backwards in time one product with the matrix serves all starts.
    var alive = [0.0] + [Double](repeating: 1, count: samples)
    var result = [alive]
    while result.count <= generations {
      alive = transitions.expectation(of: alive)
      result.append(alive)
    }
    return result
  }
}
