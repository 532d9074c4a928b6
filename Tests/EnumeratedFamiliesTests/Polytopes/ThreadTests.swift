import EnumeratedFamilies
import Testing

@Suite struct ThreadTests {
  /// Many tasks at once give what one after the other gives.
  @Test func concurrentCalls() async throws {
    let points = ising(5)
    let polytope = LatticePolytope(points: points)
    let means = (0..<200).map { seed -> [Int] in
      var generator = Generator(state: UInt64(seed))
      return sum(points, (0..<7).map { _ in Int.random(in: points.indices, using: &generator) })
    }
    let expected = try means.map { try polytope.smallestFace(containing: $0, count: 7) }
    try await withThrowingTaskGroup(of: (Int, [Int]).self) { group in
      for (i, mean) in means.enumerated() {
        group.addTask { (i, try polytope.smallestFace(containing: mean, count: 7)) }
      }
      for try await (i, face) in group { #expect(face == expected[i]) }
    }
  }

  @Test func errorsSpeak() {
    #expect(FaceError.outside.description == "the mean lies outside the convex hull of the points")
    #expect(FaceError.undecided(points: 9, dimensions: 2).description.contains("9 points in 2"))
    #expect(FaceError.coefficientsTooLarge.description.contains("64 bits"))
  }
}
