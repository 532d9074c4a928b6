/// The approximate inverse of the best-conditioned square part of a matrix of full row rank.
struct GaussJordan {
  /// The columns of the square part, in its order.
  private(set) var columns: [Int] = []
  /// Its inverse, row-major.
  private(set) var inverse: [Double]

  /// Eliminates with complete pivoting; nil if the rows look dependent.
  init?(_ matrix: [Double], rows: Int, columns width: Int) {
    let stride = width + rows
    var work = [Double](repeating: 0, count: rows * stride)
    for i in 0..<rows {
      for j in 0..<width { work[i * stride + j] = matrix[i * width + j] }
      work[i * stride + width + i] = 1
    }
    var open = Array(0..<rows)
    var chosen: [Int] = []
    while !open.isEmpty {
      var best = (size: 0.0, position: 0, column: 0)
      for (position, i) in open.enumerated() {
        for j in 0..<width where abs(work[i * stride + j]) > best.size {
          best = (abs(work[i * stride + j]), position, j)
        }
      }
      guard best.size > 1e-12 else { return nil }
      let pivot = open.remove(at: best.position)
      columns.append(best.column)
      chosen.append(pivot)
      let scale = 1 / work[pivot * stride + best.column]
      for j in 0..<stride { work[pivot * stride + j] *= scale }
      for i in 0..<rows where i != pivot {
        let factor = work[i * stride + best.column]
        if factor == 0 { continue }
        for j in 0..<stride { work[i * stride + j] -= factor * work[pivot * stride + j] }
        work[i * stride + best.column] = 0
      }
    }
    inverse = chosen.flatMap { i in work[i * stride + width..<(i + 1) * stride] }
  }
}
