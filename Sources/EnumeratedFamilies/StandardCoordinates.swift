/// Coordinates on the plane of some lattice points, uncorrelated over them and of mean square 1.
///
/// On a face some statistics follow from others; and a fit in those that are left would lose digits where
/// they are of unlike size or strongly correlated. Linear in the statistics: `y = T (φ − φ₀ − centre)`.
struct StandardCoordinates: Sendable {
  /// The least part of a statistic, relative to all of it, that counts as not following from others.
  private static let threshold = 1e-10

  /// Number of coordinates.
  let rank: Int
  /// Statistics that no coordinate depends on, since they follow from others.
  let skipped: [Int]
  private let points: [ArraySlice<Int128>]
  /// φ₀, a point; differences from it are exact.
  private let origin: ArraySlice<Int128>
  private let centre: [Double]
  /// T, row after row.
  private let transform: [[Double]]
  /// The coordinates of each point, one after the other.
  let places: [Double]

  /// Coordinates for some rows of a table of integers.
  ///
  /// - Parameter weights: how much each point counts, ≥ 0; the same unless given.
  init(_ points: [ArraySlice<Int128>], weights: [Double]? = nil) {
    let weights = weights ?? points.map { _ in 1 }
    let total = weights.reduce(0, +)
    let origin = points[0]
    let shifted = points.map { point in zip(point, origin).map { Double($0 - $1) } }
    let centre = (0..<origin.count).map { a in
      zip(weights, shifted).reduce(0) { $0 + $1.0 * $1.1[a] } / total
    }
    let roots = weights.map { ($0 / total).squareRoot() }
    let basis = Self.basis(
      of: (0..<origin.count).map { a in zip(roots, shifted).map { $0 * ($1[a] - centre[a]) } })
    self.points = points
    self.origin = origin
    self.centre = centre
    transform = basis.rows
    skipped = (0..<origin.count).filter { !basis.pivots.contains($0) }
    rank = basis.rows.count
    places = shifted.flatMap { point in
      Self.applied(basis.rows, to: zip(point, centre).map { $0 - $1 })
    }
  }

  /// The coordinates of each point about the mean of some data, one point after the other.
  ///
  /// They are taken by way of the point next to the mean, since the difference from that is one of
  /// integers: a mean a hair's breadth from a vertex keeps its digits.
  func arms(about data: LatticeSum) -> [Double] {
    let place = Self.applied(transform, to: data.arm(from: origin))
    let centred = zip(place, Self.applied(transform, to: centre)).map { $0 - $1 }
    let next = points.indices.min { distance($0, centred) < distance($1, centred) } ?? 0
    let offset = Self.applied(transform, to: data.arm(from: points[next]))
    return places.indices.map { i in
      places[i] - places[next * rank + i % rank] - offset[i % rank]
    }
  }

  private func distance(_ point: Int, _ place: [Double]) -> Double {
    (0..<rank).reduce(0) { sum, k in
      let d = places[point * rank + k] - place[k]
      return sum + d * d
    }
  }

  /// The θ, in units of the lattice, with `θ·φ = λ·y` up to a constant.
  func pullBack(_ λ: [Double]) -> [Double] {
    (0..<origin.count).map { a in zip(λ, transform).reduce(0) { $0 + $1.0 * $1.1[a] } }
  }

  /// How far each coordinate ranges.
  var ranges: [Double] {
    (0..<rank).map { k in
      let values = stride(from: k, to: places.count, by: rank).map { places[$0] }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
  }

  private static func applied(_ rows: [[Double]], to arm: [Double]) -> [Double] {
    rows.map { row in zip(row, arm).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Combinations of columns, one for each statistic, that are orthonormal, by elimination of the column of which most is left.
  private static func basis(of columns: [[Double]]) -> (rows: [[Double]], pivots: Set<Int>) {
    let sizes = columns.map { product($0, $0) }
    var columns = columns
    // What is left of each column, as a combination of all.
    var rests = columns.indices.map { a in columns.indices.map { $0 == a ? 1.0 : 0 } }
    var rows: [[Double]] = []
    var pivots: Set<Int> = []
    var open = columns.indices.filter { sizes[$0] > 0 }
    while true {
      let parts = open.map { product(columns[$0], columns[$0]) / sizes[$0] }
      guard let best = parts.indices.max(by: { parts[$0] < parts[$1] }),
        parts[best] > threshold * threshold
      else { return (rows, pivots) }
      let pivot = open.remove(at: best)
      let norm = product(columns[pivot], columns[pivot]).squareRoot()
      let column = columns[pivot].map { $0 / norm }
      let row = rests[pivot].map { $0 / norm }
      rows.append(row)
      pivots.insert(pivot)
      for k in open {
        let overlap = product(columns[k], column)
        subtract(overlap, column, from: &columns[k])
        subtract(overlap, row, from: &rests[k])
      }
    }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func subtract(_ factor: Double, _ a: [Double], from b: inout [Double]) {
    for i in a.indices { b[i] -= factor * a[i] }
  }
}
