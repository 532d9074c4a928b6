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
  public init(population: Int, prior: BetaPrior) {
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

  /// The laws of k after 1, 2, …, `generations` generations, from frequency `p`.
  public func laws(from p: Double, generations: Int) -> [[Double]] {
    guard generations > 0 else { return [] }
    let transitions = BandedTransitions(rows: rows)
    var law = WrightFisherChain(population: population).samplingProbabilities(at: p)
    var result = [law]
    while result.count < generations {
      law = transitions.next(law)
      result.append(law)
    }
    return result
  }

  /// The probability to be alive, with a frequency inside (0, 1), after 0, 1, …, `generations`
  /// generations from frequency `p`.
  public func alive(from p: Double, generations: Int) -> [Double] {
    let isAlive = (0...population).map { frequency($0) > 0 && frequency($0) < 1 }
    return [p > 0 && p < 1 ? 1 : 0]
      + laws(from: p, generations: generations).map { law in
        zip(law, isAlive).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      }
  }
}
