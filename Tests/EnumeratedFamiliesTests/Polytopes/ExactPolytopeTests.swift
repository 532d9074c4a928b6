import EnumeratedFamilies
import Testing
import _TestSupport

/// Hulls of points with coordinates of many digits.
@Suite struct ExactPolytopeTests {
  private static func face(
    _ points: [[Int128]], _ chosen: [Int], count: Int? = nil
  ) throws -> [Int]? {
    let sum = points[0].indices.map { a in chosen.reduce(Int128(0)) { $0 + points[$1][a] } }
    do {
      return try ExactPolytope(points: points).smallestFace(
        containing: sum, count: count ?? chosen.count)
    } catch FaceError.outside {
      return nil
    }
  }

  /// On another scale, and about another origin, faces are those of small integers.
  @Test(arguments: 1...3) func longCoordinatesHaveTheFacesOfShortOnes(dimension: Int) throws {
    var generator = Generator(state: UInt64(dimension))
    let (unit, shift) = (Int128(98_765_432_109_876_543), Int128(10_000_000_000_000_000_000_001))
    var (proper, whole) = (0, 0)
    for _ in 0..<60 {
      let points = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        (0..<dimension).map { _ in Int.random(in: -3...3, using: &generator) }
      }
      let long = points.map { $0.map { unit * Int128($0) + shift } }
      let reference = FacetEnumeration(points)
      let chosen = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Int.random(in: points.indices, using: &generator)
      }
      let expected = reference.smallestFace(sum(points, chosen), chosen.count)
      let found = try Self.face(long, chosen)
      #expect(found == expected, "\(points) \(chosen)")
      if found?.count == points.count { whole += 1 } else { proper += 1 }
    }
    #expect(min(proper, whole) >= 5, "\(proper) \(whole)")
  }

  /// A point in the middle of an edge, or by one unit of 10⁻¹⁷ on this side or that.
  @Test func theLastUnitDecides() throws {
    let ten: Int128 = 10_000_000_000_000_000
    func states(_ last: Int128) throws -> [Int]? {
      try Self.face(
        [[0, 0], [ten, ten], [3 * ten, 3 * ten + last], [2 * ten, 9 * ten]], [0, 2])
    }
    #expect(try states(0) == [0, 1, 2])
    #expect(try states(-1) == [0, 2])
    #expect(try states(1) == [0, 1, 2, 3])
    #expect(try Self.face([[0], [ten * ten]], [1, 1]) == [1])
    #expect(try Self.face([[0], [ten * ten]], [1, 1], count: 1) == nil)
  }

  @Test func dependences() throws {
    let ten: Int128 = 10_000_000_000_000_000
    let line = ExactPolytope(points: [[1, 3], [1 + ten, 3 + 2 * ten], [1 - ten, 3 - 2 * ten]])
    #expect(try line.affineDependence() == [1, 2, -1])
    let plane = ExactPolytope(points: [[1, 3], [1 + ten, 3 + 2 * ten], [1 - ten, 4 - 2 * ten]])
    #expect(try plane.affineDependence() == nil)
  }
}
