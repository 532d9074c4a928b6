/// Independent vectors among some points, and the entries in which they are a square matrix.
struct Basis: Sendable {
  /// The points.
  let rows: [Int]
  /// As many entries of the vectors.
  let columns: [Int]
  /// The inverse of the square matrix.
  let inverse: BoundedInverse

  /// Takes each point, in the order given, which does not depend on those before; nil if the
  /// square matrix is too ill-conditioned for floating-point numbers.
  init?(of points: HomogeneousPoints, order: [Int]) {
    var span = ModularSpan(width: points.width, field: PrimeField.all[0])
    var rows: [Int] = []
    for y in order where !span.contains(points[y]) {
      span.insert(points[y])
      rows.append(y)
      if rows.count == points.width { break }
    }
    let matrix = rows.flatMap { points[$0].map(Double.init) }
    guard
      let elimination = GaussJordan(matrix, rows: rows.count, columns: points.width)
    else { return nil }
    let columns = elimination.columns
    let square = rows.flatMap { y in columns.map { points.entries[y * points.width + $0] } }
    guard
      let inverse = BoundedInverse(
        of: square, approximately: elimination.inverse, size: rows.count)
    else { return nil }
    self.rows = rows
    self.columns = columns
    self.inverse = inverse
  }
}
