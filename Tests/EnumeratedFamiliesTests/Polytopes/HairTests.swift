import EnumeratedFamilies
import Testing
import _TestSupport

/// Means that miss a face, or lie on it, by the last integer.
@Suite struct HairTests {
  @Test(arguments: [1_000, 1_000_000_000_000, 1 << 53]) func square(count: Int) throws {
    let square = LatticePolytope(points: [[0, 0], [1, 0], [0, 1], [1, 1]])
    #expect(try square.face([count / 2, 0], count) == [0, 1])
    #expect(try square.face([count / 2, 1], count) == [0, 1, 2, 3])
    #expect(try square.face([count / 2, -1], count) == nil)
    #expect(try square.face([1, 0], count) == [0, 1])
    #expect(try square.face([1, 1], count) == [0, 1, 2, 3])
    #expect(try square.face([0, 0], count) == [0])
    #expect(try square.face([count, count], count) == [3])
    #expect(try square.face([count + 1, count], count) == nil)
    #expect(try square.face([count, count - 1], count) == [1, 3])
  }

  @Test func isingFaces() throws {
    let points = ising(3)
    let polytope = LatticePolytope(points: points)
    let reference = FacetEnumeration(points)
    var generator = Generator(state: 3)
    for _ in 0..<40 {
      let chosen = (0..<3).map { _ in Int.random(in: points.indices, using: &generator) }
      let count = 1_000_000_000_000
      var mean = sum(points, chosen).map { $0 * (count / 3) }
      for a in mean.indices { mean[a] += points[chosen[0]][a] }
      #expect(try polytope.face(mean, count) == reference.smallestFace(mean, count))
      mean[Int.random(in: 0..<6, using: &generator)] += Bool.random(using: &generator) ? 1 : -1
      #expect(try polytope.face(mean, count) == reference.smallestFace(mean, count))
    }
  }

  @Test func largeEntries() throws {
    let billion = 1_000_000_000
    let points = [[billion, 0], [-billion, 1], [0, billion], [1, -billion], [billion, 0]]
    let polytope = LatticePolytope(points: points)
    #expect(try polytope.face([0, 1], 2) == [0, 1, 2, 3, 4])
    #expect(try polytope.face(sum(points, [0, 2]), 2) == [0, 2, 4])
    #expect(try polytope.face([billion, billion + 1], 2) == nil)
    #expect(try polytope.face([billion, billion - 1], 2) == [0, 1, 2, 3, 4])
    // A thin triangle, far from the origin.
    let thin = [[billion, billion], [billion + 1, billion], [billion, billion - 1]]
    #expect(try LatticePolytope(points: thin).face(sum(thin, [0, 1]), 2) == [0, 1])
    #expect(try LatticePolytope(points: thin).face(sum(thin, [0, 1, 2]), 3) == [0, 1, 2])
    let mixed = [[0, 0, 0], [billion, 1, 0], [0, 1, 0], [0, 0, 1], [billion, 1, 1]]
    let reference = FacetEnumeration(mixed)
    for chosen in [[0, 1], [1, 2, 3], [0, 4], [2, 3], [1, 4], [0, 1, 2]] {
      let mean = sum(mixed, chosen)
      #expect(
        try LatticePolytope(points: mixed).face(mean, chosen.count)
          == reference.smallestFace(mean, chosen.count))
    }
  }

  @Test func largeEntriesInFiveDimensions() throws {
    var generator = Generator(state: 31)
    let points = (0..<100).map { _ in
      (0..<5).map { _ in Int.random(in: -1_000_000_000...1_000_000_000, using: &generator) }
    }
    let polytope = LatticePolytope(points: points)
    var proper = 0
    for few in [1, 2, 3, 5, 8] {
      for _ in 0..<10 {
        let chosen = (0..<few).map { _ in Int.random(in: points.indices, using: &generator) }
        let face = try polytope.smallestFace(containing: sum(points, chosen), count: few)
        #expect(Set(chosen).isSubset(of: face))
        #expect(face.count == 100 || face == Set(chosen).sorted())
        if face.count < 100 { proper += 1 }
      }
    }
    #expect(proper > 5)
  }

  @Test func largeCounts() throws {
    let points = ising(4)
    let polytope = LatticePolytope(points: points)
    let reference = FacetEnumeration(points)
    var generator = Generator(state: 8)
    for _ in 0..<60 {
      var mean = points[0].map { _ in 0 }
      var count = 0
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let y = Int.random(in: points.indices, using: &generator)
        let copies = 1 << Int.random(in: 0...49, using: &generator)
        for a in mean.indices { mean[a] += copies * points[y][a] }
        count += copies
      }
      #expect(try polytope.face(mean, count) == reference.smallestFace(mean, count))
    }
  }
}
