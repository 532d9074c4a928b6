import NumericalMethods

/// Markov chains on finitely many states, by dense linear algebra.
public enum FiniteChain {
  /// The stationary probabilities of a chain with a single recurrent class.
  ///
  /// - Parameter rows: the transition probabilities from each state.
  /// - Throws: ``SingularMatrixError`` if the stationary law is not unique.
  public static func stationaryLaw(rows: [[Double]]) throws(SingularMatrixError) -> [Double] {
    let count = rows.count
    // π(I − P) = 0 with one equation replaced by Σπ = 1, transposed.
    let system = DenseMatrix(rows: count, columns: count) { i, j in
      i == count - 1 ? 1 : (i == j ? 1 : 0) - rows[j][i]
    }
    let right = DenseMatrix(rows: count, columns: 1) { i, _ in i == count - 1 ? 1 : 0 }
    return try solve(system, right).entries.map { max(0, $0) }
  }
}
