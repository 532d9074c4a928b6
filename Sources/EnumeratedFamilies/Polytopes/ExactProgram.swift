import BigInt

/// The simplex method in exact integers with Bland's rule, for the weights λ ≥ 0 with Σ λ p = target.
///
/// The entries of the tableau are integers over the common denominator of the last pivot (Edmonds).
/// It is slow, but it always ends, and it knows no tolerance.
package struct ExactProgram {
  /// `[matrix | target]` after the pivots so far, times `denominator`.
  private var tableau: [[BigInt]]
  private var denominator: BigInt = 1
  /// The variable of each row; nil while it is an artificial one.
  private var basis: [Int?]
  private let columns: Int

  package init(_ points: HomogeneousPoints, target: [Int128]) {
    self.init(
      (0..<points.count).map { points[$0].map { BigInt($0) } }, target: target.map { BigInt($0) })
  }

  /// - Parameter vectors: p, point after point.
  init(_ vectors: [[BigInt]], target: [BigInt]) {
    columns = vectors.count
    tableau = target.indices.map { a in
      let sign: BigInt = target[a] < 0 ? -1 : 1
      return vectors.map { sign * $0[a] } + [sign * target[a]]
    }
    basis = target.map { _ in nil }
  }

  /// The points which have a positive weight in some solution; nil if there is no solution.
  ///
  /// The sum over the points without a positive weight so far is maximised until it stays zero.
  package mutating func support() -> [Int]? {
    maximise(artificialCost: -1, costs: [])
    for i in basis.indices where basis[i] == nil && tableau[i][columns] != 0 { return nil }
    dropArtificials()
    var open = Set(0..<columns)
    var found: [Int] = []
    while true {
      maximise(artificialCost: 0, costs: open)
      var positive: [Int] = []
      for (i, variable) in basis.enumerated() where tableau[i][columns] != 0 {
        if let variable, open.contains(variable) { positive.append(variable) }
      }
      if positive.isEmpty { return found.sorted() }
      found += positive
      open.subtract(positive)
    }
  }

  /// Pivots until no variable of positive reduced cost is left; the costs are 1 on `costs`.
  private mutating func maximise(artificialCost: BigInt, costs: Set<Int>) {
    while let entering = entering(artificialCost, costs), let row = leaving(entering) {
      pivot(row, entering)
    }
  }

  /// The first variable which improves the sum.
  private func entering(_ artificialCost: BigInt, _ costs: Set<Int>) -> Int? {
    let basic = Set(basis.compactMap { $0 })
    let rowCosts = basis.map { v in v.map { costs.contains($0) ? BigInt(1) : 0 } ?? artificialCost }
    return (0..<columns).first { j in
      if basic.contains(j) { return false }
      var reduced: BigInt = costs.contains(j) ? denominator : 0
      for (i, cost) in rowCosts.enumerated() where cost != 0 { reduced -= cost * tableau[i][j] }
      return reduced > 0
    }
  }

  /// The row of the least ratio; among equals artificial variables first, then the first variable.
  private func leaving(_ j: Int) -> Int? {
    var best: Int?
    for i in basis.indices where tableau[i][j] > 0 {
      guard let current = best else {
        best = i
        continue
      }
      let left = tableau[i][columns] * tableau[current][j]
      let right = tableau[current][columns] * tableau[i][j]
      if left < right || (left == right && (basis[i] ?? -1) < (basis[current] ?? -1)) { best = i }
    }
    return best
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let pivot = tableau[row][column]
    let pivotRow = tableau[row]
    for i in basis.indices where i != row {
      let factor = tableau[i][column]
      for j in 0...columns {
        tableau[i][j] = (tableau[i][j] * pivot - factor * pivotRow[j]) / denominator
      }
    }
    basis[row] = column
    denominator = pivot
    guard denominator < 0 else { return }
    denominator.negate()
    for i in basis.indices {
      for j in 0...columns { tableau[i][j].negate() }
    }
  }

  /// Puts variables into the rows of artificial ones, all zero by now, and drops redundant rows.
  private mutating func dropArtificials() {
    for i in basis.indices where basis[i] == nil {
      if let j = (0..<columns).first(where: { tableau[i][$0] != 0 }) { pivot(i, j) }
    }
    let kept = basis.indices.filter { basis[$0] != nil }
    tableau = kept.map { tableau[$0] }
    basis = kept.map { basis[$0] }
  }
}
