/// All facets of the hull of a few points, found through every hyperplane that enough of them span.
///
/// The slow and plain reference: integers only, nothing shared with the code under test.
package struct FacetEnumeration {
  private let points: [[Int]]
  /// Coordinates in which the hull has full dimension.
  private let coordinates: [Int]
  /// Functionals (c₀, c) on these coordinates, ≥ 0 at all points.
  private let facets: [[Int]]

  package init(_ points: [[Int]]) {
    let lifted = points.map { [1] + $0 }
    var kept = [0]
    for a in 1..<lifted[0].count {
      let more = kept + [a]
      if Self.rank(lifted.map { p in more.map { p[$0] } }) == more.count { kept.append(a) }
    }
    let chosen = lifted.map { p in kept.map { p[$0] } }
    var facets: Set<[Int]> = []
    Self.subsets(of: points.count, size: kept.count - 1) { subset in
      guard let normal = Self.normal(subset.map { chosen[$0] }, width: kept.count) else { return }
      let values = chosen.map { p in zip(p, normal).reduce(0) { $0 + $1.0 * $1.1 } }
      if values.allSatisfy({ $0 >= 0 }) { facets.insert(normal) }
      if values.allSatisfy({ $0 <= 0 }) { facets.insert(normal.map { -$0 }) }
    }
    self.points = points
    coordinates = kept
    self.facets = Array(facets)
  }

  /// The points of the smallest face; nil outside.
  package func smallestFace(_ sum: [Int], _ count: Int) -> [Int]? {
    let target = [count] + sum
    let lifted = points.map { [1] + $0 }
    if coordinates.count < target.count, Self.rank(lifted + [target]) > coordinates.count {
      return nil
    }
    var face = Array(points.indices)
    for facet in facets {
      let value = zip(coordinates, facet).reduce(0) { $0 + target[$1.0] * $1.1 }
      if value < 0 { return nil }
      if value > 0 { continue }
      face.removeAll { y in
        let p = [1] + points[y]
        return zip(coordinates, facet).reduce(0) { $0 + p[$1.0] * $1.1 } != 0
      }
    }
    return face
  }

  /// The points of every proper face: all intersections of facets that hold a point.
  package var properFaces: [[Int]] {
    let sides = facets.map { facet in
      points.indices.filter { y in
        let p = [1] + points[y]
        return zip(coordinates, facet).reduce(0) { $0 + p[$1.0] * $1.1 } == 0
      }
    }
    var faces = Set(sides)
    var latest = faces
    while !latest.isEmpty {
      let met = latest.flatMap { face in sides.map { side in face.filter(side.contains) } }
      latest = Set(met).subtracting(faces).filter { !$0.isEmpty }
      faces.formUnion(latest)
    }
    return faces.filter { !$0.isEmpty && $0.count < points.count }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func subsets(of n: Int, size: Int, _ body: ([Int]) -> Void) {
    var chosen: [Int] = []
    func extend(from start: Int) {
      if chosen.count == size { return body(chosen) }
      for y in start..<n where n - y >= size - chosen.count {
        chosen.append(y)
        extend(from: y + 1)
        chosen.removeLast()
      }
    }
    extend(from: 0)
  }

  /// Rows reduced without fractions, each divided by its greatest divisor; with the pivot columns.
  private static func echelon(_ rows: [[Int]]) -> (rows: [[Int]], pivots: [Int]) {
    var work = rows
    var pivots: [Int] = []
    for j in work[0].indices {
      guard let found = (pivots.count..<work.count).first(where: { work[$0][j] != 0 }) else {
        continue
      }
      work.swapAt(pivots.count, found)
      let pivotRow = work[pivots.count]
      for i in work.indices where i != pivots.count && work[i][j] != 0 {
        let factor = work[i][j]
        work[i] = primitive(zip(work[i], pivotRow).map { $0 * pivotRow[j] - factor * $1 })
      }
      pivots.append(j)
      if pivots.count == work.count { break }
    }
    return (work, pivots)
  }

  package static func rank(_ rows: [[Int]]) -> Int { rows.isEmpty ? 0 : echelon(rows).pivots.count }

  /// The functional which vanishes at independent vectors, one fewer than the width.
  private static func normal(_ rows: [[Int]], width: Int) -> [Int]? {
    if rows.isEmpty { return [1] }
    let (work, pivots) = echelon(rows)
    guard pivots.count == width - 1 else { return nil }
    let free = (0..<width).first { !pivots.contains($0) }!
    let multiple = pivots.indices.reduce(1) { m, i in
      let pivot = abs(work[i][pivots[i]])
      return m / divisor(m, pivot) * pivot
    }
    var normal = [Int](repeating: 0, count: width)
    normal[free] = multiple
    for (i, c) in pivots.enumerated() { normal[c] = -work[i][free] * multiple / work[i][c] }
    return primitive(normal)
  }

  private static func primitive(_ row: [Int]) -> [Int] {
    let common = row.reduce(0) { divisor($0, $1) }
    return common == 0 ? row : row.map { $0 / common }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? abs(a) : divisor(b, a % b)
  }
}
