import EnumeratedFamilies
import Testing

/// The proofs reject what is almost right.
@Suite struct CertificateTests {
  /// The lower side of a square with a point in its middle; all is known by heart.
  static let points = HomogeneousPoints([[0, 0], [2, 0], [1, 0], [0, 2], [2, 2]])
  static let upward = [0.0, 0, 1]

  static func holds(
    _ face: [Int], weights: [Double]? = nil, functional: [Double] = upward, sum: [Int], count: Int
  ) -> Bool {
    FaceCertificate.holds(
      target: points.vector(sum: sum, count: count), face: face,
      weights: weights ?? face.map { _ in 1 }, functional: functional, points: points)
  }

  @Test func acceptsTheSide() {
    #expect(Self.holds([0, 1, 2], sum: [3, 0], count: 3))
    #expect(Self.holds([0, 1, 2], weights: [0.97, 1.04, 1], sum: [3, 0], count: 3))
    #expect(Self.holds([0, 1, 2], functional: [1e-13, -1e-13, 1], sum: [3, 0], count: 3))
    #expect(Self.holds([0, 1, 2], weights: [1e6, 1, 1], sum: [1, 0], count: 1_000_000))
  }

  @Test func rejectsAPointTooFew() {
    #expect(!Self.holds([0, 1], sum: [3, 0], count: 3))
    #expect(!Self.holds([0, 2], sum: [1, 0], count: 2))
    #expect(!Self.holds([2], sum: [1, 0], count: 1))
  }

  @Test func rejectsAPointTooMany() {
    #expect(!Self.holds([0, 1, 2, 3], sum: [3, 0], count: 3))
    #expect(!Self.holds([0, 1, 2, 4], weights: [1, 1, 1, 1e-9], sum: [3, 0], count: 3))
    #expect(!Self.holds([0, 2], functional: [0, 1, 1], sum: [0, 0], count: 1))
  }

  @Test func rejectsAnotherMean() {
    #expect(!Self.holds([0, 1, 2], sum: [1_000_000_000_000, 1], count: 1_000_000_000_000))
    #expect(!Self.holds([0, 1, 2], sum: [1_000_000_000_000, -1], count: 1_000_000_000_000))
    #expect(!Self.holds([0, 1, 2], sum: [0, 0], count: 1))
    #expect(!Self.holds([0, 1, 2], sum: [-1, 0], count: 1))
  }

  @Test func rejectsAWrongFunctional() {
    #expect(!Self.holds([0, 1, 2], functional: [0, 0, -1], sum: [3, 0], count: 3))
    #expect(!Self.holds([0, 1, 2], functional: [0, 0, 0], sum: [3, 0], count: 3))
    #expect(!Self.holds([0, 1, 2], functional: [0, 0, .nan], sum: [3, 0], count: 3))
  }

  @Test func rejectsWeightsWhichAreNone() {
    for weights in [[1.0, 1, -1], [1, 1, 0], [1, .infinity, 1], [1, 1, .nan], [0, 0, 0]] {
      #expect(!Self.holds([0, 1, 2], weights: weights, sum: [3, 0], count: 3))
    }
  }

  @Test func excludesOnlyWhatIsOutside() {
    let excludes = { (functional: [Double], sum: [Int], count: Int) in
      FacetCertificate.excludes(
        functional: functional, target: Self.points.vector(sum: sum, count: count),
        points: Self.points)
    }
    #expect(excludes([5, 0, 1], [1, -1], 1))
    #expect(excludes([5, 0, 1], [0, -1], 1 << 53))
    #expect(!excludes([5, 0, 1], [0, 0], 1))
    #expect(!excludes([5, 0, -1], [1, -1], 1))
    #expect(!excludes([5, 0, 0], [1, -1], 1))
    #expect(!excludes([0, .infinity, 0], [1, -1], 1))
  }

  /// On random faces of the Ising polytope: the face passes, and fails with any point dropped or added.
  @Test func isingFaces() throws {
    let rows = ising(5)
    let points = HomogeneousPoints(rows)
    let polytope = LatticePolytope(points: rows)
    var generator = Generator(state: 77)
    var proper = 0
    for _ in 0..<40 {
      let chosen = (0..<6).map { _ in Int.random(in: rows.indices, using: &generator) }
      let target = points.vector(sum: sum(rows, chosen), count: 6)
      let proposal = try #require(
        FaceProposal(CentredPoints(points, target: target), count: 32, tolerance: 1e-9, scaling: 0))
      let face = proposal.face
      #expect(try polytope.face(sum(rows, chosen), 6) == face)
      if face.count == 32 { continue }
      proper += 1
      func holds(_ candidate: [Int]) -> Bool {
        FaceCertificate.holds(
          target: target, face: candidate, weights: candidate.map { _ in 1 },
          functional: proposal.functional, points: points)
      }
      #expect(
        FaceCertificate.holds(
          target: target, face: face, weights: proposal.weights, functional: proposal.functional,
          points: points))
      for y in rows.indices {
        #expect(!holds(face.contains(y) ? face.filter { $0 != y } : (face + [y]).sorted()))
      }
    }
    #expect(proper > 20)
  }
}
