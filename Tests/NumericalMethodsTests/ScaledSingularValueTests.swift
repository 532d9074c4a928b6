import Foundation
import NumericalMethods
import Testing
import _TestSupport

/// Singular values of matrices whose columns differ in length by any factor.
@Suite struct ScaledSingularValueTests {
  struct Case {
    let scales: [Double]
    let matrix: DenseMatrix
    let logarithms: [Double]
  }

  static let cases: [Case] = {
    let rows = try! Golden("scaled-singular-values", in: .module).rows
    return Dictionary(grouping: rows) { $0["case"]! }.values.map { rows in
      let lower = rows.map { $0["row"]!.split(separator: " ").map { Double($0)! } }
      return Case(
        scales: rows.map { $0.number("log_scale") },
        matrix: DenseMatrix(rows: rows.count, columns: rows.count) { i, j in
          j <= i ? lower[i][j] : 0
        },
        logarithms: rows.map { $0.number("log_singular") })
    }
  }()

  /// Against many digits, also where ratios are far below the rounding of a double, and below any double.
  @Test func agreesWithManyDigits() {
    #expect(Self.cases.count == 4)
    for expected in Self.cases {
      let found = logSingularValues(of: expected.matrix, logScales: expected.scales)
      for (a, b) in zip(found, expected.logarithms) {
        #expect(abs(a - b) < 1e-13 * max(1, abs(b)), "\(a), not \(b)")
      }
    }
  }

  /// The product is the determinant; a common factor and the order of the columns do no more than they should.
  @Test func invariances() {
    for matrix in Self.cases.map(\.matrix) {
      let n = matrix.rows
      let scales = (0..<n).map { -30 * Double($0 * $0) }
      let values = logSingularValues(of: matrix, logScales: scales)
      let determinant = scales.reduce(0, +)
      #expect(abs(values.reduce(0, +) - determinant) < 1e-12 * max(1, -determinant))
      let scaled = logSingularValues(of: matrix, logScales: scales.map { $0 - 5000 })
      let reversed = logSingularValues(
        of: DenseMatrix(rows: n, columns: n) { matrix[$0, n - 1 - $1] },
        logScales: scales.reversed())
      for i in 0..<n {
        #expect(abs(values[i] - 5000 - scaled[i]) < 1e-11)
        #expect(abs(values[i] - reversed[i]) < 1e-11)
      }
    }
  }

  @Test func smallestMatrices() {
    #expect(
      logSingularValues(of: DenseMatrix(rows: 0, columns: 0) { _, _ in 0 }, logScales: []) == [])
    let one = logSingularValues(
      of: DenseMatrix(rows: 1, columns: 1) { _, _ in -1 }, logScales: [-7])
    #expect(one == [-7])
    // Columns already orthogonal, in the wrong order.
    let diagonal = DenseMatrix(rows: 2, columns: 2) { $0 == $1 ? 1 : 0 }
    #expect(logSingularValues(of: diagonal, logScales: [-900, 3]) == [3, -900])
  }
}
