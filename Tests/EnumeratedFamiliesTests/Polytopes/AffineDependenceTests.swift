import EnumeratedFamilies
import Testing

@Suite struct AffineDependenceTests {
  @Test func known() throws {
    #expect(try LatticePolytope(points: ising(3)).affineDependence() == nil)
    let simplex = LatticePolytope(points: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(try simplex.affineDependence() == [-1, 1, 1, 1])
    #expect(try LatticePolytope(points: [[5, 1], [5, 2]]).affineDependence() == [-5, 1, 0])
    let line = LatticePolytope(points: [[1, 1], [4, 3], [7, 5]])
    #expect(try line.affineDependence() == [1, 2, -3])
    #expect(try LatticePolytope(points: [[0, 0], [3, 1]]).affineDependence() == [0, 1, -3])
    #expect(try LatticePolytope(points: [[], []]).affineDependence() == nil)
  }

  @Test func random() throws {
    var generator = Generator(state: 6)
    for _ in 0..<50 {
      let width = Int.random(in: 2...12, using: &generator)
      let slopes = (0..<width).map { _ in Int.random(in: -9...9, using: &generator) }
      let points = (0..<30).map { _ -> [Int] in
        let x = (0..<width).map { _ in Int.random(in: -9...9, using: &generator) }
        return x + [zip(slopes, x).reduce(4) { $0 + $1.0 * $1.1 }]
      }
      let found = try #require(try LatticePolytope(points: points).affineDependence())
      for point in points {
        #expect(zip(found.dropFirst(), point).reduce(found[0]) { $0 + $1.0 * $1.1 } == 0)
      }
      #expect(abs(found[width + 1]) == 1)
    }
  }

  @Test func tooLarge() {
    // The normal of a plane through points with entries near 2³¹ has entries near 2⁶².
    let x = 2_000_000_011
    let points = [[-x, 6, 0], [0, x - 2, 5 - x], [x - 6, 7, x - 13]]
    #expect(throws: FaceError.coefficientsTooLarge) {
      try LatticePolytope(points: points).affineDependence()
    }
  }
}
