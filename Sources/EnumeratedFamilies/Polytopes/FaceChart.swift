/// Orthonormal coordinates in the plane of some points, about their centre.
struct FaceChart {
  private let centre: [Double]
  /// Orthonormal directions.
  private let directions: [[Double]]
  /// The points.
  private let places: [[Double]]
  /// The largest magnitude of an entry of a point about the centre.
  let size: Double

  init(_ points: HomogeneousPoints, _ members: [Int]) {
    let vectors = members.map { points[$0].dropFirst().map(Double.init) }
    let width = points.width - 1
    let centre = (0..<width).map { a in
      vectors.reduce(0) { $0 + $1[a] } / Double(vectors.count)
    }
    let arms = vectors.map { zip($0, centre).map { $0 - $1 } }
    let size = arms.reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
    var directions: [[Double]] = []
    for arm in arms where directions.count < width {
      // Twice, since once leaves rounding errors in a short rest.
      let rest = Self.rest(Self.rest(arm, directions), directions)
      let norm = Self.norm(rest)
      if norm > 1e-9 * size { directions.append(rest.map { $0 / norm }) }
    }
    self.centre = centre
    self.size = size
    self.directions = directions
    places = arms.map { arm in directions.map { Self.product($0, arm) } }
  }

  /// The coordinates of a position, and its distance from the plane.
  func coordinates(of position: [Double]) -> (place: [Double], height: Double) {
    let arm = zip(position, centre).map { $0 - $1 }
    let height = Self.norm(Self.rest(arm, directions))
    return (directions.map { Self.product($0, arm) }, height)
  }

  /// The side of the hull that the line from the centre through a place meets: its points and its
  /// distance from the place, < 0 for one outside; nil if linear programming fails.
  ///
  /// This is the largest multiple of the place in the hull; the prices are the normal of the side.
  func side(facing place: [Double]) -> (members: [Int], distance: Double)? {
    // At the centre itself every direction is as good.
    let isCentral = Self.norm(place) < 1e-12 * size
    let farthest = places.max { Self.norm($0) < Self.norm($1) } ?? place
    let aim = isCentral ? farthest : place
    let unit = Self.norm(aim)
    guard unit > 0 else { return nil }
    var program = LinearProgram(rows: aim.count + 1, columns: places.count + 1)
    for x in places { program.add(column: x.map { $0 / size } + [1]) }
    program.add(column: aim.map { -$0 / unit } + [0], cost: -1)
    program.right[aim.count] = 1
    guard let (_, prices) = program.solve(tolerance: 1e-10, scaling: 0) else { return nil }
    let normal = Array(prices.dropLast())
    let norm = Self.norm(normal)
    guard norm > 0 else { return nil }
    let values = places.map { Self.product(normal, $0) / norm }
    let edge = values.max() ?? 0
    let members = values.indices.filter { values[$0] >= edge - 1e-8 * size }
    return (members, edge - Self.product(normal, place) / norm)
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func norm(_ a: [Double]) -> Double { product(a, a).squareRoot() }

  /// What is left of a vector off some orthonormal directions.
  private static func rest(_ vector: [Double], _ directions: [[Double]]) -> [Double] {
    var rest = vector
    for direction in directions {
      let component = product(direction, rest)
      for a in rest.indices { rest[a] -= component * direction[a] }
    }
    return rest
  }
}
