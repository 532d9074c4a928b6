/// A loop of independent spins whose next generation hangs on one count: an exact finite chain.
///
/// A model with the frequency p of up spins gives a law of the next count k, and the count gives the next
/// model. What a policy and an estimator do to the loop is in these two functions.
public protocol SpinChain: Sendable {
  /// n: the states are the counts k = 0 … n.
  var size: Int { get }
  /// The model's frequency of up spins after a count of k.
  func frequency(_ k: Int) -> Double
  /// The probabilities of the next count 0 … n from a model of frequency `p`.
  func countProbabilities(from p: Double) -> [Double]
  /// The probabilities of the next count 0 … n after a count of k.
  ///
  /// There is a default by way of the frequency; a model that is drawn, not determined, needs its own.
  func countProbabilities(after k: Int) -> [Double]
}

extension SpinChain {
  /// Those from the model's frequency.
  public func countProbabilities(after k: Int) -> [Double] {
    countProbabilities(from: frequency(k))
  }

  /// The chain of counts.
  public var transitions: FiniteChain {
    FiniteChain(states: size + 1, row: countProbabilities(after:))
  }

  /// The stationary probabilities of k = 0 … n.
  ///
  /// - Throws: ``FiniteChainError/severalEnds(states:)`` if there is more than one stationary law.
  public func stationaryProbabilities() throws -> [Double] { try transitions.stationaryLaw() }

  /// The law of k after `generations` ≥ 1 generations from frequency `p`.
  public func law(from p: Double, generations: Int) -> [Double] {
    precondition(generations >= 1, "a law of k is that of a sample")
    return transitions.law(after: generations - 1, from: countProbabilities(from: p))
  }

  /// The counts after which some spins are up and some are down, in probability.
  private var isAlive: [Bool] {
    (0...size).map { frequency($0) > 0 && frequency($0) < 1 }
  }

  /// The probability to be alive, with a frequency inside (0, 1), after 0, 1, …, `generations`
  /// generations from frequency `p`.
  ///
  /// Costs n² multiplications a generation at most.
  public func alive(from p: Double, generations: Int) -> [Double] {
    let start = p > 0 && p < 1 ? 1.0 : 0
    if generations == 0 { return [start] }
    return [start]
      + transitions.probabilities(
        of: isAlive, from: countProbabilities(from: p), generations: generations - 1)
  }

  /// The mean number of generations to frequency 0 or 1 from frequency `p`, the first sample counted.
  ///
  /// - Throws: ``FiniteChainError/neverArrives(from:)`` if they need not be reached.
  public func meanTimeToBoundary(from p: Double) throws -> Double {
    if p == 0 || p == 1 { return 0 }
    let times = try transitions.meanTimes(to: isAlive.map { !$0 })
    return 1 + zip(countProbabilities(from: p), times).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
