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

  /// The largest distance `max |P(X ≤ x) − limit(x)|` over all x between a law on 0, 1, 2, … and a
  /// continuous one.
  ///
  /// - Parameter limit: the continuous distribution function at the place of each k.
  public static func distance(of probabilities: [Double], to limit: (Int) -> Double) -> Double {
    var below = 0.0
    return probabilities.enumerated().reduce(0.0) { largest, entry in
      let limit = limit(entry.offset)
      let before = below
      below += entry.element
      // Just below a jump and at its top.
      return max(largest, abs(before - limit), abs(below - limit))
    }
  }
}

/// The transition probabilities of a chain without those below 1e−30.
///
/// Leaving them out changes no probability by more than n·t·1e−30 after t generations.
struct BandedTransitions: Sendable {
  private let rows: [(first: Int, values: [Double])]

  init(rows: [[Double]]) {
    self.rows = rows.map { row in
      let first = row.firstIndex { $0 > 1e-30 } ?? 0
      let last = row.lastIndex { $0 > 1e-30 } ?? 0
      return (first: first, values: Array(row[first...last]))
    }
  }

  /// The law one generation after `law`.
  func next(_ law: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: rows.count)
    for (k, weight) in law.enumerated() where weight > 0 {
      let (first, values) = rows[k]
      for (offset, value) in values.enumerated() { next[first + offset] += weight * value }
    }
    return next
  }

  /// `E f(k′)` from each state k.
  func expectation(of f: [Double]) -> [Double] {
    rows.map { first, values in
      values.indices.reduce(0) { $0 + values[$1] * f[first + $1] }
    }
  }
}
