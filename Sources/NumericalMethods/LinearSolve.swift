import CNumericalMethods

/// A dense matrix, row after row.
public struct DenseMatrix: Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// `rows × columns` entries, row-major.
  public var entries: [Double]

  /// A matrix whose entry in row `i` and column `j` is `entry(i, j)`.
  public init(rows: Int, columns: Int, entry: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    entries = []
    entries.reserveCapacity(rows * columns)
    for i in 0..<rows {
      for j in 0..<columns { entries.append(entry(i, j)) }
    }
  }

  /// The entry in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double {
    get { entries[i * columns + j] }
    set { entries[i * columns + j] = newValue }
  }
}

/// A linear system without a unique solution to working accuracy.
public struct SingularMatrixError: Error, CustomStringConvertible {
  /// Number of equations.
  public let size: Int
  /// One sentence for people.
  public var description: String {
    "the \(size) × \(size) linear system is singular to working accuracy"
  }
}

/// Solves `A X = B` by LU decomposition with partial pivoting (Eigen).
///
/// - Parameters:
///   - a: a square matrix, n × n.
///   - b: n × columns right-hand sides.
/// - Returns: X, n × columns.
/// - Throws: ``SingularMatrixError``.
public func solve(_ a: DenseMatrix, _ b: DenseMatrix) throws(SingularMatrixError) -> DenseMatrix {
  precondition(a.rows == a.columns && b.rows == a.rows, "shapes do not match")
  var x = b
  if a.rows == 0 { return x }
  guard cnm_solve(a.entries, &x.entries, Int32(a.rows), Int32(b.columns)) == 0 else {
    throw SingularMatrixError(size: a.rows)
  }
  return x
}
