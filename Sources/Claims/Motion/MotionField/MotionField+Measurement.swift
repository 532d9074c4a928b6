import Families
import Foundation
import Loop
import Randomness

// One generation, many times.

extension MotionField {
  /// What many single generations from one θ give.
  struct Measurement {
    let drift: [Estimate]
    /// M times the covariance of θ′; xx alone counts where there is one parameter.
    let covariance: Covariance
  }

  /// Drift and covariance over many single generations from one θ; the few estimates on the boundary
  /// are left out.
  static func measure<P: Prior>(
    _ point: MotionPoint<P>, _ name: String, _ definition: MotionFieldDefinition,
    _ context: RunContext
  ) throws -> Measurement {
    let family = point.family
    let loop = RetrainingLoop(
      family: family, samples: definition.samples,
      policy: ExternalData<P.Family>(.fixed(point.motion.external)),
      estimator: MaximumAPosteriori(prior: point.motion.prior))
    let start = family.member(at: point.θ)
    let key = StreamKey(rootSeed: definition.seed).child(id).child(name)
    let m = Double(definition.samples)
    let steps = try loop.ensemble(from: start, key: key)
      .firstGenerations(definition.replicates, context) {
        data, model -> (displacement: P.Family.Vector, change: P.Family.Vector)? in
        guard let estimate = model.naturalParameter,
          let displacement = point.displacement(data, estimate)
        else { return nil }
        return (displacement, estimate - point.θ)
      }.compactMap { $0 }
    let components = 0..<family.dimension
    let means: [Double] = components.map { a in
      steps.reduce(0.0) { sum, step in sum + step.change[a] } / Double(steps.count)
    }
    func covariance(_ a: Int, _ b: Int) -> Double {
      let sum: Double = steps.reduce(0.0) { sum, step in
        sum + (step.change[a] - means[a]) * (step.change[b] - means[b])
      }
      return m * sum / Double(steps.count - 1)
    }
    let last = family.dimension - 1
    return Measurement(
      drift: components.map { a in Estimate(steps.map { $0.displacement[a] }) },
      covariance: Covariance(
        xx: covariance(0, 0), xy: covariance(0, last), yy: covariance(last, last)))
  }

  /// A covariance matrix of two parameters.
  struct Covariance {
    let xx: Double
    let xy: Double
    let yy: Double

    /// The ellipse of one standard deviation, as 37 points that come back to the first.
    var outline: [SIMD2<Double>] {
      let width = xx.squareRoot()
      let slope = width > 0 ? xy / width : 0
      let rest = max(0, yy - slope * slope).squareRoot()
      return (0...36).map { step in
        let angle = Double(step) * .pi / 18
        return SIMD2(width * cos(angle), slope * cos(angle) + rest * sin(angle))
      }
    }
  }
}
