import EnumeratedFamilies
import Testing

@Suite struct NearFaceTests {
  @Test func square() throws {
    let square = LatticePolytope(points: [[0, 0], [2, 0], [0, 2], [2, 2]])
    #expect(try square.smallestFace(near: [1, 1], tolerance: 1e-9) == [0, 1, 2, 3])
    #expect(try square.smallestFace(near: [0.7, 1e-11], tolerance: 1e-9) == [0, 1])
    #expect(try square.smallestFace(near: [0.7, -1e-11], tolerance: 1e-9) == [0, 1])
    #expect(try square.smallestFace(near: [0.7, 1e-7], tolerance: 1e-9) == [0, 1, 2, 3])
    #expect(try square.smallestFace(near: [2 - 1e-11, 2 + 1e-11], tolerance: 1e-9) == [3])
    #expect(try square.smallestFace(near: [0.7, 0.1], tolerance: 0.2) == [0, 1])
    #expect(throws: FaceError.outside) {
      try square.smallestFace(near: [0.7, -1e-7], tolerance: 1e-9)
    }
    #expect(throws: FaceError.outside) {
      try square.smallestFace(near: [2.1, 2.1], tolerance: 1e-9)
    }
  }

  @Test func segmentAndPoint() throws {
    let segment = LatticePolytope(points: [[0, 0], [3, 1], [6, 2]])
    #expect(try segment.smallestFace(near: [1.5, 0.5], tolerance: 1e-9) == [0, 1, 2])
    #expect(try segment.smallestFace(near: [6, 2 + 1e-12], tolerance: 1e-9) == [2])
    #expect(throws: FaceError.outside) {
      try segment.smallestFace(near: [1.5, 0.6], tolerance: 1e-9)
    }
    let point = LatticePolytope(points: [[4, 4], [4, 4]])
    #expect(try point.smallestFace(near: [4, 4], tolerance: 1e-9) == [0, 1])
    #expect(throws: FaceError.outside) { try point.smallestFace(near: [4, 5], tolerance: 1e-9) }
  }

  /// Rounded means of samples have the face of the exact ones.
  @Test(arguments: [3, 4, 6]) func agreesWithTheExactAnswer(spins: Int) throws {
    let points = ising(spins)
    let polytope = LatticePolytope(points: points)
    var generator = Generator(state: 9)
    for trial in 0..<60 {
      let few = trial % 9 + 1
      let chosen = (0..<few).map { _ in Int.random(in: points.indices, using: &generator) }
      let total = sum(points, chosen)
      let mean = total.map { Double($0) / Double(few) }
      #expect(
        try polytope.smallestFace(near: mean, tolerance: 1e-9)
          == polytope.smallestFace(containing: total, count: few))
    }
  }
}
