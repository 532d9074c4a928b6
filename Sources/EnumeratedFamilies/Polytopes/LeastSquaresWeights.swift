/// The weights of all points with the given mean whose sum of squares is smallest.
///
/// If none is negative the mean is inside the hull, with no need for linear programming.
struct LeastSquaresWeights: Sendable {
  private let columns: [Int]
  /// The inverse of Σ p pᵀ on these columns, row-major.
  private let inverse: [Double]

  /// Prepares for many means; nil if the matrix cannot be inverted.
  ///
  /// - Parameter columns: independent entries of the vectors, as many as their rank.
  init?(_ points: HomogeneousPoints, columns: [Int]) {
    let size = columns.count
    var gram = [Double](repeating: 0, count: size * size)
    var row = [Double](repeating: 0, count: size)
    for y in 0..<points.count {
      for (i, c) in columns.enumerated() { row[i] = Double(points.entries[y * points.width + c]) }
      for i in 0..<size where row[i] != 0 {
        for j in i..<size { gram[i * size + j] += row[i] * row[j] }
      }
    }
    for i in 0..<size {
      for j in 0..<i { gram[i * size + j] = gram[j * size + i] }
    }
    guard let elimination = GaussJordan(gram, rows: size, columns: size) else { return nil }
    self.columns = columns
    // The elimination permutes the columns; put them back.
    var inverse = gram
    for (k, c) in elimination.columns.enumerated() {
      for j in 0..<size { inverse[c * size + j] = elimination.inverse[k * size + j] }
    }
    self.inverse = inverse
  }

  /// The weights, up to a common factor; nil if one is not clearly positive.
  func weights(_ target: [Int128], _ points: HomogeneousPoints) -> [Double]? {
    let size = columns.count
    var functional = [Double](repeating: 0, count: points.width)
    let right = columns.map { Double(target[$0]) / Double(target[0]) }
    for i in 0..<size {
      for j in 0..<size { functional[columns[i]] += inverse[i * size + j] * right[j] }
    }
    let floor = 1e-7 / Double(points.count)
    var weights: [Double] = []
    weights.reserveCapacity(points.count)
    for y in 0..<points.count {
      var weight = 0.0
      for a in 0..<points.width {
        weight += functional[a] * Double(points.entries[y * points.width + a])
      }
      guard weight > floor else { return nil }
      weights.append(weight)
    }
    return weights
  }
}
