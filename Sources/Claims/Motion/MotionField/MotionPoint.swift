import Families
import Theory

/// A θ, and the equation of motion there: what one-step experiments measure.
struct MotionPoint<P: Prior>: Sendable {
  typealias Vector = P.Family.Vector

  let motion: EquationOfMotion<P>
  let θ: Vector
  private let mean: Vector
  private let fisher: Vector.Matrix

  init(motion: EquationOfMotion<P>, θ: Vector) {
    self.motion = motion
    self.θ = θ
    mean = motion.family.meanParameter(at: θ)
    fisher = motion.family.fisherInformation(at: θ)
  }

  var family: P.Family { motion.family }

  /// `M(θ′ − θ)` without its linear response to the noise of the sample, `J⁻¹(Σφ − E Σφ)`.
  ///
  /// What is taken away has the mean zero and nearly all the variance: what is left is of order one
  /// whatever M, so that a drift of order 1/M is seen at once.
  ///
  /// - Parameters:
  ///   - data: the training set, its fixed external points included.
  ///   - estimate: θ′.
  /// - Returns: `nil` where J is singular to working accuracy.
  func displacement(_ data: P.Family.Statistics, _ estimate: Vector) -> Vector? {
    let m = data.count - motion.external.count
    let noise = data.sum - motion.external.sum - m * mean
    return fisher.solve(noise).map { m * (estimate - θ) - $0 }
  }
}
