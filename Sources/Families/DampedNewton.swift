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
/// one does, which shortens the step and turns it downhill, and lowered again as steps succeed.
///
/// Values are sums of terms that may cancel, and are known to the rounding of these. Where that hides the
/// difference of two values the slopes decide, which keep their digits: a convex function has fallen by at
/// least the slope that is left.
public enum DampedNewton {
  /// Where the function is least.
  ///
  /// - Parameters:
  ///   - start: any point where the function is finite; the nearer, the fewer steps.
  ///   - scales: for each component, the change that counts as 1, unless the curvature says less. The
  ///     last step is shorter than 1e−5 on this scale, and short on that of the curvature, which leaves
  ///     an error of its square.
  ///   - steps: how many to try at most.
  ///   - magnitude: the size of the terms whose sum a value is; its own unless they cancel.
  ///   - expansion: the function to second order.
  /// - Returns: the point, or where rounding hides any better one, the best that was found.
  /// - Throws: ``EstimationError/noConvergence(steps:)`` after so many steps, or where none helps.
  @inlinable
  public static func minimise<Vector: ParameterVector>(
    from start: Vector, scales: Vector, steps: Int = 500,
    magnitude: (Vector, ConvexExpansion<Vector>) -> Double = { abs($1.value) },
    _ expansion: (Vector) -> ConvexExpansion<Vector>
  ) throws(EstimationError) -> Vector {
    var point = start
    var here = expansion(point)
    var damping = 0.0
    // The last slope of a full step.
    var slope = Double.infinity
    for _ in 0..<steps {
      if let step = dampedCurvature(here, damping, scales).solve(here.gradient) {
        let promise = here.gradient.dot(step)
        if damping == 0 {
          slope = promise
          if isShort(step, scales), promise < 1e-9 { return point - step }
        }
        let candidate = point - step
        let there = expansion(candidate)
        let isLower = isLower(
          (there.value, there.gradient.dot(step)), (here.value, promise),
          rounding: { rounding(magnitude(point, here)) })
        if isLower {
          (point, here) = (candidate, there)
          // Back to full steps once damping is small beside the curvature.
          damping = damping > 1e-3 * size(of: here, scales) ? damping / 8 : 0
          continue
        }
        // Where not even a full step is told from rounding, there is no better point.
        if damping == 0, promise <= rounding(magnitude(point, here)) { return point }
      }
      damping = damping == 0 ? 0.1 * size(of: here, scales) : 8 * damping
      guard damping < .infinity else { break }
    }
    if slope <= rounding(magnitude(point, here)) { return point }
    throw .noConvergence(steps: steps)
  }

  /// The same by full Newton directions, along which steps are halved until one counts.
  ///
  /// It crosses what damping creeps along: the narrow valley, down to the end of Θ, that a strong prior makes of
  /// the likelihood of a Gaussian.
  @inlinable
  public static func searchLines<Vector: ParameterVector>(
    from start: Vector, scales: Vector, steps: Int = 500,
    magnitude: (Vector, ConvexExpansion<Vector>) -> Double = { abs($1.value) },
    _ expansion: (Vector) -> ConvexExpansion<Vector>
  ) throws(EstimationError) -> Vector {
    var point = start
    var here = expansion(point)
    for _ in 0..<steps {
      guard let step = here.curvature.solve(here.gradient) else { break }
      let promise = here.gradient.dot(step)
      if isShort(step, scales), promise < 1e-9 { return point - step }
      let rounding = rounding(magnitude(point, here))
      var fraction = 1.0
      while true {
        let candidate = point - fraction * step
        let there = expansion(candidate)
        if isLower(
          (there.value, fraction * there.gradient.dot(step)), (here.value, fraction * promise),
          rounding: { rounding })
        {
          (point, here) = (candidate, there)
          break
        }
        if fraction == 1, promise <= rounding { return point }
        fraction /= 2
        guard fraction > 1e-12 else { throw .noConvergence(steps: steps) }
      }
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

  /// How far a value may be off that is the sum of terms of such a magnitude.
  @inlinable
  static func rounding(_ magnitude: Double) -> Double { 0x1p-46 * (1 + magnitude) }

  /// Whether a convex function fell as much as it should, by its values or by its slopes.
  ///
  /// - Parameters:
  ///   - there: the value at the end of a step, and how steeply the function still falls there along it, per
  ///     step; negative where it rises.
  ///   - here: the same where the step begins.
  ///   - rounding: how far the values may be off.
  @inlinable
  static func isLower(
    _ there: (value: Double, slope: Double), _ here: (value: Double, slope: Double),
    rounding: () -> Double
  ) -> Bool {
    if there.value <= here.value - 1e-4 * here.slope { return true }
    guard there.value.isFinite else { return false }
    return there.slope >= 1e-4 * here.slope
      || (there.slope >= -0.9 * here.slope && abs(there.value - here.value) <= rounding())
  }
}
