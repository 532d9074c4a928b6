/// The span of some integer vectors modulo a prime, as linear equations for the entries of its
/// vectors.
///
/// Each free entry is a combination of the pivot entries. A vector enters as plain integers, so a
/// sum of products is reduced once.
package struct ModularSpan: Sendable {
  private let field: PrimeField
  /// The entries which determine the others.
  package private(set) var pivots: [Int] = []
  private var free: [Int]
  /// For each free entry, its coefficients on the pivots, in Montgomery's form.
  private var equations: [[UInt64]]

  /// The span of no vectors.
  package init(width: Int, field: PrimeField) {
    self.field = field
    free = Array(0..<width)
    equations = Array(repeating: [], count: width)
  }

  /// The number of independent vectors.
  package var rank: Int { pivots.count }

  /// Whether a vector lies in the span.
  package func contains(_ vector: ArraySlice<Int>) -> Bool {
    let start = vector.startIndex
    for (k, f) in free.enumerated() {
      var sum: Int128 = 0
      equations[k].withUnsafeBufferPointer { equation in
        for (i, c) in pivots.enumerated() {
          sum &+= Int128(vector[start + c]) &* Int128(equation[i])
        }
      }
      let entry = vector[start + f]
      let reduced = field.reduce(sum.magnitude)
      if field.residue(entry) != (sum < 0 ? field.subtract(0, reduced) : reduced) { return false }
    }
    return true
  }

  /// Whether a vector of large integers lies in the span.
  package func contains(_ vector: [Int128]) -> Bool {
    let form = vector.map { field.representative(of: $0) }
    return residuals(of: form).allSatisfy { $0 == 0 }
  }

  /// Adds a vector to the span, unless it lies there already.
  @discardableResult
  package mutating func insert(_ vector: ArraySlice<Int>) -> Bool {
    let form = vector.map { field.representative(of: Int128($0)) }
    let residuals = residuals(of: form)
    guard let k = residuals.firstIndex(where: { $0 != 0 }) else { return false }
    // The new equation: (entry k) = Σ (pivot entries) … becomes one for every other free entry.
    let inverse = field.inverse(of: residuals[k])
    let pivotEquation = equations[k]
    for j in free.indices where j != k {
      let ratio = field.multiply(residuals[j], inverse)
      if ratio != 0 {
        for i in pivots.indices {
          equations[j][i] = field.subtract(
            equations[j][i], field.multiply(ratio, pivotEquation[i]))
        }
      }
      equations[j].append(ratio)
    }
    pivots.append(free[k])
    free.remove(at: k)
    equations.remove(at: k)
    return true
  }

  /// By how much each free entry misses its equation.
  private func residuals(of form: [UInt64]) -> [UInt64] {
    free.indices.map { k in
      var rest = form[free[k]]
      for (i, c) in pivots.enumerated() where form[c] != 0 {
        rest = field.subtract(rest, field.multiply(form[c], equations[k][i]))
      }
      return rest
    }
  }
}
