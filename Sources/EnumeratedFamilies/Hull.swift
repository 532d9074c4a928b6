/// The convex hull of some rows of a table.
enum Hull: Sendable {
  /// Of short integers.
  case lattice(LatticePolytope)
  /// Of long ones.
  case exact(ExactPolytope)

  /// - Parameter isShort: whether entries have nine digits at most.
  init(_ points: [ArraySlice<Int128>], isShort: Bool) {
    self =
      isShort
      ? .lattice(LatticePolytope(points: points.map { $0.map { Int($0) } }))
      : .exact(ExactPolytope(points: points.map(Array.init)))
  }

  /// The smallest face which holds the mean `sum/count`, proved.
  func smallestFace(containing sum: [Int128], count: Int) throws(FaceError) -> [Int] {
    switch self {
    case .lattice(let polytope):
      try polytope.smallestFace(containing: sum.map { Int($0) }, count: count)
    case .exact(let polytope): try polytope.smallestFace(containing: sum, count: count)
    }
  }

  /// A combination of the coordinates that is the same at all points.
  func affineDependence() throws(FaceError) -> [Int]? {
    switch self {
    case .lattice(let polytope): try polytope.affineDependence()
    case .exact(let polytope): try polytope.affineDependence()
    }
  }
}
