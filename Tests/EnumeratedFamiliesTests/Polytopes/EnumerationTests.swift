import EnumeratedFamilies
import Testing
import _TestSupport

/// Against the enumeration of all facets.
@Suite(.inTurn(.other)) struct EnumerationTests {
  @Test(arguments: 1...3) func smallConfigurations(dimension: Int) throws {
    var generator = Generator(state: UInt64(dimension))
    var seen = (outside: 0, boundary: 0, inside: 0)
    for _ in 0..<400 {
      let n = Int.random(in: 1...10, using: &generator)
      let extent = Int.random(in: 1...3, using: &generator)
      let points = (0..<n).map { _ in
        (0..<dimension).map { _ in Int.random(in: -extent...extent, using: &generator) }
      }
      let reference = FacetEnumeration(points)
      let polytope = LatticePolytope(points: points)
      for trial in 0..<12 {
        let count = Int.random(in: 1...6, using: &generator)
        let mean: [Int]
        if trial < 8 {
          mean = sum(points, (0..<count).map { _ in Int.random(in: 0..<n, using: &generator) })
        } else {
          mean = (0..<dimension).map { _ in
            Int.random(in: -extent * count...extent * count, using: &generator)
          }
        }
        let expected = reference.smallestFace(mean, count)
        #expect(try polytope.face(mean, count) == expected, "\(points) \(mean)/\(count)")
        switch expected?.count {
        case nil: seen.outside += 1
        case n: seen.inside += 1
        default: seen.boundary += 1
        }
      }
    }
    #expect(min(seen.outside, seen.boundary, seen.inside) > 200, "\(seen)")
  }

  @Test(arguments: [3, 4]) func ising(spins: Int) throws {
    let points = EnumeratedFamiliesTests.ising(spins)
    let reference = FacetEnumeration(points)
    let polytope = LatticePolytope(points: points)
    var generator = Generator(state: UInt64(spins))
    var proper = 0
    for _ in 0..<300 {
      let few = Int.random(in: 1...12, using: &generator)
      let chosen = (0..<few).map { _ in Int.random(in: points.indices, using: &generator) }
      let face = try polytope.face(sum(points, chosen), few)
      #expect(face == reference.smallestFace(sum(points, chosen), few), "\(chosen)")
      if let face, face.count < points.count { proper += 1 }
    }
    #expect(proper > 100)
    for _ in 0..<300 {
      let mean = points[0].map { _ in Int.random(in: -2...2, using: &generator) }
      #expect(try polytope.face(mean, 5) == reference.smallestFace(mean, 5), "\(mean)")
    }
  }

  @Test func facesAmongSomePoints() throws {
    var generator = Generator(state: 11)
    let points = EnumeratedFamiliesTests.ising(3)
    let polytope = LatticePolytope(points: points)
    for _ in 0..<100 {
      let kept = points.indices.filter { _ in Bool.random(using: &generator) }
      let chosen = (0..<3).map { _ in Int.random(in: points.indices, using: &generator) }
      let face = try polytope.face(sum(points, chosen), 3, among: kept.reversed())
      let reference = kept.isEmpty ? nil : FacetEnumeration(kept.map { points[$0] })
      let expected = reference?.smallestFace(sum(points, chosen), 3)?.map { kept[$0] }
      #expect(face == expected, "\(kept) \(chosen)")
    }
  }
}
