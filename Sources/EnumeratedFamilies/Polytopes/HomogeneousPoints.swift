/// Points φ of a lattice as integer vectors p = (1, φ − φ₀), row after row.
///
/// Convex combinations of the points become non-negative combinations of the vectors, and affine
/// functionals become linear ones. The shift by the first point keeps large offsets out of the
/// arithmetic.
package struct HomogeneousPoints: Sendable {
  /// The largest magnitude of an entry of a point.
  package static let limit = UInt(1) << 31

  /// Number of points.
  package let count: Int
  /// Entries of a vector, one more than the dimension.
  package let width: Int
  /// The first point, φ₀.
  package let origin: [Int]
  /// `count × width` entries.
  package let entries: [Int]

  package init(_ points: [[Int]]) {
    precondition(
      points.allSatisfy { $0.allSatisfy { $0.magnitude <= Self.limit } }, "entries up to 2³¹")
    self.init(unbounded: points)
  }

  /// Points with entries that products may exceed.
  init(unbounded points: [[Int]]) {
    precondition(!points.isEmpty, "a hull needs a point")
    let origin = points[0]
    precondition(points.allSatisfy { $0.count == origin.count }, "points of one dimension")
    var entries: [Int] = []
    entries.reserveCapacity(points.count * (origin.count + 1))
    for point in points {
      entries.append(1)
      for (x, shift) in zip(point, origin) { entries.append(x - shift) }
    }
    self.init(count: points.count, origin: origin, entries: entries)
  }

  private init(count: Int, origin: [Int], entries: [Int]) {
    self.count = count
    self.width = origin.count + 1
    self.origin = origin
    self.entries = entries
  }

  /// Some of the vectors, about the same origin.
  package func restricted(to indices: [Int]) -> HomogeneousPoints {
    var kept: [Int] = []
    kept.reserveCapacity(indices.count * width)
    for y in indices { kept.append(contentsOf: self[y]) }
    return HomogeneousPoints(count: indices.count, origin: origin, entries: kept)
  }

  /// The vector of one point.
  package subscript(y: Int) -> ArraySlice<Int> { entries[y * width..<(y + 1) * width] }

  /// The vector (count, sum − count φ₀), which lies in the cone of the vectors if sum/count lies in
  /// the hull of the points.
  package func vector(sum: [Int], count: Int) -> [Int128] {
    [Int128(count)] + zip(sum, origin).map { Int128($0) - Int128(count) * Int128($1) }
  }

  /// The value of a linear functional at the vector of one point.
  package func value(of functional: [Int], at y: Int) -> Int128 {
    var total: Int128 = 0
    let start = y * width
    for a in 0..<width { total &+= Int128(functional[a]) &* Int128(entries[start + a]) }
    return total
  }
}
