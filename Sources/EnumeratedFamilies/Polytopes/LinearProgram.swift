import CLinearProgramming

/// A linear programme: the least cost·x subject to A x = right and lower ≤ x.
struct LinearProgram {
  /// Number of equations.
  let rows: Int
  /// A, column after column.
  private(set) var matrix: [Double] = []
  private(set) var cost: [Double] = []
  private(set) var lower: [Double] = []
  /// The right-hand sides.
  var right: [Double]

  init(rows: Int, columns: Int) {
    self.rows = rows
    right = Array(repeating: 0, count: rows)
    matrix.reserveCapacity(rows * columns)
  }

  /// Adds a variable.
  mutating func add(column: some Sequence<Double>, cost: Double = 0, lower: Double = 0) {
    matrix.append(contentsOf: column)
    self.cost.append(cost)
    self.lower.append(lower)
  }

  /// The variables and the prices of the equations at an optimum; nil if Clp finds none.
  func solve(tolerance: Double, scaling: Int) -> (variables: [Double], prices: [Double])? {
    var variables = [Double](repeating: 0, count: cost.count)
    var prices = [Double](repeating: 0, count: rows)
    let status = clp_minimise(
      Int32(rows), Int32(cost.count), matrix, cost, lower, right, tolerance, Int32(scaling),
      &variables, &prices)
    return status == 0 ? (variables, prices) : nil
  }
}
