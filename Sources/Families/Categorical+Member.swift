import PortableMath
import Randomness

extension Categorical {
  /// A proper face of the simplex: the symbols that are left, fewer than K.
  public struct Face: Hashable, Sendable, CustomStringConvertible {
    /// In increasing order.
    public let symbols: [Int]

    /// "the symbols 2, 5".
    public var description: String {
      "the symbols \(symbols.map { "\($0)" }.joined(separator: ", "))"
    }
  }

  /// A point of the closed family: some symbols and their probabilities, all above 0.
  public struct Member: ClosedFamilyMember {
    /// K.
    public let symbols: Int
    /// The symbols with a probability above 0, in increasing order.
    public let support: [Int]
    /// Their probabilities.
    public let probabilities: [Double]

    /// `μ_a = p_a`, a = 0 … K − 2.
    public var meanParameter: SparseVector {
      let pairs = zip(support, probabilities).map { (index: $0, value: $1) }
      return SparseVector(
        dimension: symbols - 1, components: pairs.filter { $0.index < symbols - 1 })
    }

    /// `θ_a = ln(p_a/p_{K−1})`, or `nil` where a symbol is lost.
    public var naturalParameter: SparseVector? {
      guard support.count == symbols, let reference = probabilities.last else { return nil }
      return SparseVector(
        probabilities.dropLast().map { Divergence.logarithm(of: $0, over: reference) })
    }

    /// The symbols that are left, or `nil` where all are.
    public var face: Face? { support.count == symbols ? nil : Face(symbols: support) }

    /// Whether a single symbol is left.
    public var isAbsorbed: Bool { support.count == 1 }

    /// The probability of a symbol.
    public func probability(of symbol: Int) -> Double {
      var (low, high) = (0, support.count)
      while low < high {
        let middle = (low + high) / 2
        if support[middle] < symbol { low = middle + 1 } else { high = middle }
      }
      return low < support.count && support[low] == symbol ? probabilities[low] : 0
    }
  }

  /// `ln p(s)`.
  public func logDensity(of point: Int, in member: Member) -> Double {
    log(member.probability(of: point))
  }

  /// `Σ p ln(p/q)`, as a sum of terms none of which is negative; ∞ where q has lost a symbol that p has.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    var (sum, other) = (0.0, 0)
    for (symbol, probability) in zip(q.support, q.probabilities) {
      var mine = 0.0
      if other < p.support.count, p.support[other] == symbol {
        mine = p.probabilities[other]
        other += 1
      }
      sum += Divergence.mean(mine, to: probability)
    }
    // Not all symbols of p were met.
    return other == p.support.count ? sum : .infinity
  }

  // MARK: - Sampling

  /// The counts of the first K − 1 symbols among `count` points, multinomial.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SparseVector {
    let counts = withUnsafeTemporaryAllocation(of: Int.self, capacity: member.support.count) {
      counts in
      member.probabilities.withUnsafeBufferPointer {
        Multinomial.draw(count, weights: $0, into: counts, using: &generator)
      }
      return member.support.indices.filter { counts[$0] > 0 }
        .map { (index: member.support[$0], value: Double(counts[$0])) }
    }
    return SparseVector(
      dimension: dimension, components: counts.filter { $0.index < dimension })
  }

  /// One symbol, by inversion.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> Int {
    var u = generator.nextUnit()
    for (symbol, p) in zip(member.support, member.probabilities) {
      if u < p { return symbol }
      u -= p
    }
    // Rounding may leave a remainder above the last symbol.
    return member.support[member.support.count - 1]
  }
}
