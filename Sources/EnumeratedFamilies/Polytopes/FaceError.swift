/// Why no smallest face was found.
package enum FaceError: Error, Equatable, CustomStringConvertible {
  /// The mean is no convex combination of the points.
  case outside
  /// Neither floating-point nor exact arithmetic came to a proof within bounds on its work.
  case undecided(points: Int, dimensions: Int)
  /// The coefficients of an affine dependence are too large for `Int`.
  case coefficientsTooLarge

  /// One sentence for people.
  package var description: String {
    switch self {
    case .outside:
      "the mean lies outside the convex hull of the points"
    case .undecided(let points, let dimensions):
      "no face of the hull of \(points) points in \(dimensions) dimensions could be proved to be "
        + "the smallest which holds the mean"
    case .coefficientsTooLarge:
      "the coefficients of the affine dependence exceed 64 bits"
    }
  }
}
