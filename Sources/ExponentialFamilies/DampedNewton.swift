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

/// Newton's method for strictly convex functions, safeguarded by Armijo's rule.
///
/// Full steps from far away may cycle; a step is halved until the function decreases by a fraction
/// of what its slope promises, which makes the method converge from any start.
public enum DampedNewton {
  /// Where the function is least.
  ///
  /// - Parameters:
  ///   - start: any point where the function is finite.
  ///   - scales: for each component, the change that counts as 1. The last step is shorter than 1e−5
  ///     on this scale, which leaves an error of its square.
  ///   - expansion: the function to second order.
  /// - Throws: ``EstimationError/noConvergence(steps:)`` after 200 steps, or where the curvature is
  ///   not positive.
  @inlinable
  public static func minimise<Vector: ParameterVector>(
    from start: Vector, scales: Vector, _ expansion: (Vector) -> ConvexExpansion<Vector>
  ) throws(EstimationError) -> Vector {
    var point = start
    var here = expansion(point)
    for steps in 0..<200 {
      guard let step = here.curvature.solve(here.gradient) else {
        throw .noConvergence(steps: steps)
      }
      var length = 0.0
      for i in 0..<step.dimension { length = max(length, abs(step[i]) / scales[i]) }
      if length < 1e-5 { return point - step }
      var fraction = 1.0
      let slope = here.gradient.dot(step)
      while true {
        let candidate = point - fraction * step
        let there = expansion(candidate)
        if there.value <= here.value - 1e-4 * fraction * slope
          || isFlat(there, here, along: step, slope)
        {
          (point, here) = (candidate, there)
          break
        }
        fraction /= 2
        guard fraction > 1e-12 else { throw .noConvergence(steps: steps) }
      }
    }
    throw .noConvergence(steps: 200)
  }

  /// Whether values tell nothing any more, and the slope along the step has become smaller.
  @inlinable
  static func isFlat<Vector: ParameterVector>(
    _ there: ConvexExpansion<Vector>, _ here: ConvexExpansion<Vector>, along step: Vector,
    _ slope: Double
  ) -> Bool {
    abs(there.value - here.value) <= 0x1p-46 * (1 + abs(here.value))
      && abs(there.gradient.dot(step)) <= 0.9 * slope
  }
}
