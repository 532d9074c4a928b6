import NumericalMethods
import Testing

@Suite struct LinearSolveTests {
  /// The Hilbert-like system of size 6 with a known integer solution.
  @Test func knownSolution() throws {
    let n = 6
    let matrix = DenseMatrix(rows: n, columns: n) { i, j in 1 / Double(i + j + 1) }
    let solution = DenseMatrix(rows: n, columns: 2) { i, j in Double(i + 1) * (j == 0 ? 1 : -2) }
    let right = DenseMatrix(rows: n, columns: 2) { i, j in
      (0..<n).reduce(0) { $0 + matrix[i, $1] * solution[$1, j] }
    }
    let found = try solve(matrix, right)
    for i in 0..<n {
      // Condition number 1.5e7.
      #expect(abs(found[i, 0] - solution[i, 0]) < 1e-7)
      #expect(abs(found[i, 1] - solution[i, 1]) < 1e-7)
    }
  }

  @Test func pivotingIsNeeded() throws {
    let matrix = DenseMatrix(rows: 2, columns: 2) { i, j in i == j ? 0 : 1 }
    let found = try solve(matrix, DenseMatrix(rows: 2, columns: 1) { i, _ in Double(i + 3) })
    #expect(found.entries == [4, 3])
  }

  @Test func singularSystemsAreRefused() {
    let matrix = DenseMatrix(rows: 3, columns: 3) { i, j in Double(i * j) }
    #expect(throws: SingularMatrixError.self) {
      try solve(matrix, DenseMatrix(rows: 3, columns: 1) { _, _ in 1 })
    }
  }

  @Test func emptySystem() throws {
    let empty = DenseMatrix(rows: 0, columns: 0) { _, _ in 0 }
    #expect(try solve(empty, DenseMatrix(rows: 0, columns: 1) { _, _ in 0 }).entries.isEmpty)
  }
}
