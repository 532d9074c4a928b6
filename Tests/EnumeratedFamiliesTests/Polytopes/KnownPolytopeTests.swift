import EnumeratedFamilies
import Testing

/// Polytopes whose faces are known.
@Suite struct KnownPolytopeTests {
  @Test func square() throws {
    let square = LatticePolytope(points: [[0, 0], [1, 0], [0, 1], [1, 1]])
    #expect(try square.face([1, 1], 2) == [0, 1, 2, 3])
    #expect(try square.face([1, 0], 2) == [0, 1])
    #expect(try square.face([3, 3], 3) == [3])
    #expect(try square.face([4, 1], 3) == nil)
  }

  @Test func cube() throws {
    let points = (0..<8).map { y in (0..<3).map { y >> $0 & 1 } }
    let cube = LatticePolytope(points: points)
    #expect(try cube.face([1, 1, 0], 3) == [0, 1, 2, 3])
    #expect(try cube.face([3, 1, 0], 3) == [1, 3])
    #expect(try cube.face([1, 1, 1], 3) == Array(0..<8))
  }

  /// On the moment curve in four dimensions every pair is an edge, and Gale's evenness condition tells
  /// the facets.
  @Test func cyclic() throws {
    let points = (0..<9).map { t -> [Int] in
      let square = t * t
      return [t, square, t * square, square * square]
    }
    let polytope = LatticePolytope(points: points)
    for i in 0..<9 {
      for j in i..<9 {
        let expected = i == j ? [i] : [i, j]
        #expect(try polytope.face(sum(points, [i, j]), 2) == expected)
      }
    }
    #expect(try polytope.face(sum(points, [1, 2, 5, 6]), 4) == [1, 2, 5, 6])
    #expect(try polytope.face(sum(points, [0, 3, 4, 8]), 4) == [0, 3, 4, 8])
    #expect(try polytope.face(sum(points, [1, 3, 5, 7]), 4) == Array(0..<9))
  }

  /// The states of N coupled spins by (S, S²): a polygon of neighbouring levels and the outermost pair.
  @Test func coupledSpins() throws {
    let spins = 60
    let points = (0...spins).map { k in [2 * k - spins, (2 * k - spins) * (2 * k - spins)] }
    let polygon = LatticePolytope(points: points)
    for i in 0...spins {
      #expect(try polygon.face(sum(points, [i, i]), 2) == [i])
      for j in i + 1..<spins + 1 {
        let isEdge = j == i + 1 || (i, j) == (0, spins)
        let expected = isEdge ? [i, j] : Array(0...spins)
        #expect(try polygon.face(sum(points, [i, j, j]), 3) == expected)
      }
    }
  }

  @Test func simplex() throws {
    let categories = 40
    let points = (0..<categories).map { y in (0..<categories).map { $0 == y ? 1 : 0 } }
    let simplex = LatticePolytope(points: points)
    var generator = Generator(state: 4)
    for _ in 0..<50 {
      let chosen = (0..<25).map { _ in Int.random(in: 0..<categories, using: &generator) }
      #expect(try simplex.face(sum(points, chosen), 25) == Set(chosen).sorted())
    }
    #expect(try simplex.face(Array(repeating: 1, count: categories), categories + 1) == nil)
  }

  @Test func onePointAndRepeatedPoints() throws {
    #expect(try LatticePolytope(points: [[7]]).face([21], 3) == [0])
    #expect(try LatticePolytope(points: [[7]]).face([22], 3) == nil)
    #expect(try LatticePolytope(points: [[], []]).face([], 3) == [0, 1])
    let repeated = LatticePolytope(points: [[1, 1], [3, 3], [1, 1], [2, 2], [3, 3]])
    #expect(try repeated.face([4, 4], 4) == [0, 2])
    #expect(try repeated.face([5, 5], 4) == [0, 1, 2, 3, 4])
    #expect(try repeated.face([5, 6], 4) == nil)
    #expect(try repeated.face([1, 1], 1, among: []) == nil)
  }

  /// The sample's states are on its face, every other state of the face is too, and asking again about
  /// the face alone gives all of it.
  @Test(arguments: [6, 8]) func largerIsing(spins: Int) throws {
    let points = EnumeratedFamiliesTests.ising(spins)
    let polytope = LatticePolytope(points: points)
    var generator = Generator(state: 21)
    for few in [2, 3, 5, 10, 20, 30] {
      let chosen = (0..<few).map { _ in Int.random(in: points.indices, using: &generator) }
      let face = try polytope.smallestFace(containing: sum(points, chosen), count: few)
      #expect(Set(chosen).isSubset(of: face))
      #expect(try polytope.face(sum(points, face), face.count) == face)
      #expect(try polytope.face(sum(points, chosen), few, among: face) == face)
    }
  }
}
