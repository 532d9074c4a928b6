import NumericalMethods

/// The haploid Wright–Fisher chain on k = 0 … n: `k′ ~ Binomial(n, k/n)`, exactly, at finite n.
///
/// Closed-loop maximum likelihood of N independent spins with M samples a generation is this chain
/// with n = NM and k the number of spins up in the whole training set; k = 0 and k = n absorb.
public struct WrightFisherChain: SpinChain {
  /// Population n ≥ 1.
  public let population: Int

  /// The chain with population `population`, at least 1.
  public init(population: Int) {
    precondition(population >= 1, "a population of at least one is needed")
    self.population = population
  }

  /// n.
  public var size: Int { population }

  /// k/n.
  public func frequency(_ k: Int) -> Double { Double(k) / Double(population) }

  /// ``samplingProbabilities(at:)``.
  public func countProbabilities(from p: Double) -> [Double] { samplingProbabilities(at: p) }

  /// `P(k′ = j)` for all j = 0 … n when the model has frequency `p`.
  ///
  /// One probability comes from the incomplete beta function, the others from their ratios, outward
  /// from the mode; relative error below n ulp. Entries below 1e−300 are zero.
  ///
  /// - Parameter p: in [0, 1]; need not be a multiple of 1/n.
  public func samplingProbabilities(at p: Double) -> [Double] {
    precondition(p >= 0 && p <= 1, "a frequency lies in [0, 1]")
    var row = [Double](repeating: 0, count: population + 1)
    if p == 0 || p == 1 {
      row[p == 0 ? 0 : population] = 1
      return row
    }
    let n = Double(population)
    let odds = p / (1 - p)
    let mode = min(population, Int((n + 1) * p))
    row[mode] = BinomialLaw(trials: n, probability: p).probability(of: Double(mode))
    var j = mode
    while j < population, row[j] > 1e-300 {
      row[j + 1] = row[j] * odds * (Double(population - j) / Double(j + 1))
      j += 1
    }
    j = mode
    while j > 0, row[j] > 1e-300 {
      row[j - 1] = row[j] / odds * (Double(j) / Double(population - j + 1))
      j -= 1
    }
    return row
  }

  /// The probability to end all up, from each k = 0 … n, by elimination.
  ///
  /// Equals k/n by Eq. 8; solved here without using that, as a check.
  public func fixationProbabilities() throws -> [Double] {
    try transitions.probabilities(ofEndingAt: population, among: isEnd)
  }

  /// The mean number of generations to absorption, from each k = 0 … n.
  public func meanAbsorptionTimes() throws -> [Double] { try transitions.meanTimes(to: isEnd) }

  private var isEnd: [Bool] { (0...population).map { $0 == 0 || $0 == population } }

  /// The mean number of generations to absorption from a model of frequency `p`, the first sample
  /// counted.
  ///
  /// - Parameter p: in [0, 1]; need not be a multiple of 1/n.
  public func meanAbsorptionTime(from p: Double) throws -> Double {
    try meanTimeToBoundary(from: p)
  }

  /// `P(T ≤ t)` for t = 0 … `generations`, T the absorption time from frequency `p`.
  ///
  /// States k and n − k have the same absorption time, so the chain of the classes {k, n − k} will do. Costs
  /// n²/4 multiplications a generation at most.
  public func absorptionTimeDistribution(from p: Double, generations: Int) -> [Double] {
    if p == 0 || p == 1 { return [Double](repeating: 1, count: generations + 1) }
    if generations == 0 { return [0] }
    let classes = population / 2 + 1
    let transitions = FiniteChain(states: classes) { folded(countProbabilities(after: $0)) }
    return [0]
      + transitions.probabilities(
        of: (0..<classes).map { $0 == 0 }, from: folded(countProbabilities(from: p)),
        generations: generations - 1)
  }

  /// Probabilities of the classes {k, n − k}, named by the smaller member.
  private func folded(_ row: [Double]) -> [Double] {
    (0...(population / 2)).map { j in
      2 * j == population ? row[j] : row[j] + row[population - j]
    }
  }
}
