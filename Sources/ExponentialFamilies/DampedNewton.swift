/// A convex function at one point, to second order: its value, gradient and curvature.
@frozen
public struct ConvexExpansion<Vector: ParameterVector>: Sendable {
  /// The value.
  public var value: Double
  /// The gradient.
  public var gradient: Vector
  /// The second derivatives.
  public var curvature: Vector.Matrix

  /// An expansion with the given parts.
  @inlinable
  public init(value: Double, gradient: Vector, curvature: Vector.Matrix) {
    self.value = value
    self.gradient = gradient
    self.curvature = curvature
  }
}

/// Newton's method for strictly convex functions, safeguarded after Levenberg and Marquardt.
///
/// Full steps from far away may cycle. A step counts only if it lowers the function by a fraction of
/// what its slope promises (Armijo's rule); otherwise the curvature is raised along the diagonal until
/// one does, which shortens the step and turns it downhill, and lowered again as steps succeed. Where
/// values are equal up to rounding, the slopes decide: near the boundary of a family they keep their
/// digits.
public enum DampedNewton {
  /// Where the function is least.
  ///
  /// - Parameters:
  ///   - start: any point where the function is finite; the nearer, the fewer steps.
  ///   - scales: for each component, the change that counts as 1, unless the curvature says less. The
  ///     last step is shorter than 1e−5 on this scale, and short on that of the curvature, which leaves
  ///     an error of its square.
  ///   - steps: how many to try at most.
  ///   - expansion: the function to second order.
  /// - Throws: ``EstimationError/noConvergence(steps:)`` after so many steps, or where none helps.
  @inlinable
  public static func minimise<Vector: ParameterVector>(
    from start: Vector, scales: Vector, steps: Int = 500,
    _ expansion: (Vector) -> ConvexExpansion<Vector>
  ) throws(EstimationError) -> Vector {
    var point = start
    var here = expansion(point)
    var damping = 0.0
    for _ in 0..<steps {
      if let step = dampedCurvature(here, damping, scales).solve(here.gradient) {
        if damping == 0, isShort(step, scales), here.gradient.dot(step) < 1e-9 {
          return point - step
        }
        let candidate = point - step
        let there = expansion(candidate)
        if isLower(there, here, along: step) {
          (point, here) = (candidate, there)
          // Back to full steps once damping is small beside the curvature.
          damping = damping > 1e-3 * size(of: here, scales) ? damping / 8 : 0
          continue
        }
      }
      damping = damping == 0 ? 0.1 * size(of: here, scales) : 8 * damping
      guard damping < .infinity else { break }
    }
    throw .noConvergence(steps: steps)
  }

  /// The curvature with `damping` added to each entry of the diagonal, on the scale of its component.
  @inlinable
  static func dampedCurvature<Vector: ParameterVector>(
    _ here: ConvexExpansion<Vector>, _ damping: Double, _ scales: Vector
  ) -> Vector.Matrix {
    if damping == 0 { return here.curvature }
    return here.curvature.addingDiagonal(
      scales.map { i, _ in
        let scale = scale(of: i, scales, at: here)
        return damping / (scale * scale)
      })
  }

  /// The scale of a component, or that of its curvature if shorter: a family of every scale, such as
  /// waiting times in any unit, has no other.
  @inlinable
  static func scale<Vector: ParameterVector>(
    of i: Int, _ scales: Vector, at here: ConvexExpansion<Vector>
  ) -> Double {
    min(scales[i], 1 / here.curvature[i, i].squareRoot())
  }

  /// The largest slope or curvature on the scale of the components.
  @inlinable
  static func size<Vector: ParameterVector>(
    of here: ConvexExpansion<Vector>, _ scales: Vector
  ) -> Double {
    var size = 0.0
    for i in 0..<scales.dimension {
      let scale = scale(of: i, scales, at: here)
      size = max(size, abs(here.gradient[i]) * scale, here.curvature[i, i] * scale * scale)
    }
    return size
  }

  @inlinable
  static func isShort<Vector: ParameterVector>(_ step: Vector, _ scales: Vector) -> Bool {
    for i in 0..<step.dimension where !(abs(step[i]) < 1e-5 * scales[i]) { return false }
    return true
  }

  /// Whether the function fell as much as it should, or the slope did where values tell nothing any
  /// more.
  @inlinable
  static func isLower<Vector: ParameterVector>(
    _ there: ConvexExpansion<Vector>, _ here: ConvexExpansion<Vector>, along step: Vector
  ) -> Bool {
    let slope = here.gradient.dot(step)
    if there.value <= here.value - 1e-4 * slope { return true }
    return abs(there.value - here.value) <= 0x1p-46 * (1 + abs(here.value))
      && abs(there.gradient.dot(step)) <= 0.9 * slope
  }
}
