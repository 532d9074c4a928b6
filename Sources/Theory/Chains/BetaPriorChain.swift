import Families

/// Spins under maximum a posteriori with a Beta prior in some coordinate: the exact chain.
///
/// With k of n = NM spins up the next frequency is `(k + α)/(n + α + β)`, cut off at 0 and 1; α and β
/// depend on the coordinate of the prior.
public struct BetaPriorChain: SpinChain {
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

  /// n.
  public var size: Int { population }

  /// Binomial.
  public func countProbabilities(from p: Double) -> [Double] {
    WrightFisherChain(population: population).countProbabilities(from: p)
  }
}
