extension LatticePolytope {
  /// The smallest face within reach of a mean known up to rounding, as the sorted indices of its points.
  ///
  /// A mean within tolerance of a face counts as on it, and one outside by more is outside. Nothing is
  /// proved: this answer comes from floating-point numbers. Of several faces within reach, the one
  /// that the line from the centre of the points through the mean meets is taken, and so on inside it.
  ///
  /// - Parameters:
  ///   - mean: finite numbers, as many as a point has entries.
  ///   - tolerance: a distance, relative to the largest distance of an entry from its mean over the
  ///     points, > 0.
  /// - Throws: ``FaceError/outside``, or ``FaceError/undecided`` if linear programming fails.
  package func smallestFace(near mean: [Double], tolerance: Double) throws(FaceError) -> [Int] {
    precondition(mean.count == points.origin.count, "a mean of the dimension of the points")
    precondition(mean.allSatisfy(\.isFinite) && tolerance > 0, "finite numbers and a tolerance > 0")
    let position = zip(mean, points.origin).map { $0 - Double($1) }
    var face = Array(0..<points.count)
    var chart = FaceChart(points, face)
    let reach = tolerance * chart.size
    while true {
      let (place, height) = chart.coordinates(of: position)
      if height > reach { throw .outside }
      if place.isEmpty { return face }
      guard let side = chart.side(facing: place) else {
        throw .undecided(points: points.count, dimensions: points.width - 1)
      }
      if side.distance < -reach { throw .outside }
      if side.distance > reach || side.members.count == face.count { return face }
      face = side.members.map { face[$0] }
      chart = FaceChart(points, face)
    }
  }
}
