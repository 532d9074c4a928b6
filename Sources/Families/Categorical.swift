import PortableMath
import Randomness

/// The categorical family, K symbols each with a probability of its own.
///
/// Eq. 9: one parameter per configuration, as in the random energy model. `φ_a(s)` is 1 for s = a and 0 else,
/// a = 0 … K − 2; the last symbol is the reference, so that θ is unique: `θ_a = ln(p_a/p_{K−1})`,
/// `A(θ) = ln(1 + Σ exp θ_a)`, `J = diag(p) − ppᵀ`, h = 1. The convex support is a simplex, and its faces
/// are the sets of symbols that are left. Counts of M points are multinomial.
public struct Categorical: ExponentialFamily {
  /// K ≥ 2.
  public let symbols: Int

  /// The family of K = `symbols` symbols, at least 2; fewer stop the program.
  public init(symbols: Int) {
    precondition(symbols >= 2, "at least two symbols are needed")
    self.symbols = symbols
  }

  /// A symbol, from 0 to K − 1.
  public typealias DataPoint = Int

  /// K − 1.
  public var dimension: Int { symbols - 1 }

  // MARK: - Primitives

  /// `A(θ) = ln(1 + Σ exp θ_a)`.
  public func logPartition(at θ: SparseVector) -> Double {
    let (sum, largest) = weights(at: θ)
    return largest + log(sum.reduce(0, +))
  }

  /// `μ_a(θ) = p_a`.
  public func meanParameter(at θ: SparseVector) -> SparseVector {
    SparseVector(Array(probabilities(at: θ).dropLast()))
  }

  /// `J(θ) = diag(p) − ppᵀ`.
  public func fisherInformation(at θ: SparseVector) -> DiagonalAndOuterProduct {
    let p = Array(probabilities(at: θ).dropLast())
    return DiagonalAndOuterProduct(diagonal: p, weight: 1, vector: SparseVector(p))
  }

  /// `1 − K p_a`, since det J is the product of all K probabilities.
  public func logDeterminantGradient(at θ: SparseVector) -> SparseVector {
    SparseVector(probabilities(at: θ).dropLast().map { 1 - Double(symbols) * $0 })
  }

  /// The weights of all K symbols relative to the largest, and the logarithm of that one.
  private func weights(at θ: SparseVector) -> (weights: [Double], largest: Double) {
    precondition(θ.dimension == dimension || θ.dimension == 0, "θ has K − 1 components")
    let largest = max(0, θ.values.max() ?? 0)
    var weights = [Double](repeating: exp(-largest), count: symbols)
    for (a, value) in zip(θ.indices, θ.values) { weights[a] = exp(value - largest) }
    return (weights, largest)
  }

  private func probabilities(at θ: SparseVector) -> [Double] {
    let weights = weights(at: θ).weights
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// 1 at the symbol's place; all 0 for the last symbol.
  ///
  /// - Parameter point: from 0 to K − 1.
  public func statistic(of point: Int) -> SparseVector {
    SparseVector(
      dimension: dimension, components: point < dimension ? [(index: point, value: 1)] : [])
  }

  /// 0: the base measure counts symbols.
  public func logBaseMeasure(of point: Int) -> Double { 0 }

  /// 1 for each.
  public var parameterScales: SparseVector {
    SparseVector([Double](repeating: 1, count: dimension))
  }

  // MARK: - The closed family

  /// Parameters whose least probability does not underflow.
  public func admits(_ θ: SparseVector) -> Bool { probabilities(at: θ).allSatisfy { $0 > 0 } }

  /// The member with natural parameter θ, whose least probability must not underflow; else it stops the
  /// program.
  public func member(at θ: SparseVector) -> Member {
    let p = probabilities(at: θ)
    precondition(p.allSatisfy { $0 > 0 }, "a probability underflows: |θ| is too large")
    return Member(symbols: symbols, support: Array(0..<symbols), probabilities: p)
  }

  /// The member with the given probabilities ≥ 0 of all K symbols, up to a factor; one that underflows
  /// is 0.
  public func member(probabilities weights: [Double]) -> Member {
    let sum = weights.reduce(0, +)
    precondition(
      weights.count == symbols && sum > 0 && sum < .infinity && weights.allSatisfy { $0 >= 0 },
      "a probability for each symbol is needed")
    let support = (0..<symbols).filter { weights[$0] / sum > 0 }
    return Member(
      symbols: symbols, support: support, probabilities: support.map { weights[$0] / sum })
  }

  /// `−Σ p ln p`.
  public func entropy(of member: Member) -> Double {
    -member.probabilities.reduce(0) { $0 + $1 * log($1) }
  }

  /// The frequencies of the symbols; those that do not occur are lost.
  ///
  /// For up to 2⁵⁰ points.
  public func maximumLikelihood(
    _ data: SufficientStatistics<SparseVector>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let counts = try counts(in: data)
    return Member(
      symbols: symbols, support: counts.map(\.symbol),
      probabilities: counts.map { $0.count / data.count })
  }

  /// How often each symbol occurs, those that do not left out.
  private func counts(
    in data: SufficientStatistics<SparseVector>
  ) throws(EstimationError) -> [(symbol: Int, count: Double)] {
    var counts = zip(data.sum.indices, data.sum.values).map { (symbol: $0, count: $1) }
    var rest = data.count - counts.reduce(0) { $0 + $1.count }
    // Fractional counts leave rounding; whole ones do not.
    if abs(rest) < 0x1p-50 * data.count { rest = 0 }
    guard rest >= 0, counts.allSatisfy({ $0.count > 0 }) else {
      throw .outsideSupport(
        mean: "of \(counts.count) symbols", allowed: "the simplex of \(symbols) symbols")
    }
    if rest > 0 { counts.append((symbols - 1, rest)) }
    return counts
  }

  /// The maximum-likelihood estimate after half a point more of every symbol.
  public func startingPoint(
    for data: SufficientStatistics<SparseVector>
  ) throws(EstimationError) -> SparseVector {
    guard data.count > 0 else { throw .noData }
    var counts = [Double](repeating: 0.5, count: symbols)
    for (symbol, count) in try self.counts(in: data) { counts[symbol] += count }
    return SparseVector(counts.dropLast().map { log($0 / counts[symbols - 1]) })
  }
}
