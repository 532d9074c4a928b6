import NumericalMethods

/// The haploid Wright–Fisher chain on k = 0 … n: `k′ ~ Binomial(n, k/n)`, exactly, at finite n.
///
/// Closed-loop maximum likelihood of N independent spins with M samples a generation is this chain
/// with n = NM and k the number of spins up in the whole training set; k = 0 and k = n absorb.
public struct WrightFisherChain: Sendable {
  /// Population n ≥ 1.
  public let population: Int

  /// The chain with population `population`, at least 1.
  public init(population: Int) {
    precondition(population >= 1, "a population of at least one is needed")
    self.population = population
  }

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

  /// `P(k′ = j | k)` for all j = 0 … n.
  public func transitionProbabilities(from k: Int) -> [Double] {
    samplingProbabilities(at: Double(k) / Double(population))
  }

  /// The probability to end all up, from each k = 0 … n, by solving the linear system.
  ///
  /// Equals k/n by Eq. 8; solved here without using that, as a check. The system has n − 1 unknowns.
  ///
  /// - Throws: ``SingularMatrixError`` if the system is numerically singular.
  public func fixationProbabilities() throws -> [Double] {
    let inner = population - 1
    let rows = (1..<population).map(transitionProbabilities)
    let system = DenseMatrix(rows: inner, columns: inner) { i, j in
      (i == j ? 1 : 0) - rows[i][j + 1]
    }
    let right = DenseMatrix(rows: inner, columns: 1) { i, _ in rows[i][population] }
    return [0] + (try solve(system, right).entries) + [1]
  }

  /// The mean number of generations to absorption, from each k = 0 … n.
  ///
  /// States k and n − k have the same absorption time, so the system is folded to n/2 unknowns.
  ///
  /// - Throws: ``SingularMatrixError`` if the system is numerically singular.
  public func meanAbsorptionTimes() throws -> [Double] {
    let rows = (0...(population / 2)).map { folded(transitionProbabilities(from: $0)) }
    let inner = rows.count - 1
    let system = DenseMatrix(rows: inner, columns: inner) { i, j in
      (i == j ? 1 : 0) - rows[i + 1][j + 1]
    }
    let right = DenseMatrix(rows: inner, columns: 1) { _, _ in 1 }
    let times = [0] + (try solve(system, right).entries)
    return (0...population).map { times[min($0, population - $0)] }
  }

  /// The mean number of generations to absorption from a model of frequency `p`, the first sample
  /// counted.
  ///
  /// - Parameter p: in [0, 1]; need not be a multiple of 1/n.
  /// - Throws: ``SingularMatrixError`` if the system is numerically singular.
  public func meanAbsorptionTime(from p: Double) throws -> Double {
    if p == 0 || p == 1 { return 0 }
    let times = try meanAbsorptionTimes()
    return 1 + zip(samplingProbabilities(at: p), times).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// `P(T ≤ t)` for t = 0 … `generations`, T the absorption time from frequency `p`.
  ///
  /// Costs n²/4 multiplications a generation at most.
  public func absorptionTimeDistribution(from p: Double, generations: Int) -> [Double] {
    if p == 0 || p == 1 { return [Double](repeating: 1, count: generations + 1) }
    let transitions = BandedTransitions(
      rows: (0...(population / 2)).map { folded(transitionProbabilities(from: $0)) })
    var law = folded(samplingProbabilities(at: p))
    var distribution = [0.0]
    distribution.reserveCapacity(generations + 1)
    while distribution.count <= generations {
      distribution.append(law[0])
      law = transitions.next(law)
    }
    return distribution
  }

  /// Probabilities of the classes {k, n − k}, named by the smaller member.
  private func folded(_ row: [Double]) -> [Double] {
    (0...(population / 2)).map { j in
      2 * j == population ? row[j] : row[j] + row[population - j]
    }
  }
}
