import ExponentialFamilies

/// Spins under maximum a posteriori with a Beta prior in some coordinate: the exact chain.
///
/// With k of n = NM spins up the next frequency is `(k + α)/(n + α + β)`, cut off at 0 and 1; α and β
/// depend on the coordinate of the prior.
public struct BetaPriorChain: Sendable {
  /// n = NM ≥ 2.
  public let population: Int
  /// α and β.
  public let exponents: (up: Double, down: Double)

  /// The chain of `population` spins in a training set.
  public init(population: Int, prior: BetaPrior<IndependentSpins>) {
    precondition(population >= 2, "a population of at least two is needed")
    self.population = population
    exponents = prior.exponents
  }

  /// The next frequency when k of n spins are up.
  public func frequency(_ k: Int) -> Double {
    let ups = max(0, Double(k) + exponents.up)
    let downs = max(0, Double(population - k) + exponents.down)
    return ups / (ups + downs)
  }

  private var rows: [[Double]] {
    let chain = WrightFisherChain(population: population)
    return (0...population).map { chain.samplingProbabilities(at: frequency($0)) }
  }

  /// The stationary probabilities of k = 0 … n, where no state absorbs.
  ///
  /// - Throws: ``SingularMatrixError`` if there is no unique stationary law.
  public func stationaryProbabilities() throws -> [Double] {
    try FiniteChain.stationaryLaw(rows: rows)
  }

  /// The law of k after `generations` ≥ 1 generations from frequency `p`.
  public func law(from p: Double, generations: Int) -> [Double] {
    precondition(generations >= 1, "a law of k is that of a sample")
    let transitions = BandedTransitions(rows: rows)
    let first = WrightFisherChain(population: population).samplingProbabilities(at: p)
    return (1..<generations).reduce(first) { law, _ in transitions.next(law) }
  }

  /// The probability to be alive, with a frequency inside (0, 1), after 0, 1, …, `generations`
  /// generations from frequency `p`.
  public func alive(from p: Double, generations: Int) -> [Double] {
    let transitions = BandedTransitions(rows: rows)
    let isAlive = (0...population).map { frequency($0) > 0 && frequency($0) < 1 }
    var law = WrightFisherChain(population: population).samplingProbabilities(at: p)
    var result = [p > 0 && p < 1 ? 1.0 : 0]
    while result.count <= generations {
      result.append(zip(law, isAlive).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
      law = transitions.next(law)
    }
    return result
  }
}
