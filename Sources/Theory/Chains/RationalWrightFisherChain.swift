import BigInt

/// The Wright–Fisher chain over the rationals: proofs for small populations.
public struct RationalWrightFisherChain: Sendable {
  /// Population n ≥ 1.
  public let population: Int

  /// The chain with population `population`, at least 1.
  public init(population: Int) {
    precondition(population >= 1, "a population of at least one is needed")
    self.population = population
  }

  /// `C(n, j) pʲ (1 − p)ⁿ⁻ʲ` for j = 0 … n, at any rational p.
  public func samplingProbabilities(at p: Rational) -> [Rational] {
    var coefficient: BigInt = 1
    return (0...population).map { j in
      defer { coefficient = coefficient * BigInt(population - j) / BigInt(j + 1) }
      return Rational(coefficient) * p.power(j) * (.one - p).power(population - j)
    }
  }

  /// `P(k′ = j | k)` for j = 0 … n.
  public func transitionProbabilities(from k: Int) -> [Rational] {
    samplingProbabilities(at: Rational(BigInt(k), BigInt(population)))
  }

  /// The exact probabilities to end all up and to end all down, from each k = 0 … n.
  ///
  /// Solves `(I − Q) h = r` by elimination over the rationals; nothing is rounded.
  public func absorptionProbabilities() -> (allUp: [Rational], allDown: [Rational]) {
    let rows = (1..<population).map(transitionProbabilities)
    var system: [[Rational]] = rows.enumerated().map { i, row in
      let matrix = (1..<population).map { j in (i == j - 1 ? Rational.one : .zero) - row[j] }
      return matrix + [row[population], row[0]]
    }
    let inner = population - 1
    for pivot in 0..<inner {
      // I − Q is diagonally dominant along every path to absorption: no pivot vanishes.
      let scale = Rational.one / system[pivot][pivot]
      system[pivot] = system[pivot].map { $0 * scale }
      for i in 0..<inner where i != pivot && system[i][pivot] != .zero {
        let factor = system[i][pivot]
        for j in pivot..<(inner + 2) {
          system[i][j] = system[i][j] - factor * system[pivot][j]
        }
      }
    }
    return (
      allUp: [.zero] + system.map { $0[inner] } + [.one],
      allDown: [.one] + system.map { $0[inner + 1] } + [.zero]
    )
  }
}
